package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"runtime"
	"strings"
	"sync"

	"dgca/assessment"
	"dgca/assessment/workshop"
	"dgca/questionnaires/strictyaml"
)

// ReadSheet returns the content of a result file without its scores, and the
// SHA-256 of the file in hexadecimal. Errors are those of Read.
func ReadSheet(path string) (a *assessment.Assessment, digest string, err error) {
	data, err := readBytes(path)
	if err != nil {
		return nil, "", err
	}
	c, err := decode(path, data)
	if err != nil {
		return nil, "", err
	}
	c.stored.Scores = nil
	return c.stored, hexDigest(data), nil
}

func hexDigest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// Register returns the register of sheets, empty when there is none yet.
func (f *Folder) Register() (*workshop.Register, error) {
	r := &workshop.Register{Format: workshop.RegisterFormat}
	doc, exists, err := f.ReadYAML(RegisterFile, r)
	if err != nil || !exists {
		return r, err
	}
	if r.Format != workshop.RegisterFormat {
		p := doc.Problem("format", "the file has the format %q; this version of dgca reads %q", r.Format, workshop.RegisterFormat)
		return nil, &InvalidError{Path: f.Path(RegisterFile), Problems: strictyaml.Problems{p}}
	}
	for _, s := range r.Sheets {
		if strings.ContainsAny(s.File, `/\`) || s.File == "" {
			p := doc.Problem("sheets."+string(s.Owner)+".file", "%q is no name of a file in the folder of sheets", s.File)
			return nil, &InvalidError{Path: f.Path(RegisterFile), Problems: strictyaml.Problems{p}}
		}
	}
	return r, nil
}

// File puts a copy of a result file among the sheets of its owner and notes it
// in the register. Nothing is overwritten: an earlier sheet of the owner keeps
// its file, and is noted as replaced. The folder must be open for changes.
func (f *Folder) File(r *workshop.Register, path string, entry workshop.Filed) error {
	data, err := readBytes(path)
	if err != nil {
		return err
	}
	if hexDigest(data) != entry.Digest {
		return &ChangedError{Path: path}
	}
	was := r.Of(entry.Owner)
	if was != nil {
		entry.Replaced = append(append([]string{}, was.Replaced...), was.File)
	}
	if entry.File, err = f.freeSheet(string(entry.Owner), data); err != nil {
		return err
	}
	if err := f.WriteFile(SheetsFolder+"/"+entry.File, data, Refuse); err != nil {
		return err
	}
	if was != nil {
		*was = entry
	} else {
		r.Sheets = append(r.Sheets, entry)
	}
	return f.WriteYAML(RegisterFile, r, nil)
}

// mostSheets bounds the search for a free name.
const mostSheets = 1000

// freeSheet returns the first name for a sheet that is free, or that holds just
// these bytes because an earlier attempt stopped half-way.
func (f *Folder) freeSheet(owner string, data []byte) (string, error) {
	for n := 1; n <= mostSheets; n++ {
		name := owner + ".yaml"
		if n > 1 {
			name = fmt.Sprintf("%s-%d.yaml", owner, n)
		}
		path := f.Path(SheetsFolder + "/" + name)
		if _, err := os.Lstat(path); errors.Is(err, os.ErrNotExist) {
			return name, nil
		}
		if old, err := readBytes(path); err == nil && bytes.Equal(old, data) {
			return name, nil
		}
	}
	return "", &FileError{Path: f.Path(SheetsFolder), Message: fmt.Sprintf("there are %d sheets of %s already", mostSheets, owner)}
}

// Sheet is a filed sheet as it was read.
type Sheet struct {
	Filed      workshop.Filed
	Assessment *assessment.Assessment // without scores; nil with an error
	Digest     string                 // of the file as it is now
	Err        error
}

// Changed reports whether the file is not as it was filed.
func (s *Sheet) Changed() bool { return s.Err == nil && s.Digest != s.Filed.Digest }

// Sheets reads the sheets of a register and hands them over in its order. Only a
// few are held at a time, however many there are.
func (f *Folder) Sheets(r *workshop.Register, yield func(Sheet)) {
	n := min(runtime.GOMAXPROCS(0), len(r.Sheets))
	results := make([]chan Sheet, len(r.Sheets))
	for i := range results {
		results[i] = make(chan Sheet, 1)
	}
	// A reader may be a few sheets ahead of the one who counts.
	ahead := make(chan struct{}, 4*max(n, 1))
	next := make(chan int)
	go func() {
		for i := range r.Sheets {
			ahead <- struct{}{}
			next <- i
		}
		close(next)
	}()
	var readers sync.WaitGroup
	for range n {
		readers.Go(func() {
			for i := range next {
				s := Sheet{Filed: r.Sheets[i]}
				s.Assessment, s.Digest, s.Err = ReadSheet(f.Path(SheetsFolder + "/" + s.Filed.File))
				results[i] <- s
			}
		})
	}
	for i := range results {
		yield(<-results[i])
		results[i] = nil
		<-ahead
	}
	readers.Wait()
}

// Names returns who stands behind the aliases, with the document for WriteYAML.
// Only what adds a person reads it; no report does.
func (f *Folder) Names() (*workshop.Names, *strictyaml.Document, error) {
	n := &workshop.Names{Format: workshop.NamesFormat}
	doc, _, err := f.ReadYAML(NamesFile, n)
	return n, doc, err
}
