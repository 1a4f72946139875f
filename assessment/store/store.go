// Package store is the only reader and writer of result files and of the folders
// of workshops.
//
// A file is written whole or not at all: into a temporary file beside it, which
// then takes its name. Neither a killed program nor a full disk damages the old
// content. One process writes a file at a time, by a lock on a file beside it.
// Where locks do not work, as on some network shares, the content on the disk is
// compared before every save, and a change by somebody else is never
// overwritten. New files can be read by their owner only. The generation
// before the file was opened stays in a file beside it, ending in .bak.
//
// The package asks nothing, prints nothing and knows no clock.
package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"

	"dgca/assessment"
	"dgca/questionnaires/strictyaml"
)

// MaxBytes is the size of the largest file that is read or written.
const MaxBytes = strictyaml.MaxBytes

// Read returns the content of a result file, without a lock. Its scores are
// computed anew. The error is an *InvalidError when the content has faults and
// a *FileError when the file cannot be read.
func Read(path string) (*assessment.Assessment, error) {
	a, _, err := ReadChecked(path)
	return a, err
}

// ReadChecked is Read and returns, besides, a sentence for each place where the
// scores written in the file disagree with its answers.
func ReadChecked(path string) (a *assessment.Assessment, warnings []string, err error) {
	data, err := readBytes(path)
	if err != nil {
		return nil, nil, err
	}
	c, err := decode(path, data)
	if err != nil {
		return nil, nil, err
	}
	return c.assessment(), c.stored.CheckSummary(), nil
}

// ReadWithDigest reads a result file once, without a lock, and returns with its
// content the SHA-256 of its bytes in hexadecimal. What the file says about its
// scores is not in the content.
func ReadWithDigest(path string) (a *assessment.Assessment, digest string, err error) {
	data, err := readBytes(path)
	if err != nil {
		return nil, "", err
	}
	c, err := decode(path, data)
	if err != nil {
		return nil, "", err
	}
	c.stored.Scores = nil
	sum := sha256.Sum256(data)
	return c.stored, hex.EncodeToString(sum[:]), nil
}

// content is a decoded result file.
type content struct {
	stored *assessment.Assessment // with the scores as they stand in the file
	doc    *strictyaml.Document   // holds the comments
}

// assessment returns a copy with its scores computed anew.
func (c *content) assessment() *assessment.Assessment {
	a := c.stored.Clone()
	a.Scores = a.Summarize()
	return a
}

// decode reads the bytes of a result file; the path is for messages.
func decode(path string, data []byte) (*content, error) {
	if bytes.HasPrefix(data, []byte("%PDF-")) {
		return nil, &InvalidError{Path: path, Problems: strictyaml.Problems{{File: path, Line: 1, Column: 1,
			Message: "this is a PDF report, not a result file", Hint: "name the YAML file that the report was made from"}}}
	}
	doc, err := strictyaml.Parse(path, data)
	if err != nil {
		return nil, invalid(path, err)
	}
	a := new(assessment.Assessment)
	problems := doc.Decode(a)
	// What could not be decoded is empty now; a fault that follows from that is
	// not said a second time.
	said := map[int]bool{}
	for _, p := range problems {
		said[p.Line] = true
	}
	for _, issue := range a.Validate() {
		p := doc.Problem(issue.Path, "%s", issue.Message)
		if p.Hint = issue.Hint; !said[p.Line] {
			problems = append(problems, p)
		}
	}
	if len(problems) > 0 {
		return nil, &InvalidError{Path: path, Problems: problems.Sort()}
	}
	return &content{stored: a, doc: doc}, nil
}

// encode writes a result file with the given revision. The comments of the
// document, which may be nil, are kept.
func encode(a *assessment.Assessment, revision int, doc *strictyaml.Document) ([]byte, error) {
	c := *a
	c.Revision = revision
	return strictyaml.Encode(&c, doc)
}
