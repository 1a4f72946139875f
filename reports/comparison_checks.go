package reports

import (
	"fmt"
	"strings"

	"dgca/assessment"
	"dgca/reports/document"
)

// comparability says first whether the numbers can be compared at all.
// The table lists the compared results, as wide as the medium allows.
func (b *comparisonBuilder) comparability(table document.Table) document.Section {
	c := b.c
	s := document.Section{ID: "comparability", Title: "Can these be compared?", NewPage: true}
	s.Blocks = append(s.Blocks, paragraph(document.Lead, b.verdict()))
	if c.Anonymous {
		s.Blocks = append(s.Blocks, document.Callout{Title: "Letters instead of names", Lines: []document.Text{document.Plain(b.secrecy())}})
	}
	checks := []document.Text{
		document.Plain(fmt.Sprintf("Same questionnaire: %s.", c.Questionnaire.ID)),
		document.Plain(fmt.Sprintf("Same scale: levels 1 to %d.", c.K())),
		document.Plain(fmt.Sprintf("Same kind of unit: %s.", c.Kind)),
		document.Plain("Same rules of scoring."),
		document.Plain("One result of each unit: the latest with agreed answers. Where nobody agreed, the latest of one person."),
	}
	marked := b.insisted()
	if marked != nil {
		checks = append(checks, document.Plain("The results that are included on request need not have this in common with the others."))
	}
	s.Blocks = append(s.Blocks, document.Heading{Level: 2, Text: "What the compared results have in common"}, document.List{Items: checks})
	if marked != nil {
		s.Blocks = append(s.Blocks, document.Callout{Title: "Included on request", Lines: marked})
	}
	s.Blocks = append(s.Blocks, document.Heading{Level: 2, Text: "Compare with care"})
	if items := b.caveats(); len(items) > 0 {
		s.Blocks = append(s.Blocks, document.List{Items: items})
	} else {
		s.Blocks = append(s.Blocks, paragraph(document.Body, "The checks found no difference in scope, group, version, language, kind of session, state, coverage, evidence or date."))
	}
	if len(c.Units) <= mostProfiles && !c.Anonymous {
		s.Blocks = append(s.Blocks, table)
	}
	switch {
	case len(c.LeftOut) > 0 && c.Anonymous:
		s.Blocks = append(s.Blocks, b.leftOutCounts())
	case len(c.LeftOut) > 0:
		s.Blocks = append(s.Blocks, leftOutTable(c.LeftOut))
	}
	return s
}

// verdict is the answer in a sentence.
func (b *comparisonBuilder) verdict() string {
	n, out, caveats := len(b.c.Units), len(b.c.LeftOut), len(b.caveats())
	switch insisted := len(b.insisted()); {
	case insisted > 0:
		return fmt.Sprintf("In part, and with care. The results of %d units are compared. Some of them would usually be left out and are included on request: %d. Ways in which the results differ: %d. Files that are not compared: %d.", n, insisted, caveats, out)
	case out == 0 && caveats == 0:
		return fmt.Sprintf("Yes. The results of %d units can be compared.", n)
	case out == 0:
		return fmt.Sprintf("Yes, with care. The results of %d units can be compared. They differ in %d ways that are listed below.", n, caveats)
	case caveats == 0:
		return fmt.Sprintf("In part. The results of %d units can be compared. Files that are not compared: %d.", n, out)
	}
	return fmt.Sprintf("In part, and with care. The results of %d units can be compared. They differ in %d ways that are listed below. Files that are not compared: %d.", n, caveats, out)
}

// insisted names the results that are compared only because a person insists,
// and says why they would usually be left out.
func (b *comparisonBuilder) insisted() []document.Text {
	var lines []document.Text
	for i := range b.c.Units {
		u := &b.c.Units[i]
		if u.Insisted == nil {
			continue
		}
		line := fmt.Sprintf("%s is usually left out: %s.", u.Label, LeftOutWords(*u.Insisted))
		if u.Foreign {
			line += " Its levels stand beside the others, its statements are not compared."
		}
		lines = append(lines, document.Plain(line))
	}
	return lines
}

