package pdf

import (
	"fmt"
	"strings"
	"time"

	"dgca/reports/document"
)

// longName is a name of 200 characters with words of common length.
var longName = strings.Repeat("Directorate for Interoperability and Shared Registers ", 4)[:200]

// longWord is a name of 200 characters without a space.
var longWord = strings.Repeat("Digitalverwaltungsmodernisierung", 7)[:200]

var scale = document.Axis{Max: 5, Names: []string{"Initial", "Developing", "Defined", "Managed", "Leading"}}

var keys = document.Key{Now: "now", Preliminary: "now, preliminary", Target: "target", Range: "range of answers"}

var dimensions = []string{
	"Leadership and coordination",
	"Strategy and planning",
	"Governance, roles and accountability across ministries and agencies of the whole of government",
	"Legal and regulatory framework",
	"Technology, infrastructure and shared services",
	"Workforce and skills",
}

// sampleReport is a report with every kind of block.
func sampleReport() document.Document {
	d := document.Document{
		Title:    "Digital government capability: gap report",
		Subject:  "Ministry of Interior, round 2",
		Author:   "dgca",
		Language: "en",
		Created:  time.Date(2026, 3, 14, 9, 30, 0, 0, time.UTC),
		Cover: document.Cover{
			Kicker:   "Digital government capability assessment",
			Title:    "Where we stand and what to do next",
			Subtitle: "Ministry of Interior, Republic of Example",
			Facts: []document.Fact{
				{Label: "Scope", Value: document.Plain("Whole ministry and its three agencies")},
				{Label: "Date", Value: document.Plain("14 March 2026")},
				{Label: "Round", Value: document.Plain("2 of 3")},
				{Label: "Respondents", Value: document.Plain("9 people in 6 roles")},
				{Label: "Facilitator", Value: document.Plain("A. Şahin")},
				{Label: "Questionnaire", Value: document.Plain("Digital government capability 1.0, English, 72 statements")},
			},
			Notice: "Draft for discussion. For official use only: do not pass on without the consent of the ministry.",
		},
		Running: document.Running{
			Start: "Ministry of Interior · 14 March 2026",
			Page:  "Page {page} of {pages}",
			End:   "Result 3f9a-c41e",
		},
	}
	d.Sections = []document.Section{
		{ID: "summary", Title: "Summary", NewPage: true, Blocks: sampleSummary()},
		{ID: "profile", Title: "Profile", NewPage: true, Blocks: sampleProfile()},
		{ID: "statements", Title: "All statements", NewPage: true, Blocks: []document.Block{
			document.Paragraph{Text: document.Plain("Every statement with its level, the target and what was said about it.")},
			statementTable(72),
		}},
		{ID: "empty", Title: "Cross-cutting view"},
		{ID: "long", Title: "A section of which the title is far longer than any title should be, so that it runs over two lines", Blocks: sampleLong()},
		{ID: "forty", Title: "Forty institutions", Blocks: []document.Block{
			document.Figure{Caption: "Now and target, in alphabetical order", Chart: dots(40)},
		}},
	}
	return d
}

