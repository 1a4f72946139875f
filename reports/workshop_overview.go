package reports

import (
	"fmt"
	"time"

	"dgca/assessment"
	"dgca/assessment/workshop"
	"dgca/reports/document"
)

// WorkshopInput is what the overview of a workshop is made from.
type WorkshopInput struct {
	Workshop   *workshop.Workshop
	Dimensions map[assessment.DimensionID]string // titles
	Delivered  map[workshop.UnitID]int           // sheets that were filed
	Agreed     map[workshop.UnitID]*assessment.Assessment
	Created    time.Time
	Program    string
}

// WorkshopOverview builds a page about a workshop: its program with times, its
// groups, and how far each unit has come.
func WorkshopOverview(in WorkshopInput) document.Document {
	w := in.Workshop
	d := document.Document{Title: w.Title, Language: "en", Created: in.Created, Author: in.Program,
		Cover: document.Cover{Brief: true, Title: w.Title}}
	for _, f := range []struct{ label, value string }{
		{"Date", w.Date}, {"Place", w.Place}, {"Facilitator", w.Facilitator}, {"Round", w.Round},
		{"Questionnaire", fmt.Sprintf("%s, version %s", w.Questionnaire.ID, w.Questionnaire.Version)},
		{"Participants", fmt.Sprintf("%d, of whom absent: %d", len(w.Participants), len(w.Participants)-len(w.Present()))},
	} {
		if f.value != "" {
			d.Cover.Facts = append(d.Cover.Facts, document.Fact{Label: f.label, Value: document.Plain(f.value)})
		}
	}
	for _, s := range []document.Section{in.program(), in.groups(), in.units()} {
		if len(s.Blocks) > 0 {
			d.Sections = append(d.Sections, s)
		}
	}
	return d
}

func (in *WorkshopInput) program() document.Section {
	s := document.Section{ID: "program", Title: "Program"}
	w := in.Workshop
	if len(w.Program) == 0 {
		return s
	}
	t := document.Table{Columns: []document.Column{{Title: "Time", Width: 1}, {Title: "Minutes", Width: 1, Align: document.AlignEnd}, {Title: "Part", Width: 6, RowHeader: true}}}
	for i, at := range w.Times() {
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{document.CellOf(at), document.CellOf(fmt.Sprint(w.Program[i].Minutes)), document.CellOf(w.Program[i].Title)}})
	}
	t.Note = fmt.Sprintf("All parts together take %d minutes. Change them in workshop.yaml.", w.Minutes())
	s.Blocks = append(s.Blocks, t)
	return s
}

func (in *WorkshopInput) groups() document.Section {
	s := document.Section{ID: "groups", Title: "Groups"}
	w := in.Workshop
	if len(w.Groups) == 0 {
		return s
	}
	t := document.Table{Columns: []document.Column{{Title: "Group", Width: 1.5, RowHeader: true}, {Title: "Id", Width: 0.8}, {Title: "Dimensions", Width: 3}, {Title: "Participants", Width: 4}}}
	for i := range w.Groups {
		g := &w.Groups[i]
		dims := "all"
		if len(g.Dimensions) > 0 {
			dims = commas(in.titles(g.Dimensions))
		}
		var members []workshop.Alias
		for _, p := range w.Members(g.ID) {
			members = append(members, p.Alias)
		}
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{document.CellOf(g.Title()), document.CellOf(string(g.ID)), document.CellOf(dims), document.CellOf(commas(members))}})
	}
	s.Blocks = append(s.Blocks, t)
	return s
}

func (in *WorkshopInput) titles(dims []assessment.DimensionID) []string {
	out := make([]string, len(dims))
	for i, d := range dims {
		out[i] = in.Dimensions[d]
	}
	return out
}

func (in *WorkshopInput) units() document.Section {
	s := document.Section{ID: "units", Title: "Units"}
	t := document.Table{Columns: []document.Column{{Title: "Unit", Width: 3.4, RowHeader: true}, {Title: "Id", Width: 2.4}, {Title: "People", Width: 1, Align: document.AlignEnd},
		{Title: "Sheets", Width: 1, Align: document.AlignEnd}, {Title: "Agreed", Width: 3}}}
	for _, u := range in.Workshop.Units {
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{document.CellOf(u.Name), document.CellOf(string(u.ID)), document.CellOf(fmt.Sprint(len(in.Workshop.People(u.ID)))),
			document.CellOf(fmt.Sprint(in.Delivered[u.ID])), document.CellOf(agreedText(in.Agreed[u.ID]))}})
	}
	s.Blocks = append(s.Blocks, t)
	return s
}

// agreedText says how far the second pass of a unit has come.
func agreedText(a *assessment.Assessment) string {
	if a == nil {
		return "not begun"
	}
	done, asked := a.Done()
	if a.State == assessment.Draft {
		return fmt.Sprintf("%d of %d statements", done, asked)
	}
	return fmt.Sprintf("%s, %d statements", a.State, done)
}
