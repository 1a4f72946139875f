package finish

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/jung-kurt/gofpdf"

	"dgca/reports/internal/pdf/pdftest"
)

// plain is a file of gofpdf with one marked line on each of two pages.
func plain(t *testing.T) []byte {
	t.Helper()
	ttf, err := os.ReadFile("../fonts/NotoSans-Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	f := gofpdf.New("P", "mm", "A4", "")
	f.SetCatalogSort(true)
	f.SetCompression(false)
	f.SetCreationDate(created)
	f.SetModificationDate(created)
	f.AddUTF8FontFromBytes("noto", "", ttf)
	for page := range 2 {
		f.AddPage()
		f.SetFont("noto", "", 12)
		f.RawWriteStr("/P <</MCID 0>> BDC")
		f.Text(20, 20, fmt.Sprintf("page %d: é", page+1))
		f.RawWriteStr("EMC")
	}
	var b bytes.Buffer
	if err := f.Output(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

var created = time.Date(2026, 3, 14, 9, 30, 0, 0, time.FixedZone("", 3600))

// details are those of a document of one paragraph that runs over two pages,
// and a link from it to the second.
func details() Details {
	root := &Element{Type: Document}
	text := root.Child(P)
	text.Mark(1, 0)
	text.Mark(2, 0)
	text.Child(LinkPart).AddLink(&Link{Page: 1, Place: Rectangle{10, 20, 30, 40}, Contents: "to (2)", To: &Target{Page: 2, Y: 700}})
	return Details{
		Title: "A title & more", Subject: "Subject", Author: "dgca", Producer: "dgca", Language: "en", Created: created,
		Structure: root, FontNames: map[string]string{"utf8noto": "NotoSans-Regular"},
		Outline: []Bookmark{
			{Title: "One", To: Target{Page: 1, Y: 800}},
			{Title: "One one", Level: 1, To: Target{Page: 1, Y: 700}},
			{Title: "One one one", Level: 2, To: Target{Page: 1, Y: 600}},
			{Title: "One two", Level: 1, To: Target{Page: 2, Y: 800}},
			{Title: "Two", To: Target{Page: 2, Y: 700}},
		},
	}
}

// finished is a finished file and what is in it.
type finished struct {
	*pdftest.File
	data []byte
}

func finish(t *testing.T, d Details) finished {
	t.Helper()
	data, err := File(plain(t), d)
	if err != nil {
		t.Fatal(err)
	}
	f, err := pdftest.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	return finished{f, data}
}

// find returns the only object that begins as given.
func (f finished) find(t *testing.T, start string) string {
	t.Helper()
	found := f.Find(start)
	if len(found) != 1 {
		t.Fatalf("%d objects begin with %q", len(found), start)
	}
	return found[0]
}

func field(t *testing.T, dictionary, key string) int {
	t.Helper()
	n := pdftest.Number(dictionary, "/"+key+" ")
	if n < 0 {
		t.Fatalf("no %s in %.80q", key, dictionary)
	}
	return n
}

func TestTableLeadsToEveryObject(t *testing.T) {
	f := finish(t, details())
	for n, body := range f.Objects {
		if body == "" {
			t.Errorf("object %d is empty", n)
		}
	}
	if !bytes.HasPrefix(f.data, []byte("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")) {
		t.Errorf("the file begins with %.20q", f.data)
	}
	if catalog := f.Objects[field(t, f.Trailer, "Root")]; !strings.Contains(catalog, "/Lang ") || !strings.Contains(catalog, "/DisplayDocTitle true") {
		t.Errorf("catalog %q", catalog)
	}
}

func TestSameInputGivesSameBytes(t *testing.T) {
	first, second := finish(t, details()), finish(t, details())
	if !bytes.Equal(first.data, second.data) {
		t.Error("two files of the same input differ")
	}
	other := details()
	other.Title = "Another"
	id := func(f finished) string { return regexp.MustCompile(`/ID \[<\w+>`).FindString(f.Trailer) }
	if id(first) == "" || id(first) == id(finish(t, other)) {
		t.Error("two different files have the same id")
	}
}

// The paragraph keeps one element for its parts on two pages, and each mark and
// link leads back to its element.
func TestStructure(t *testing.T) {
	f := finish(t, details())
	tree := f.find(t, "<</Type /StructTreeRoot")
	document := f.Objects[pdftest.Number(tree, "/K [")]
	text := f.Objects[field(t, document, "K")]
	if !regexp.MustCompile(`^<</S /P /P \d+ 0 R /Pg (\d+) 0 R /K \[0 <</Type /MCR /Pg (\d+) 0 R /MCID 0>> (\d+) 0 R\]>>`).MatchString(text) {
		t.Fatalf("the paragraph is %q", text)
	}
	annotation := f.find(t, "<</Type /Annot")
	for _, entry := range []string{"/F 4 ", "/StructParent 2 ", "/Contents ", "/Rect [10.00 20.00 30.00 40.00]", "/XYZ 0 700.00 null]"} {
		if !strings.Contains(annotation, entry) {
			t.Errorf("the link %q lacks %q", annotation, entry)
		}
	}
	// Parent tree: pages 0 and 1, then the link.
	keys := regexp.MustCompile(`/Nums \[0 (\d+) 0 R 1 (\d+) 0 R 2 (\d+) 0 R\]>> /ParentTreeNextKey 3`).FindStringSubmatch(tree)
	if keys == nil {
		t.Fatalf("the tree is %q", tree)
	}
	for i, want := range []string{"[", "[", "<</S /Link"} {
		n, _ := strconv.Atoi(keys[1+i])
		if !strings.HasPrefix(f.Objects[n], want) {
			t.Errorf("key %d leads to %q", i, f.Objects[n])
		}
	}
	if n := strings.Count(strings.Join(f.Find("<</Type /Page\n"), ""), "/Annots ["); n != 1 {
		t.Errorf("%d pages have links, want 1", n)
	}
}

// What was never shown is not in the file; the order of showing counts.
func TestElementsStandInTheOrderOfShowing(t *testing.T) {
	root := &Element{Type: Document}
	late, early, never := root.Child(H1), root.Child(P), root.Child(P)
	early.Show()
	late.Mark(1, 0)
	early.Mark(1, 1)
	if len(root.kids) != 2 || root.kids[0].element != early || root.kids[1].element != late || never.shown {
		t.Errorf("kids %v", root.kids)
	}
}

func TestOutlineCountsWhatIsOpen(t *testing.T) {
	f := finish(t, details())
	count := func(title string) int {
		for _, o := range f.Objects {
			if strings.HasPrefix(o, "<</Title "+string(textString(title))) {
				if !strings.Contains(o, "/Count ") {
					return 0
				}
				return field(t, o, "Count")
			}
		}
		t.Fatalf("no line %q", title)
		return 0
	}
	if all := field(t, f.find(t, "<</Type /Outlines"), "Count"); all != 5 || count("One") != 3 || count("One one") != 1 || count("Two") != 0 {
		t.Errorf("counts %d %d %d %d, want 5 3 1 0", all, count("One"), count("One one"), count("Two"))
	}
}

func TestCharacterMapHasWhatTheFontHas(t *testing.T) {
	f := finish(t, details())
	for _, o := range f.Objects {
		if !strings.Contains(o, "begincmap") {
			continue
		}
		for _, want := range []string{"<00E9> <00E9> <00E9>\n", "<0065> <0065> <0065>\n"} { // é; of the letters around e the text has none
			if strings.Count(o, want) != 1 {
				t.Errorf("the map lacks %q:\n%s", want, o)
			}
		}
		if strings.Contains(o, "FFFF>\n<") || strings.Contains(o, "<0000> <0") {
			t.Errorf("the map has codes without a glyph:\n%s", o)
		}
		return
	}
	t.Error("there is no character map")
}

func TestSubsetIsNamed(t *testing.T) {
	f := finish(t, details())
	name := regexp.MustCompile(`/[A-Z]{6}\+NotoSans-Regular\b`)
	names := map[string]int{}
	for _, o := range f.Objects {
		for _, n := range name.FindAllString(o, -1) {
			names[n]++
		}
		if strings.Contains(o, "utf8noto") {
			t.Errorf("an object keeps the name of gofpdf: %.80q", o)
		}
	}
	if len(names) != 1 {
		t.Errorf("names %v, want one", names)
	}
	for n, count := range names {
		if count != 3 {
			t.Errorf("%s stands in %d objects, want 3", n, count)
		}
	}
}

func TestClaimNeedsACompleteFile(t *testing.T) {
	claims := func(d Details) bool {
		f := finish(t, d)
		x := f.find(t, "<</Type /Metadata")
		if !strings.Contains(x, "A title &amp; more") && d.Title != "" {
			t.Errorf("the title is not in the metadata: %s", x)
		}
		return strings.Contains(x, "<pdfaid:part>3<") && strings.Contains(x, "<pdfuaid:part>1<")
	}
	if !claims(details()) {
		t.Error("a complete file claims nothing")
	}
	untitled, unspoken, garbled, mute := details(), details(), details(), details()
	garbled.Language = "e n"
	untitled.Title, unspoken.Language = "", ""
	mute.Structure.Child(Figure).Show()
	for name, d := range map[string]Details{"title": untitled, "language": unspoken, "a language code": garbled, "words for a figure": mute} {
		if claims(d) {
			t.Errorf("a file without %s claims to be complete", name)
		}
	}
}

func TestAttachmentIsWhole(t *testing.T) {
	d := details()
	d.Attachment = &Attachment{Name: "result (1).yaml", Type: "application/yaml", Description: "Data", Data: []byte("a: 1\nendstream\nendobj\n")}
	f := finish(t, d)
	file := f.find(t, "<</Type /EmbeddedFile")
	if !strings.HasSuffix(file, "stream\n"+string(d.Attachment.Data)) || !strings.Contains(file, "/Subtype /application#2Fyaml ") {
		t.Errorf("the attachment is %q", file)
	}
	if spec := f.find(t, "<</Type /Filespec"); !strings.Contains(spec, "/AFRelationship /Data ") || !strings.Contains(spec, "/Desc ") {
		t.Errorf("it is described as %q", spec)
	}
}

func TestDatesAndPropertiesAgree(t *testing.T) {
	f := finish(t, details())
	info, x := f.Objects[field(t, f.Trailer, "Info")], f.find(t, "<</Type /Metadata")
	if strings.Count(info, "(D:20260314083000Z)") != 2 || strings.Count(x, "2026-03-14T08:30:00Z") != 3 {
		t.Errorf("dates in %q and %q", info, x)
	}
}

// The length and the numbers of a profile are those that its format asks for.
func TestProfile(t *testing.T) {
	p := srgbProfile()
	be := func(at int) int {
		return int(p[at])<<24 | int(p[at+1])<<16 | int(p[at+2])<<8 | int(p[at+3])
	}
	if be(0) != len(p) || string(p[36:40]) != "acsp" {
		t.Errorf("header %x of %d bytes", p[:40], len(p))
	}
	sums := [3]int{}
	for i := range be(128) {
		entry := 132 + 12*i
		at, size := be(entry+4), be(entry+8)
		if at%4 != 0 || at+size > len(p) {
			t.Errorf("%s stands at %d with %d bytes", p[entry:entry+4], at, size)
		}
		if tag := string(p[entry : entry+4]); tag == "rXYZ" || tag == "gXYZ" || tag == "bXYZ" {
			for k := range sums {
				sums[k] += be(at + 8 + 4*k)
			}
		}
	}
	// White is the sum of the primaries: D50, which is 0.9642, 1, 0.8249.
	for k, want := range []float64{0.9642, 1, 0.8249} {
		if got := float64(sums[k]) / 65536; got < want-0.0005 || got > want+0.0005 {
			t.Errorf("the primaries add up to %.4f in place %d, want %.4f", got, k, want)
		}
	}
}

func TestFileRefusesWhatItDoesNotKnow(t *testing.T) {
	whole := plain(t)
	for _, s := range []string{
		"", "startxref\n", "startxref\n9999\n", "xref\n0 1\nstartxref\n1\n", "%PDF\nxref\n0 2\n0000000000 65535 f \n0000000099 00000 n \ntrailer\nstartxref\n5\n",
		strings.Replace(string(whole), "/Type /Page\n", "/Type /Leaf\n", 2),
		strings.Replace(string(whole), "/utf8noto\n", "/utf8none\n", 1),
		strings.Replace(string(whole), "/FontFile2 ", "/FontFile3 ", 1),
		strings.Replace(string(whole), "/ToUnicode ", "/ToUnicode 9", 1),
	} {
		if _, err := File([]byte(s), details()); err == nil {
			t.Errorf("%.60q is taken for a file of gofpdf", s)
		}
	}
	if _, err := File(whole, details()); err != nil {
		t.Error(err)
	}
}
