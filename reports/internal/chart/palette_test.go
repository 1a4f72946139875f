package chart

import "testing"

func TestRampIsOrderedAndReadable(t *testing.T) {
	for of := 2; of <= 7; of++ {
		last := 2.0
		for step := 1; step <= of; step++ {
			c := Ramp(step, of)
			// In a grey print only the luminance is left.
			if l := luminance(c); l >= last*0.9 {
				t.Errorf("step %d of %d: luminance %.3f after %.3f", step, of, l, last)
			} else {
				last = l
			}
			if r := Contrast(OnRamp(step, of), c); r < 4.5 {
				t.Errorf("step %d of %d: contrast of the text is %.2f", step, of, r)
			}
		}
	}
}

func TestRampOutsideItsSteps(t *testing.T) {
	if Ramp(0, 5) != Ramp(1, 5) || Ramp(9, 5) != Ramp(5, 5) || Ramp(1, 0) != Ramp(1, 5) {
		t.Error("a step outside the ramp is not the nearest one")
	}
}

func TestTextColoursAreReadable(t *testing.T) {
	for name, c := range map[string]RGB{"ink": Ink, "muted": Muted, "accent": Accent} {
		for ground, g := range map[string]RGB{"paper": Paper, "tint": Tint} {
			if r := Contrast(c, g); r < 4.5 {
				t.Errorf("%s on %s: contrast %.2f", name, ground, r)
			}
		}
	}
	if r := Contrast(Ink, Band); r < 4.5 {
		t.Errorf("ink on band: contrast %.2f", r)
	}
}

func TestHex(t *testing.T) {
	if got := Accent.Hex(); got != "#1f4e79" {
		t.Errorf("accent is %s", got)
	}
}
