package pdf

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"

	"dgca/reports/document"
)

// printed prints a document and fails the test on an error.
func printed(t *testing.T, d document.Document) ([]byte, Stats) {
	t.Helper()
	var b bytes.Buffer
	stats, err := WriteStats(&b, d)
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes(), stats
}

var (
	pageContent = regexp.MustCompile(`/Contents (\d+) 0 R`)
	shownText   = regexp.MustCompile(`(?s)\(((?:[^\\()]|\\.)*)\) ?Tj`)
)

// pageTexts returns the strings that each page of a file shows, in the order
// of drawing.
func pageTexts(t *testing.T, file []byte) [][]string {
	t.Helper()
	var pages [][]string
	for _, m := range pageContent.FindAllSubmatch(file, -1) {
		object := file[bytes.Index(file, []byte("\n"+string(m[1])+" 0 obj")):]
		start := bytes.Index(object, []byte("stream\n")) + len("stream\n")
		r, err := zlib.NewReader(bytes.NewReader(object[start:]))
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		var texts []string
		for _, s := range shownText.FindAllSubmatch(content, -1) {
			texts = append(texts, fromUTF16(unescape(s[1])))
		}
		pages = append(pages, texts)
	}
	return pages
}

func unescape(s []byte) []byte {
	var out []byte
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' {
			i++
			if s[i] == 'r' {
				out = append(out, '\r')
				continue
			}
		}
		out = append(out, s[i])
	}
	return out
}

func fromUTF16(b []byte) string {
	var units []uint16
	for i := 0; i+1 < len(b); i += 2 {
		units = append(units, uint16(b[i])<<8|uint16(b[i+1]))
	}
	return string(utf16.Decode(units))
}

// report makes a document of one section.
func report(blocks ...document.Block) document.Document {
	return document.Document{Title: "Report", Sections: []document.Section{{ID: "s", Title: "Only", Blocks: blocks}}}
}

func words(n int) document.Paragraph {
	return document.Paragraph{Text: document.Plain(strings.Repeat("word and word and word ", n))}
}
