package finish

import (
	"bytes"
	"compress/zlib"
	"io"
	"runtime"
	"sync"
	"sync/atomic"
)

// unpackedStream is a stream that is still to be compressed.
type unpackedStream struct {
	number  int // of its object
	entries string
	content []byte
}

const flate = "/Filter /FlateDecode "

// pack gives an object a compressed stream with some entries in its dictionary.
func (b *builder) pack(number int, entries string, content []byte) {
	b.objects[number] = object{}
	b.unpacked = append(b.unpacked, unpackedStream{number, entries, content})
}

// packAll compresses the streams, which takes a good part of the time of a
// report, on all processors. The bytes of a stream do not depend on the others.
func (b *builder) packAll() {
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(b.unpacked)) {
		workers.Go(func() {
			packer := newPacker()
			for {
				i := int(next.Add(1)) - 1
				if i >= len(b.unpacked) {
					return
				}
				s := b.unpacked[i]
				b.objects[s.number].body = plainStream(s.entries+flate, deflate(packer, s.content))
			}
		})
	}
	workers.Wait()
	b.unpacked = nil
}

func newPacker() *zlib.Writer { return zlib.NewWriter(io.Discard) }

func deflate(packer *zlib.Writer, content []byte) []byte {
	var packed bytes.Buffer
	packer.Reset(&packed)
	// A buffer takes everything.
	_, _ = packer.Write(content)
	_ = packer.Close()
	return packed.Bytes()
}

func inflate(data []byte) ([]byte, error) {
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}
