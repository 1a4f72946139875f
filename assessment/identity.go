package assessment

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
)

// Identity names an assessment by what does not change while it is filled in:
// questionnaire, unit and session. It is 16 hexadecimal digits.
func (a *Assessment) Identity() string {
	return digestOf(a.Questionnaire.ID, a.Subject.Name, string(a.Subject.Kind), a.Subject.Country,
		string(a.Session.Type), a.Session.Round, a.Session.Date, a.Session.Respondent, a.Session.Role)
}

// Identity names a comparison by its questionnaire and its units, in whatever
// order. It is empty where letters stand for the units: the name would confirm
// a guess about them.
func (c *Comparison) Identity() string {
	if c.Anonymous {
		return ""
	}
	parts := []string{c.Questionnaire.ID}
	for i := range c.Units {
		parts = append(parts, c.Units[i].unitKey())
	}
	slices.Sort(parts[1:])
	return digestOf(parts...)
}

// RoundsIdentity names the rounds of some units in the same way.
func RoundsIdentity(series []*Series) string {
	var parts []string
	for _, s := range series {
		last := s.Rounds[len(s.Rounds)-1]
		parts = append(parts, last.Questionnaire.ID, unitKey(last.Subject))
	}
	return digestOf(parts...)
}

// digestOf returns 16 hexadecimal digits that stand for some texts.
func digestOf(parts ...string) string {
	sum := sha256.New()
	for _, s := range parts {
		fmt.Fprintf(sum, "%d:%s", len(s), s)
	}
	return hex.EncodeToString(sum.Sum(nil))[:16]
}
