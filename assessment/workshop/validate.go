package workshop

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"dgca/assessment"
	"dgca/questionnaires"
)

// MaxMinutes is the longest part of a program.
const MaxMinutes = 480

// dayLayout and timeLayout are how a day and a time are written.
const (
	dayLayout  = "2006-01-02"
	timeLayout = "15:04"
)

// idPattern keeps identifiers fit for names of files everywhere.
var idPattern = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$`)

// reserved are names of devices on Windows, which no file can have.
var reserved = regexp.MustCompile(`(?i)^(con|prn|aux|nul|com[0-9]|lpt[0-9])$`)

// ValidID reports whether a word can be an alias or the id of a unit or group.
func ValidID(s string) bool { return idPattern.MatchString(s) && !reserved.MatchString(s) }

// Validate returns every fault of a workshop that was read from a file, in the
// order of the file.
func (w *Workshop) Validate() []assessment.Issue {
	v := &validator{w: w}
	if i := formatIssue(w.Format, Format, "the file of a workshop"); i != nil {
		return []assessment.Issue{*i}
	}
	v.header()
	v.units()
	v.groups()
	v.participants()
	for i, s := range w.Program {
		path := fmt.Sprintf("program[%d]", i)
		if s.Minutes < 0 || s.Minutes > MaxMinutes {
			v.add(path+".minutes", fmt.Sprintf("write a number from 0 to %d", MaxMinutes), "%d minutes is not a possible time", s.Minutes)
		}
		v.line(path+".title", s.Title)
	}
	return v.issues
}

// ValidateScope returns which dimensions of the workshop and of its groups the
// questionnaire does not have.
func (w *Workshop) ValidateScope(q *questionnaires.Questionnaire) []assessment.Issue {
	v := &validator{w: w}
	known := func(path string, dims []assessment.DimensionID) {
		for i, d := range dims {
			if q.Dimension(d) == nil {
				v.add(fmt.Sprintf("%s[%d]", path, i), "see the ids with: dgca questionnaire show", "the questionnaire has no dimension %q", d)
			}
		}
	}
	known("scope.dimensions", w.Scope.Dimensions)
	for _, g := range w.Groups {
		known("groups."+string(g.ID)+".dimensions", g.Dimensions)
	}
	return v.issues
}

type validator struct {
	w      *Workshop
	issues []assessment.Issue
}

func (v *validator) add(path, hint, format string, args ...any) {
	v.issues = append(v.issues, assessment.Issue{Path: path, Message: fmt.Sprintf(format, args...), Hint: hint})
}

func (v *validator) header() {
	w := v.w
	v.id("id", w.ID, "workshop")
	v.required("title", w.Title)
	v.required("questionnaire.id", w.Questionnaire.ID)
	v.required("questionnaire.digest", w.Questionnaire.Digest)
	if _, err := time.Parse(dayLayout, w.Date); err != nil {
		v.add("date", "write it as 2026-11-23", "%q is not a date", w.Date)
	}
	if _, err := time.Parse(timeLayout, w.Start); w.Start != "" && err != nil {
		v.add("start", "write it as 09:30", "%q is not a time", w.Start)
	}
	if k := w.Scope.Kind; k != assessment.Full && k != assessment.Quick {
		v.add("scope.kind", "write full or quick", "%q is not known here", k)
	}
	v.line("title", w.Title)
	v.line("place", w.Place)
	v.line("facilitator", w.Facilitator)
	v.line("round", w.Round)
}

func (v *validator) units() {
	seen := map[string]bool{}
	for i, u := range v.w.Units {
		path := fmt.Sprintf("units[%d]", i)
		v.id(path+".id", string(u.ID), "unit")
		v.once(path+".id", string(u.ID), seen)
		v.required(path+".name", u.Name)
		v.required(path+".kind", string(u.Kind))
		v.line(path+".name", u.Name)
		v.line(path+".country", u.Country)
		v.line(path+".cluster", u.Cluster)
	}
	if len(v.w.Units) == 0 {
		v.add("units", `write each unit with "id:", "name:" and "kind:"`, "the workshop has no unit to be assessed")
	}
}

func (v *validator) groups() {
	seen := map[string]bool{}
	for _, g := range v.w.Groups {
		path := "groups." + string(g.ID)
		v.id(path, string(g.ID), "group")
		v.once(path, string(g.ID), seen)
		v.line(path+".name", g.Name)
		v.length(path+".message", g.Message, assessment.MaxText)
		if n := len(g.Improvements); n > MaxImprovements {
			v.add(path+".improvements", "keep the most important ones", "there are %d improvements; %d are possible", n, MaxImprovements)
		}
		for i, s := range g.Improvements {
			v.length(fmt.Sprintf("%s.improvements[%d]", path, i), s, assessment.MaxText)
		}
		for i, d := range g.Dimensions {
			if in := v.w.Scope.Dimensions; len(in) > 0 && !slices.Contains(in, d) {
				v.add(fmt.Sprintf("%s.dimensions[%d]", path, i), "see the dimensions under \"scope:\"", "the workshop does not ask the dimension %q", d)
			}
		}
	}
}

func (v *validator) participants() {
	seen := map[string]bool{}
	for _, p := range v.w.Participants {
		path := "participants." + string(p.Alias)
		v.id(path, string(p.Alias), "participant")
		v.once(path, string(p.Alias), seen)
		if v.w.Unit(p.Unit) == nil {
			v.add(path+".unit", "see the ids under \"units:\"", "there is no unit %q", p.Unit)
		}
		if p.Group != "" && v.w.Group(p.Group) == nil {
			v.add(path+".group", "see the ids under \"groups:\", or leave it empty", "there is no group %q", p.Group)
		}
		v.line(path+".kind", p.Kind)
		v.line(path+".role", p.Role)
	}
}

func (v *validator) required(path, s string) {
	if strings.TrimSpace(s) == "" {
		v.add(path, "add it", "%q is missing", path[strings.LastIndexByte(path, '.')+1:])
	}
}

func (v *validator) id(path, s, what string) {
	if !ValidID(s) {
		v.add(path, "use letters, digits, - and _", "%q cannot name a %s", s, what)
	}
}

// once refuses an id that differs from another one only by capital letters:
// their files would have one name on Windows.
func (v *validator) once(path, s string, seen map[string]bool) {
	if s = strings.ToLower(s); seen[s] {
		v.add(path, "choose another id for one of them", "the id %q is there twice", s)
	}
	seen[s] = true
}

func (v *validator) line(path, s string) { v.length(path, s, assessment.MaxName) }

func (v *validator) length(path, s string, most int) {
	if n := utf8.RuneCountInString(s); n > most {
		v.add(path, "shorten it", "the text has %d characters; %d are possible", n, most)
	}
}

// formatIssue reports why a file is not of a format, or nil.
func formatIssue(is, want, what string) *assessment.Issue {
	name, _, _ := strings.Cut(want, "/")
	switch {
	case is == want:
		return nil
	case strings.HasPrefix(is, name+"/"):
		return &assessment.Issue{Path: "format", Hint: "get a newer version of dgca", Message: fmt.Sprintf("the file has the format %q; this version of dgca reads %q", is, want)}
	}
	return &assessment.Issue{Path: "format", Hint: `the file begins with "format: ` + want + `"`, Message: fmt.Sprintf("this is not %s: its format is %q", what, is)}
}
