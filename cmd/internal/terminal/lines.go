package terminal

import (
	"bufio"
	"context"
	"errors"
	"io"
	"strings"
)

// maxLine is the longest line that is read, in bytes: room for any answer, but
// not for a file of zeros.
const maxLine = 1 << 20

// ErrLineTooLong says that an input line was longer than a megabyte.
var ErrLineTooLong = errors.New("a line of the input is longer than one megabyte")

// LineReader reads lines and can stop waiting for one. A line that arrives
// after that is not lost: the next call returns it.
type LineReader struct {
	in      *bufio.Reader
	pending chan line
}

type line struct {
	text string
	err  error
}

func newLineReader(in io.Reader) *LineReader {
	return &LineReader{in: bufio.NewReader(in)}
}

// Read returns the next line without its end, or io.EOF, or the error of the
// context. A last line without a line end is a line.
func (r *LineReader) Read(ctx context.Context) (string, error) {
	if err := ctx.Err(); err != nil {
		return "", err
	}
	if r.pending == nil {
		ch := make(chan line, 1)
		r.pending = ch
		go func() { ch <- r.next() }()
	}
	select {
	case l := <-r.pending:
		r.pending = nil
		return l.text, l.err
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

func (r *LineReader) next() line {
	var b strings.Builder
	for {
		part, err := r.in.ReadSlice('\n')
		b.Write(part)
		switch {
		case b.Len() > maxLine:
			return line{err: ErrLineTooLong}
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && b.Len() == 0:
			return line{err: err}
		}
		return line{text: strings.TrimRight(b.String(), "\r\n")}
	}
}
