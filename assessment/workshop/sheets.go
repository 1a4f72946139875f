package workshop

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"dgca/assessment"
	"dgca/questionnaires"
)

// GroupKind is the kind of respondent of a sheet that a group filled in
// together.
const GroupKind = "group"

// Owner is who fills in a sheet: a participant, or the people of one unit in a
// group together.
type Owner struct {
	Alias    Alias // names the sheet and its files
	Unit     UnitID
	Group    GroupID
	Kind     string
	Role     string
	Absent   bool
	Together bool // a group fills it in
}

// Owner returns who has a sheet with an alias, or nil.
func (w *Workshop) Owner(a Alias) *Owner {
	if p := w.Participant(a); p != nil {
		return &Owner{Alias: p.Alias, Unit: p.Unit, Group: p.Group, Kind: p.Kind, Role: p.Role, Absent: p.Absent}
	}
	return find(w.groupOwners(), func(o *Owner) bool { return strings.EqualFold(string(o.Alias), string(a)) })
}

// Owners returns who fills in a sheet: every participant, or, together, the
// people of each unit in each group.
func (w *Workshop) Owners(together bool) []Owner {
	if together {
		return w.groupOwners()
	}
	var out []Owner
	for i := range w.Participants {
		out = append(out, *w.Owner(w.Participants[i].Alias))
	}
	return out
}

func (w *Workshop) groupOwners() []Owner {
	var out []Owner
	for _, g := range w.Groups {
		for _, u := range w.Units {
			if slices.ContainsFunc(w.Participants, func(p Participant) bool { return p.Group == g.ID && p.Unit == u.ID }) {
				out = append(out, Owner{Alias: Alias(string(g.ID) + "-" + string(u.ID)), Unit: u.ID, Group: g.ID, Kind: GroupKind, Together: true})
			}
		}
	}
	return out
}

// NewSheet makes an empty sheet for its owner, with the dimensions of the group.
func (w *Workshop) NewSheet(q *questionnaires.Questionnaire, o *Owner) (*assessment.Assessment, error) {
	u := w.Unit(o.Unit)
	info := w.session()
	info.Type, info.Respondent, info.Role = assessment.Individual, string(o.Alias), o.Role
	if o.Together {
		info.Type = assessment.Group
	}
	return assessment.New(q, u.Subject(), info, w.GroupScope(o.Group))
}

// session is what all sheets of the workshop say about it.
func (w *Workshop) session() assessment.SessionInfo {
	return assessment.SessionInfo{Round: w.Round, Date: w.Date, Facilitator: w.Facilitator, Workshop: w.ID}
}

// Candidate is a result file that may become a sheet of the workshop.
type Candidate struct {
	Sheet   *assessment.Assessment
	Digest  string // SHA-256 of the file, hexadecimal
	As      Alias  // whose sheet it is to be; "" as it says itself
	Replace bool   // it may take the place of an earlier sheet of its owner
}

// Verdict is what becomes of a candidate.
type Verdict struct {
	Owner   *Owner
	Known   *Filed   // the very same file was filed before: nothing to do
	Adopted bool     // it was not made for this workshop
	Remarks []string // what the facilitator should know, in sentences
}

// Judge says whether a result file can be filed as a sheet. q is the questionnaire
// of the workshop, and today is a day as YYYY-MM-DD. The error is a *ChangeError:
// it cannot, and why.
func (w *Workshop) Judge(q *questionnaires.Questionnaire, r *Register, c Candidate, today string) (Verdict, error) {
	var v Verdict
	if v.Known = r.Holding(c.Digest); v.Known != nil {
		return v, nil
	}
	s := c.Sheet
	if err := w.fits(s); err != nil {
		return v, err
	}
	name := c.As
	if name == "" {
		name = Alias(s.Session.Respondent)
	}
	v.Adopted = s.Session.Workshop != w.ID
	if v.Owner = w.Owner(name); v.Owner == nil {
		message := fmt.Sprintf("the workshop has no participant %q", name)
		if name == "" {
			message = "the file does not say whose sheet it is"
		}
		return v, &ChangeError{message, "say whose it is with --as ALIAS, or add the person first with --add UNIT"}
	}
	u := w.Unit(v.Owner.Unit)
	switch {
	case !sameUnit(u, s.Subject):
		return v, &ChangeError{fmt.Sprintf("it is about %q, but %s answers about %q", s.Subject.Name, v.Owner.Alias, u.Name), "check the unit and the alias"}
	case s.Session.Type == assessment.Group && !v.Owner.Together:
		return v, &ChangeError{"it holds agreed answers of a group, not those of one person", "file the sheets of single people"}
	case nothingIn(s):
		return v, &ChangeError{"it is empty: no statement is answered", "ask the person for the file that was filled in"}
	}
	if differences := s.AskedOtherwise(q); len(differences) > 0 {
		return v, askedOtherwise(differences)
	}
	if was := r.Of(v.Owner.Alias); was != nil && !c.Replace {
		return v, &ChangeError{fmt.Sprintf("%s has delivered another sheet already (%s, filed on %s)", v.Owner.Alias, was.File, was.Filed),
			fmt.Sprintf("if this one counts instead: --replace %s", v.Owner.Alias)}
	}
	v.remark(w, s, today)
	return v, nil
}

