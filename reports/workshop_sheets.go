package reports

import (
	"fmt"

	"dgca/assessment/workshop"
	"dgca/reports/document"
)

// DeliveryInput is what the list of deliveries is made from.
type DeliveryInput struct {
	Workshop *workshop.Workshop
	Register *workshop.Register
	Sheets   map[workshop.Alias]SheetState
}

// SheetState is what is known of one sheet.
type SheetState struct {
	Progress string // such as "24 of 24 statements"
	Begun    bool   // it is filled in where it was made, and not filed yet
	Changed  bool   // the file is not as it was filed
	Damaged  bool   // the file cannot be read
}

// Delivered lists who has delivered a sheet. It is for the facilitator's screen:
// it names aliases.
func Delivered(in DeliveryInput) document.Document {
	t := document.Table{Columns: []document.Column{{Title: "Alias", Width: 1.2, RowHeader: true}, {Title: "Unit", Width: 3},
		{Title: "Group", Width: 1}, {Title: "Sheet", Width: 3.4}}}
	delivered, expected, absent := 0, 0, 0
	for _, o := range in.owners() {
		filed := in.Register.Of(o.Alias)
		switch {
		case filed != nil:
			delivered++
			expected++
		case o.Absent:
			absent++
		default:
			expected++
		}
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{document.CellOf(string(o.Alias)), document.CellOf(in.Workshop.Unit(o.Unit).Name),
			document.CellOf(string(o.Group)), document.CellOf(in.state(o, filed))}})
	}
	for _, f := range in.Register.Sheets {
		if in.Workshop.Owner(f.Owner) == nil {
			t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{document.CellOf(string(f.Owner)), document.CellOf(wordNone), document.CellOf(""),
				document.CellOf(fmt.Sprintf("%s is not counted: nobody in the workshop has this alias", f.File))}})
		}
	}
	s := document.Section{ID: "sheets", Title: "Who has delivered"}
	s.Blocks = append(s.Blocks, paragraph(document.Body, fmt.Sprintf("Delivered: %d of %d. Absent: %d.", delivered, expected, absent)))
	if len(t.Rows) > 0 {
		s.Blocks = append(s.Blocks, t)
	}
	return document.Document{Title: in.Workshop.Title, Language: "en", Sections: []document.Section{s}}
}

// owners are the participants, and the groups that delivered a sheet of their
// own.
func (in *DeliveryInput) owners() []workshop.Owner {
	owners := in.Workshop.Owners(false)
	for _, f := range in.Register.Sheets {
		if o := in.Workshop.Owner(f.Owner); o != nil && o.Together {
			owners = append(owners, *o)
		}
	}
	return owners
}

func (in *DeliveryInput) state(o workshop.Owner, filed *workshop.Filed) string {
	s := in.Sheets[o.Alias]
	switch {
	case filed == nil && o.Absent:
		return "absent"
	case filed == nil && s.Begun:
		return fmt.Sprintf("begun, %s; not filed yet", s.Progress)
	case filed == nil:
		return "not delivered"
	case s.Damaged:
		return fmt.Sprintf("%s is damaged; collect it again with --replace", filed.File)
	case s.Changed:
		return fmt.Sprintf("%s; changed since it was filed", s.Progress)
	}
	return s.Progress
}
