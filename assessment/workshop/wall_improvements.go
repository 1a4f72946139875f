package workshop

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"dgca/assessment"
	"dgca/questionnaires"
)

// MaxDots is the largest number of dots on one note.
const MaxDots = 9999

// ImprovementID names an area of improvement on the wall, such as "A3".
type ImprovementID string

// Improvement is an entry of the room's list of areas of improvement.
type Improvement struct {
	ID         ImprovementID            `yaml:",key"`
	Dimension  assessment.DimensionID   `yaml:"dimension"`
	Text       string                   `yaml:"text"`
	Named      int                      `yaml:"named,omitempty"` // sheets that named it when they were gathered
	Statements []assessment.StatementID `yaml:"statements,omitempty,flow"`
	Dots       int                      `yaml:"dots,omitempty"`    // votes on this note
	SameAs     ImprovementID            `yaml:"same_as,omitempty"` // it is merged into that one
}

// Improvement returns an area of improvement, or nil. Capital letters do not
// matter.
func (w *Wall) Improvement(id ImprovementID) *Improvement {
	return find(w.Improvements, func(x *Improvement) bool { return strings.EqualFold(string(x.ID), string(id)) })
}

// Gather puts the areas of improvement that sheets name on the list, each
// dimension by itself, and notes how many sheets name each. What stands there
// already is not added again. It returns how many are new.
func (w *Wall) Gather(notes []assessment.Note, dims []assessment.DimensionID) int {
	for i := range w.Improvements {
		w.Improvements[i].Named = 0
	}
	added := 0
	for _, d := range dims {
		for _, named := range NamedImprovements(notes, []assessment.DimensionID{d}) {
			x := w.improvementNamed(d, named.Text)
			if x == nil {
				w.Improvements = append(w.Improvements, Improvement{ID: w.freeImprovementID(), Dimension: d, Text: named.Text})
				x = &w.Improvements[len(w.Improvements)-1]
				added++
			}
			x.Named = named.Named
		}
	}
	return added
}

func (w *Wall) improvementNamed(d assessment.DimensionID, text string) *Improvement {
	text = assessment.CleanLine(text)
	return find(w.Improvements, func(x *Improvement) bool { return x.Dimension == d && strings.EqualFold(x.Text, text) })
}

func (w *Wall) freeImprovementID() ImprovementID {
	for n := len(w.Improvements) + 1; ; n++ {
		if id := ImprovementID(fmt.Sprintf("A%d", n)); w.Improvement(id) == nil && w.Challenge(ChallengeID(id)) == nil {
			return id
		}
	}
}

// PutImprovement adds an area of improvement, or, where it has an id, changes
// the one with this id. It returns the id. An entry that is merged into one
// which is itself merged goes where that one went.
func (w *Wall) PutImprovement(room *Workshop, q *questionnaires.Questionnaire, x Improvement) (ImprovementID, error) {
	x.Text = assessment.CleanLine(x.Text)
	if err := note("the area of improvement", x.Text); err != nil {
		return "", err
	}
	var err error
	if x.Dimension, err = room.askedDimension(q, string(x.Dimension)); err != nil {
		return "", err
	}
	if x.Statements, err = knownStatements(q, x.Statements); err != nil {
		return "", err
	}
	if err := possibleDots(x.Dots); err != nil {
		return "", err
	}
	old := w.Improvement(x.ID)
	switch {
	case old == nil && x.ID != "":
		return "", noImprovement(x.ID)
	case old == nil:
		if twin := w.improvementNamed(x.Dimension, x.Text); twin != nil {
			return "", &ChangeError{fmt.Sprintf("%s says the same", twin.ID), "change that one"}
		}
		x.ID = w.freeImprovementID()
	default:
		x.ID = old.ID
	}
	if x.SameAs, err = w.mergeTarget(&x); err != nil {
		return "", err
	}
	if old == nil {
		w.Improvements = append(w.Improvements, x)
		return x.ID, nil
	}
	*old = x
	if x.SameAs != "" { // what was merged into it goes along
		for i := range w.Improvements {
			if w.Improvements[i].SameAs == x.ID {
				w.Improvements[i].SameAs = x.SameAs
			}
		}
	}
	return x.ID, nil
}

// mergeTarget returns the entry that one is merged into at last; "" for none.
func (w *Wall) mergeTarget(x *Improvement) (ImprovementID, error) {
	if x.SameAs == "" {
		return "", nil
	}
	into := w.Improvement(x.SameAs)
	if into != nil && into.SameAs != "" && into.ID != x.ID {
		into = w.Improvement(into.SameAs)
	}
	switch {
	case into == nil:
		return "", noImprovement(x.SameAs)
	case into.ID == x.ID:
		return "", &ChangeError{fmt.Sprintf("%s cannot be merged into itself", x.ID), "name the other one"}
	case into.Dimension != x.Dimension:
		return "", &ChangeError{fmt.Sprintf("%s belongs to another dimension", into.ID), "merge entries of one dimension"}
	}
	return into.ID, nil
}

func noImprovement(id ImprovementID) error {
	return &ChangeError{fmt.Sprintf("there is no area of improvement %q", id), "see the list of areas of improvement"}
}

// TakeImprovement removes an area of improvement. What was merged into it stands
// for itself again.
func (w *Wall) TakeImprovement(id ImprovementID) error {
	x := w.Improvement(id)
	if x == nil {
		return noImprovement(id)
	}
	id = x.ID
	w.Improvements = slices.DeleteFunc(w.Improvements, func(x Improvement) bool { return x.ID == id })
	for i := range w.Improvements {
		if w.Improvements[i].SameAs == id {
			w.Improvements[i].SameAs = ""
		}
	}
	return nil
}