// Belongs says why a result file cannot be one of the workshop, or returns nil: it
// was made for another workshop, with another questionnaire, about a unit that
// is not in it, or its statements were changed by hand.
func (w *Workshop) Belongs(q *questionnaires.Questionnaire, s *assessment.Assessment) *ChangeError {
	var change *ChangeError
	switch err := w.fits(s); {
	case errors.As(err, &change):
		return change
	case !slices.ContainsFunc(w.Units, func(u Unit) bool { return sameUnit(&u, s.Subject) }):
		return &ChangeError{fmt.Sprintf("it is about %q, which is not a unit of the workshop", s.Subject.Name), "see the units in workshop.yaml"}
	}
	if differences := s.AskedOtherwise(q); len(differences) > 0 {
		return askedOtherwise(differences)
	}
	return nil
}

// fits reports why a result does not belong to the workshop.
func (w *Workshop) fits(s *assessment.Assessment) error {
	q, is := w.Questionnaire, s.Questionnaire
	switch {
	case s.Session.Workshop != "" && s.Session.Workshop != w.ID:
		return &ChangeError{fmt.Sprintf("it was made for another workshop (%s; this is %s)", s.Session.Workshop, w.ID), "file it there"}
	case is.ID != q.ID:
		return &ChangeError{fmt.Sprintf("it was made with another questionnaire (%s; this workshop uses %s)", is.ID, q.ID), "ask the person to fill in the start file of this workshop"}
	case is.Digest != q.Digest:
		return &ChangeError{fmt.Sprintf("it was made with another version of the questionnaire (%s, digest %s; this workshop uses %s, digest %s)", is.Version, is.Digest, q.Version, q.Digest),
			"ask the person to fill in the start file of this workshop, or bring the file up to date with dgca assess"}
	}
	return nil
}

// askedOtherwise is the error for a sheet whose part "asked" was changed.
func askedOtherwise(differences []string) *ChangeError {
	const most = 3
	what := strings.Join(differences[:min(len(differences), most)], "; ")
	if more := len(differences) - most; more > 0 {
		what += fmt.Sprintf("; and %d more", more)
	}
	return &ChangeError{`its part "asked" was changed by hand and is not what the questionnaire asks: ` + what,
		`copy the part "asked" from the start file of the person, or key the answers into a new start file`}
}

func sameUnit(u *Unit, s assessment.Subject) bool {
	return u != nil && u.Kind == s.Kind && strings.EqualFold(assessment.CleanLine(u.Name), assessment.CleanLine(s.Name))
}

func nothingIn(s *assessment.Assessment) bool {
	done, _ := s.Done()
	return done == 0
}

// remark notes what is unusual about a sheet that is filed.
func (v *Verdict) remark(w *Workshop, s *assessment.Assessment, today string) {
	say := func(format string, args ...any) { v.Remarks = append(v.Remarks, fmt.Sprintf(format, args...)) }
	if v.Adopted {
		say("It was not made for this workshop and is adopted as the sheet of %s.", v.Owner.Alias)
	}
	if done, asked := s.Done(); done < asked {
		say("It is not complete: %d of %d statements have no answer.", asked-done, asked)
	}
	if s.Changed != nil {
		say("It was changed after it was complete (%s, on %s).", countWord(len(s.Changed.Statements), "answer", "answers"), s.Changed.Date)
	}
	if s.Session.Date > today {
		say("Its date, %s, is after today. Check the clock of the computer that it comes from.", s.Session.Date)
	}
	if v.Owner.Absent {
		say("%s was marked as absent and counts as present now.", v.Owner.Alias)
	}
	scope := w.GroupScope(v.Owner.Group)
	if len(scope.Dimensions) > 0 {
		var more []string
		for _, d := range s.Asked.Dimensions {
			if len(d.Elements) > 0 && !slices.Contains(scope.Dimensions, d.ID) {
				more = append(more, d.Title)
			}
		}
		if len(more) > 0 {
			say("It answers more than the dimensions of the group: %s.", strings.Join(more, ", "))
		}
	}
}

func countWord(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
