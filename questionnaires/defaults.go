package questionnaires

const (
	defaultLanguage = "en"
	defaultMonths   = 24
)

// setDefaults fills in what a questionnaire file left out from the built-in
// questionnaire. Reading rules are not filled in: the built-in ones speak of the
// built-in anchors.
func (q *Questionnaire) setDefaults(from *Questionnaire) {
	if q.Language == "" {
		q.Language = defaultLanguage
	}
	orElse(&q.Units, from.Units)
	orElse(&q.Scale, from.Scale)
	orElse(&q.Importance, from.Importance)
	orElse(&q.Feasibility, from.Feasibility)
	orElse(&q.Lenses, from.Lenses)
	orElse(&q.ChangeLevels, from.ChangeLevels)
	orElse(&q.Barriers, from.Barriers)
	if len(q.Principles) == 0 {
		q.Principles = from.Principles
		if q.PrinciplesSource == "" {
			q.PrinciplesSource = from.PrinciplesSource
		}
	}
	setIfZero(&q.OtherAnswers.Unknown, from.OtherAnswers.Unknown)
	setIfZero(&q.OtherAnswers.NotApplicable, from.OtherAnswers.NotApplicable)
	setIfZero(&q.Confidence, from.Confidence)
	k := q.Levels()
	setIfZero(&q.DefaultTarget.Level, fifths(4, k))
	setIfZero(&q.DefaultTarget.Months, defaultMonths)
	setIfZero(&q.EvidenceFrom, fifths(3, k))
	setIfZero(&q.PrerequisiteLevel, fifths(3, k))
	q.Scopes.Full.setDefaults(from.Scopes.Full, from.Scopes.Full, q.count(false))
	if n := q.count(true); n > 0 {
		q.Scopes.Quick.setDefaults(from.Scopes.Quick, from.Scopes.Full, n)
	}
}

// fifths returns n fifths of the scale, rounded up: what a level of five is on a
// scale of k levels.
func fifths(n, k Level) Level { return (n*k + 4) / 5 }

func orElse[T any](list *[]T, other []T) {
	if len(*list) == 0 {
		*list = other
	}
}

func setIfZero[T comparable](v *T, other T) {
	var zero T
	if *v == zero {
		*v = other
	}
}

// setDefaults takes the name from a scope, and minutes by the pace of another.
func (s *Scope) setDefaults(named, pace Scope, statements int) {
	setIfZero(&s.Name, named.Name)
	setIfZero(&s.Statements, statements)
	minutes := func(of int) int {
		const step = 5 // an estimate by the minute would claim too much
		exact := of * statements
		return (exact + pace.Statements*step - 1) / (pace.Statements * step) * step
	}
	setIfZero(&s.MinutesAlone, minutes(pace.MinutesAlone))
	setIfZero(&s.MinutesGroup, minutes(pace.MinutesGroup))
}

// count returns the number of statements in the full or the quick scope.
func (q *Questionnaire) count(quick bool) int {
	n := 0
	for s := range q.Statements() {
		if s.Quick || !quick {
			n++
		}
	}
	return n
}
