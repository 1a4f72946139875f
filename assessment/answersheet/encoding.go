package answersheet

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"unicode/utf16"
	"unicode/utf8"
)

// fault is a problem of the bytes of a file, before its name is known.
type fault struct {
	line, column  int
	message, hint string
}

const saveUTF8Hint = `save it with the encoding UTF-8; in a spreadsheet choose "CSV UTF-8"`

// decodeText returns the text of a file as UTF-8 without a byte order mark.
// Spreadsheets write UTF-8 and UTF-16, both with or without the mark.
func decodeText(data []byte) ([]byte, *fault) {
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
			return nil, &fault{1, 1, "the file is damaged: its UTF-16 text ends in the middle of a character", saveUTF8Hint}
		}
		units := make([]uint16, len(data)/2)
		for i := range units {
			units[i] = order.Uint16(data[2*i:])
		}
		data = []byte(string(utf16.Decode(units)))
	}
	if i := bytes.IndexByte(data, 0); i >= 0 {
		line, column := lineColumn(data, i)
		return nil, &fault{line, column, "this is a binary file, not a table of text", `in a spreadsheet choose "Save as" and the type "CSV UTF-8"`}
	}
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			line, column := lineColumn(data, i)
			return nil, &fault{line, column, fmt.Sprintf("the byte %02X is not text in the encoding UTF-8", data[i]), saveUTF8Hint}
		}
		i += n
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
