package finish

import (
	"bytes"
	"encoding/binary"
	"math"
)

// srgbProfile makes a profile of the sRGB colour space (IEC 61966-2-1) in
// version 4 of the format of the International Color Consortium (ICC.1:2004-10,
// ISO 15076-1). It is made here because a profile is little more than eighteen
// published numbers, and so it is small and free of foreign terms.
//
// The primaries are those of sRGB adapted from D65 to D50, the white of
// profiles, with the Bradford matrix that stands in the profile too.
func srgbProfile() []byte {
	type entry struct {
		tag  string
		data []byte
	}
	curve := parametricCurve(2.4, 1/1.055, 0.055/1.055, 1/12.92, 0.04045)
	entries := []entry{
		{"desc", profileText("sRGB IEC61966-2-1")},
		{"cprt", profileText("No rights reserved")},
		{"wtpt", fixedNumbers("XYZ ", 0.96420, 1, 0.82491)},
		{"rXYZ", fixedNumbers("XYZ ", 0.43607, 0.22249, 0.01392)},
		{"gXYZ", fixedNumbers("XYZ ", 0.38515, 0.71687, 0.09708)},
		{"bXYZ", fixedNumbers("XYZ ", 0.14307, 0.06061, 0.71410)},
		{"rTRC", curve}, {"gTRC", curve}, {"bTRC", curve},
		{"chad", fixedNumbers("sf32", 1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168)},
	}
	const header = 128
	table := binary.BigEndian.AppendUint32(nil, uint32(len(entries)))
	var data []byte
	first := header + 4 + 12*len(entries)
	at := 0
	for i, e := range entries {
		if i == 0 || !bytes.Equal(e.data, entries[i-1].data) { // equal neighbours share their data
			at = first + len(data)
			data = append(data, e.data...)
		}
		table = append(table, e.tag...)
		table = binary.BigEndian.AppendUint32(table, uint32(at))
		table = binary.BigEndian.AppendUint32(table, uint32(len(e.data)))
	}
	return append(append(profileHeader(first+len(data)), table...), data...)
}

// profileHeader is the header of a display profile between RGB and XYZ.
func profileHeader(size int) []byte {
	h := make([]byte, 128)
	binary.BigEndian.PutUint32(h, uint32(size))
	h[8], h[9] = 4, 0x20 // version 4.2
	copy(h[12:], "mntrRGB XYZ ")
	for i, v := range []uint16{2004, 10, 1} { // date: that of the specification
		binary.BigEndian.PutUint16(h[24+2*i:], v)
	}
	copy(h[36:], "acsp")
	copy(h[68:], fixedNumbers("", 0.96420, 1, 0.82491)[4:]) // D50
	return h
}

// fixedNumbers is an element of numbers with 16 bits after the point, after its
// type and four empty bytes.
func fixedNumbers(kind string, numbers ...float64) []byte {
	b := append([]byte(kind), 0, 0, 0, 0)
	for _, v := range numbers {
		b = binary.BigEndian.AppendUint32(b, uint32(int32(math.Round(v*65536))))
	}
	return b
}

// parametricCurve is the curve Y = (aX+b)^g from d on, and Y = cX below.
func parametricCurve(g, a, b, c, d float64) []byte {
	const form = 3
	o := append([]byte("para"), 0, 0, 0, 0, 0, form, 0, 0)
	return append(o, fixedNumbers("", g, a, b, c, d)[4:]...)
}

// profileText is a text in English, padded to whole words.
func profileText(s string) []byte {
	const start = 28
	b := append([]byte("mluc"), 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 12)
	b = append(b, "enUS"...)
	b = binary.BigEndian.AppendUint32(b, uint32(2*len(s)))
	b = binary.BigEndian.AppendUint32(b, start)
	for _, c := range []byte(s) { // ASCII as UTF-16
		b = append(b, 0, c)
	}
	for len(b)%4 != 0 {
		b = append(b, 0)
	}
	return b
}
