package finish

import (
	"bytes"
	"crypto/sha256"
	"fmt"
)

// fonts finishes the fonts: gofpdf names them after its own keys, does not mark
// them as subsets, and maps every code to itself, also those without a glyph,
// in a form that the standard does not allow.
func (b *builder) fonts(names map[string]string) error {
	for number := range b.objects {
		if body := b.objects[number].body; bytes.HasPrefix(body, []byte("<</Type /Font\n/Subtype /Type0\n")) {
			if err := b.font(number, names); err != nil {
				return err
			}
		}
	}
	return nil
}

// font finishes one font: its object, those of the glyphs and their
// description, the map from codes to glyphs, and the font file.
func (b *builder) font(number int, names map[string]string) error {
	_, rest, _ := bytes.Cut(b.objects[number].body, []byte("/BaseFont /"))
	old, _, _ := bytes.Cut(rest, []byte("\n"))
	full, known := names[string(old)]
	if !known {
		return fmt.Errorf("%w: the font %q is not known", errNotReadable, old)
	}
	f := finder{b: b}
	glyphs := f.object(number, "DescendantFonts")
	toUnicode := f.object(number, "ToUnicode")
	description := f.object(glyphs, "FontDescriptor")
	codes := f.object(glyphs, "CIDToGIDMap")
	file := f.object(description, "FontFile2")
	codeMap, program := f.content(codes), f.content(file)
	if f.err != nil {
		return f.err
	}
	sum := sha256.Sum256(program)
	subset := []byte("/")
	for _, c := range sum[:6] {
		subset = append(subset, 'A'+c%26)
	}
	subset = append(append(subset, '+'), full...)
	for _, n := range []int{number, glyphs, description} {
		b.set(n, bytes.Replace(b.objects[n].body, append([]byte("/"), old...), subset, 1))
	}
	b.objects[codes] = object{body: b.packed("", codeMap)}
	b.objects[file] = object{body: b.packed(fmt.Sprintf("/Length1 %d ", len(program)), program)}
	b.objects[toUnicode] = object{body: b.packed("", characterMap(codeMap))}
	return nil
}

// finder follows references between objects until one is missing.
type finder struct {
	b   *builder
	err error
}

// object returns the number of the object that a key of another one refers to.
func (f *finder) object(number int, key string) int {
	n, err := reference(f.b.objects[number].body, key)
	if err == nil && n >= len(f.b.objects) {
		err = errNotReadable
	}
	if err != nil {
		f.err = err
		return 0
	}
	return n
}

// content returns what is in a compressed stream.
func (f *finder) content(number int) []byte {
	packed, err := streamContent(f.b.objects[number].body)
	if err != nil {
		f.err = err
		return nil
	}
	content, err := inflate(packed)
	if err != nil {
		f.err = err
	}
	return content
}

// characterMap makes the map from codes to characters, for those codes that a
// map to glyphs knows. In a font of gofpdf a code is the character itself.
func characterMap(codeMap []byte) []byte {
	var lines [][]byte
	used := func(code int) bool { return codeMap[2*code] != 0 || codeMap[2*code+1] != 0 }
	for first := 0; first < len(codeMap)/2; first++ {
		if !used(first) {
			continue
		}
		last := first
		for last&0xFF != 0xFF && 2*(last+1) < len(codeMap) && used(last+1) { // a range keeps its first byte
			last++
		}
		lines = append(lines, fmt.Appendf(nil, "<%04X> <%04X> <%04X>\n", first, last, first))
		first = last
	}
	m := []byte("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	const most = 100 // entries of a block
	for len(lines) > 0 {
		n := min(most, len(lines))
		m = fmt.Appendf(m, "%d beginbfrange\n%sendbfrange\n", n, bytes.Join(lines[:n], nil))
		lines = lines[n:]
	}
	return append(m, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"...)
}
