package reports

import (
	"math/big"

	"dgca/assessment"
)

func newScoresFile(in []Input) scoresFile {
	f := scoresFile{Format: ScoresFormat, Assessments: []scoresResult{}}
	for _, i := range in {
		f.Program = i.Program
		f.Assessments = append(f.Assessments, scoresOf(i))
	}
	return f
}

func scoresOf(in Input) scoresResult {
	a := in.Assessment
	card := a.Score()
	r := scoresResult{
		Digest: in.Digest, Method: a.Method,
		Questionnaire: referenceOf(a),
		Unit:          unitOf(a),
		Session:       scoresSession{string(a.Session.Type), clean(a.Session.Round), a.Session.Date},
		State:         string(a.State),
		Scope:         scoresScope{string(a.Scope.Kind), ids(a.Scope.Dimensions)},
		Counts:        countsOf(&card.All),
		Overall:       overallFigures(a, &card.Overall),
		Gaps:          []scoresGap{},
	}
	for _, l := range a.Asked.Scale {
		r.Scale = append(r.Scale, scoresLevel{int(l.Level), clean(l.Name)})
	}
	for i := range card.Dimensions {
		r.Dimensions = append(r.Dimensions, dimensionFigures(a, &card.Dimensions[i], a.Asked.Dimensions[i].Weight.String()))
		for g, group := range card.Groups {
			s := &card.Heat[i][g]
			r.Heat = append(r.Heat, scoresHeat{clean(string(card.Dimensions[i].ID)), clean(group), scoreFigures(a, s, s.Shown())})
		}
	}
	r.Lenses, r.ChangeLevels, r.Principles = tagFigures(a, card.Lenses), tagFigures(a, card.ChangeLevels), tagFigures(a, card.Principles)
	for _, g := range a.Gaps() {
		r.Gaps = append(r.Gaps, gapFigures(&g))
	}
	r.Sensitivity = sensitivityFigures(a.Sensitivity())
	return r
}

func referenceOf(a *assessment.Assessment) scoresReference {
	return scoresReference{clean(a.Questionnaire.ID), clean(a.Questionnaire.Version), clean(a.Questionnaire.Language), clean(a.Questionnaire.Digest), clean(a.Asked.Title)}
}

func unitOf(a *assessment.Assessment) scoresUnit {
	return scoresUnit{clean(a.Subject.Name), clean(string(a.Subject.Kind)), clean(a.Subject.Country), clean(a.Subject.Cluster)}
}

// clean keeps control characters of a hand-edited file out of a terminal.
func clean(s string) string { return assessment.CleanText(s) }

func ids[T ~string](from []T) []string {
	var out []string
	for _, id := range from {
		out = append(out, clean(string(id)))
	}
	return out
}

// figure shows a level or another number with one decimal, share a number from
// 0 to 1 in per cent.
func figure(r *big.Rat) *scoresFigure {
	if r == nil {
		return nil
	}
	return &scoresFigure{r.RatString(), assessment.RoundTenths(r).String()}
}

func share(r *big.Rat) *scoresFigure {
	if r == nil {
		return nil
	}
	return &scoresFigure{r.RatString(), assessment.RoundPercent(r).String()}
}

func countsOf(s *assessment.Score) scoresCounts {
	return scoresCounts{s.Asked, s.Applicable, s.Answered, s.Unknown, s.NotApplicable, s.Unanswered}
}

// scoreFigures leaves out everything that would tell a level that may not be
// shown.
func scoreFigures(a *assessment.Assessment, s *assessment.Score, shown bool) scoresScore {
	out := scoresScore{Status: s.Status.String(), Coverage: share(s.Coverage), Counts: countsOf(s), SetChanged: s.SetChanged}
	if s.Asked == 0 {
		out.Status = ovNotAskedStatus
	}
	if !shown || s.Asked == 0 {
		return out
	}
	out.Level, out.Index, out.EvidenceShare, out.Distribution = figure(s.Level), figure(s.Index()), share(s.EvidenceShare), s.Distribution
	out.Name = clean(a.LevelNameShown(s.LevelShown()))
	if s.HasRange() {
		out.Low, out.High = figure(s.Low), figure(s.High)
	}
	return out
}

func overallFigures(a *assessment.Assessment, o *assessment.Overall) scoresOverall {
	out := scoresOverall{Status: o.Status.String(), Weakest: ids(o.Weakest), NotAsked: ids(o.NotAsked), NotShown: ids(o.NotShown), LeftOut: ids(o.LeftOut)}
	if o.Shown() {
		out.Level, out.Low, out.High = figure(o.Level), figure(o.Low), figure(o.High)
		out.Name = clean(a.LevelNameShown(o.LevelShown()))
	}
	return out
}

func dimensionFigures(a *assessment.Assessment, d *assessment.DimensionScore, weight string) scoresDimension {
	out := scoresDimension{ID: clean(string(d.ID)), Title: clean(d.Title), Weight: weight, Score: scoreFigures(a, &d.Score, d.Shown()),
		Target: scoresTarget{Level: int(d.Target.Level), Months: d.Target.Months, Default: d.Target.Default,
			Reason: clean(d.Target.Reason), BelowTarget: d.Target.BelowTarget}}
	if d.Shown() {
		out.Target.Mean, out.Target.Gap = figure(d.Target.Mean), figure(d.Target.Gap)
	}
	for i := range d.Elements {
		e := &d.Elements[i]
		out.Elements = append(out.Elements, scoresElement{clean(string(e.ID)), clean(e.Title), scoreFigures(a, &e.Score, e.Shown())})
	}
	return out
}

func tagFigures(a *assessment.Assessment, tags []assessment.TagScore) []scoresTag {
	var out []scoresTag
	for i := range tags {
		t := &tags[i]
		out = append(out, scoresTag{clean(t.ID), clean(t.Name), clean(t.Group), scoreFigures(a, &t.Score, t.Shown())})
	}
	return out
}

func gapFigures(g *assessment.Gap) scoresGap {
	return scoresGap{Statement: clean(string(g.Statement)), Dimension: clean(string(g.Dimension)), Level: int(g.Level), Target: int(g.Target),
		DefaultTarget: g.Default, Gap: g.Size, Importance: g.Importance, Feasibility: g.Feasibility, Priority: figure(g.Priority),
		Quadrant: g.Quadrant.String(), Barriers: ids(g.Barriers), NeededFirst: ids(g.Before)}
}

func sensitivityFigures(s assessment.Sensitivity) *scoresSensitivity {
	out := &scoresSensitivity{}
	if s.Weights != nil {
		out.Draws, out.WeightsLow, out.WeightsHigh = assessment.Draws, s.Weights[0].String(), s.Weights[1].String()
	}
	for _, w := range s.Weakest {
		out.Weakest = append(out.Weakest, scoresWeakest{clean(string(w.Dimension)), w.Stays, w.Cases, w.StaysAtLow, w.StaysAtTop})
	}
	for _, w := range s.Without {
		if f := figure(w.Level); f != nil {
			out.Without = append(out.Without, scoresWithout{clean(string(w.Dimension)), *f})
		}
	}
	if out.Draws == 0 && len(out.Weakest) == 0 {
		return nil
	}
	return out
}
