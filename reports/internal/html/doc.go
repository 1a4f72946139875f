// Package html prints a document as one HTML file that needs nothing else: no
// script, no font, no picture from elsewhere. It is the accessible twin of the
// PDF file, with the same text in the same order, and opens in a browser as
// well as in a word processor.
//
// Charts are the drawings of package chart as inline SVG, in the geometry that
// the PDF has. Every text is cleaned and escaped at one place (text.go).
package html
