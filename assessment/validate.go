package assessment

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// Issue is a fault in the content of a result file. Path leads to its place,
// such as "answers.LEA-01.answer".
type Issue struct {
	Path    string
	Message string
	Hint    string // what to do about it
}

// MaxText is the longest text in characters that a result file may hold in one
// place.
const MaxText = 20_000

// dayLayout is how a day is written in a result file.
const dayLayout = "2006-01-02"

// Validate returns every fault of an assessment that was read from a file, in
// the order of the file. An assessment without faults can be scored and shown.
func (a *Assessment) Validate() []Issue {
	v := &validator{a: a}
	if !v.format() {
		return v.issues
	}
	v.header()
	v.asked()
	v.answers()
	v.notes()
	v.targets()
	v.plan()
	return v.issues
}

type validator struct {
	a      *Assessment
	issues []Issue
}

func (v *validator) add(path, hint, format string, args ...any) {
	v.issues = append(v.issues, Issue{Path: path, Message: fmt.Sprintf(format, args...), Hint: hint})
}

// format reports whether the rest can be judged at all.
func (v *validator) format() bool {
	switch f := v.a.Format; {
	case f == Format:
	case f == "":
		v.add("", "a result file of dgca begins with \"format: "+Format+"\"", "this is not a result file: it has no format")
		return false
	case strings.HasPrefix(f, "dgca.assessment/"):
		v.add("format", "get a newer version of dgca", "the file has the format %q; this version of dgca reads %q", f, Format)
		return false
	default:
		v.add("format", "a result file of dgca begins with \"format: "+Format+"\"", "this is not a result file: its format is %q", f)
		return false
	}
	if m := v.a.Method; m != Method {
		v.add("method", "get the version of dgca that wrote the file", "the file was scored by the method %q; this version of dgca knows %q", m, Method)
		return false
	}
	// It is the last part of a file, without which no answer can be judged.
	if s := &v.a.Asked; s.Levels() == 0 && len(s.Dimensions) == 0 {
		v.add("asked", "use its copy that ends in .bak, or another copy; do not take answers out", "the end of the file is missing: it does not say what was asked")
		return false
	}
	return true
}

func (v *validator) header() {
	a := v.a
	if a.Revision < 0 {
		v.add("revision", "write 0", "the revision is below 0")
	}
	v.word("state", string(a.State), string(Draft), string(Complete), string(Agreed), string(Approved))
	if a.State == Approved && (a.Approved == nil || a.Approved.By == "") {
		v.add("state", "add \"approved:\" with \"by:\" and \"date:\"", "the state is approved, but it is not said by whom")
	}
	if a.Approved != nil {
		v.day("approved.date", a.Approved.Date)
	}
	if a.Changed != nil {
		v.day("changed_after_completion.date", a.Changed.Date)
	}
	v.required("questionnaire.id", a.Questionnaire.ID)
	v.required("questionnaire.version", a.Questionnaire.Version)
	v.required("questionnaire.digest", a.Questionnaire.Digest)
	v.required("unit.name", a.Subject.Name)
	v.required("unit.kind", string(a.Subject.Kind))
	v.word("session.type", string(a.Session.Type), string(Individual), string(Group))
	v.day("session.date", a.Session.Date)
	v.word("scope.kind", string(a.Scope.Kind), string(Full), string(Quick))
	for i, d := range a.Scope.Dimensions {
		if !v.knownDimension(d) {
			v.add(fmt.Sprintf("scope.dimensions[%d]", i), "see the ids under \"asked: dimensions:\"", "the questionnaire has no dimension %q", d)
		}
	}
	v.length("unit.name", a.Subject.Name, MaxName)
	v.length("unit.country", a.Subject.Country, MaxName)
	v.length("unit.cluster", a.Subject.Cluster, MaxName)
	v.length("session.round", a.Session.Round, MaxName)
	v.length("session.facilitator", a.Session.Facilitator, MaxName)
	v.length("session.respondent", a.Session.Respondent, MaxName)
	v.length("session.role", a.Session.Role, MaxName)
}

// MaxName is the longest name or other one-line entry, in characters.
const MaxName = 300

