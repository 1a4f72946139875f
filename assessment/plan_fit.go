package assessment

import "slices"

// fitted returns a copy of the plan for another set of statements. All actions
// stay; what they say about statements, levels and levels of change that are
// not there any more is taken out.
func (p *Plan) fitted(asked *Snapshot) Plan {
	c := p.Clone()
	for i := range c.Actions {
		a := &c.Actions[i]
		a.Serves = slices.DeleteFunc(a.Serves, func(id StatementID) bool { return asked.Statement(id) == nil })
		for _, l := range []*Level{&a.Baseline, &a.Target} {
			if *l > asked.Levels() {
				*l = 0
			}
		}
		if !slices.Contains(tagIDs(asked.ChangeLevels), a.ChangeLevel) {
			a.ChangeLevel = ""
		}
	}
	return c
}
