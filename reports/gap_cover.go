package reports

import (
	"fmt"
	"strings"

	"dgca/assessment"
	"dgca/reports/document"
)

func (b *gapBuilder) cover() document.Cover {
	a := b.a
	c := document.Cover{
		Kicker:   a.Asked.Title,
		Title:    a.Subject.Name,
		Subtitle: "Capability gap report",
	}
	add := func(label, value string) {
		if value != "" {
			c.Facts = append(c.Facts, document.Fact{Label: label, Value: document.Plain(value)})
		}
	}
	add("Kind of unit", b.kindName())
	add("Country", a.Subject.Country)
	add("Cluster", a.Subject.Cluster)
	add("Date", day(a.Session.Date))
	add("Round", a.Session.Round)
	add("Scope", b.scopeText())
	add("Answered by", b.respondents())
	add("Facilitator", a.Session.Facilitator)
	add("State", b.stateText())
	if ch := a.Changed; ch != nil {
		add("Changed later", fmt.Sprintf("answers changed after completion: %d, the last on %s", len(ch.Statements), day(ch.Date)))
	}
	if n := len(a.MergedFrom); n > 0 {
		add("Joined from", fmt.Sprintf("files of people of this unit: %d", n))
	}
	add("Decided by", b.decisions.by.fact())
	add("Decided by rule", b.decisions.rule.fact())
	add("Questionnaire", fmt.Sprintf("%s, version %s", a.Questionnaire.ID, a.Questionnaire.Version))
	add("Language", languageName(b.language()))
	c.Logo = b.Options.Logo
	c.Notice = b.notice()
	if a.State == assessment.Draft {
		c.Notice = "This is a draft: the interview has not been completed. " + c.Notice
	}
	return c
}

// notice says for whom the report is, and what is not in it.
func (b *gapBuilder) notice() string {
	redacted := ""
	if b.Options.Redact {
		redacted = sentenceRedacted
	}
	return strings.Join(nonEmpty("This report is for the unit that it describes.", b.confidential(), redacted), " ")
}

// confidential is the rule for reports without a marking of their own.
func (b *gapBuilder) confidential() string {
	return when(b.Options.Confidential == "", "It is confidential until the unit decides otherwise.")
}

func (b *gapBuilder) kindName() string {
	if b.Questionnaire != nil {
		for _, u := range b.Questionnaire.Units {
			if u.Kind == b.a.Subject.Kind {
				return u.Name
			}
		}
	}
	return string(b.a.Subject.Kind)
}

func (b *gapBuilder) scopeText() string {
	asked := b.card.All.Asked
	if dims := b.a.Scope.Dimensions; len(dims) > 0 {
		names := make([]string, len(dims))
		for i, d := range dims {
			names[i] = b.titles[d]
		}
		if b.a.Scope.Kind == assessment.Quick {
			return fmt.Sprintf("Part of the quick questionnaire, %d statements: %s", asked, list(names))
		}
		return fmt.Sprintf("Part of the full questionnaire, %d statements: %s", asked, list(names))
	}
	if b.a.Scope.Kind == assessment.Quick {
		return fmt.Sprintf("Quick, %d statements", asked)
	}
	return fmt.Sprintf("Full, %d statements", asked)
}

func (b *gapBuilder) respondents() string {
	s := b.a.Session
	switch who := commas(nonEmpty(s.Respondent, s.Role)); {
	case s.Type == assessment.Group && who == "":
		return "A group, with agreed answers"
	case s.Type == assessment.Group:
		return fmt.Sprintf("A group, with agreed answers: %s", who)
	case who == "":
		return "One person"
	default:
		return fmt.Sprintf("One person: %s", who)
	}
}

func (b *gapBuilder) stateText() string {
	switch b.a.State {
	case assessment.Approved:
		if b.a.Approved.By == assessment.Removed {
			return strings.Join(nonEmpty("Approved", day(b.a.Approved.Date)), ", ")
		}
		if b.a.Approved.Date == "" {
			return fmt.Sprintf("Approved by %s", b.a.Approved.By)
		}
		return fmt.Sprintf("Approved by %s on %s", b.a.Approved.By, day(b.a.Approved.Date))
	case assessment.Agreed:
		return "Agreed"
	case assessment.Complete:
		return "Complete"
	}
	return "Draft"
}
