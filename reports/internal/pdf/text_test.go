package pdf

import (
	"math"
	"strings"
	"testing"
	"unicode"

	"dgca/reports/document"
)

func (l line) String() string {
	var s strings.Builder
	for _, f := range l.fragments {
		s.WriteString(f.text)
	}
	return s.String()
}

func TestLayoutBreaks(t *testing.T) {
	const em = mmPerPoint * 10
	narrow := widthOf("nnnnnnnn", false) * em
	tests := []struct {
		name, in string
		want     []string
	}{
		{"words", "nnn nnn nnn nnn", []string{"nnn nnn", "nnn nnn"}},
		{"line ends of the text", "n\nn\n\nn", []string{"n", "n", "n"}},
		{"several spaces", "nnn   nnn  ", []string{"nnn nnn"}},
		{"after a hyphen", "nnnnn-nnnnn", []string{"nnnnn-", "nnnnn"}},
		{"not in a range", "nnnnn 21-23.5", []string{"nnnnn", "21-23.5"}},
		{"inside a long word", "nnnnnnnnnnnnnnnnnnnn", []string{"nnnnnnnn", "nnnnnnnn", "nnnn"}},
		{"no-break space", "nnnn nnn\u00a0nnn", []string{"nnnn", "nnn\u00a0nnn"}},
		{"nothing", " \n ", nil},
	}
	for _, test := range tests {
		var set typesetter
		b := set.layout(document.Plain(test.in), style{size: 10}, narrow+1e-9, document.AlignStart)
		var got []string
		for _, l := range b.lines {
			got = append(got, l.String())
		}
		if strings.Join(got, "|") != strings.Join(test.want, "|") {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

func TestLayoutKeepsLooksInsideAWord(t *testing.T) {
	var set typesetter
	text := document.Text{{Text: "a very "}, {Text: "strong", Strong: true}, {Text: "ly marked "}, {Text: "link", Link: "x"}}
	b := set.layout(text, bodyStyle, 100, document.AlignStart)
	if len(b.lines) != 1 || b.lines[0].String() != "a very strongly marked link" {
		t.Fatalf("lines %v", b.lines)
	}
	if f := b.lines[0].fragments; len(f) != 4 || !f[1].bold || f[2].bold || f[3].link != "x" {
		t.Errorf("fragments %+v", f)
	}
}

func TestBalancedTitleHasNoLonelyWord(t *testing.T) {
	var set typesetter
	b := set.balanced("Where we stand and what to do next", titleStyle, textWidth)
	if len(b.lines) != 2 || b.lines[1].width < b.lines[0].width*0.5 {
		t.Errorf("lines %v", b.lines)
	}
}

func TestFitCutsWithEllipsis(t *testing.T) {
	var set typesetter
	b := set.fit(strings.Repeat("Ministry ", 30), footerStyle, 60, document.AlignStart)
	if len(b.lines) != 1 || b.lines[0].width > 60 || !strings.HasSuffix(b.lines[0].String(), "…") {
		t.Errorf("lines %v", b.lines)
	}
}

// The widths that the layout counts with are those that the file prints with.
func TestWidthsAgreeWithGofpdf(t *testing.T) {
	c := newCanvas()
	for _, bold := range []bool{false, true} {
		c.setFont(bold, 10)
		for _, s := range []string{"Responsibilities 0123456789", "Əhali İğşü Đánh giá", "Кириллица"} {
			want := c.pdf.GetStringWidth(s)
			if got := widthOf(s, bold) * 10 * mmPerPoint; math.Abs(got-want) > 0.01*want {
				t.Errorf("%q: %.3f mm, gofpdf has %.3f", s, got, want)
			}
		}
	}
}

func FuzzLayout(f *testing.F) {
	for _, s := range hostile {
		if len(s) < 2000 {
			f.Add(s, "and "+s, 30.0)
		}
	}
	f.Add("Digitalverwaltungs-modernisierung", "sehr lang", 12.0)
	f.Fuzz(func(t *testing.T, first, second string, width float64) {
		// A line holds at least one letter, however wide that is.
		if !(width >= 8 && width <= 200) || len(first)+len(second) > 5000 {
			t.Skip("outside of what a page has")
		}
		var set typesetter
		text := document.Text{{Text: first}, {Text: second, Strong: true, Link: "x"}}
		b := set.layout(text, bodyStyle, width, document.AlignStart)
		var printed strings.Builder
		for _, l := range b.lines {
			printed.WriteString(l.String())
			sum := 0.0
			for _, fr := range l.fragments {
				sum += fr.width
			}
			if l.width > width+1e-6 || math.Abs(sum-l.width) > 1e-6 {
				t.Errorf("line %q of %.4f mm (fragments %.4f) in %.4f", l, l.width, sum, width)
			}
		}
		if got, want := inked(printed.String()), inked(clean(first)+clean(second)); got != want {
			t.Errorf("printed %q, want %q", got, want)
		}
	})
}

// inked drops the white space, which alone a layout may drop.
func inked(s string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '\n' {
			return -1
		}
		if unicode.IsControl(r) {
			panic("control character")
		}
		return r
	}, s)
}
