package terminal

import (
	"errors"
	"io"
	"os"
	"sync"
)

// watched is the input of a terminal that tells when it has ended. Bubble Tea
// alone would wait for ever.
type watched struct {
	*os.File
	once sync.Once
	gone chan struct{}
}

func (w *watched) Read(b []byte) (int, error) {
	n, err := w.File.Read(b)
	if errors.Is(err, io.EOF) || IsHangUp(err) {
		w.once.Do(func() { close(w.gone) })
	}
	return n, err
}

// Watched returns the input for a screen, and a channel that is closed when the
// terminal is gone.
func (s *Streams) Watched() (in io.Reader, gone chan struct{}) {
	gone = make(chan struct{})
	if f, ok := s.In.(*os.File); ok {
		return &watched{File: f, gone: gone}, gone
	}
	return s.In, gone
}
