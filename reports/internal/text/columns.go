package text

import (
	"slices"

	"dgca/reports/document"
)

// A column that holds numbers is not broken up to this width; a longer text in
// it is broken between words like any other.
const numberWidth = 14

// fit divides n among the columns of a table. It fails when the longest words
// do not fit beside each other.
func fit(t document.Table, n int) ([]int, bool) {
	if len(t.Columns) == 0 {
		return nil, false
	}
	least, most := needs(t)
	available := n - columnGap*(len(t.Columns)-1)
	if sum(most) <= available {
		return most, true
	}
	if sum(least) > available {
		return nil, false
	}
	return grow(t.Columns, least, most, available), true
}

// needs returns for each column the width of its longest word and of its
// longest line.
func needs(t document.Table) (least, most []int) {
	least, most = make([]int, len(t.Columns)), make([]int, len(t.Columns))
	note := func(i int, tx document.Text, whole bool) {
		for _, paragraph := range words(tx, plain) {
			longest, full := 0, 0
			for _, w := range paragraph {
				longest = max(longest, w.width)
				full += w.width + 1
			}
			full = max(0, full-1)
			if whole && full <= numberWidth {
				longest = full
			}
			least[i], most[i] = max(least[i], longest), max(most[i], full)
		}
	}
	for i, c := range t.Columns {
		note(i, document.Plain(c.Title), false)
	}
	for _, r := range t.Rows {
		if r.Group {
			continue
		}
		for i := range min(len(r.Cells), len(t.Columns)) {
			for _, cl := range r.Cells[i].Lines {
				note(i, cl.Text, t.Columns[i].Align != document.AlignStart)
			}
		}
	}
	for i, c := range t.Columns {
		if c.Align == document.AlignDecimal {
			before, after := decimalParts(t, i)
			most[i] = max(most[i], before+after)
			if before+after <= numberWidth {
				least[i] = max(least[i], before+after)
			}
		}
	}
	return least, most
}

// grow gives the rest of the line to the columns that can use it, in
// proportion to the shares that the document wishes.
func grow(columns []document.Column, least, most []int, available int) []int {
	widths := slices.Clone(least)
	wished := !slices.ContainsFunc(columns, func(c document.Column) bool { return c.Width <= 0 })
	share := func(i int) float64 {
		if wished {
			return columns[i].Width
		}
		return float64(max(1, most[i]))
	}
	for rest := available - sum(least); rest > 0; rest-- {
		next := -1
		for i := range widths {
			if widths[i] < most[i] && (next < 0 || float64(widths[i])/share(i) < float64(widths[next])/share(next)) {
				next = i
			}
		}
		if next < 0 {
			break
		}
		widths[next]++
	}
	return widths
}

func sum(ns []int) int {
	total := 0
	for _, n := range ns {
		total += n
	}
	return total
}