// caveats are the differences between the results, and what a subset means.
func (b *comparisonBuilder) caveats() []document.Text {
	var items []document.Text
	if s := b.c.Subset; s != nil {
		items = append(items, document.Plain(fmt.Sprintf("Versions of the questionnaire: %s. Only the %d statements that were asked in all versions, word for word, are compared; %d are left out. Levels that this changes: %d.",
			commas(s.Versions), s.Common, s.LeftOut, len(s.Changed))))
	}
	for _, cv := range b.c.Caveats {
		if text := caveatText(cv, b.c.Subset != nil); text != "" {
			items = append(items, document.Plain(text))
		}
	}
	return items
}

// caveatText is a caveat in a sentence; that about versions is said with the
// subset.
func caveatText(cv assessment.Caveat, subset bool) string {
	values := make([]string, len(cv.Values))
	hidden := len(cv.Values) > 0
	for i, v := range cv.Values {
		name := v.Value
		if name == "" {
			name = "not given"
		}
		hidden = hidden && v.Units == 0 && v.Value == ""
		values[i] = fmt.Sprintf("%s (%d)", name, v.Units)
	}
	all := commas(values)
	if hidden {
		all = fmt.Sprintf("%d different ones", len(values))
	}
	switch cv.Kind {
	case assessment.DifferentScopes:
		return fmt.Sprintf("Scope: %s. A quick scope asks fewer statements; its levels rest on less.", all)
	case assessment.DifferentClusters:
		return fmt.Sprintf("Groups of units: %s.", all)
	case assessment.DifferentVersions:
		if subset {
			return ""
		}
		return fmt.Sprintf("Questionnaire: %s.", all)
	case assessment.DifferentLanguages:
		return fmt.Sprintf("Language of the questionnaire: %s.", all)
	case assessment.DifferentSessions:
		return fmt.Sprintf("Answers of one person and agreed answers of a group: %s.", all)
	case assessment.DifferentStates:
		return fmt.Sprintf("State: %s. A draft can still change.", all)
	case assessment.DifferentCoverage:
		return fmt.Sprintf("Share of the statements that were answered: from %s to %s.", cv.Low, cv.High)
	case assessment.DifferentEvidence:
		return fmt.Sprintf("Share of the higher answers with evidence: from %s to %s.", cv.Low, cv.High)
	case assessment.UnknownDates:
		return fmt.Sprintf("Results without a date: %d.", cv.Units)
	case assessment.DistantDates:
		if hidden {
			return "The first and the last result are more than twelve months apart."
		}
		return fmt.Sprintf("The first result is of %s, the last of %s: more than twelve months apart.", cv.Values[0].Value, cv.Values[1].Value)
	}
	return ""
}

// comparedTable lists the results that are compared.
func (b *comparisonBuilder) comparedTable() document.Table {
	return b.comparedColumns(
		comparedColumn{document.Column{Title: "Unit", Width: 3.8, RowHeader: true}, func(u *assessment.ComparedUnit) string { return u.Label }},
		comparedColumn{document.Column{Title: "Country", Width: 2}, func(u *assessment.ComparedUnit) string { return u.Subject.Country }},
		comparedColumn{document.Column{Title: "Date", Width: 2.1}, comparedDay},
		comparedColumn{document.Column{Title: "Round", Width: 1.6}, func(u *assessment.ComparedUnit) string { return u.Session.Round }},
		comparedColumn{document.Column{Title: "Answers", Width: 2}, func(u *assessment.ComparedUnit) string { return sessionAndState(u.Session.Type, u.State) }},
		comparedColumn{document.Column{Title: "Answered", Width: 2.3, Align: document.AlignEnd}, comparedAnswered},
		comparedColumn{document.Column{Title: "Evidence", Width: 1.4, Align: document.AlignEnd}, comparedEvidence})
}

