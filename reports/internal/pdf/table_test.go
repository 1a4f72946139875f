package pdf

import (
	"math"
	"testing"

	"dgca/reports/document"
)

func tableOf(widths []float64, align document.Align, cells ...string) *tableLayout {
	t := document.Table{}
	for _, w := range widths {
		t.Columns = append(t.Columns, document.Column{Title: "T", Width: w, Align: align})
	}
	for _, c := range cells {
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{document.CellOf(c)}})
	}
	l := &tableLayout{printer: newPrinter(document.Document{}), table: t, width: textWidth}
	l.placeColumns()
	return l
}

func TestDecimalColumnLinesUpThePoints(t *testing.T) {
	numbers := []string{"1.6", "12.25", "-0.9", "7"}
	l := tableOf([]float64{1, 3}, document.AlignDecimal, numbers...)
	set := func(s string) block { return l.cellText(document.Plain(s), cellStyle, l.columns[0]) }
	want := set("12.25").width - l.printer.text.measure(".25", cellStyle)
	for _, s := range numbers {
		fraction, ok := l.printer.fraction(document.Plain(s), cellStyle)
		if point := set(s).width - fraction; !ok || math.Abs(point-want) > 1e-6 {
			t.Errorf("%s has its point at %.3f, want %.3f", s, point, want)
		}
	}
	full := l.columns[0].width - 2*cellInset
	for _, s := range []string{"n/a", "1.2-3.4", "–"} {
		if got := set(s).width; got != full {
			t.Errorf("%q ends at %.3f, want the end of the cell at %.3f", s, got, full)
		}
	}
}

func TestColumnsFillTheTable(t *testing.T) {
	for _, widths := range [][]float64{{1}, {0, 0, 0}, {5, 1, 0.01}, {1, -3, 2}, {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}} {
		l := tableOf(widths, document.AlignStart, "a word", longWord, longName)
		end := 0.0
		for _, c := range l.columns {
			if c.width < 0 || math.Abs(c.x-end) > 1e-6 {
				t.Errorf("%v: column of %.2f at %.2f", widths, c.width, c.x)
			}
			end = c.x + c.width
		}
		if math.Abs(end-textWidth) > 1e-6 {
			t.Errorf("%v: the columns end at %.2f", widths, end)
		}
	}
}

func TestColumnKeepsItsWordsWhole(t *testing.T) {
	l := tableOf([]float64{0.1, 10}, document.AlignStart, "Importance")
	need := l.printer.text.measure("Importance", cellStyle) + 2*cellInset
	if got := l.columns[0].width; got < need {
		t.Errorf("a column of %.2f mm breaks a word of %.2f", got, need)
	}
}
