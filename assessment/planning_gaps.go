package assessment

import (
	"fmt"
	"slices"
	"strings"

	"dgca/questionnaires"
)

// Target returns the target of a dimension: the chosen one, or the default with
// chosen false.
func (p *Planning) Target(id DimensionID) (t DimensionTarget, chosen bool) {
	return p.a.targetOfDimension(id)
}

// SetTarget records the target that was chosen for a dimension.
func (p *Planning) SetTarget(t DimensionTarget) error {
	return p.change(DimensionTargetStep, string(t.Dimension), func() error { return p.a.setDimensionTarget(t) })
}

// ClearTarget takes the chosen target of a dimension back; the default stands
// again.
func (p *Planning) ClearTarget(id DimensionID) error {
	return p.change(DimensionTargetStep, string(id), func() error {
		p.a.clearDimensionTarget(id)
		return nil
	})
}

// StatementTarget returns the target of a statement and whether it was set for
// this statement alone; else it is the one of its dimension.
func (p *Planning) StatementTarget(id StatementID) (t StatementTarget, own bool) {
	t, own = p.a.targetOfStatement(id)
	if !own {
		for st, place := range p.a.Asked.Statements() {
			if st.ID == id {
				t.Level, _ = p.a.TargetOf(id, p.a.Asked.Dimensions[place.Dimension].ID)
			}
		}
	}
	return t, own
}

// SetStatementTarget overrides the target of the dimension for one statement.
func (p *Planning) SetStatementTarget(t StatementTarget) error {
	return p.change(StatementTargetStep, string(t.Statement), func() error { return p.a.setStatementTarget(t) })
}

// ClearStatementTarget takes the target of a statement back; the one of its
// dimension stands again.
func (p *Planning) ClearStatementTarget(id StatementID) error {
	return p.change(StatementTargetStep, string(id), func() error {
		p.a.clearStatementTarget(id)
		return nil
	})
}

// GoodEnough returns what the questionnaire says about the level that is enough
// for a small unit, or "".
func (p *Planning) GoodEnough(id StatementID) string {
	if p.q == nil {
		return ""
	}
	if st := p.q.Statement(id); st != nil {
		return p.q.Fill(st.GoodEnough, p.a.Subject.Kind)
	}
	return ""
}

// Gaps returns the gaps that pass a filter, in order of priority.
func (p *Planning) Gaps(f GapFilter) []Gap { return p.a.FilterGaps(f) }

// Gap returns a gap as it stands now, and whether the statement has one.
func (p *Planning) Gap(id StatementID) (Gap, bool) {
	gaps := p.a.Gaps()
	i := slices.IndexFunc(gaps, func(g Gap) bool { return g.Statement == id })
	if i < 0 {
		return Gap{}, false
	}
	return gaps[i], true
}

// Themes returns the themes by which the gaps of this assessment can be
// filtered.
func (p *Planning) Themes() []Theme { return p.a.Asked.Themes() }

// Weighing returns how a gap was weighed, and whether anything was said.
func (p *Planning) Weighing(id StatementID) (Weighing, bool) {
	for _, w := range p.a.Weighings {
		if w.Statement == id {
			return w, true
		}
	}
	return Weighing{Statement: id}, false
}

// Weigh records importance, feasibility and barriers of a gap. A grade of 0 is
// not said yet: the gap counts as weighed when both are there.
func (p *Planning) Weigh(w Weighing) error {
	return p.change(WeighStep, string(w.Statement), func() error {
		if _, ok := p.Gap(w.Statement); !ok {
			return planError("", "choose a statement that is below its target", "the statement %s has no gap to weigh", w.Statement)
		}
		w.Barriers = unique(w.Barriers)
		if err := checkGrades(w); err != nil {
			return err
		}
		if err := CheckBarriers(p.q, w); err != nil {
			return err
		}
		p.a.setWeighing(w)
		return nil
	})
}

// Unweigh takes back all that was said about a gap.
func (p *Planning) Unweigh(id StatementID) error {
	return p.change(WeighStep, string(id), func() error {
		p.a.setWeighing(Weighing{Statement: id})
		return nil
	})
}

// CheckBarriers reports a barrier that is not in the catalogue of a
// questionnaire. Without a questionnaire every one-line text is a barrier.
func CheckBarriers(q *questionnaires.Questionnaire, w Weighing) *PlanError {
	var known []string
	if q != nil {
		for _, b := range q.Barriers {
			known = append(known, b.ID)
		}
	}
	for _, b := range w.Barriers {
		switch {
		case q == nil && b != "" && b == CleanLine(b) && len(b) <= MaxName:
		case !slices.Contains(known, b):
			return &PlanError{Field: "barriers", Remedy: "possible: " + strings.Join(known, ", "),
				Message: fmt.Sprintf("%s: %q is not a barrier of the questionnaire", w.Statement, b)}
		}
	}
	return nil
}

// checkGrades reports a grade outside 0 to 5.
func checkGrades(w Weighing) error {
	for _, g := range []struct {
		field string
		grade int
	}{{"importance", w.Importance}, {"feasibility", w.Feasibility}} {
		if g.grade < 0 || g.grade > maxGrade {
			return planError(g.field, "write a number from 1 to 5", "%s: %d is not a grade", w.Statement, g.grade)
		}
	}
	return nil
}

// AddWeighing puts what is said about a gap beside what was said before: a
// grade of 0 and no barriers take nothing away. Nothing is checked; see
// Validate.
func (a *Assessment) AddWeighing(w Weighing) {
	for _, old := range a.Weighings {
		if old.Statement != w.Statement {
			continue
		}
		if w.Importance == 0 {
			w.Importance = old.Importance
		}
		if w.Feasibility == 0 {
			w.Feasibility = old.Feasibility
		}
		if len(w.Barriers) == 0 {
			w.Barriers = old.Barriers
		}
	}
	w.Barriers = unique(w.Barriers)
	a.setWeighing(w)
}

// setWeighing records a weighing in the order of the questionnaire; one that
// says nothing is taken out.
func (a *Assessment) setWeighing(w Weighing) {
	a.Weighings = slices.DeleteFunc(a.Weighings, func(x Weighing) bool { return x.Statement == w.Statement })
	if w.Importance == 0 && w.Feasibility == 0 && len(w.Barriers) == 0 {
		return
	}
	a.Weighings = append(a.Weighings, w)
	order := a.Asked.order()
	slices.SortStableFunc(a.Weighings, func(x, y Weighing) int { return order[x.Statement] - order[y.Statement] })
}
