// Package pdf prints a document as a PDF file: A4, one type family, the same
// bytes for the same document.
//
// The work has five steps. The typesetter (text.go) turns strings into measured
// lines; every string of a report passes through it and so through the
// cleaning. Blocks are laid out as pieces of a known height, and the flow
// (flow.go) places the pieces on pages. The canvas (canvas.go) draws them with
// gofpdf and marks which part of the document each stroke belongs to (mark.go).
// Package finish makes the file of it: tagged, linked and small.
package pdf
