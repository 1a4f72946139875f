package cli

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf16"

	"dgca/assessment"
	"dgca/assessment/store"
	"dgca/reports"
)

// identity names an assessment. It stands in the properties of a report, so that
// a later report of the same assessment knows its predecessor wherever the files
// are.
func identity(a *assessment.Assessment) string { return "assessment " + a.Identity() }

// reportPath is where the report of a result file stands: beside it, with the
// ending .pdf.
func reportPath(result string) string {
	return strings.TrimSuffix(result, filepath.Ext(result)) + ".pdf"
}

// gapReport makes the PDF file of the gap report.
func gapReport(in reports.Input) ([]byte, error) {
	doc := reports.Gap(in)
	doc.Subject = fmt.Sprintf("%s (%s)", doc.Subject, identity(in.Assessment))
	var b bytes.Buffer
	if err := reports.WritePDF(&b, doc); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// writeReport writes a report. It replaces an earlier report of the same
// assessment; any other file is left alone unless force is set.
func writeReport(in reports.Input, result, out string, force bool) error {
	data, err := gapReport(in)
	if err != nil {
		return fmt.Errorf("%s: the report could not be made: %w", result, err)
	}
	overwrite := store.Overwrite(force || isReportOf(out, in.Assessment))
	err = store.WriteFile(out, data, overwrite, result)
	if errors.Is(err, store.ErrExists) {
		return failf("choose another name with -o, or add --force to replace it",
			"%s exists and is not a report of this assessment; it is left as it is", out)
	}
	return err
}

// maxReport is more than any report of ours has.
const maxReport = 64 << 20

// isReportOf reports whether a file is a report that dgca made from this
// assessment, by the properties in the PDF file.
func isReportOf(path string, a *assessment.Assessment) bool {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() || info.Size() > maxReport {
		return false
	}
	data, err := os.ReadFile(path)
	return err == nil && bytes.HasPrefix(data, []byte("%PDF-")) &&
		bytes.Contains(data, append([]byte("/Creator (\xfe\xff"), utf16Text("dgca ")...)) &&
		bytes.Contains(data, utf16Text(identity(a)))
}

// utf16Text is a text of letters, digits and spaces as it stands in the
// properties of a PDF file.
func utf16Text(s string) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u>>8), byte(u))
	}
	return b
}
