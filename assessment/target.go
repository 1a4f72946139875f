package assessment

import (
	"fmt"
	"slices"
)

// dimensionTarget returns the target of a dimension, the horizon in months, and
// whether it is the questionnaire's default.
func (a *Assessment) dimensionTarget(id DimensionID) (Level, int, bool) {
	def := a.Asked.DefaultTarget
	for _, t := range a.Targets.Dimensions {
		if t.Dimension == id {
			if t.Months == 0 {
				return t.Level, def.Months, false
			}
			return t.Level, t.Months, false
		}
	}
	return def.Level, def.Months, true
}

// TargetOf returns the target of a statement of a dimension: its own, that of
// the dimension, or the questionnaire's default, and whether it is the default.
func (a *Assessment) TargetOf(id StatementID, dim DimensionID) (level Level, isDefault bool) {
	for _, t := range a.Targets.Statements {
		if t.Statement == id {
			return t.Level, false
		}
	}
	level, _, isDefault = a.dimensionTarget(dim)
	return level, isDefault
}

// TargetReason is why a statement has a target of its own; empty where it has
// none, or where nobody said.
func (a *Assessment) TargetReason(id StatementID) string {
	for _, t := range a.Targets.Statements {
		if t.Statement == id {
			return t.Reason
		}
	}
	return ""
}

// targetOfDimension returns the chosen target of a dimension, or the default
// with chosen false.
func (a *Assessment) targetOfDimension(id DimensionID) (t DimensionTarget, chosen bool) {
	level, months, isDefault := a.dimensionTarget(id)
	t = DimensionTarget{Dimension: id, Level: level, Months: months}
	for _, x := range a.Targets.Dimensions {
		if x.Dimension == id {
			t.Reason = x.Reason
		}
	}
	return t, !isDefault
}

func (a *Assessment) setDimensionTarget(t DimensionTarget) error {
	if a.place(t.Dimension) < 0 {
		return fmt.Errorf("the questionnaire has no dimension %q", t.Dimension)
	}
	if err := a.checkLevel(t.Level); err != nil {
		return err
	}
	if t.Months < 1 || t.Months > MaxMonths {
		return fmt.Errorf("%d months is not a possible horizon: write a number from 1 to %d", t.Months, MaxMonths)
	}
	t.Reason = CleanText(t.Reason)
	a.clearDimensionTarget(t.Dimension)
	a.Targets.Dimensions = append(a.Targets.Dimensions, t)
	slices.SortStableFunc(a.Targets.Dimensions, func(x, y DimensionTarget) int {
		return a.place(x.Dimension) - a.place(y.Dimension)
	})
	return nil
}

func (a *Assessment) clearDimensionTarget(id DimensionID) {
	a.Targets.Dimensions = slices.DeleteFunc(a.Targets.Dimensions, func(t DimensionTarget) bool { return t.Dimension == id })
}

// targetOfStatement returns the target that was set for one statement alone,
// and whether there is one.
func (a *Assessment) targetOfStatement(id StatementID) (StatementTarget, bool) {
	for _, t := range a.Targets.Statements {
		if t.Statement == id {
			return t, true
		}
	}
	return StatementTarget{Statement: id}, false
}

func (a *Assessment) setStatementTarget(t StatementTarget) error {
	if a.Asked.Statement(t.Statement) == nil {
		return fmt.Errorf("the statement %q was not asked in this assessment", t.Statement)
	}
	if err := a.checkLevel(t.Level); err != nil {
		return err
	}
	t.Reason = CleanText(t.Reason)
	a.clearStatementTarget(t.Statement)
	a.Targets.Statements = append(a.Targets.Statements, t)
	order := a.Asked.order()
	slices.SortStableFunc(a.Targets.Statements, func(x, y StatementTarget) int { return order[x.Statement] - order[y.Statement] })
	return nil
}

func (a *Assessment) clearStatementTarget(id StatementID) {
	a.Targets.Statements = slices.DeleteFunc(a.Targets.Statements, func(t StatementTarget) bool { return t.Statement == id })
}

func (a *Assessment) checkLevel(l Level) error {
	if k := a.Asked.Levels(); l < 1 || l > k {
		return fmt.Errorf("the level %d is not on the scale of 1 to %d", l, k)
	}
	return nil
}

// place returns the position of a dimension in the questionnaire.
func (a *Assessment) place(id DimensionID) int {
	return slices.IndexFunc(a.Asked.Dimensions, func(d AskedDimension) bool { return d.ID == id })
}
