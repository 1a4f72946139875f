package reports

import (
	"fmt"

	"dgca/reports/document"
)

// briefCover is the head of the page that stands alone.
func (b *gapBuilder) briefCover() document.Cover {
	a := b.a
	c := document.Cover{Brief: true, Logo: b.Options.Logo, Kicker: a.Asked.Title, Title: a.Subject.Name, Subtitle: "Capability gap report: summary"}
	for _, f := range []struct{ label, value string }{
		{"Unit", list(nonEmpty(b.kindName(), a.Subject.Country))},
		{"Date", list(nonEmpty(a.Session.Date, a.Session.Round))},
		{"Scope", b.scopeText()},
		{"State", b.stateText()},
	} {
		if f.value != "" {
			c.Facts = append(c.Facts, document.Fact{Label: f.label, Value: document.Plain(f.value)})
		}
	}
	return c
}

// brief is the summary with what the other pages of the report would say about
// it.
func (b *gapBuilder) brief() document.Section {
	s := b.summary()
	q := b.a.Questionnaire
	s.Blocks = append(s.Blocks, document.Paragraph{Role: document.Small, Text: document.Plain(fmt.Sprintf("%s Questionnaire: %s, version %s. %s",
		sentenceSelfAssessment, q.ID, q.Version, b.notice()))})
	return s
}
