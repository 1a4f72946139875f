package reports

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	_ "image/jpeg" // the formats that a logo may have
	"image/png"

	"dgca/reports/document"
)

// The limits of a logo: of the file, of the pixels that it unpacks to, and of
// its longer side after it was made smaller.
const (
	MaxLogoFile  = 8 << 20
	maxLogoArea  = 24_000_000
	maxLogoSide  = 900
	leastLogoDim = 8
)

// Logo decodes a PNG or JPEG picture and writes it anew: on white, with 8 bits a
// colour, and no larger than a report needs. Nothing else of the file is kept.
// Alt says what the picture shows.
func Logo(file []byte, alt string) (*document.Image, error) {
	if len(file) > MaxLogoFile {
		return nil, fmt.Errorf("the picture file is larger than %d megabytes", MaxLogoFile>>20)
	}
	size, kind, err := image.DecodeConfig(bytes.NewReader(file))
	switch {
	case err != nil || kind != "png" && kind != "jpeg":
		return nil, errors.New("this is not a PNG or JPEG picture")
	case size.Width < leastLogoDim || size.Height < leastLogoDim:
		return nil, fmt.Errorf("the picture has %d x %d pixels, which is too small", size.Width, size.Height)
	case size.Width > maxLogoArea/size.Height:
		return nil, fmt.Errorf("the picture has %d x %d pixels, which is too large: all its pixels together may be %d million", size.Width, size.Height, maxLogoArea/1_000_000)
	}
	picture, _, err := image.Decode(bytes.NewReader(file))
	if err != nil {
		return nil, fmt.Errorf("the picture is damaged: %w", err)
	}
	small := onWhite(picture)
	var out bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&out, small); err != nil {
		return nil, fmt.Errorf("the picture cannot be written: %w", err)
	}
	b := small.Bounds()
	return &document.Image{PNG: out.Bytes(), Width: b.Dx(), Height: b.Dy(), Alt: alt}, nil
}

// onWhite returns a picture without transparency, made smaller where it is
// large. Each pixel is the mean of those that fall into it.
func onWhite(p image.Image) *image.RGBA {
	from := p.Bounds()
	w, h := from.Dx(), from.Dy()
	if long := max(w, h); long > maxLogoSide {
		w, h = max(w*maxLogoSide/long, 1), max(h*maxLogoSide/long, 1)
	}
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		top, bottom := from.Min.Y+y*from.Dy()/h, from.Min.Y+(y+1)*from.Dy()/h
		for x := range w {
			start, end := from.Min.X+x*from.Dx()/w, from.Min.X+(x+1)*from.Dx()/w
			out.SetRGBA(x, y, meanOnWhite(p, image.Rect(start, top, end, bottom)))
		}
	}
	return out
}

// meanOnWhite returns the mean colour of an area on a white ground.
func meanOnWhite(p image.Image, area image.Rectangle) color.RGBA {
	var r, g, b, n uint64
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			// Colours come multiplied with their opacity, so that the rest of
			// the opacity is how much of the white shows.
			cr, cg, cb, ca := p.At(x, y).RGBA()
			white := uint64(0xffff - ca)
			r, g, b, n = r+uint64(cr)+white, g+uint64(cg)+white, b+uint64(cb)+white, n+1
		}
	}
	eight := func(sum uint64) uint8 { return uint8((sum/n + 128) / 257) }
	return color.RGBA{eight(r), eight(g), eight(b), 0xff}
}
