package reports

import (
	"fmt"
	"strings"

	"dgca/assessment"
	"dgca/reports/document"
)

// briefCover is the head of the page that stands alone.
func (b *gapBuilder) briefCover() document.Cover {
	a := b.a
	c := document.Cover{Brief: true, Logo: b.Options.Logo, Kicker: a.Asked.Title, Title: a.Subject.Name, Subtitle: "Capability gap report: summary"}
	for _, f := range []struct{ label, value string }{
		{"Unit", commas(nonEmpty(b.kindName(), a.Subject.Country))},
		{"Date", commas(nonEmpty(day(a.Session.Date), a.Session.Round))},
		{"Scope", b.scopeText()},
		{"State", b.stateText()},
		{"Questionnaire", fmt.Sprintf("%s %s", a.Questionnaire.ID, a.Questionnaire.Version)},
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
	parts := nonEmpty(b.selfAssessment(), "It is not made for ranking.", b.confidential())
	if b.Options.Redact {
		parts = append(parts, sentenceRedacted)
	}
	s.Blocks = append(s.Blocks, document.Paragraph{Role: document.Small, Text: document.Plain(strings.Join(parts, " "))})
	return s
}

// limits says why this result is less than that of a complete, full assessment;
// "" when it is not.
func (b *gapBuilder) limits() string {
	var parts []string
	all := &b.card.All
	if n := len(b.a.Scope.Dimensions); n > 0 && n < len(b.card.Dimensions) {
		parts = append(parts, fmt.Sprintf("Only a part was asked: %d of %d dimensions.", n, len(b.card.Dimensions)))
	}
	if b.a.Scope.Kind == assessment.Quick {
		parts = append(parts, fmt.Sprintf("This is a quick assessment with %d statements.", all.Asked))
	}
	if b.Questionnaire == nil {
		parts = append(parts, sentenceNoQuestionnaire)
	}
	switch {
	case b.a.State == assessment.Draft && all.Unanswered == 0:
		parts = append(parts, "This is a draft: the answers have not been confirmed yet.")
	case b.a.State == assessment.Draft:
		parts = append(parts, fmt.Sprintf("This is a draft: %d of %d statements have no answer yet.", all.Unanswered, all.Asked))
	}
	return strings.Join(parts, " ")
}