// shortComparedTable is the same for a narrow screen.
func (b *comparisonBuilder) shortComparedTable() document.Table {
	return b.comparedColumns(
		comparedColumn{document.Column{Title: "Unit", Width: 3.4, RowHeader: true}, func(u *assessment.ComparedUnit) string { return u.Label }},
		comparedColumn{document.Column{Title: "Date", Width: 1.8}, comparedDay},
		comparedColumn{document.Column{Title: "Answers", Width: 1.5}, func(u *assessment.ComparedUnit) string { return sessionWord(u.Session.Type) }},
		comparedColumn{document.Column{Title: "Answered", Width: 2.3, Align: document.AlignEnd}, comparedAnswered},
		comparedColumn{document.Column{Title: "Evidence", Width: 1.4, Align: document.AlignEnd}, comparedEvidence})
}

// comparedColumn is a column with what it says of a unit.
type comparedColumn struct {
	document.Column
	of func(u *assessment.ComparedUnit) string
}

func (b *comparisonBuilder) comparedColumns(columns ...comparedColumn) document.Table {
	t := document.Table{Caption: "Results that are compared"}
	for _, c := range columns {
		t.Columns = append(t.Columns, c.Column)
	}
	for i := range b.c.Units {
		var row []string
		for _, c := range columns {
			row = append(row, c.of(&b.c.Units[i]))
		}
		t.Rows = append(t.Rows, document.Row{Cells: cells(row)})
	}
	return t
}

func comparedDay(u *assessment.ComparedUnit) string { return shortDay(u.Session.Date) }

func comparedAnswered(u *assessment.ComparedUnit) string { return answeredShare(&u.All) }

func comparedEvidence(u *assessment.ComparedUnit) string {
	if u.All.EvidenceShare == nil {
		return wordNone
	}
	return assessment.RoundPercent(u.All.EvidenceShare).String()
}

// sessionAndState says whose answers they are, and whether they can still
// change.
func sessionAndState(session assessment.SessionType, state assessment.State) string {
	if state == assessment.Draft {
		return fmt.Sprintf("%s, draft", sessionWord(session))
	}
	return sessionWord(session)
}

func sessionWord(t assessment.SessionType) string {
	if t == assessment.Group {
		return "agreed"
	}
	return "one person"
}

// leftOutTable lists the files that are not compared, named as a report names
// them, with the reason.
func leftOutTable(out []assessment.LeftOut) document.Table {
	t := document.Table{Caption: "Files that are not compared", Columns: []document.Column{
		{Title: "File", Width: 4, RowHeader: true}, {Title: "Unit", Width: 3}, {Title: "Why", Width: 5}}}
	for _, l := range out {
		t.Rows = append(t.Rows, document.Row{Cells: cells([]string{l.File, l.Name, LeftOutWords(l)})})
	}
	return t
}

// leftOutCounts is the same without names.
func (b *comparisonBuilder) leftOutCounts() document.Table {
	t := document.Table{Caption: "Files that are not compared", Columns: []document.Column{
		{Title: "Why", Width: 8, RowHeader: true}, {Title: "Files", Width: 1, Align: document.AlignEnd}}}
	count := map[assessment.LeftOutReason]int{}
	for _, l := range b.c.LeftOut {
		count[l.Reason]++
	}
	for r := assessment.Unreadable; r <= assessment.NothingShown; r++ {
		if count[r] > 0 {
			t.Rows = append(t.Rows, document.Row{Cells: cells([]string{LeftOutWords(assessment.LeftOut{Reason: r}), fmt.Sprint(count[r])})})
		}
	}
	return t
}

// LeftOutWords says in words why a file is not compared.
func LeftOutWords(l assessment.LeftOut) string {
	words := leftOutWords[l.Reason]
	switch {
	case l.Reason == assessment.SameFile && l.Detail == l.File && l.File != "":
		return "it is named more than once"
	case strings.Contains(words, "%s") && l.Detail == "":
		words, _, _ = strings.Cut(words, ": %s")
		return strings.ReplaceAll(words, ", with %s levels", "")
	case strings.Contains(words, "%s"):
		return fmt.Sprintf(words, l.Detail)
	case l.Detail == "":
		return words
	case l.Reason == assessment.Unreadable:
		return l.Detail
	case l.Reason == assessment.SameFile:
		return fmt.Sprintf("the same content as %s", l.Detail)
	}
	return fmt.Sprintf("%s (this one: %s)", words, l.Detail)
}
