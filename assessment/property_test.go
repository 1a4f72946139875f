package assessment

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"reflect"
	"testing"

	"dgca/questionnaires"
)

// randomAssessment draws a scale, dimensions, weights and answers.
func randomAssessment(t testing.TB, rng *rand.Rand) *Assessment {
	k := Level(2 + rng.IntN(6))
	dims := make([]string, 1+rng.IntN(6))
	for d := range dims {
		for range 1 + rng.IntN(12) {
			switch r := rng.IntN(10); {
			case r == 0:
				dims[d] += "dk "
			case r == 1:
				dims[d] += "na "
			case r == 2:
				dims[d] += "- "
			default:
				dims[d] += fmt.Sprintf("%d ", 1+rng.IntN(int(k)))
			}
		}
	}
	a := fixture(t, k, dims...)
	for st := range a.Asked.Statements() {
		if rng.IntN(2) == 0 {
			st.Weight = 1 + weightOf(rng)
		}
	}
	return a
}

func weightOf(rng *rand.Rand) questionnaires.Weight { return questionnaires.Weight(rng.IntN(30_000)) }

func eachRandom(t *testing.T, f func(t *testing.T, rng *rand.Rand, a *Assessment)) {
	t.Helper()
	rng := rand.New(rand.NewPCG(1, 2))
	for range 400 {
		f(t, rng, randomAssessment(t, rng))
		if t.Failed() {
			return
		}
	}
}

func TestBounds(t *testing.T) {
	eachRandom(t, func(t *testing.T, _ *rand.Rand, a *Assessment) {
		one, k := big.NewRat(1, 1), big.NewRat(int64(a.Asked.Levels()), 1)
		between := func(x, lo, hi *big.Rat) bool { return x.Cmp(lo) >= 0 && x.Cmp(hi) <= 0 }
		for _, d := range a.Score().Dimensions {
			if d.Level != nil && (!between(d.Level, one, k) || !between(d.Level, d.Low, d.High) || !between(d.Low, one, k) || !between(d.High, one, k)) {
				t.Errorf("level %v, range %v to %v on %d levels", d.Level, d.Low, d.High, a.Asked.Levels())
			}
			if d.Coverage != nil && !between(d.Coverage, new(big.Rat), one) {
				t.Errorf("coverage %v", d.Coverage)
			}
			if d.Level != nil && big.NewRat(d.Sums.Levels, d.Sums.Answered).Cmp(d.Level) != 0 {
				t.Errorf("the sums %+v do not give the level %v", d.Sums, d.Level)
			}
			if d.Answered+d.Unknown+d.Unanswered+d.NotApplicable != d.Asked {
				t.Errorf("counts %+v", d.Score)
			}
			if !d.HasRange() && d.Level != nil && (d.Low.Cmp(d.Level) != 0 || d.High.Cmp(d.Level) != 0) {
				t.Errorf("full coverage, but the range %v to %v differs from %v", d.Low, d.High, d.Level)
			}
		}
	})
}

// The order in which answers stand in the file changes nothing.
func TestOrderOfAnswersIsIrrelevant(t *testing.T) {
	eachRandom(t, func(t *testing.T, rng *rand.Rand, a *Assessment) {
		b := a.Clone()
		rng.Shuffle(len(b.Answers), func(i, j int) { b.Answers[i], b.Answers[j] = b.Answers[j], b.Answers[i] })
		if !reflect.DeepEqual(a.Score(), b.Score()) || !reflect.DeepEqual(a.Gaps(), b.Gaps()) {
			t.Error("another order of answers gives another result")
		}
	})
}

// A better answer never lowers a level, a range or the overall.
func TestMonotony(t *testing.T) {
	eachRandom(t, func(t *testing.T, _ *rand.Rand, a *Assessment) {
		before := a.Score()
		for i, ans := range a.Answers {
			if l, ok := ans.Choice.Level(); !ok || l == a.Asked.Levels() {
				continue
			}
			b := a.Clone()
			b.Answers[i].Choice++
			after := b.Score()
			for d := range before.Dimensions {
				x, y := before.Dimensions[d], after.Dimensions[d]
				if x.Level != nil && (y.Level.Cmp(x.Level) < 0 || y.Low.Cmp(x.Low) < 0 || y.High.Cmp(x.High) < 0) || x.Status != y.Status {
					t.Errorf("a better answer to %s lowered %s", ans.Statement, x.ID)
				}
			}
			if before.Overall.Shown() && after.Overall.Level.Cmp(before.Overall.Level) < 0 {
				t.Errorf("a better answer to %s lowered the overall", ans.Statement)
			}
		}
	})
}

