package finish

import (
	"bytes"
	"fmt"
	"time"
)

// Details is what a finished file has beside its pages.
type Details struct {
	Title, Subject, Author, Producer string
	Language                         string    // BCP 47, such as "pt-BR"
	Created                          time.Time // also the date of the last change
	Structure                        *Element
	Outline                          []Bookmark
	Attachment                       *Attachment       // nil for none
	FontNames                        map[string]string // by the names that gofpdf gives
}

// File finishes a file of gofpdf that was written without compression, outline,
// links and attachments of its own.
func File(plain []byte, d Details) ([]byte, error) {
	if !isLanguage(d.Language) {
		d.Language = "" // a wrong one is worse than none
	}
	s, err := readSource(plain)
	if err != nil {
		return nil, err
	}
	b, err := newBuilder(s)
	if err != nil {
		return nil, err
	}
	if err := b.findPages(); err != nil {
		return nil, err
	}
	if err := b.fonts(d.FontNames); err != nil {
		return nil, err
	}
	tree := b.structure(d.Structure)
	if err := b.finishPages(); err != nil {
		return nil, err
	}
	b.set(s.info, information(&d))
	b.set(s.catalog, b.catalog(&d, tree))
	return b.file(s.catalog, s.info), nil
}

// findPages collects the objects of the pages, in their order: gofpdf writes
// each page and then its content.
func (b *builder) findPages() error {
	b.pages = []int{0}
	for number, o := range b.objects {
		if bytes.HasPrefix(o.body, []byte(pageStart)) {
			b.pages = append(b.pages, number)
		}
	}
	b.annotations = make([][]int, len(b.pages))
	if len(b.pages) == 1 {
		return errNotReadable
	}
	return nil
}

// pageStart is how gofpdf begins the object of a page.
const pageStart = "<</Type /Page\n"

// finishPages connects the pages with the structure and packs their contents.
func (b *builder) finishPages() error {
	for i, number := range b.pages[1:] {
		entries := fmt.Appendf(nil, pageStart+"/StructParents %d /Tabs /S\n", i)
		if links := b.annotations[i+1]; len(links) > 0 {
			entries = append(entries, "/Annots ["...)
			for _, n := range links {
				entries = fmt.Appendf(entries, " %d 0 R", n)
			}
			entries = append(entries, " ]\n"...)
		}
		body := b.objects[number].body
		contents, err := reference(body, "Contents")
		if err != nil || contents >= len(b.objects) {
			return errNotReadable
		}
		b.set(number, append(entries, body[len(pageStart):]...))
		content, err := streamContent(b.objects[contents].body)
		if err != nil {
			return err
		}
		b.set(contents, b.packed("", content))
	}
	return nil
}

// catalog is the root of the file.
func (b *builder) catalog(d *Details, tree int) []byte {
	conforms := d.Title != "" && d.Language != "" && d.Structure.complete()
	profile := b.stream([]byte("/N 3"), srgbProfile())
	b.objects = append(b.objects, object{body: plainStream("/Type /Metadata /Subtype /XML ", metadata(d, conforms))})
	properties := len(b.objects) - 1
	o := fmt.Appendf(nil, "<</Type /Catalog /Pages 1 0 R /MarkInfo <</Marked true>> /StructTreeRoot %d 0 R /Metadata %d 0 R", tree, properties)
	if d.Language != "" {
		o = fmt.Appendf(o, " /Lang %s", textString(d.Language))
	}
	o = fmt.Appendf(o, " /OutputIntents [<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2-1) /Info (sRGB IEC61966-2-1) /DestOutputProfile %d 0 R>>]", profile)
	// The labels of the pages are the numbers that are printed on them.
	o = append(o, " /PageLabels <</Nums [0 <</S /D>>]>> /ViewerPreferences <</DisplayDocTitle true>>"...)
	if n := b.outline(d.Outline); n > 0 {
		o = fmt.Appendf(o, " /Outlines %d 0 R /PageMode /UseOutlines", n)
	}
	if d.Attachment != nil {
		o = append(o, b.attach(d.Attachment, d.Created)...)
	}
	return append(o, ">>"...)
}
