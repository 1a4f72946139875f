package finish

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"io"
)

// builder collects the objects of a file. Objects are numbered from 1.
type builder struct {
	objects     []object
	pages       []int   // the object of each page; pages are counted from 1
	annotations [][]int // the objects of the links on each page
	packer      *zlib.Writer
	buffer      bytes.Buffer
}

// object is the body of an object. Small ones are packed together: a tagged
// document has thousands of them.
type object struct {
	body  []byte
	small bool
}

func newBuilder(s *source) (*builder, error) {
	packer, err := zlib.NewWriterLevel(io.Discard, zlib.DefaultCompression)
	if err != nil {
		return nil, err
	}
	b := &builder{packer: packer}
	for _, body := range s.objects {
		b.objects = append(b.objects, object{body: body})
	}
	return b, nil
}

// reserve returns the number of a small object that is set later.
func (b *builder) reserve() int { return b.small(nil) }

// small adds an object that is no stream.
func (b *builder) small(body []byte) int {
	b.objects = append(b.objects, object{body: body, small: true})
	return len(b.objects) - 1
}

// set gives an object its body.
func (b *builder) set(number int, body []byte) { b.objects[number].body = body }

// stream adds a compressed stream; the entries belong to its dictionary.
func (b *builder) stream(entries []byte, content []byte) int {
	b.objects = append(b.objects, object{body: b.packed(string(entries)+" ", content)})
	return len(b.objects) - 1
}

// packed returns the body of a compressed stream.
func (b *builder) packed(entries string, content []byte) []byte {
	b.buffer.Reset()
	b.packer.Reset(&b.buffer)
	// A buffer takes everything.
	_, _ = b.packer.Write(content)
	_ = b.packer.Close()
	return plainStream(entries+"/Filter /FlateDecode ", b.buffer.Bytes())
}

func plainStream(entries string, content []byte) []byte {
	o := fmt.Appendf(nil, "<<%s/Length %d>>\nstream\n", entries, len(content))
	return append(append(o, content...), "\nendstream"...)
}

func inflate(data []byte) ([]byte, error) {
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

// location is an entry of the cross-reference table: an offset in the file, or
// an index in the object stream of the given number.
type location struct{ stream, at int }

// file writes the whole file. The small objects go into object streams, and so
// the table is a stream too (ISO 32000-1, 7.5.7 and 7.5.8). Its id is a digest
// of all that stands before the table.
func (b *builder) file(catalog, info int) []byte {
	var out bytes.Buffer
	out.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	places := make([]location, len(b.objects), len(b.objects)+8)
	write := func(number int, body []byte) {
		for len(places) <= number {
			places = append(places, location{})
		}
		places[number] = location{at: out.Len()}
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", number, body)
	}
	next := len(b.objects)
	var group []int
	pack := func() {
		for i, n := range group {
			places[n] = location{stream: next, at: i}
		}
		write(next, b.objectStream(group))
		next++
		group = group[:0]
	}
	const most = 500 // objects in a stream: a reader unpacks a whole one to get at a single object
	for number, o := range b.objects[1:] {
		if number++; !o.small {
			write(number, o.body)
			continue
		}
		if group = append(group, number); len(group) == most {
			pack()
		}
	}
	if len(group) > 0 {
		pack()
	}
	id := sha256.Sum256(out.Bytes())
	start := out.Len()
	places = append(places, location{at: start})
	const columns = 6
	entries := fmt.Sprintf("/Type /XRef /Size %d /W [1 3 2] /Root %d 0 R /Info %d 0 R /ID [<%X> <%X>] /DecodeParms <</Predictor 12 /Columns %d>> ",
		len(places), catalog, info, id[:16], id[:16], columns)
	fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n", next, b.packed(entries, crossReferences(places, columns)), start)
	return out.Bytes()
}

// objectStream packs small objects into one stream.
func (b *builder) objectStream(numbers []int) []byte {
	var index, bodies []byte
	for _, n := range numbers {
		index = fmt.Appendf(index, "%d %d ", n, len(bodies))
		bodies = append(append(bodies, b.objects[n].body...), '\n')
	}
	entries := fmt.Sprintf("/Type /ObjStm /N %d /First %d ", len(numbers), len(index))
	return b.packed(entries, append(index, bodies...))
}

// crossReferences writes the entries of the table. Each byte but the first of a
// row is the difference to the byte above it, which packs far better.
func crossReferences(places []location, columns int) []byte {
	table := make([]byte, 0, (columns+1)*len(places))
	above := make([]byte, columns)
	for number, p := range places {
		row := make([]byte, columns)
		switch {
		case number == 0: // the head of the list of free objects
			row[4], row[5] = 0xFF, 0xFF
		case p.stream > 0:
			row[0] = 2
			put24(row[1:], p.stream)
			binary.BigEndian.PutUint16(row[4:], uint16(p.at))
		default:
			row[0] = 1
			put24(row[1:], p.at)
		}
		const up = 2
		table = append(table, up)
		for i := range row {
			table = append(table, row[i]-above[i])
		}
		above = row
	}
	return table
}

func put24(b []byte, v int) { b[0], b[1], b[2] = byte(v>>16), byte(v>>8), byte(v) }
