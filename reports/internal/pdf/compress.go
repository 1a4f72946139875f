package pdf

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"slices"
	"strconv"
)

// gofpdf makes a new compressor for each page, which costs more than all the
// layout. So it writes plain streams, and they are compressed here with one
// compressor that serves them all.

var errNotReadable = errors.New("the file of gofpdf has another form than expected")

// object is the place of one numbered object in a file.
type object struct{ number, offset int }

// compress returns a file of gofpdf with its plain streams compressed and its
// cross-reference table brought up to date.
func compress(file []byte) ([]byte, error) {
	objects, table, err := readTable(file)
	if err != nil {
		return nil, err
	}
	out := bytes.NewBuffer(make([]byte, 0, len(file)/3))
	var packed bytes.Buffer
	z, err := zlib.NewWriterLevel(&packed, zlib.BestSpeed)
	if err != nil {
		return nil, err
	}
	offsets := make([]int, len(objects)+1)
	out.Write(file[:objects[0].offset])
	for i, o := range objects {
		end := table
		if i+1 < len(objects) {
			end = objects[i+1].offset
		}
		offsets[o.number] = out.Len()
		body := file[o.offset:end]
		head, stream, tail, ok := plainStream(body)
		if !ok {
			out.Write(body)
			continue
		}
		packed.Reset()
		z.Reset(&packed)
		if _, err := z.Write(stream); err != nil {
			return nil, err
		}
		if err := z.Close(); err != nil {
			return nil, err
		}
		out.Write(head)
		fmt.Fprintf(out, "<</Filter /FlateDecode /Length %d>>\nstream\n", packed.Len())
		out.Write(packed.Bytes())
		out.Write(tail)
	}
	start := out.Len()
	fmt.Fprintf(out, "xref\n0 %d\n0000000000 65535 f \n", len(offsets))
	for _, at := range offsets[1:] {
		fmt.Fprintf(out, "%010d 00000 n \n", at)
	}
	trailer := file[table:]
	from, to := bytes.Index(trailer, []byte("trailer\n")), bytes.Index(trailer, []byte("startxref\n"))
	if from < 0 || to < from {
		return nil, errNotReadable
	}
	out.Write(trailer[from:to])
	fmt.Fprintf(out, "startxref\n%d\n%%%%EOF\n", start)
	return out.Bytes(), nil
}

// readTable returns the objects of a file in the order of their place, and the
// place of the cross-reference table.
func readTable(file []byte) ([]object, int, error) {
	last := bytes.LastIndex(file, []byte("startxref\n"))
	if last < 0 {
		return nil, 0, errNotReadable
	}
	number, _, _ := bytes.Cut(file[last+len("startxref\n"):], []byte("\n"))
	table, err := strconv.Atoi(string(number))
	if err != nil || table <= 0 || table > len(file) {
		return nil, 0, errNotReadable
	}
	lines := bytes.Split(file[table:last], []byte("\n"))
	var objects []object
	const first = 3 // after "xref", the range and the entry of object 0
	for i := first; i < len(lines) && len(lines[i]) == len("0000000000 00000 n "); i++ {
		offset, err := strconv.Atoi(string(lines[i][:10]))
		if err != nil || offset <= 0 || offset >= table {
			return nil, 0, errNotReadable
		}
		objects = append(objects, object{number: i - first + 1, offset: offset})
	}
	if len(objects) == 0 {
		return nil, 0, errNotReadable
	}
	slices.SortFunc(objects, func(a, b object) int { return a.offset - b.offset })
	return objects, table, nil
}

// plainStream takes an object apart that is nothing but a stream without a
// filter: its first line, the content of the stream, and what ends it.
func plainStream(body []byte) (head, stream, tail []byte, ok bool) {
	line := bytes.IndexByte(body, '\n') + 1
	rest, found := bytes.CutPrefix(body[line:], []byte("<</Length "))
	if !found {
		return nil, nil, nil, false
	}
	digits, rest, found := bytes.Cut(rest, []byte(">>\nstream\n"))
	length, err := strconv.Atoi(string(digits))
	if !found || err != nil || length > len(rest) {
		return nil, nil, nil, false
	}
	return body[:line], rest[:length], rest[length:], true
}
