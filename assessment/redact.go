package assessment

import "fmt"

// Removed stands in a redacted assessment where a text was that is required or
// counted, so that the numbers stay as they are.
const Removed = "[removed]"

// Redacted returns a copy without what people said in their own words and
// without what tells who they are: names, aliases, roles, reasons, comments,
// evidence, notes and cases, and of a plan all but what is to be done, when, and
// how far it has come. What was answered and every number stay the same,
// and so does the unit: the report is about it.
func (a *Assessment) Redacted() *Assessment {
	c := a.Clone()
	c.Session.Facilitator, c.Session.Respondent, c.Session.Role, c.Session.Workshop = "", "", "", ""
	if c.Approved != nil {
		remove(&c.Approved.By)
	}
	for i := range c.MergedFrom {
		c.MergedFrom[i] = Source{Answers: c.MergedFrom[i].Answers}
	}
	for i := range c.Answers {
		ans := &c.Answers[i]
		for _, s := range []*string{&ans.Reason, &ans.Evidence, &ans.Comment} {
			remove(s)
		}
		if ans.Decided != nil {
			ans.Decided = ans.Decided.redacted()
		}
	}
	for i, n := range c.Notes {
		c.Notes[i] = Note{Dimension: n.Dimension, Confidence: n.Confidence}
	}
	for i := range c.Targets.Dimensions {
		c.Targets.Dimensions[i].Reason = ""
	}
	for i := range c.Targets.Statements {
		c.Targets.Statements[i].Reason = ""
	}
	for i := range c.Weighings {
		c.Weighings[i].Barriers = nil
	}
	c.Plan.redact()
	return c
}

// redact leaves what is to be done and when. An owner gets a letter, so that the
// actions of one owner still belong together.
func (p *Plan) redact() {
	owners := map[string]string{"": ""}
	for i := range p.Actions {
		act := &p.Actions[i]
		if _, known := owners[act.Owner]; !known {
			owners[act.Owner] = fmt.Sprintf("owner %s", letters(len(owners)-1))
		}
		act.Owner = owners[act.Owner]
		for _, s := range []*string{&act.EntryPoint, &act.Resources, &act.Inform, &act.Measure, &act.FirstStep} {
			remove(s)
		}
		for j := range act.History {
			act.History[j].Note = ""
		}
	}
}

// redacted keeps what was said as numbers, without words and names.
func (d *Decision) redacted() *Decision {
	if d.Said == nil {
		return nil
	}
	return &Decision{Said: d.Said}
}

func remove(s *string) {
	if *s != "" {
		*s = Removed
	}
}

// letters counts from 0: A to Z, then AA, AB and so on.
func letters(n int) string {
	s := ""
	for ; n >= 0; n = n/26 - 1 {
		s = string(rune('A'+n%26)) + s
	}
	return s
}
