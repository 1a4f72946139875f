package sheet

import (
	"bytes"
	"encoding/binary"
	"path"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"dgca/questionnaires/strictyaml"
)

const saveUTF8Hint = `save it with the encoding UTF-8; in a spreadsheet choose "CSV UTF-8"`

// Text returns the content of a file as UTF-8 without a byte order mark.
// Spreadsheets write UTF-8 and UTF-16, both with or without the mark. An empty
// file is a problem too; emptyHint says how to begin one.
func Text(file string, data []byte, emptyHint string) ([]byte, strictyaml.Problems) {
	if len(data) > MaxBytes {
		return nil, Fault(file, 1, 1, "check that this is the right file", "the file is larger than %d MiB", MaxBytes>>20)
	}
	var order binary.ByteOrder
	switch {
	case bytes.HasPrefix(data, []byte{0xef, 0xbb, 0xbf}):
		data = data[3:]
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}):
		data, order = data[2:], binary.LittleEndian
	case bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		data, order = data[2:], binary.BigEndian
	case len(data) >= 2 && data[0] != 0 && data[1] == 0:
		order = binary.LittleEndian
	case len(data) >= 2 && data[0] == 0 && data[1] != 0:
		order = binary.BigEndian
	}
	if order != nil {
		if len(data)%2 != 0 {
			return nil, Fault(file, 1, 1, saveUTF8Hint, "the file is damaged: its UTF-16 text ends in the middle of a character")
		}
		units := make([]uint16, len(data)/2)
		for i := range units {
			units[i] = order.Uint16(data[2*i:])
		}
		data = []byte(string(utf16.Decode(units)))
	}
	if i := bytes.IndexByte(data, 0); i >= 0 {
		line, column := lineColumn(data, i)
		return nil, Fault(file, line, column, `in a spreadsheet choose "Save as" and the type "CSV UTF-8"`, "this is a binary file, not a table of text")
	}
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			line, column := lineColumn(data, i)
			return nil, Fault(file, line, column, saveUTF8Hint, "the byte %02X is not text in the encoding UTF-8", data[i])
		}
		i += n
	}
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, Fault(file, 1, 1, emptyHint, "the file is empty")
	}
	return data, nil
}

// lineColumn returns the place of a byte, both counted from 1, the column in
// characters.
func lineColumn(data []byte, offset int) (line, column int) {
	before := data[:offset]
	start := bytes.LastIndexByte(before, '\n') + 1
	return bytes.Count(before, []byte("\n")) + 1, utf8.RuneCount(before[start:]) + 1
}

// IsYAML reports whether a text is YAML and no table: its name ends in .yaml or
// .yml, or its first line begins with one of the keys.
func IsYAML(file string, text []byte, keys ...string) bool {
	switch strings.ToLower(path.Ext(file)) {
	case ".yaml", ".yml":
		return true
	case ".csv", ".tsv", ".txt":
		return false
	}
	for line := range bytes.Lines(text) {
		if line = bytes.TrimSpace(line); len(line) > 0 && line[0] != '#' {
			for _, k := range keys {
				if bytes.HasPrefix(line, []byte(k+":")) {
					return true
				}
			}
			return false
		}
	}
	return false
}

// FormatLine returns the line that begins with the key "format", which stands in
// every other file of dgca.
func FormatLine(text []byte) (int, bool) {
	n := 0
	for line := range bytes.Lines(text) {
		n++
		if bytes.HasPrefix(line, []byte("format:")) {
			return n, true
		}
	}
	return 0, false
}
