// Package finish turns the plain file that gofpdf writes into one that others
// can rely on: tagged, searchable, archivable and small.
//
// gofpdf draws the pages and cuts the fonts. Everything else in the file comes
// from here: the structure of the document for screen readers, links, outline,
// page labels, metadata, the output intent, attached files, true character
// maps, the file id, and the compression. The package knows objects of PDF
// (ISO 32000-1) and nothing of reports.
//
// A finished file meets PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3) when
// its structure is complete, and says so then only; .ci/validate checks the
// claim with veraPDF.
//
// The same input gives the same bytes.
package finish
