package wall

import (
	"fmt"
	"strconv"
	"strings"

	"dgca/assessment"
	"dgca/assessment/workshop"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/board"
	"dgca/cmd/internal/tui/field"
)

// gather puts the areas of improvement that sheets name on the list.
func (d *desk) gather() string {
	notes, err := d.notes()
	if err != nil {
		return "Not gathered: " + terminal.CleanLine(err.Error()) + "."
	}
	if n := d.w.Gather(notes, d.room.Asked(d.q)); n > 0 {
		return fmt.Sprintf("New on the list: %d.", n)
	}
	return "The sheets name no other area of improvement."
}

func (d *desk) dots() int {
	n := 0
	for _, x := range d.w.Improvements {
		n += x.Dots
	}
	for _, c := range d.w.Challenges {
		n += c.Dots
	}
	return n
}

// improvement is an area of improvement while it is written.
type improvement struct {
	workshop.Improvement
	sameAs, statements, dots string
}

func (d *desk) improvements() *board.List {
	return &board.List{Name: "Areas of improvement", Hint: "What the room wants to improve, by dimension. Two notes that say the same: open one and name the other; their dots count together.",
		Rows: func() []board.Row {
			var rows []board.Row
			for i := range d.w.Improvements {
				x := &d.w.Improvements[i]
				end := fmt.Sprintf("%s, %s", x.Dimension, dotsText(x.Dots))
				if x.SameAs != "" {
					end = fmt.Sprintf("same as %s, %s", x.SameAs, dotsText(x.Dots))
				}
				rows = append(rows, board.Row{Start: fmt.Sprintf("%s  %s", x.ID, terminal.CleanLine(x.Text)), End: end})
			}
			return rows
		},
		Open:   d.openImprovement,
		Remove: func(i int) error { return d.w.TakeImprovement(d.w.Improvements[i].ID) },
	}
}

func dotsText(n int) string {
	if n == 1 {
		return "1 dot"
	}
	return fmt.Sprintf("%d dots", n)
}

func (d *desk) openImprovement(i int) *board.Record {
	var x improvement
	name := "New area of improvement"
	if i >= 0 {
		x.Improvement = d.w.Improvements[i]
		x.sameAs, x.dots = string(x.SameAs), dotsTyped(x.Dots)
		var ids []string
		for _, id := range x.Statements {
			ids = append(ids, string(id))
		}
		x.statements = strings.Join(ids, " ")
		name = "Area of improvement " + string(x.ID)
	}
	draft := board.NewDraft(x, i, func(i int, x improvement) (int, error) {
		out := x.Improvement
		if i >= 0 {
			out.ID = d.w.Improvements[i].ID
		}
		out.SameAs, out.Statements = workshop.ImprovementID(strings.TrimSpace(x.sameAs)), nil
		for _, id := range strings.FieldsFunc(x.statements, func(c rune) bool { return c == ',' || c == ';' || c == ' ' }) {
			out.Statements = append(out.Statements, assessment.StatementID(id))
		}
		var err error
		if out.Dots, err = typedDots(x.dots); err != nil {
			return i, err
		}
		if _, err = d.w.PutImprovement(d.room, d.q, out); err != nil {
			return i, err
		}
		return kept(i, len(d.w.Improvements)-1), nil
	})
	return &board.Record{Name: name, Missing: draft.Missing, Entries: []field.Entry{
		d.dimension(draft),
		draft.Line("Area of improvement", "", func(x *improvement) *string { return &x.Text }),
		draft.Line("Statements", "The ids of the statements that ask about it, such as STR-09.", func(x *improvement) *string { return &x.statements }),
		draft.Line("Same as", "The id of the note that says the same, such as A3.", func(x *improvement) *string { return &x.sameAs }),
		draft.Line("Dots", "", func(x *improvement) *string { return &x.dots })}}
}

// dimension is the field for a dimension that the workshop asks.
func (d *desk) dimension(draft *board.Draft[improvement]) field.Entry {
	const label = "Dimension"
	asked := d.room.Asked(d.q)
	of := func(x *improvement) *string { return (*string)(&x.Dimension) }
	if len(asked) > 9 {
		return draft.Line(label, "", of)
	}
	var opts []field.Option
	var values []string
	for i, id := range asked {
		opts = append(opts, field.Option{Key: strconv.Itoa(i + 1), Name: terminal.CleanLine(d.q.Dimension(id).Title)})
		values = append(values, string(id))
	}
	return draft.Choice(label, "", opts, values, of)
}

// typedDots reads a number of dots; nothing typed is none.
func typedDots(text string) (int, error) {
	text = strings.TrimSpace(text)
	if text == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		return 0, &workshop.ChangeError{Message: fmt.Sprintf("%q is not a number of dots", text), Remedy: "type digits, such as 4"}
	}
	return n, nil
}

// dotsTyped is a number of dots as it is typed; none is nothing.
func dotsTyped(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// flipChart holds notes whose dots are counted together: those of one dimension, or the
// challenges.
type flipChart struct {
	name  string
	notes []dotted
}

// dotted is a note with its dots.
type dotted struct {
	id, text string
	dots     int
}

func (d *desk) flipCharts() []flipChart {
	var out []flipChart
	for _, id := range d.room.Asked(d.q) {
		c := flipChart{name: terminal.CleanLine(d.q.Dimension(id).Title)}
		for _, x := range d.w.Improvements {
			if x.Dimension == id {
				c.notes = append(c.notes, dotted{string(x.ID), x.Text, x.Dots})
			}
		}
		out = append(out, c)
	}
	challenges := flipChart{name: "Challenges"}
	for _, c := range d.w.Challenges {
		challenges.notes = append(challenges.notes, dotted{string(c.ID), c.Text, c.Dots})
	}
	out = append(out, challenges)
	var filled []flipChart
	for _, c := range out {
		if len(c.notes) > 0 {
			filled = append(filled, c)
		}
	}
	return filled
}

// votes is the list in which counted dots are keyed in, flip chart by flip chart.
func (d *desk) votes() *board.List {
	return &board.List{Name: "Dots", Hint: "Key in the dots that were counted, one flip chart after the other: a number and Enter for each note. A second count replaces the first.", Fixed: true,
		Rows: func() []board.Row {
			var rows []board.Row
			for _, c := range d.flipCharts() {
				n := 0
				for _, x := range c.notes {
					n += x.dots
				}
				rows = append(rows, board.Row{Start: fmt.Sprintf("%s: %s", c.name, notesText(len(c.notes))), End: dotsText(n)})
			}
			return rows
		},
		Open: func(i int) *board.Record {
			chart := d.flipCharts()[i]
			r := &board.Record{Name: chart.name, Missing: func() string { return "" }}
			for _, x := range chart.notes {
				draft := board.NewDraft(dotsTyped(x.dots), i, func(i int, text string) (int, error) {
					n, err := typedDots(text)
					if err != nil {
						return i, err
					}
					_, err = d.w.SetDots(x.id, n)
					return i, err
				})
				r.Entries = append(r.Entries, draft.Line(fmt.Sprintf("%s  %s", x.id, terminal.CleanLine(x.text)), "", func(text *string) *string { return text }))
			}
			return r
		}}
}

func notesText(n int) string {
	if n == 1 {
		return "1 note"
	}
	return fmt.Sprintf("%d notes", n)
}
