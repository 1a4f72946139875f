package finish

import (
	"bytes"
	"fmt"
)

// Type is a standard structure type of ISO 32000-1, 14.8.4.
type Type string

// The structure types in use.
const (
	Document   Type = "Document"
	Sect       Type = "Sect"
	Div        Type = "Div"
	BlockQuote Type = "BlockQuote"
	P          Type = "P"
	H1         Type = "H1"
	H2         Type = "H2"
	H3         Type = "H3"
	H4         Type = "H4"
	TOC        Type = "TOC"
	TOCI       Type = "TOCI"
	L          Type = "L"
	LI         Type = "LI"
	Lbl        Type = "Lbl"
	LBody      Type = "LBody"
	Table      Type = "Table"
	THead      Type = "THead"
	TBody      Type = "TBody"
	TR         Type = "TR"
	TH         Type = "TH"
	TD         Type = "TD"
	Caption    Type = "Caption"
	Figure     Type = "Figure"
	LinkPart   Type = "Link"
	Reference  Type = "Reference"
)

// Element is one part of the structure of a document. It stands in the
// document from the moment at which it, or a part below it, is shown; the order
// of showing is the order of reading.
type Element struct {
	Type      Type
	Alt       string     // what a Figure says
	Scope     string     // of a TH: Row or Column
	ColSpan   int        // of a TH or TD; 0 for one column
	Numbering string     // of an L: None, Disc or Decimal
	Box       *Rectangle // of a Figure on one page

	parent *Element
	shown  bool
	kids   []kid
	number int // of its object
}

// kid is what an element holds: another element, marked content of a page, or
// a link. Marked content has a page, an element none of the other two.
type kid struct {
	element *Element
	link    *Link
	page    int // from 1
	mark    int
}

// Rectangle is a place on a page in points from its lower left corner.
type Rectangle struct{ Left, Bottom, Right, Top float64 }

func (r Rectangle) String() string {
	return fmt.Sprintf("[%.2f %.2f %.2f %.2f]", r.Left, r.Bottom, r.Right, r.Top)
}

// Child makes an element below e.
func (e *Element) Child(t Type) *Element { return &Element{Type: t, parent: e} }

// Show gives the element its place after all that was shown before.
func (e *Element) Show() {
	if e.shown {
		return
	}
	e.shown = true
	if e.parent != nil {
		e.parent.Show()
		e.parent.kids = append(e.parent.kids, kid{element: e})
	}
}

// Mark adds the marked content with the given number on a page, counted from 1.
func (e *Element) Mark(page, mark int) {
	e.Show()
	e.kids = append(e.kids, kid{page: page, mark: mark})
}

// AddLink adds the place of a link to an element of type LinkPart.
func (e *Element) AddLink(l *Link) {
	e.Show()
	e.kids = append(e.kids, kid{link: l, page: l.Page})
}

// structure writes the tree of elements and returns the number of its root.
// Each page and each link gets a key by which a reader finds its elements.
func (b *builder) structure(root *Element) int {
	tree := b.reserve()
	marks := make([][]*Element, len(b.pages))
	var links []*Element
	b.number(root, marks, &links)
	b.element(root, tree)

	var keys bytes.Buffer
	for page, elements := range marks[1:] {
		list := make([]byte, 0, 12*len(elements))
		for _, e := range elements {
			list = fmt.Appendf(list, "%d 0 R ", e.number)
		}
		fmt.Fprintf(&keys, "%d %d 0 R ", page, b.small(fmt.Appendf(nil, "[%s]", bytes.TrimSpace(list))))
	}
	for i, e := range links {
		fmt.Fprintf(&keys, "%d %d 0 R ", b.linkKey(i), e.number)
	}
	b.set(tree, fmt.Appendf(nil, "<</Type /StructTreeRoot /K [%d 0 R] /ParentTree <</Nums [%s]>> /ParentTreeNextKey %d>>",
		root.number, bytes.TrimSpace(keys.Bytes()), b.linkKey(len(links))))
	return tree
}

// number gives each element an object, in the order of reading, and collects
// the elements of the marks on each page and of the links.
func (b *builder) number(e *Element, marks [][]*Element, links *[]*Element) {
	e.number = b.reserve()
	for _, k := range e.kids {
		switch {
		case k.element != nil:
			b.number(k.element, marks, links)
		case k.link != nil:
			b.link(k.link, len(*links))
			*links = append(*links, e)
		default:
			for len(marks[k.page]) <= k.mark {
				marks[k.page] = append(marks[k.page], nil)
			}
			marks[k.page][k.mark] = e
		}
	}
}

// element writes the objects of an element and of all below it.
func (b *builder) element(e *Element, parent int) {
	o := fmt.Appendf(nil, "<</S /%s /P %d 0 R", e.Type, parent)
	page := 0
	for _, k := range e.kids {
		if page == 0 && k.page > 0 {
			page = k.page
			o = fmt.Appendf(o, " /Pg %d 0 R", b.pages[page])
		}
	}
	if e.Alt != "" {
		o = fmt.Appendf(o, " /Alt %s", textString(e.Alt))
	}
	o = append(o, e.attributes()...)
	o = append(o, " /K "...)
	if len(e.kids) != 1 {
		o = append(o, '[')
	}
	for i, k := range e.kids {
		if i > 0 {
			o = append(o, ' ')
		}
		o = b.kid(o, k, page)
	}
	if len(e.kids) != 1 {
		o = append(o, ']')
	}
	b.set(e.number, append(o, ">>"...))
	for _, k := range e.kids {
		if k.element != nil {
			b.element(k.element, e.number)
		}
	}
}

// kid appends a kid of an element whose page is the given one.
func (b *builder) kid(o []byte, k kid, page int) []byte {
	switch {
	case k.element != nil:
		return fmt.Appendf(o, "%d 0 R", k.element.number)
	case k.link != nil:
		return fmt.Appendf(o, "<</Type /OBJR /Pg %d 0 R /Obj %d 0 R>>", b.pages[k.page], k.link.number)
	case k.page == page:
		return fmt.Appendf(o, "%d", k.mark)
	}
	return fmt.Appendf(o, "<</Type /MCR /Pg %d 0 R /MCID %d>>", b.pages[k.page], k.mark)
}

func (e *Element) attributes() []byte {
	switch {
	case e.Scope != "" && e.ColSpan > 1:
		return fmt.Appendf(nil, " /A <</O /Table /Scope /%s /ColSpan %d>>", e.Scope, e.ColSpan)
	case e.Scope != "":
		return fmt.Appendf(nil, " /A <</O /Table /Scope /%s>>", e.Scope)
	case e.Numbering != "":
		return fmt.Appendf(nil, " /A <</O /List /ListNumbering /%s>>", e.Numbering)
	case e.Box != nil:
		return fmt.Appendf(nil, " /A <</O /Layout /Placement /Block /BBox %s>>", *e.Box)
	}
	return nil
}

// complete reports whether each figure below e has its words.
func (e *Element) complete() bool {
	if e.Type == Figure && e.Alt == "" {
		return false
	}
	for _, k := range e.kids {
		if k.element != nil && !k.element.complete() {
			return false
		}
	}
	return true
}