func sampleSummary() []document.Block {
	rows := make([]document.Row, len(dimensions))
	for i, name := range dimensions {
		rows[i] = document.Row{Cells: []document.Cell{
			{Lines: []document.CellLine{{Text: document.Linked(name, fmt.Sprintf("dim-%d", i))}}},
			{Lines: []document.CellLine{{Text: document.Strong(fmt.Sprintf("%.1f", 1.4+float64(i)*0.5))}}, Shade: document.Shade{Step: 1 + i%5, Of: 5}},
			document.CellOf(fmt.Sprintf("%.1f", 3+float64(i)*0.2)),
			document.CellOf([]string{"1.6", "12.25", "0.9", "–", "n/a", "0.4"}[i]),
			document.CellOf("1 to 3"),
			document.CellOf("12 of 12"),
		}}
	}
	return []document.Block{
		document.Paragraph{Role: document.Lead, Text: document.Plain("The ministry leads well and plans well, but two things hold it back: people cannot be hired fast enough, and shared services are used by few.")},
		document.Table{
			Caption: "Six dimensions at a glance",
			Columns: []document.Column{
				{Title: "Dimension", Width: 5, RowHeader: true},
				{Title: "Now", Align: document.AlignDecimal, Width: 1},
				{Title: "Target", Align: document.AlignDecimal, Width: 1},
				{Title: "Gap", Align: document.AlignDecimal, Width: 1},
				{Title: "Range", Align: document.AlignCenter, Width: 1.2},
				{Title: "Answered", Align: document.AlignEnd, Width: 1.3},
			},
			Rows: rows,
			Note: "Levels are rounded to one decimal; the gap is computed before rounding.",
		},
		document.Columns{
			Start: []document.Block{
				document.Heading{Level: 2, Text: "Strengths"},
				document.List{Items: []document.Text{
					document.Plain("A minister who asks for results every month"),
					document.Plain("A strategy with a budget line for each action"),
					{{Text: "Registers that talk to each other: "}, {Text: "three of five", Strong: true}, {Text: " by law"}},
				}},
			},
			End: []document.Block{
				document.Heading{Level: 2, Text: "Priority gaps"},
				document.List{Ordered: true, Items: []document.Text{
					document.Plain("No salary scheme for technical staff"),
					document.Plain("Procurement takes eleven months"),
					document.Linked("Shared hosting is used by two agencies only", "dim-4"),
				}},
			},
		},
		document.Callout{Title: "How sure are we?", Lines: []document.Text{
			document.Plain("Nine people answered, and two dimensions rest on fewer than half of the statements. The levels of these two are preliminary."),
		}},
		document.Heading{Level: 2, Text: "Next three steps"},
		document.Facts{Items: []document.Fact{
			{Label: "By 1 May", Value: document.Plain("Agree on a salary scheme with the Ministry of Finance → owner: State Secretary")},
			{Label: "By 1 July", Value: document.Plain("Open the shared hosting to all agencies (≥ 99.5 % available)")},
			{Label: "By 1 October", Value: document.Plain("Shorten the procurement of standard services ✓")},
		}},
	}
}

func sampleProfile() []document.Block {
	spokes := make([]document.Spoke, len(dimensions))
	bars := make([]document.BarRow, len(dimensions))
	stack := make([]document.StackRow, len(dimensions))
	for i, name := range dimensions {
		now := 1.4 + float64(i)*0.5
		spokes[i] = document.Spoke{Label: name, Known: i != 4, Now: now, HasTarget: true, Target: 3.5 + float64(i%3)*0.5}
		bars[i] = document.BarRow{Label: name, Known: i != 3, Value: now, ValueText: fmt.Sprintf("%.1f", now), HasTarget: true, Target: 4, Note: "Not known: fewer than half of the statements were answered."}
		stack[i] = document.StackRow{Label: name, Counts: []int{i, 3, 4 - i%3, 2, 1, i % 2, 1, 1}}
	}
	blocks := []document.Block{
		document.Paragraph{Text: document.Text{{Text: "The profile shows each dimension on the "}, {Text: "same scale", Strong: true}, {Text: " from 1 to 5. See also "}, {Text: "all statements", Link: "statements"}, {Text: "."}}},
		document.Figure{Caption: "Now, target and the range of answers", Alt: "Dot plot", Chart: dots(6)},
		document.Columns{
			Start: []document.Block{document.Figure{Caption: "The same as a radar", Chart: document.Radar{Axis: scale, Key: keys, Spoke: spokes}}},
			End: []document.Block{
				document.Heading{Level: 3, Text: "Reading the radar"},
				document.Paragraph{Text: document.Plain("A gap in the line is a dimension of which the level is not known. The dashed line is the target.")},
				document.Paragraph{Role: document.Quote, Text: document.Plain("“We have never seen our own agency on one page before.”")},
				document.Paragraph{Role: document.Small, Text: document.Plain("Source: workshop of 12 March 2026.")},
			},
		},
		document.Figure{Caption: "Answers by level", Chart: document.StackedBars{
			Parts: []document.Part{
				{Name: "1 Initial", Shade: document.Shade{Step: 1, Of: 5}},
				{Name: "2 Developing", Shade: document.Shade{Step: 2, Of: 5}},
				{Name: "3 Defined", Shade: document.Shade{Step: 3, Of: 5}},
				{Name: "4 Managed", Shade: document.Shade{Step: 4, Of: 5}},
				{Name: "5 Leading", Shade: document.Shade{Step: 5, Of: 5}},
				{Name: "Don't know"}, {Name: "Not applicable"}, {Name: "Not answered"},
			},
			Rows: stack,
		}},
		document.Figure{Caption: "Elements of leadership", Chart: document.Bars{Axis: scale, Key: keys, Rows: bars}},
	}
	for i, name := range dimensions {
		blocks = append(blocks,
			document.Heading{Level: 2, ID: fmt.Sprintf("dim-%d", i), Text: name},
			document.Paragraph{Text: document.Plain(strings.Repeat("When leaders ask for results and people have the means to deliver them, services change. ", 4))},
			document.Heading{Level: 3, Text: "What the next level asks"},
			document.Paragraph{Text: document.Plain("A named owner for each service, and a public report twice a year.")},
		)
	}
	return blocks
}

