// Package pdftest reads finished PDF files for tests: their objects, and what a
// screen reader would make of them. It trusts nothing but the file's own table,
// and fails loudly.
//
// It reads what package finish writes, not every PDF file.
package pdftest

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
)

// File is a finished file taken apart. Bodies of objects stand without "obj"
// and "endobj", and streams are unpacked.
type File struct {
	Objects map[int]string
	Trailer string
}

// Read takes a file apart by its cross-reference table.
func Read(data []byte) (*File, error) {
	at := Number(string(data[max(0, bytes.LastIndex(data, []byte("startxref\n"))):]), "startxref\n")
	f := &File{Objects: map[int]string{}}
	var err error
	if f.Trailer, err = object(data, at); err != nil {
		return nil, err
	}
	_, rows, _ := strings.Cut(f.Trailer, "stream\n")
	const columns = 6
	row := make([]byte, columns)
	packed := map[int][]int{} // objects by the stream that they are in
	for number := 0; len(rows) > columns; number, rows = number+1, rows[columns+1:] {
		for i := range row {
			row[i] += rows[1+i] // a difference to the row above
		}
		switch place := int(row[1])<<16 | int(row[2])<<8 | int(row[3]); row[0] {
		case 1:
			if f.Objects[number], err = object(data, place); err != nil {
				return nil, fmt.Errorf("object %d: %w", number, err)
			}
		case 2:
			packed[place] = append(packed[place], number)
		}
	}
	for stream, numbers := range packed {
		if err := f.unpack(stream, numbers); err != nil {
			return nil, err
		}
	}
	if size := Number(f.Trailer, "/Size "); len(f.Objects) != size-1 {
		return nil, fmt.Errorf("%d objects for a table of %d", len(f.Objects), size)
	}
	return f, nil
}

// unpack adds the objects of an object stream.
func (f *File) unpack(stream int, numbers []int) error {
	body := f.Objects[stream]
	_, content, _ := strings.Cut(body, "stream\n")
	first := Number(body, "/First ")
	index := strings.Fields(content[:first])
	if len(index) != 2*len(numbers) {
		return fmt.Errorf("object stream %d has %d objects, the table has %d", stream, len(index)/2, len(numbers))
	}
	for i, n := range numbers {
		if index[2*i] != strconv.Itoa(n) {
			return fmt.Errorf("object stream %d has %s where the table has %d", stream, index[2*i], n)
		}
		from, _ := strconv.Atoi(index[2*i+1])
		to := len(content) - first
		if 2*i+3 < len(index) {
			to, _ = strconv.Atoi(index[2*i+3])
		}
		f.Objects[n] = strings.TrimSpace(content[first+from : first+to])
	}
	return nil
}

var objectStart = regexp.MustCompile(`^\d+ 0 obj\n`)

// object returns the object at a place of the file.
func object(data []byte, offset int) (string, error) {
	start := objectStart.Find(data[min(max(offset, 0), len(data)):])
	if start == nil {
		return "", fmt.Errorf("no object at %d", offset)
	}
	body := data[offset+len(start):]
	end := bytes.Index(body, []byte("\nendobj\n"))
	if end < 0 {
		return "", fmt.Errorf("the object at %d has no end", offset)
	}
	head, content, isStream := bytes.Cut(body, []byte("\nstream\n"))
	if !isStream || len(head) > end {
		return string(body[:end]), nil
	}
	length := Number(string(head), "/Length ")
	if length < 0 || !bytes.HasPrefix(content[min(length, len(content)):], []byte("\nendstream\nendobj\n")) {
		return "", fmt.Errorf("the stream at %d has another length than it says", offset)
	}
	content = content[:length]
	if bytes.Contains(head, []byte("/FlateDecode")) {
		r, err := zlib.NewReader(bytes.NewReader(content))
		if err != nil {
			return "", err
		}
		if content, err = io.ReadAll(r); err != nil {
			return "", err
		}
	}
	return string(head) + "\nstream\n" + string(content), nil
}

// Number returns the number after a key, or -1.
func Number(s, key string) int {
	_, after, found := strings.Cut(s, key)
	digits := len(after) - len(strings.TrimLeft(after, "0123456789"))
	n, err := strconv.Atoi(after[:digits])
	if !found || err != nil {
		return -1
	}
	return n
}

// Find returns the bodies of the objects that begin as given.
func (f *File) Find(start string) []string {
	var found []string
	for n := range len(f.Objects) + 1 {
		if strings.HasPrefix(f.Objects[n], start) {
			found = append(found, f.Objects[n])
		}
	}
	return found
}
