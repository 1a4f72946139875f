// Package pdf prints a document as a PDF file: A4, one type family, the same
// bytes for the same document.
//
// The work has three layers. The typesetter (text.go) turns strings into
// measured lines; every string of a report passes through it and so through
// the cleaning. Blocks are laid out as pieces of a known height (flow.go), and
// the flow places the pieces on pages. The canvas (canvas.go) is the only part
// that speaks to gofpdf.
package pdf