func (v *validator) asked() {
	s := &v.a.Asked
	k := s.Levels()
	if k < 2 || k > 7 {
		v.add("asked.scale", "", "the scale has %d levels; 2 to 7 are possible", k)
		return
	}
	for i, l := range s.Scale {
		if int(l.Level) != i+1 {
			v.add("asked.scale", "", "the levels of the scale are not 1 to %d in order", k)
			break
		}
	}
	v.level("asked.evidence_from_level", s.EvidenceFrom)
	v.level("asked.prerequisite_level", s.PrerequisiteLevel)
	v.level("asked.default_target.level", s.DefaultTarget.Level)
	v.months("asked.default_target.months", s.DefaultTarget.Months)
	if len(s.Dimensions) == 0 {
		v.add("asked.dimensions", "", "the file does not say what was asked")
	}
	dims, statements := map[DimensionID]bool{}, map[StatementID]bool{}
	for i, d := range s.Dimensions {
		path := fmt.Sprintf("asked.dimensions[%d]", i)
		v.required(path+".id", string(d.ID))
		if dims[d.ID] {
			v.add(path+".id", "", "the dimension %q is there twice", d.ID)
		}
		dims[d.ID] = true
		for j, e := range d.Elements {
			for n, st := range e.Statements {
				sp := fmt.Sprintf("%s.elements[%d].statements[%d].id", path, j, n)
				v.required(sp, string(st.ID))
				if statements[st.ID] {
					v.add(sp, "", "the statement %q is there twice", st.ID)
				}
				statements[st.ID] = true
			}
		}
	}
	if len(s.Dimensions) > 0 && len(statements) == 0 {
		v.add("asked.dimensions", "", "the file asks no statement")
	}
}

// notAskedHint warns first: in a file that was cut off, the answers are right.
const notAskedHint = "if the end of the file is missing, use its copy that ends in .bak; else check the id, or take the entry out"

func (v *validator) answers() {
	order := v.a.Asked.order()
	for _, ans := range v.a.Answers {
		path := "answers." + string(ans.Statement)
		if _, ok := order[ans.Statement]; !ok {
			v.add(path, notAskedHint, "the statement %q was not asked in this assessment", ans.Statement)
			continue
		}
		if l, ok := ans.Choice.Level(); ok {
			v.level(path+".answer", l)
		}
		if ans.Choice == NotApplicable && strings.TrimSpace(ans.Reason) == "" {
			v.add(path+".answer", "add \"reason:\" below it", "the answer is not applicable, but the reason is missing")
		}
		v.confidence(path+".confidence", ans.Confidence)
		v.length(path+".reason", ans.Reason, MaxText)
		v.length(path+".evidence", ans.Evidence, MaxText)
		v.length(path+".comment", ans.Comment, MaxText)
		if ans.Decided != nil {
			v.decision(path+".decided", ans.Decided)
		}
	}
}

func (v *validator) decision(path string, d *Decision) {
	v.length(path+".by", d.By, MaxName)
	v.length(path+".reason", d.Reason, MaxText)
	v.length(path+".dissent", d.Dissent, MaxText)
	if d.Said == nil {
		return
	}
	if n, k := len(d.Said.Levels), int(v.a.Asked.Levels()); n != k {
		v.add(path+".said.levels", fmt.Sprintf("write %d numbers, one for each level", k), "there are counts for %d levels; the scale has %d", n, k)
	}
	for _, n := range append(slices.Clone(d.Said.Levels), d.Said.Unknown, d.Said.NotApplicable, d.Said.Unanswered) {
		if n < 0 || n > maxPeople {
			v.add(path+".said", "write how many people gave the answer", "%d is not a number of people", n)
			break
		}
	}
}

// maxPeople is more people than ever answer about one unit.
const maxPeople = 1_000_000

// MaxImprovements is how many areas of improvement a dimension can name.
const MaxImprovements = 3

