// Package assessment says what was answered and what it is worth.
//
// It holds the content of a result file, the interview as a state machine, and
// the one scoring function that serves every screen, file and report. The
// numbers follow the measurement method "dgca-method/1"; sections quoted in
// comments are those of the method annex of the report.
//
// The package is pure: no terminal, no PDF, no clock and no files.
package assessment

import (
	"fmt"
	"slices"
	"strconv"

	"dgca/questionnaires"
	"go.yaml.in/yaml/v3"
)

// Format is the name and version of the result file; Method is the version of
// the rules by which it is scored. A change of a rule is a new Method.
const (
	Format = "dgca.assessment/1"
	Method = "dgca-method/1"
)

// The identifiers of what is asked.
type (
	StatementID = questionnaires.StatementID
	DimensionID = questionnaires.DimensionID
	ElementID   = questionnaires.ElementID
	Level       = questionnaires.Level
	UnitKind    = questionnaires.UnitKind
)

// Assessment is the content of one result file: what was asked about one unit,
// and what was answered.
type Assessment struct {
	Format        string      `yaml:"format"`
	Method        string      `yaml:"method"`
	Revision      int         `yaml:"revision"` // counts the saves
	State         State       `yaml:"state"`
	Approved      *Approval   `yaml:"approved,omitempty"`
	Changed       *Change     `yaml:"changed_after_completion,omitempty"`
	Questionnaire Reference   `yaml:"questionnaire"`
	Subject       Subject     `yaml:"unit"`
	Session       SessionInfo `yaml:"session"`
	Scope         Scope       `yaml:"scope"`
	MergedFrom    []Source    `yaml:"merged_from,omitempty"`
	Scores        *Summary    `yaml:"scores,omitempty"`
	Answers       []Answer    `yaml:"answers,omitempty"` // in the order of the questionnaire
	Notes         []Note      `yaml:"notes,omitempty"`
	Targets       Targets     `yaml:"targets,omitempty"`
	Weighings     []Weighing  `yaml:"weighing,omitempty"`
	Plan          Plan        `yaml:"plan,omitempty"`
	Asked         Snapshot    `yaml:"asked"`
}

// State says how far an assessment has come.
type State string

// The states of an assessment.
const (
	Draft    State = "draft"
	Complete State = "complete"
	Agreed   State = "agreed"
	Approved State = "approved"
)

// Approval says who approved the result, and when (a day as YYYY-MM-DD).
type Approval struct {
	By   string `yaml:"by"`
	Date string `yaml:"date,omitempty"`
}

// Change says which answers were changed after the assessment was complete, and
// on which day (YYYY-MM-DD) the last of them.
type Change struct {
	Date       string        `yaml:"date"`
	Statements []StatementID `yaml:"statements,flow"`
}

// Source is a part that was merged into an assessment.
type Source struct {
	Respondent string `yaml:"respondent,omitempty"`
	Role       string `yaml:"role,omitempty"`
	Answers    int    `yaml:"answers"` // statements with any answer
	Digest     string `yaml:"digest"`  // SHA-256 of the file, hexadecimal
}

// Reference names the questionnaire that was used.
type Reference struct {
	ID       string `yaml:"id"`
	Version  string `yaml:"version"`
	Language string `yaml:"language,omitempty"`
	Digest   string `yaml:"digest"`
}

// Subject is the unit that is assessed.
type Subject struct {
	Name    string   `yaml:"name"`
	Kind    UnitKind `yaml:"kind"`
	Country string   `yaml:"country,omitempty"`
	Cluster string   `yaml:"cluster,omitempty"` // a group of similar units
}

// SessionInfo says how and by whom the answers were given.
type SessionInfo struct {
	Type        SessionType `yaml:"type"`
	Round       string      `yaml:"round,omitempty"`
	Date        string      `yaml:"date,omitempty"` // the first day, YYYY-MM-DD
	Facilitator string      `yaml:"facilitator,omitempty"`
	Respondent  string      `yaml:"respondent,omitempty"` // an alias, not a name
	Role        string      `yaml:"role,omitempty"`
	Workshop    string      `yaml:"workshop,omitempty"` // the id of the workshop that the sheet was made for
}

