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

// usualFormat is the format of a report when nobody chooses one.
const usualFormat = "pdf"

// reportPath is where the report of a result file stands: beside it, with the
// ending of its format. The variant stands before the ending.
func reportPath(result, variant, format string) string {
	return strings.TrimSuffix(result, filepath.Ext(result)) + variant + "." + format
}

// gapReport makes the file of the gap report.
func gapReport(in reports.Input, format string) ([]byte, error) {
	doc := reports.Gap(in)
	named := in.Assessment
	if in.Options.Redact {
		// The mark of the full one is made with the alias of the respondent.
		named = named.Redacted()
	}
	doc.Subject = fmt.Sprintf("%s (%s)", doc.Subject, identity(named))
	var b bytes.Buffer
	if err := reports.Write(&b, format, doc); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// writeReport writes a report. It replaces an earlier report of the same
// assessment; any other file is left alone unless force is set.
func writeReport(in reports.Input, format, result, out string, force bool) error {
	data, err := gapReport(in, format)
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
// assessment, by what its format says about the file.
func isReportOf(path string, a *assessment.Assessment) bool {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() || info.Size() > maxReport {
		return false
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return false
	}
	return isReport(data, identity(a)) || isReport(data, identity(a.Redacted()))
}

// isReport reports whether a file is one of dgca with an identity in it.
func isReport(data []byte, identity string) bool {
	switch {
	case bytes.HasPrefix(data, []byte("%PDF-")):
		return bytes.Contains(data, append([]byte("/Creator (\xfe\xff"), utf16Text("dgca ")...)) &&
			bytes.Contains(data, utf16Text(identity))
	case bytes.HasPrefix(data, []byte("<!DOCTYPE html>")):
		return bytes.Contains(data, []byte(`<meta name="generator" content="dgca `)) && bytes.Contains(data, []byte(identity))
	default:
		// The last lines of a report in Markdown: what it is about, and the
		// program.
		end := data[bytes.LastIndex(data, []byte("\n---\n"))+1:]
		return bytes.Contains(end, []byte("\ndgca ")) && bytes.Contains(end, []byte(identity))
	}
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
