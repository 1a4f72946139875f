package assessment

// Removed stands in a redacted assessment where a text was that is required or
// counted, so that the numbers stay as they are.
const Removed = "[removed]"

// Redacted returns a copy without what people said in their own words and
// without what tells who they are: names, aliases, roles, reasons, comments,
// evidence, notes and cases. What was answered and every number stay the same,
// and so does the unit: the report is about it.
func (a *Assessment) Redacted() *Assessment {
	c := a.Clone()
	c.Session.Facilitator, c.Session.Respondent, c.Session.Role = "", "", ""
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
		ans.Decided = nil
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
	return c
}

func remove(s *string) {
	if *s != "" {
		*s = Removed
	}
}
