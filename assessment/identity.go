package assessment

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
)

// Identity names an assessment by what does not change while it is filled in:
// questionnaire, unit and session. It is 16 hexadecimal digits.
func (a *Assessment) Identity() string {
	sum := sha256.New()
	for _, s := range []string{a.Questionnaire.ID, a.Subject.Name, string(a.Subject.Kind), a.Subject.Country,
		string(a.Session.Type), a.Session.Round, a.Session.Date, a.Session.Respondent, a.Session.Role} {
		fmt.Fprintf(sum, "%d:%s", len(s), s)
	}
	return hex.EncodeToString(sum.Sum(nil))[:16]
}
