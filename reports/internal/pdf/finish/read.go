package finish

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
)

var errNotReadable = errors.New("the file of gofpdf has another form than expected")

// source is a file of gofpdf taken apart. Objects are numbered from 1; their
// bodies stand without "obj" and "endobj".
type source struct {
	objects       [][]byte
	info, catalog int
}

// readSource reads a file of gofpdf by its cross-reference table.
func readSource(file []byte) (*source, error) {
	table, trailer, err := findTable(file)
	if err != nil {
		return nil, err
	}
	s := &source{objects: [][]byte{nil}}
	if s.catalog, err = reference(trailer, "Root"); err != nil {
		return nil, err
	}
	if s.info, err = reference(trailer, "Info"); err != nil {
		return nil, err
	}
	const entry = len("0000000000 00000 n \n")
	_, entries, _ := bytes.Cut(table, []byte("65535 f \n")) // the range and the entry of object 0 stand before
	for ; len(entries) >= entry; entries = entries[entry:] {
		offset, err := strconv.Atoi(string(entries[:10]))
		if err != nil || offset <= 0 || offset >= len(file) {
			return nil, errNotReadable
		}
		body, err := readObject(file[offset:], len(s.objects))
		if err != nil {
			return nil, err
		}
		s.objects = append(s.objects, body)
	}
	if s.catalog >= len(s.objects) || s.info >= len(s.objects) {
		return nil, errNotReadable
	}
	return s, nil
}

// findTable returns the cross-reference table and the trailer of a file.
func findTable(file []byte) (table, trailer []byte, err error) {
	last := bytes.LastIndex(file, []byte("startxref\n"))
	if last < 0 {
		return nil, nil, errNotReadable
	}
	number, _, _ := bytes.Cut(file[last+len("startxref\n"):], []byte("\n"))
	at, err := strconv.Atoi(string(number))
	if err != nil || at <= 0 || at > last {
		return nil, nil, errNotReadable
	}
	table, trailer, found := bytes.Cut(file[at:last], []byte("trailer\n"))
	if !found {
		return nil, nil, errNotReadable
	}
	return table, trailer, nil
}

// readObject returns the body of the object that begins the data.
func readObject(data []byte, number int) ([]byte, error) {
	body, found := bytes.CutPrefix(data, fmt.Appendf(nil, "%d 0 obj\n", number))
	if !found {
		return nil, errNotReadable
	}
	end := bytes.Index(body, []byte("\nendobj\n"))
	if at := bytes.Index(body, []byte("\nstream\n")); at >= 0 && at < end {
		// A stream may hold anything, so its end comes from its length.
		length, err := reference(body[:at], "Length")
		from := at + len("\nstream\n") + length
		if err != nil || from > len(body) {
			return nil, errNotReadable
		}
		if end = bytes.Index(body[from:], []byte("\nendobj\n")); end >= 0 {
			end += from
		}
	}
	if end < 0 {
		return nil, errNotReadable
	}
	return body[:end], nil
}

// reference returns the number after a key of a dictionary: a value or the
// number of the object that is referred to.
func reference(dictionary []byte, key string) (int, error) {
	_, value, found := bytes.Cut(dictionary, []byte("/"+key+" "))
	if !found {
		return 0, errNotReadable
	}
	value = bytes.TrimPrefix(value, []byte("[")) // an array of one
	digits := len(value) - len(bytes.TrimLeft(value, "0123456789"))
	return strconv.Atoi(string(value[:digits]))
}

// streamContent returns the content of a stream object, as it is in the file.
func streamContent(body []byte) ([]byte, error) {
	dictionary, rest, found := bytes.Cut(body, []byte(">>\nstream\n"))
	if !found {
		return nil, errNotReadable
	}
	length, err := reference(dictionary, "Length")
	if err != nil || length > len(rest) {
		return nil, errNotReadable
	}
	return rest[:length], nil
}
