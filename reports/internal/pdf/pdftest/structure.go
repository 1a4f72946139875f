package pdftest

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"
)

// Element is a part of the structure with the text in it. Text is that of the
// element itself; a link and other parts inside it are kids.
type Element struct {
	Type, Text, Attributes string
	Alt                    string
	Marks                  int // pieces of marked content
	Links                  int
	Kids                   []*Element
}

// Structure returns the root of the structure, and the text of each page that is
// in no part of it.
func (f *File) Structure() (root *Element, artifacts []string, err error) {
	pages := map[int]*page{}
	for n, body := range f.Objects {
		if strings.HasPrefix(body, "<</Type /Page\n") {
			if pages[n], err = readPage(f.Objects[Number(body, "/Contents ")]); err != nil {
				return nil, nil, err
			}
		}
	}
	tree := f.Find("<</Type /StructTreeRoot")
	if len(tree) != 1 {
		return nil, nil, fmt.Errorf("%d roots of the structure", len(tree))
	}
	root, err = f.element(Number(tree[0], "/K ["), pages)
	for n := range len(f.Objects) + 1 {
		if p := pages[n]; p != nil {
			artifacts = append(artifacts, p.artifacts)
			for mark, used := range p.used {
				if !used {
					return nil, nil, fmt.Errorf("the mark %d of the page in object %d belongs to no part", mark, n)
				}
			}
		}
	}
	return root, artifacts, err
}

var (
	kidsOf     = regexp.MustCompile(`(?s) /K (\[.*\]|\d+(?: 0 R)?)>>$`)
	kidForms   = regexp.MustCompile(`(?s)<</Type /MCR /Pg (\d+) 0 R /MCID (\d+)>>|<</Type /OBJR /Pg \d+ 0 R /Obj (\d+) 0 R>>|(\d+) 0 R|(\d+)`)
	attributes = regexp.MustCompile(` /A <<(.*?)>>`)
)

func (f *File) element(number int, pages map[int]*page) (*Element, error) {
	body := f.Objects[number]
	m := kidsOf.FindStringSubmatch(body)
	if m == nil {
		return nil, fmt.Errorf("object %d is no element: %.80q", number, body)
	}
	e := &Element{Type: word(body, "<</S /")}
	if a := attributes.FindStringSubmatch(body); a != nil {
		e.Attributes = a[1]
	}
	if _, alt, found := strings.Cut(body, "/Alt ("); found {
		e.Alt = fromUTF16(alt[:endOfString(alt)])
	}
	own := Number(body, "/Pg ")
	for _, k := range kidForms.FindAllStringSubmatch(m[1], -1) {
		switch {
		case k[3] != "":
			e.Links++
			if !strings.HasPrefix(f.Objects[atoi(k[3])], "<</Type /Annot") {
				return nil, fmt.Errorf("object %s is no annotation", k[3])
			}
		case k[4] != "":
			kid, err := f.element(atoi(k[4]), pages)
			if err != nil {
				return nil, err
			}
			e.Kids = append(e.Kids, kid)
		default:
			at, mark := own, k[5]
			if k[1] != "" {
				at, mark = atoi(k[1]), k[2]
			}
			p := pages[at]
			if p == nil || p.marks[atoi(mark)] == nil {
				return nil, fmt.Errorf("object %d has the mark %s of a page without it", number, mark)
			}
			p.used[atoi(mark)] = true
			e.Marks++
			e.Text += *p.marks[atoi(mark)]
		}
	}
	return e, nil
}

// All returns the elements of a type below e, in the order of reading.
func (e *Element) All(types ...string) []*Element {
	var found []*Element
	for _, k := range e.Kids {
		for _, t := range types {
			if k.Type == t {
				found = append(found, k)
			}
		}
		found = append(found, k.All(types...)...)
	}
	return found
}

// String lists an element and what is below it, one line each, with the
// attributes and what is said of a figure.
func (e *Element) String() string {
	var b strings.Builder
	e.list(&b, "")
	return b.String()
}

func (e *Element) list(b *strings.Builder, indent string) {
	b.WriteString(indent + e.Type)
	if e.Attributes != "" && e.Type != "Figure" { // the place of a figure is no matter of reading
		b.WriteString(" {" + e.Attributes + "}")
	}
	switch {
	case e.Alt != "":
		fmt.Fprintf(b, " = %q", e.Alt)
	case e.Text != "":
		fmt.Fprintf(b, " %q", e.Text)
	}
	b.WriteString("\n")
	for _, k := range e.Kids {
		k.list(b, indent+"  ")
	}
}

// page is the text of a page by its marks.
type page struct {
	marks     map[int]*string
	used      map[int]bool
	artifacts string
}

var operations = regexp.MustCompile(`(?s)/(\w+) (?:<<(?:(?:/MCID (\d+)|/ActualText <FEFF([0-9A-F]*)>|[^<>]*))>> BDC|BMC)|\bEMC\b|\(((?:[^\\()]|\\.)*)\) Tj`)

// readPage reads the content of a page. All that is drawn stands inside a mark.
func readPage(content string) (*page, error) {
	p := &page{marks: map[int]*string{}, used: map[int]bool{}}
	var open []*string
	for _, m := range operations.FindAllStringSubmatch(content, -1) {
		switch {
		case m[0] == "EMC":
			if len(open) == 0 {
				return nil, fmt.Errorf("a mark ends that was not open")
			}
			open = open[:len(open)-1]
		case m[1] == "Span": // what is drawn in it reads as the text given
			*open[len(open)-1] += fromHex(m[3])
			open = append(open, new(string))
		case m[2] != "":
			text := new(string)
			p.marks[atoi(m[2])] = text
			p.used[atoi(m[2])] = false
			open = append(open, text)
		case m[1] != "":
			open = append(open, &p.artifacts)
		case len(open) == 0:
			return nil, fmt.Errorf("the text %q has no mark", fromUTF16(m[4]))
		default:
			*open[len(open)-1] += fromUTF16(m[4])
		}
	}
	if len(open) > 0 {
		return nil, fmt.Errorf("a mark stays open")
	}
	return p, nil
}

func word(s, key string) string {
	_, after, _ := strings.Cut(s, key)
	return after[:len(after)-len(strings.TrimLeft(after, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"))]
}

func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return -1
	}
	return n
}

// endOfString returns where a string object ends, of which the beginning is
// taken off.
func endOfString(s string) int {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case ')':
			return i
		}
	}
	return len(s)
}

// fromUTF16 reads the inside of a string object.
func fromUTF16(s string) string {
	var units []uint16
	var plain []byte
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c == '\\' && i+1 < len(s) {
			if i++; s[i] == 'r' {
				c = '\r'
			} else {
				c = s[i]
			}
		}
		plain = append(plain, c)
	}
	for i := 0; i+1 < len(plain); i += 2 {
		units = append(units, uint16(plain[i])<<8|uint16(plain[i+1]))
	}
	return strings.TrimPrefix(string(utf16.Decode(units)), "\uFEFF")
}

func fromHex(s string) string {
	var units []uint16
	for ; len(s) >= 4; s = s[4:] {
		n, err := strconv.ParseUint(s[:4], 16, 16)
		if err != nil {
			return ""
		}
		units = append(units, uint16(n))
	}
	return string(utf16.Decode(units))
}