func (v *validator) notes() {
	for _, n := range v.a.Notes {
		path := "notes." + string(n.Dimension)
		if !v.knownDimension(n.Dimension) {
			v.add(path, "see the ids under \"asked: dimensions:\"", "the questionnaire has no dimension %q", n.Dimension)
		}
		v.confidence(path+".confidence", n.Confidence)
		if len(n.Improvements) > MaxImprovements {
			v.add(path+".improvements", "keep the most important ones", "there are %d improvements; %d are possible", len(n.Improvements), MaxImprovements)
		}
		for i, s := range n.Improvements {
			v.length(fmt.Sprintf("%s.improvements[%d]", path, i), s, MaxText)
		}
		v.length(path+".feedback", n.Feedback, MaxText)
		if n.Case != nil {
			v.length(path+".case.title", n.Case.Title, MaxText)
			v.length(path+".case.done", n.Case.Done, MaxText)
			v.length(path+".case.result", n.Case.Result, MaxText)
			v.length(path+".case.contact", n.Case.Contact, MaxText)
		}
	}
}

func (v *validator) targets() {
	for _, t := range v.a.Targets.Dimensions {
		path := "targets.dimensions." + string(t.Dimension)
		if !v.knownDimension(t.Dimension) {
			v.add(path, "see the ids under \"asked: dimensions:\"", "the questionnaire has no dimension %q", t.Dimension)
		}
		v.level(path+".level", t.Level)
		if t.Months != 0 {
			v.months(path+".months", t.Months)
		}
	}
	order := v.a.Asked.order()
	known := func(path string, id StatementID) {
		if _, ok := order[id]; !ok {
			v.add(path, notAskedHint, "the statement %q was not asked in this assessment", id)
		}
	}
	for _, t := range v.a.Targets.Statements {
		path := "targets.statements." + string(t.Statement)
		known(path, t.Statement)
		v.level(path+".level", t.Level)
	}
	for _, w := range v.a.Weighings {
		path := "weighing." + string(w.Statement)
		known(path, w.Statement)
		v.grade(path+".importance", w.Importance)
		v.grade(path+".feasibility", w.Feasibility)
		for i, b := range w.Barriers {
			v.length(fmt.Sprintf("%s.barriers[%d]", path, i), b, MaxName)
		}
	}
}

func (v *validator) required(path, s string) {
	if strings.TrimSpace(s) == "" {
		v.add(path, "add it", "%q is missing", path[strings.LastIndexByte(path, '.')+1:])
	}
}

func (v *validator) word(path, s string, allowed ...string) {
	if !slices.Contains(allowed, s) {
		v.add(path, "write one of: "+strings.Join(allowed, ", "), "%q is not known here", s)
	}
}

func (v *validator) confidence(path string, c Confidence) {
	if c != "" {
		v.word(path, string(c), string(LowConfidence), string(MediumConfidence), string(HighConfidence))
	}
}

func (v *validator) day(path, s string) {
	if s == "" {
		return
	}
	if _, err := time.Parse(dayLayout, s); err != nil {
		v.add(path, "write it as 2026-11-23", "%q is not a date", s)
	}
}

func (v *validator) level(path string, l Level) {
	if k := v.a.Asked.Levels(); l < 1 || l > k {
		v.add(path, fmt.Sprintf("write a level from 1 to %d", k), "the level %d is not on the scale", l)
	}
}

// MaxMonths is the longest horizon of a target.
const MaxMonths = 120

func (v *validator) months(path string, m int) {
	if m < 1 || m > MaxMonths {
		v.add(path, fmt.Sprintf("write a number from 1 to %d", MaxMonths), "%d months is not a possible horizon", m)
	}
}

// maxGrade is the highest grade of importance and feasibility.
const maxGrade = 5

func (v *validator) grade(path string, g int) {
	if g < 0 || g > maxGrade {
		v.add(path, "write a number from 1 to 5", "%d is not a grade", g)
	}
}

func (v *validator) length(path, s string, most int) {
	if n := utf8.RuneCountInString(s); n > most {
		v.add(path, "shorten it", "the text has %d characters; %d are possible", n, most)
	}
}

func (v *validator) knownDimension(id DimensionID) bool {
	return slices.ContainsFunc(v.a.Asked.Dimensions, func(d AskedDimension) bool { return d.ID == id })
}
