package reports

import (
	"encoding/csv"
	"io"
)

// TableFormats are the formats of tables that are made for spreadsheets alone.
var TableFormats = []string{"csv", semicolonFormat}

// semicolonFormat is a table for spreadsheets that expect semicolons. It begins
// with a byte order mark.
const semicolonFormat = "csv-semicolon"

// writeTable writes rows as a table that is safe against formulas.
func writeTable(w io.Writer, format string, rows [][]string) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	if format == semicolonFormat {
		if _, err := io.WriteString(w, "\uFEFF"); err != nil {
			return err
		}
		out.Comma = ';'
	}
	for _, row := range rows {
		for i := range row {
			row[i] = spreadsheetText(clean(row[i]))
		}
		if err := out.Write(row); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}
