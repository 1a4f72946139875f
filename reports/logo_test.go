package reports

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"
)

func pngOf(t testing.TB, p image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, p); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// A picture is written anew: 8 bits a colour, no transparency, none of the
// texts of the file.
func TestLogoIsWrittenAnew(t *testing.T) {
	p := image.NewNRGBA64(image.Rect(0, 0, 1800, 600))
	for y := range 600 {
		for x := range 1800 {
			p.Set(x, y, color.NRGBA64{0, 0, 0xffff, 0x8000}) // blue, half transparent
		}
	}
	file := pngOf(t, p)
	// A text chunk behind the header, as cameras and programs write them.
	text := append(binary.BigEndian.AppendUint32(nil, 14), "tEXtAuthor\x00Maria M\x00\x00\x00\x00"...)
	file = append(file[:33:33], append(text, file[33:]...)...)
	l, err := Logo(pngOf(t, p), "Logo")
	if err != nil {
		t.Fatal(err)
	}
	if l.Width != 900 || l.Height != 300 || l.Alt != "Logo" {
		t.Errorf("%d x %d, %q", l.Width, l.Height, l.Alt)
	}
	const colourType, depth = 25, 24
	if l.PNG[depth] != 8 || l.PNG[colourType] != 2 {
		t.Errorf("depth %d, colour type %d; want 8 and 2 (RGB)", l.PNG[depth], l.PNG[colourType])
	}
	out, err := png.Decode(bytes.NewReader(l.PNG))
	if err != nil {
		t.Fatal(err)
	}
	// Half of white and half of blue.
	if r, g, b, a := out.At(5, 5).RGBA(); r>>8 != 0x7f || g>>8 != 0x7f || b>>8 != 0xff || a>>8 != 0xff {
		t.Errorf("colour %x %x %x %x", r>>8, g>>8, b>>8, a>>8)
	}
	if l, err := Logo(file, ""); err == nil && bytes.Contains(l.PNG, []byte("Maria")) {
		t.Error("a text of the file is still there")
	}
}

func TestLogoFormats(t *testing.T) {
	p := image.NewGray(image.Rect(0, 0, 20, 10))
	var j bytes.Buffer
	if err := jpeg.Encode(&j, p, nil); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		file []byte
		want string
	}{
		"jpeg":      {j.Bytes(), ""},
		"png":       {pngOf(t, p), ""},
		"text":      {[]byte("GIF89a"), "not a PNG or JPEG"},
		"nothing":   {nil, "not a PNG or JPEG"},
		"cut":       {pngOf(t, image.NewRGBA(image.Rect(0, 0, 90, 90)))[:60], "damaged"},
		"tiny":      {pngOf(t, image.NewGray(image.Rect(0, 0, 2, 2))), "too small"},
		"bomb":      {withSize(pngOf(t, p), 60000, 60000), "PNG"},
		"huge file": {make([]byte, MaxLogoFile+1), "larger than"},
	} {
		_, err := Logo(c.file, "")
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := Logo(pngOf(t, image.NewGray(image.Rect(0, 0, 30000, 1000))), ""); err == nil || !strings.Contains(err.Error(), "too large") {
		t.Errorf("too many pixels: %v", err)
	}
}

// withSize changes the size that the header of a PNG file claims.
func withSize(file []byte, w, h uint32) []byte {
	out := bytes.Clone(file)
	binary.BigEndian.PutUint32(out[16:], w)
	binary.BigEndian.PutUint32(out[20:], h)
	return out
}
