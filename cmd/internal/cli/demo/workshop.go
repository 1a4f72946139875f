package demo

import (
	"fmt"
	"strings"

	"dgca/assessment"
	"dgca/assessment/workshop"
	"dgca/questionnaires"
)

// Room is an invented workshop with all that came out of it.
type Room struct {
	Workshop *workshop.Workshop
	Sheets   []Delivered
	agreed   map[workshop.UnitID]agreedData
	q        *questionnaires.Questionnaire
}

// Delivered is the sheet of one participant.
type Delivered struct {
	Alias workshop.Alias
	Sheet *assessment.Assessment
}

// roomFile is what the data file says.
type roomFile struct {
	Title        string           `yaml:"title"`
	Date         string           `yaml:"date"`
	Start        string           `yaml:"start"`
	Place        string           `yaml:"place"`
	Facilitator  string           `yaml:"facilitator"`
	Round        string           `yaml:"round"`
	Seed         int64            `yaml:"seed"`
	Units        []workshop.Unit  `yaml:"units"`
	Groups       []workshop.Group `yaml:"groups"`
	Participants []personData     `yaml:"participants"`
	Notes        []noteData       `yaml:"notes"`
	Agreed       []agreedData     `yaml:"agreed"`
}

type personData struct {
	Alias   workshop.Alias   `yaml:",key"`
	Unit    workshop.UnitID  `yaml:"unit"`
	Kind    string           `yaml:"kind"`
	Role    string           `yaml:"role"`
	Group   workshop.GroupID `yaml:"group"`
	Answers string           `yaml:"answers"`
}

type noteData struct {
	Alias        workshop.Alias         `yaml:",key"`
	Dimension    assessment.DimensionID `yaml:"dimension"`
	Improvements []string               `yaml:"improvements"`
	Case         *assessment.Case       `yaml:"case"`
	Feedback     string                 `yaml:"feedback"`
}

type agreedData struct {
	Unit    workshop.UnitID `yaml:",key"`
	Answers string          `yaml:"answers"`
	Medians bool            `yaml:"medians"`
	Reasons []reasonData    `yaml:"reasons"`
}

type reasonData struct {
	Statement assessment.StatementID `yaml:",key"`
	Reason    string                 `yaml:"reason"`
	Dissent   string                 `yaml:"dissent"`
}

// Workshop returns the invented workshop of 14 people from seven countries. It
// is always the same.
func Workshop(q *questionnaires.Questionnaire) (*Room, error) {
	r, err := loadRoom(q)
	if err != nil {
		return nil, fmt.Errorf("the demo data are damaged: %w", err)
	}
	return r, nil
}

func loadRoom(q *questionnaires.Questionnaire) (*Room, error) {
	const name = "data/workshop.yaml"
	f, err := read[roomFile](name)
	if err != nil {
		return nil, err
	}
	w := &workshop.Workshop{Format: workshop.Format, ID: workshop.MakeID(f.Title, f.Date, f.Place, f.Seed), Title: f.Title, Date: f.Date, Start: f.Start,
		Place: f.Place, Facilitator: f.Facilitator, Round: f.Round, Seed: f.Seed, Scope: assessment.Scope{Kind: assessment.Quick},
		Questionnaire: assessment.Reference{ID: q.ID, Version: q.Version, Language: q.Language, Digest: q.Digest()},
		Units:         f.Units, Program: workshop.Template()}
	for _, p := range f.Participants {
		w.Participants = append(w.Participants, workshop.Participant{Alias: p.Alias, Unit: p.Unit, Kind: p.Kind, Role: p.Role, Group: p.Group})
	}
	r := &Room{Workshop: w, q: q, agreed: map[workshop.UnitID]agreedData{}}
	// Everybody has answered all dimensions before the groups got theirs.
	for _, p := range f.Participants {
		sheet, err := w.NewSheet(q, w.Owner(p.Alias))
		if err != nil {
			return nil, err
		}
		if err := fill(sheet, p.Answers); err != nil {
			return nil, fmt.Errorf("%s: %w", p.Alias, err)
		}
		for _, n := range f.Notes {
			if n.Alias == p.Alias {
				sheet.Notes = append(sheet.Notes, assessment.Note{Dimension: n.Dimension, Improvements: n.Improvements, Case: n.Case, Feedback: n.Feedback})
			}
		}
		sheet.State = assessment.Complete
		r.Sheets = append(r.Sheets, Delivered{p.Alias, sheet})
	}
	for _, a := range f.Agreed {
		r.agreed[a.Unit] = a
	}
	w.Groups = f.Groups
	return r, nil
}

// choices reads answers such as "3 dk na -", one for each asked statement; - is
// no answer.
func choices(asked *assessment.Snapshot, words string) ([]assessment.Answer, error) {
	list := strings.Fields(words)
	var out []assessment.Answer
	i := 0
	for st := range asked.Statements() {
		if i == len(list) {
			return nil, fmt.Errorf("there are only %d answers", i)
		}
		a := assessment.Answer{Statement: st.ID}
		if list[i] != "-" {
			if err := a.Choice.UnmarshalText([]byte(list[i])); err != nil {
				return nil, err
			}
		}
		out = append(out, a)
		i++
	}
	return out, nil
}

func fill(sheet *assessment.Assessment, words string) error {
	all, err := choices(&sheet.Asked, words)
	for _, a := range all {
		sheet.SetAnswer(a)
	}
	return err
}

// Agree agrees on the answers of a unit as its people did, on what they said
// alone. The result is nil for a unit that has agreed nothing.
func (r *Room) Agree(id workshop.UnitID, spread *workshop.Spread, sources []assessment.Source) (*assessment.Assessment, error) {
	said, ok := r.agreed[id]
	if !ok {
		return nil, nil
	}
	a, err := r.Workshop.NewAgreed(r.q, id)
	if err != nil {
		return nil, err
	}
	g, err := workshop.NewAgreement(r.q, a, spread, sources, workshop.UsualMinutes)
	if err != nil {
		return nil, err
	}
	if said.Medians {
		g.TakeMedians()
	}
	g.ByQuestionnaire(true)
	all, err := choices(&a.Asked, said.Answers)
	if err != nil {
		return nil, err
	}
	for i, c := range all {
		g.Jump(i)
		if c.Choice == assessment.Unanswered || g.Current().Answer.Choice != assessment.Unanswered {
			continue
		}
		if err := g.Agree(c.Choice, ""); err != nil {
			return nil, fmt.Errorf("%s: %w", c.Statement, err)
		}
		for _, why := range said.Reasons {
			if why.Statement == c.Statement {
				g.SetReason(why.Reason)
				if err := g.SetDissent(why.Dissent); err != nil {
					return nil, err
				}
			}
		}
	}
	g.Close()
	return a, nil
}