// SessionType tells one person's answers from those of a group.
type SessionType string

// The types of session.
const (
	Individual SessionType = "individual"
	Group      SessionType = "agreed"
)

// Scope says how much of the questionnaire is asked.
type Scope struct {
	Kind       ScopeKind     `yaml:"kind"`
	Dimensions []DimensionID `yaml:"dimensions,omitempty,flow"` // empty: all
}

// ScopeKind is the full questionnaire or its quick variant.
type ScopeKind string

// The kinds of scope.
const (
	Full  ScopeKind = "full"
	Quick ScopeKind = "quick"
)

// Answer is what was said about one statement. The zero value is unanswered.
type Answer struct {
	Statement  StatementID `yaml:",key"`
	Choice     Choice      `yaml:"answer,omitempty"`
	Reason     string      `yaml:"reason,omitempty"` // why not applicable, which is required; or why a group agreed on it
	Confidence Confidence  `yaml:"confidence,omitempty"`
	Evidence   string      `yaml:"evidence,omitempty"`
	Comment    string      `yaml:"comment,omitempty"`
	Marked     bool        `yaml:"marked,omitempty"` // to be looked at again
	Decided    *Decision   `yaml:"decided,omitempty"`
}

// Decision says how one answer came out of several. Beside an answer without a
// choice it says between what nobody has decided yet. It is never changed in
// place.
type Decision struct {
	By      string        `yaml:"by,omitempty"` // who decided; empty where a rule did
	Reason  string        `yaml:"reason,omitempty"`
	Dissent string        `yaml:"dissent,omitempty"` // what people who disagree want to be kept
	Among   []string      `yaml:"among,omitempty"`   // what the parts of a merge said, such as "R07: 3"
	Said    *Distribution `yaml:"said,omitempty"`    // what people answered alone, without names
}

// Choice is a level from 1 to 7, don't know, or not applicable. The zero value
// is unanswered.
type Choice int8

// The choices outside the scale.
const (
	Unanswered    Choice = 0
	Unknown       Choice = -1
	NotApplicable Choice = -2
)

// Level returns the level, and whether there is one.
func (c Choice) Level() (Level, bool) { return Level(c), c > 0 }

// String returns the word for the choice in files: a number, dk or na.
func (c Choice) String() string {
	switch c {
	case Unanswered:
		return ""
	case Unknown:
		return "dk"
	case NotApplicable:
		return "na"
	}
	return strconv.Itoa(int(c))
}

// UnmarshalText reads the words of String.
func (c *Choice) UnmarshalText(b []byte) error {
	switch s := string(b); s {
	case "":
		*c = Unanswered
	case "dk":
		*c = Unknown
	case "na":
		*c = NotApplicable
	default:
		n, err := strconv.Atoi(s)
		if err != nil || n < 1 || n > 7 || strconv.Itoa(n) != s {
			return fmt.Errorf("%q is not an answer: write a level such as 3, dk for don't know, or na for not applicable", s)
		}
		*c = Choice(n)
	}
	return nil
}

// MarshalYAML writes a level as a number.
func (c Choice) MarshalYAML() (any, error) {
	tag := "!!str"
	if c > 0 {
		tag = "!!int"
	}
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: tag, Value: c.String()}, nil
}

// Confidence says how sure the respondent is of an answer.
type Confidence string

// The degrees of confidence. The zero value is "not given".
const (
	LowConfidence    Confidence = "low"
	MediumConfidence Confidence = "medium"
	HighConfidence   Confidence = "high"
)

// Note is what was said about a dimension as a whole.
type Note struct {
	Dimension    DimensionID `yaml:",key"`
	Confidence   Confidence  `yaml:"confidence,omitempty"`
	Improvements []string    `yaml:"improvements,omitempty"` // up to three
	Case         *Case       `yaml:"case,omitempty"`
	Feedback     string      `yaml:"feedback,omitempty"` // on the questions
}

// Case is an experience worth sharing with others. Each part may be missing.
type Case struct {
	Title   string `yaml:"title,omitempty"`
	Done    string `yaml:"done,omitempty"`
	Result  string `yaml:"result,omitempty"`
	Contact string `yaml:"contact,omitempty"`
}

