package markdown

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"dgca/reports/document"
)

func written(t testing.TB, d document.Document) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func sample(s string) document.Document {
	text := document.Text{{Text: s}, {Text: " and "}, {Text: s + " ", Strong: true, Link: "x"}, {Text: s}}
	return document.Document{Title: s, Subject: s, Author: "dgca test", Running: document.Running{Notice: s, Start: s, End: s},
		Cover: document.Cover{Kicker: s, Title: s, Subtitle: s, Notice: s, Facts: []document.Fact{{Label: s, Value: text}}},
		Sections: []document.Section{{ID: "a", Title: s, Blocks: []document.Block{
			document.Heading{Level: 3, Text: s}, document.Paragraph{Role: document.Lead, Text: text}, document.Paragraph{Role: document.Quote, Text: text},
			document.List{Ordered: true, Items: []document.Text{text, text}}, document.Callout{Title: s, Lines: []document.Text{text}},
			document.Figure{Caption: s, Alt: s},
			document.Columns{Start: []document.Block{document.Paragraph{Text: text}}},
			document.Table{Caption: s, Note: s, Columns: []document.Column{{Title: s}, {Title: "n", Align: document.AlignDecimal}}, Rows: []document.Row{
				{Group: true, Cells: []document.Cell{document.CellOf(s)}},
				{Cells: []document.Cell{{Lines: []document.CellLine{{Text: text}, {Role: document.Strongly, Text: text}}}, document.CellOf("2.0")}}}},
		}}}}
}

func TestSample(t *testing.T) {
	want := `**W**

W

# W

**W**

- **W:** W and **W** W

> W

## 1\. W

### W

**W and W W**

> W and **W** W

1. W and **W** W
2. W and **W** W

> **W**
>
> W and **W** W

**W**

> W

W and **W** W

**W**

| W | n |
| --- | --: |
| W |  |
| W and **W** W<br>**W and W W** | 2.0 |

W

---

**W**

W

W

W

dgca test
`
	if got := written(t, sample("W")); got != want {
		t.Errorf("got\n%s", got)
	}
}

func TestEscape(t *testing.T) {
	for in, want := range map[string]string{
		"plain text, 2.9 (91 %)":     "plain text, 2.9 (91 %)",
		"*a* _b_ `c` [d](e) |f| ~g~": `\*a\* \_b\_ \` + "`c\\`" + ` \[d\](e) \|f\| \~g\~`,
		"<b>&amp;":                   "&lt;b>&amp;amp;",
		"# a":                        `\# a`,
		"a # b - c":                  "a # b - c",
		"- a":                        `\- a`,
		"1. a":                       `1\. a`,
		"12) a":                      `12\) a`,
		"1.0.0":                      "1.0.0",
		"a\nb\x1b[0m\u202e":          `a b\[0m`,
	} {
		if got := inline(in); got != want {
			t.Errorf("%q gives %q, want %q", in, got, want)
		}
	}
	if got := cellText("a|b\nc"); got != `a\|b<br>c` {
		t.Errorf("a cell: %q", got)
	}
}

var pipe = regexp.MustCompile(`(?:^|[^\\])(?:\\\\)*\|`)

// Whatever the text, a table keeps its columns, and nothing begins a block or
// an element of HTML.
func FuzzText(f *testing.F) {
	for _, s := range []string{"a | b", "\\", "\\|", "# x", "<script>", "1. x", "``` \n```", "---", "[a]: http://b", "a\n| b |\n", "> q", "\xff", "*"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, plain := written(t, sample(s+"x")), written(t, sample("Wx"))
		lines, want := strings.Split(got, "\n"), strings.Split(plain, "\n")
		if len(lines) != len(want) {
			t.Fatalf("%q makes %d lines out of %d:\n%s", s, len(lines), len(want), got)
		}
		for i, l := range lines {
			if strings.HasPrefix(want[i], "|") && len(pipe.FindAllString(l, -1)) != len(pipe.FindAllString(want[i], -1)) {
				t.Errorf("%q breaks a row: %s", s, l)
			}
			if strings.HasPrefix(want[i], "W") && strings.ContainsRune("#>|-+=", rune((l + " ")[0])) {
				t.Errorf("%q begins a block: %s", s, l)
			}
			if strings.Contains(strings.ReplaceAll(l, "<br>", ""), "<") {
				t.Errorf("%q makes an element: %s", s, l)
			}
		}
	})
}