// SetDots records the dots that were counted on a note, an area of improvement
// or a challenge, by its id. A note has as many dots as were counted last; a
// count that is typed twice is one count. It reports whether the number is
// another one than before.
func (w *Wall) SetDots(id string, dots int) (changed bool, err error) {
	if err := possibleDots(dots); err != nil {
		return false, err
	}
	var of *int
	if x := w.Improvement(ImprovementID(id)); x != nil {
		of = &x.Dots
	} else if c := w.Challenge(ChallengeID(id)); c != nil {
		of = &c.Dots
	}
	if of == nil {
		return false, &ChangeError{fmt.Sprintf("no note on the wall has the id %q", id), "see the ids with: dgca workshop wall DIR"}
	}
	changed = *of != dots
	*of = dots
	return changed, nil
}

func possibleDots(n int) error {
	if n < 0 || n > MaxDots {
		return &ChangeError{fmt.Sprintf("%d is not a possible number of dots", n), fmt.Sprintf("write a number from 0 to %d", MaxDots)}
	}
	return nil
}

// Voted is an area of improvement together with all that was merged into it.
type Voted struct {
	*Improvement
	Merged     []*Improvement
	Dots       int                      // on all of them
	Named      int                      // how often they were named in sheets
	Statements []assessment.StatementID // of all of them
}

// Voted lists the areas of improvement on some dimensions, those with the most
// dots first, then those that were named most often, then in the order of the
// list.
func (w *Wall) Voted(dims ...assessment.DimensionID) []Voted {
	var out []Voted
	for i := range w.Improvements {
		x := &w.Improvements[i]
		if x.SameAs != "" || !slices.Contains(dims, x.Dimension) {
			continue
		}
		v := Voted{Improvement: x, Dots: x.Dots, Named: x.Named, Statements: slices.Clone(x.Statements)}
		for j := range w.Improvements {
			m := &w.Improvements[j]
			if m.SameAs != x.ID {
				continue
			}
			v.Merged = append(v.Merged, m)
			v.Dots += m.Dots
			v.Named += m.Named
			for _, st := range m.Statements {
				if !slices.Contains(v.Statements, st) {
					v.Statements = append(v.Statements, st)
				}
			}
		}
		out = append(out, v)
	}
	slices.SortStableFunc(out, func(a, b Voted) int { return cmp.Or(cmp.Compare(b.Dots, a.Dots), cmp.Compare(b.Named, a.Named)) })
	return out
}

// askedDimension returns the id of a dimension that a word names by its id or
// title, whatever the capital letters.
func (w *Workshop) askedDimension(q *questionnaires.Questionnaire, word string) (assessment.DimensionID, error) {
	word = assessment.CleanLine(word)
	asked := w.Asked(q)
	var ids []string
	for _, d := range q.Dimensions {
		if !slices.Contains(asked, d.ID) {
			continue
		}
		if strings.EqualFold(string(d.ID), word) || strings.EqualFold(d.Title, word) {
			return d.ID, nil
		}
		ids = append(ids, string(d.ID))
	}
	message := fmt.Sprintf("the workshop does not ask the dimension %q", word)
	if word == "" {
		message = "the dimension is not said"
	}
	return "", &ChangeError{message, "possible: " + strings.Join(ids, ", ")}
}

// knownStatements returns the ids of statements as the questionnaire writes
// them, each once.
func knownStatements(q *questionnaires.Questionnaire, ids []assessment.StatementID) ([]assessment.StatementID, error) {
	var out []assessment.StatementID
	for _, id := range ids {
		st := q.Statement(assessment.StatementID(strings.ToUpper(string(id))))
		if st == nil {
			st = q.Statement(id)
		}
		if st == nil {
			return nil, &ChangeError{fmt.Sprintf("the questionnaire has no statement %q", id), "see the ids with: dgca questionnaire show"}
		}
		if !slices.Contains(out, st.ID) {
			out = append(out, st.ID)
		}
	}
	return out, nil
}

// improvements checks the areas of improvement of a wall that was read from a
// file.
func (v *wallValidator) improvements() {
	seen := map[string]bool{}
	for i := range v.w.Improvements {
		x := &v.w.Improvements[i]
		at := "improvements." + string(x.ID)
		if !ValidID(string(x.ID)) {
			v.add(at, "use letters, digits, hyphen and underscore", "%q is not an id of an area of improvement", x.ID)
		}
		id := strings.ToLower(string(x.ID))
		if seen[id] || v.w.Challenge(ChallengeID(x.ID)) != nil {
			v.add(at, "give each note on the wall an id of its own", "the id %s stands twice", x.ID)
		}
		seen[id] = true
		v.text(at+".text", x.Text)
		if _, err := v.room.askedDimension(v.q, string(x.Dimension)); err != nil {
			v.fault(at+".dimension", err)
		}
		v.statements(at+".statements", x.Statements)
		if err := possibleDots(x.Dots); err != nil {
			v.fault(at+".dots", err)
		}
		if x.Named < 0 {
			v.add(at+".named", "write how many sheets name it", "%d is not a possible number of sheets", x.Named)
		}
		if x.SameAs == "" {
			continue
		}
		if into, err := v.w.mergeTarget(x); err != nil {
			v.fault(at+".same_as", err)
		} else if into != x.SameAs {
			v.add(at+".same_as", fmt.Sprintf("write %s", into), "%s is merged itself, into %s", x.SameAs, into)
		}
	}
}
