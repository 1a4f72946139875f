package chart

import "fmt"

// RGB is a colour for screen and print.
type RGB struct{ R, G, B uint8 }

// Hex returns the colour as #rrggbb.
func (c RGB) Hex() string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// The colours of the reports. Ink, Muted and Accent keep a contrast of at
// least 4.5 to 1 on Paper and on Tint.
var (
	Ink    = RGB{0x1c, 0x1f, 0x24} // text
	Muted  = RGB{0x55, 0x5c, 0x66} // notes and level names
	Accent = RGB{0x1f, 0x4e, 0x79} // headings and marks
	Grid   = RGB{0xd9, 0xdd, 0xe2} // rules and grid lines
	Band   = RGB{0xd3, 0xde, 0xea} // range behind a mark
	Tint   = RGB{0xf2, 0xf5, 0xf8} // background of boxes and tracks
	Paper  = RGB{0xff, 0xff, 0xff}
)

// rampStops are five blues of evenly falling lightness. They differ in
// lightness alone, so their order survives a grey print and colour blindness.
var rampStops = [...]RGB{
	{0xe2, 0xec, 0xf5},
	{0xac, 0xc7, 0xdf},
	{0x6f, 0x9c, 0xc3},
	{0x2e, 0x69, 0x9b},
	{0x12, 0x40, 0x6b},
}

// darkText is the text on light steps of the ramp. It is darker than Ink
// because the middle steps leave little room for contrast.
var darkText = RGB{0x0c, 0x0e, 0x12}

// Ramp returns the colour of a step of a sequence of steps, 1-based, from
// light to dark.
func Ramp(step, of int) RGB {
	if of < 2 || step <= 1 {
		return rampStops[0]
	}
	if step >= of {
		return rampStops[len(rampStops)-1]
	}
	at := float64(step-1) / float64(of-1) * float64(len(rampStops)-1)
	i := int(at)
	return mix(rampStops[i], rampStops[i+1], at-float64(i))
}

// OnRamp returns the text colour with the better contrast on a step.
func OnRamp(step, of int) RGB {
	back := Ramp(step, of)
	if Contrast(darkText, back) >= Contrast(Paper, back) {
		return darkText
	}
	return Paper
}

func mix(a, b RGB, share float64) RGB {
	part := func(x, y uint8) uint8 { return uint8(float64(x) + (float64(y)-float64(x))*share + 0.5) }
	return RGB{part(a.R, b.R), part(a.G, b.G), part(a.B, b.B)}
}

// Paint says what a shape is painted with, by meaning. The zero value is no
// paint at all.
type Paint struct {
	Tone     Tone
	Step, Of int // for the tones ToneRamp and ToneOnRamp
}

// Tone is the meaning of a paint.
type Tone int

// The tones; ToneNone leaves a fill or stroke out.
const (
	ToneNone Tone = iota
	ToneInk
	ToneMuted
	ToneAccent
	ToneGrid
	ToneBand
	ToneTint
	TonePaper
	ToneRamp
	ToneOnRamp
)

// RGB returns the colour of the paint.
func (p Paint) RGB() RGB {
	switch p.Tone {
	case ToneMuted:
		return Muted
	case ToneAccent:
		return Accent
	case ToneGrid:
		return Grid
	case ToneBand:
		return Band
	case ToneTint:
		return Tint
	case TonePaper:
		return Paper
	case ToneRamp:
		return Ramp(p.Step, p.Of)
	case ToneOnRamp:
		return OnRamp(p.Step, p.Of)
	default:
		return Ink
	}
}

var (
	ink    = Paint{Tone: ToneInk}
	muted  = Paint{Tone: ToneMuted}
	accent = Paint{Tone: ToneAccent}
	grid   = Paint{Tone: ToneGrid}
	band   = Paint{Tone: ToneBand}
	paper  = Paint{Tone: TonePaper}
)