func dots(n int) document.DotPlot {
	c := document.DotPlot{Axis: scale, Key: keys}
	for i := range n {
		name := dimensions[i%len(dimensions)]
		if i == 11 {
			name = longName
		}
		now := 1 + float64(i*7%33)/10
		target := min(now+0.2+float64(i%4)*0.6, 5)
		c.Rows = append(c.Rows, document.DotRow{
			Label: name, Known: i%6 != 4, Now: now, NowText: fmt.Sprintf("%.1f", now),
			HasRange: i%3 != 2, Low: max(now-0.6, 1), High: min(now+0.8, 5),
			RangeText: fmt.Sprintf("%.1f–%.1f", max(now-0.6, 1), min(now+0.8, 5)),
			HasTarget: i%7 != 5, Target: target, TargetText: fmt.Sprintf("%.1f", target),
			Note: "Not known: 3 of 12 statements answered", Preliminary: i%6 == 2,
		})
	}
	return c
}

func statementTable(n int) document.Table {
	t := document.Table{
		Columns: []document.Column{
			{Title: "No.", Width: 0.7},
			{Title: "Statement and evidence", Width: 5, RowHeader: true},
			{Title: "Level", Align: document.AlignCenter, Width: 0.8},
			{Title: "Target", Align: document.AlignCenter, Width: 0.8},
			{Title: "Importance", Align: document.AlignDecimal, Width: 0.8},
			{Title: "Comment", Width: 3},
		},
		Note: "Statements without an answer are listed as such.",
	}
	for i := range n {
		if i%12 == 0 {
			t.Rows = append(t.Rows, document.Row{Group: true, Cells: []document.Cell{document.CellOf(dimensions[i/12%6])}})
		}
		lines := []document.CellLine{{Text: document.Plain("Responsibilities for digital services are written down, known to those who hold them, and reviewed every year.")}}
		if i%3 == 0 {
			lines = append(lines, document.CellLine{Role: document.Small, Text: document.Plain("Evidence: decree 118 of 2024; annual review of the audit office, pages 14 to 22.")})
		}
		t.Rows = append(t.Rows, document.Row{ID: fmt.Sprintf("s-%d", i), Cells: []document.Cell{
			document.CellOf(fmt.Sprintf("%d.%d", i/12+1, i%12+1)),
			{Lines: lines},
			{Lines: []document.CellLine{{Text: document.Strong(fmt.Sprint(1 + i%5))}}, Shade: document.Shade{Step: 1 + i%5, Of: 5}},
			document.CellOf("4"),
			document.CellOf(fmt.Sprintf("%.1f", float64(i)*0.7)),
			document.CellOf(strings.Repeat("Agreed after discussion. ", i%4)),
		}})
	}
	return t
}

func sampleLong() []document.Block {
	return []document.Block{
		document.Callout{Title: longWord, Lines: []document.Text{document.Plain(longName), document.Plain(longWord)}},
		document.Facts{Items: []document.Fact{{Label: longName, Value: document.Plain(longWord)}}},
		document.Table{
			Caption: longName,
			Columns: []document.Column{{Title: "Name", Width: 1}, {Title: longWord, Width: 1}, {Title: "n", Width: 0.2, Align: document.AlignEnd}},
			Rows:    []document.Row{{Cells: []document.Cell{document.CellOf(longName), document.CellOf(longWord), document.CellOf("1")}}},
		},
		document.Figure{Caption: "Long names in a radar", Chart: document.Radar{Axis: scale, Spoke: []document.Spoke{
			{Label: longName, Known: true, Now: 2}, {Label: longWord, Known: true, Now: 3}, {Label: "Ağ və xidmətlər", Known: true, Now: 4}, {Label: "Đánh giá năng lực số", Known: true, Now: 1.5},
		}}},
		document.Paragraph{Text: document.Plain("Türkçe: İĞŞÇÖÜ ığşçöü. Azərbaycan: Əə. Tiếng Việt: Đánh giá năng lực số. Ελληνικά. Кириллица. Price: 12 € − 3 ₼. Hidden: \U0001F600 and العربية.")},
	}
}