// Targets are the levels that the people in the room want to reach.
type Targets struct {
	Dimensions []DimensionTarget `yaml:"dimensions,omitempty"`
	Statements []StatementTarget `yaml:"statements,omitempty"`
}

// DimensionTarget is the target of all statements of a dimension.
type DimensionTarget struct {
	Dimension DimensionID `yaml:",key"`
	Level     Level       `yaml:"level"`
	Months    int         `yaml:"months,omitempty"`
	Reason    string      `yaml:"reason,omitempty"`
}

// StatementTarget overrides the target of its dimension for one statement.
type StatementTarget struct {
	Statement StatementID `yaml:",key"`
	Level     Level       `yaml:"level"`
	Reason    string      `yaml:"reason,omitempty"`
}

// Weighing is how important closing a gap is, and how feasible, from 1 to 5
// each; 0 is "not weighed".
type Weighing struct {
	Statement   StatementID `yaml:",key"`
	Importance  int         `yaml:"importance,omitempty"`
	Feasibility int         `yaml:"feasibility,omitempty"`
	Barriers    []string    `yaml:"barriers,omitempty,flow"`
}

// Answer returns the answer to a statement; the zero Answer when there is none.
func (a *Assessment) Answer(id StatementID) Answer {
	for i := range a.Answers {
		if a.Answers[i].Statement == id {
			return a.Answers[i]
		}
	}
	return Answer{Statement: id}
}

// SetAnswer records an answer in the order of the questionnaire. An answer that
// says nothing is taken out.
func (a *Assessment) SetAnswer(ans Answer) {
	i := slices.IndexFunc(a.Answers, func(x Answer) bool { return x.Statement == ans.Statement })
	empty := ans == Answer{Statement: ans.Statement}
	switch {
	case i >= 0 && empty:
		a.Answers = slices.Delete(a.Answers, i, i+1)
	case i >= 0:
		a.Answers[i] = ans
	case !empty:
		a.Answers = append(a.Answers, ans)
		order := a.Asked.order()
		slices.SortStableFunc(a.Answers, func(x, y Answer) int { return order[x.Statement] - order[y.Statement] })
	}
}

// Note returns what was noted about a dimension, or the zero Note.
func (a *Assessment) Note(id DimensionID) Note {
	for _, n := range a.Notes {
		if n.Dimension == id {
			return n
		}
	}
	return Note{Dimension: id}
}

// Clone returns a deep copy, so that a copy can be saved while the original
// goes on changing.
func (a *Assessment) Clone() *Assessment {
	c := *a
	c.Answers = slices.Clone(a.Answers)
	c.Notes = slices.Clone(a.Notes)
	for i, n := range c.Notes {
		c.Notes[i].Improvements = slices.Clone(n.Improvements)
		if n.Case != nil {
			cs := *n.Case
			c.Notes[i].Case = &cs
		}
	}
	c.Targets.Dimensions = slices.Clone(a.Targets.Dimensions)
	c.Targets.Statements = slices.Clone(a.Targets.Statements)
	c.Weighings = slices.Clone(a.Weighings)
	for i, w := range c.Weighings {
		c.Weighings[i].Barriers = slices.Clone(w.Barriers)
	}
	c.Plan = a.Plan.Clone()
	c.Scope.Dimensions = slices.Clone(a.Scope.Dimensions)
	if a.Approved != nil {
		ap := *a.Approved
		c.Approved = &ap
	}
	c.MergedFrom = slices.Clone(a.MergedFrom)
	if a.Changed != nil {
		c.Changed = &Change{a.Changed.Date, slices.Clone(a.Changed.Statements)}
	}
	// The snapshot is replaced as a whole and never changed in place; the
	// summary likewise. They can be shared.
	return &c
}

// Done returns how many statements have any answer, and how many were asked.
func (a *Assessment) Done() (done, asked int) {
	for range a.Asked.Statements() {
		asked++
	}
	for i := range a.Answers {
		if a.Answers[i].Choice != Unanswered {
			done++
		}
	}
	return done, asked
}
