package pdf

import (
	_ "embed" // the fonts are part of the program
	"encoding/binary"
	"sync"
)

//go:embed fonts/NotoSans-Regular.ttf
var regularTTF []byte

//go:embed fonts/NotoSans-Bold.ttf
var boldTTF []byte

// fontNames are the names of the fonts by those that gofpdf gives them.
var fontNames = map[string]string{"utf8" + family: "NotoSans-Regular", "utf8" + family + "B": "NotoSans-Bold"}

// metrics holds the advance widths of a font. Widths are kept in blocks of 256
// runes, so that a lookup is two steps in arrays; 0 means that the font has no
// glyph, any other value is the width in font units plus one.
type metrics struct {
	blocks     [256]*[256]uint16
	unitsPerEm float64
}

// The width of text is read from the font files here, and not asked of gofpdf:
// it is needed for every word, and before it is known whether a document uses
// the font at all.
var (
	regularMetrics = sync.OnceValue(func() *metrics { return readMetrics(regularTTF) })
	boldMetrics    = sync.OnceValue(func() *metrics { return readMetrics(boldTTF) })
)

func metricsOf(bold bool) *metrics {
	if bold {
		return boldMetrics()
	}
	return regularMetrics()
}

// has reports whether the font has a glyph for r.
func (m *metrics) has(r rune) bool {
	if r < 0 || r > 0xFFFF {
		return false
	}
	b := m.blocks[r>>8]
	return b != nil && b[r&0xFF] != 0
}

// width returns the advance of r as a share of the type size.
func (m *metrics) width(r rune) float64 {
	if !m.has(r) {
		return 0
	}
	return float64(m.blocks[r>>8][r&0xFF]-1) / m.unitsPerEm
}

// readMetrics reads the character map and the advance widths of a TrueType
// file. The files are part of the program and covered by a test, so it relies
// on them being well formed.
func readMetrics(ttf []byte) *metrics {
	be := binary.BigEndian
	tables := make(map[string][]byte)
	for i := range int(be.Uint16(ttf[4:])) {
		entry := ttf[12+16*i:]
		offset, size := be.Uint32(entry[8:]), be.Uint32(entry[12:])
		tables[string(entry[:4])] = ttf[offset : offset+size]
	}
	m := &metrics{unitsPerEm: float64(be.Uint16(tables["head"][18:]))}
	advances := tables["hmtx"]
	last := int(be.Uint16(tables["hhea"][34:])) - 1
	set := func(r, glyph int) {
		if glyph == 0 || r > 0xFFFF {
			return
		}
		b := m.blocks[r>>8]
		if b == nil {
			b = new([256]uint16)
			m.blocks[r>>8] = b
		}
		b[r&0xFF] = be.Uint16(advances[4*min(glyph, last):]) + 1
	}
	for first, cmap := 4, tables["cmap"]; first < 4+8*int(be.Uint16(cmap[2:])); first += 8 {
		sub := cmap[be.Uint32(cmap[first+4:]):]
		if be.Uint16(sub) == 4 {
			readSegments(sub, set)
			return m
		}
	}
	return m
}

// readSegments calls set for each pair of character and glyph of a character
// map of format 4.
func readSegments(sub []byte, set func(r, glyph int)) {
	u16 := func(at int) int { return int(binary.BigEndian.Uint16(sub[at:])) }
	n := u16(6) / 2
	ends, starts, deltas, offsets := 14, 16+2*n, 16+4*n, 16+6*n
	for i := range n {
		start, end := u16(starts+2*i), u16(ends+2*i)
		delta, offset := u16(deltas+2*i), u16(offsets+2*i)
		for r := start; r <= end && r != 0xFFFF; r++ {
			glyph := r + delta
			if offset != 0 {
				glyph = u16(offsets + 2*i + offset + 2*(r-start))
				if glyph != 0 {
					glyph += delta
				}
			}
			set(r, glyph&0xFFFF)
		}
	}
}