// A statement that is not applicable leaves the score as if it had not been
// asked, but for the counts and the flag.
func TestNotApplicableInvariance(t *testing.T) {
	eachRandom(t, func(t *testing.T, _ *rand.Rand, a *Assessment) {
		b := a.Clone()
		for d := range b.Asked.Dimensions {
			for e := range b.Asked.Dimensions[d].Elements {
				el := &b.Asked.Dimensions[d].Elements[e]
				var kept []AskedStatement
				for _, st := range el.Statements {
					if a.Answer(st.ID).Choice != NotApplicable {
						kept = append(kept, st)
					}
				}
				el.Statements = kept
			}
		}
		x, y := a.Score(), b.Score()
		for d := range x.Dimensions {
			p, q := x.Dimensions[d].Score, y.Dimensions[d].Score
			if !equal(p.Level, q.Level) || !equal(p.Coverage, q.Coverage) || !equal(p.Low, q.Low) || !equal(p.High, q.High) || !equal(p.EvidenceShare, q.EvidenceShare) {
				t.Errorf("dimension %d: %+v and %+v", d, p, q)
			}
		}
	})
}

// Don't know and unanswered weigh the same.
func TestUnknownScoresAsUnanswered(t *testing.T) {
	eachRandom(t, func(t *testing.T, _ *rand.Rand, a *Assessment) {
		b := a.Clone()
		for i, ans := range b.Answers {
			if ans.Choice == Unknown {
				b.Answers[i].Choice = Unanswered
			}
		}
		x, y := a.Score(), b.Score()
		for d := range x.Dimensions {
			p, q := x.Dimensions[d].Score, y.Dimensions[d].Score
			if !equal(p.Level, q.Level) || !equal(p.Coverage, q.Coverage) || p.Status != q.Status || !equal(p.High, q.High) {
				t.Errorf("dimension %d: %+v and %+v", d, p, q)
			}
		}
	})
}

func equal(x, y *big.Rat) bool {
	if x == nil || y == nil {
		return x == y
	}
	return x.Cmp(y) == 0
}

// The true level, were every open statement answered, lies in the range.
func TestRangeHoldsTheTruth(t *testing.T) {
	eachRandom(t, func(t *testing.T, rng *rand.Rand, a *Assessment) {
		b := a.Clone()
		for st := range b.Asked.Statements() {
			if c := b.Answer(st.ID).Choice; c == Unanswered || c == Unknown {
				b.SetAnswer(Answer{Statement: st.ID, Choice: Choice(1 + rng.IntN(int(a.Asked.Levels())))})
			}
		}
		x, y := a.Score(), b.Score()
		for d := range x.Dimensions {
			p, q := x.Dimensions[d], y.Dimensions[d]
			if q.Level != nil && (q.Level.Cmp(p.Low) < 0 || q.Level.Cmp(p.High) > 0) {
				t.Errorf("level %v is outside of %v to %v", q.Level, p.Low, p.High)
			}
		}
	})
}

// Prerequisites come before what needs them; every gap is there exactly once.
func TestGapOrder(t *testing.T) {
	eachRandom(t, func(t *testing.T, rng *rand.Rand, a *Assessment) {
		var all []*AskedStatement
		for st := range a.Asked.Statements() {
			all = append(all, st)
		}
		for i, st := range all { // earlier statements only: no cycles
			if i > 0 && rng.IntN(3) == 0 {
				st.Needs = []StatementID{all[rng.IntN(i)].ID}
			}
		}
		at := map[StatementID]int{}
		for i, g := range a.Gaps() {
			if _, twice := at[g.Statement]; twice {
				t.Errorf("%s is listed twice", g.Statement)
			}
			at[g.Statement] = i
		}
		for _, st := range all {
			l, ok := a.Answer(st.ID).Choice.Level()
			if _, listed := at[st.ID]; ok && l < a.Asked.DefaultTarget.Level && !listed {
				t.Errorf("the gap %s is missing", st.ID)
			}
			for _, n := range st.Needs {
				nl, answered := a.Answer(n).Choice.Level()
				if _, listed := at[st.ID]; listed && answered && nl < a.Asked.PrerequisiteLevel && at[n] > at[st.ID] {
					t.Errorf("%s needs %s, which comes after it", st.ID, n)
				}
			}
		}
	})
}
