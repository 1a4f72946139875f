package reports

import (
	"fmt"

	"dgca/questionnaires"
	"dgca/reports/context"
	"dgca/reports/document"
)

// published shows what others have published about the country, clearly apart
// from the result.
func (b *gapBuilder) published() document.Section {
	s := document.Section{ID: "context", Title: "Published indices"}
	c := b.Options.Context
	if c == nil {
		return s
	}
	s.NewPage = true
	s.Blocks = append(s.Blocks, document.Callout{Title: "Another method", Lines: []document.Text{document.Plain(fmt.Sprintf(
		"These figures are about %s as a country. Others have measured them in another way. They are no part of this assessment, and no level in this report was made from them. A low index beside a high level, or the other way round, is no contradiction.", c.Name))}})
	if len(c.EGDI) > 0 {
		s.Blocks = append(s.Blocks, document.Heading{Level: 2, Text: "UN E-Government Development Index (EGDI)"}, egdiTable(c.EGDI), source(context.EGDISource, context.EGDICaveat))
	}
	if len(c.GTMI) > 0 {
		s.Blocks = append(s.Blocks, document.Heading{Level: 2, Text: "World Bank GovTech Maturity Index (GTMI)"}, gtmiTable(c.GTMI), source(context.GTMISource, context.GTMICaveat))
	}
	if b.a.Subject.Kind == questionnaires.Local {
		s.Blocks = append(s.Blocks, document.Heading{Level: 2, Text: "Local Online Service Index (LOSI)"}, source(context.LOSISource, context.LOSICaveat))
	}
	return s
}

func source(from, caveat string) document.List {
	return document.List{Role: document.Small, Items: []document.Text{document.Plain(caveat), document.Plain(fmt.Sprintf("Source: %s", from))}}
}

func egdiTable(years []context.EGDI) document.Table {
	t := document.Table{Caption: "EGDI and its parts, from 0 to 1", Note: fmt.Sprintf("Mean of the world in 2024: %s.", context.EGDIWorld), Columns: []document.Column{
		{Title: "Year", Width: 1, RowHeader: true}, {Title: "Index", Width: 1.2, Align: document.AlignEnd}, {Title: "Group", Width: 1.5},
		{Title: "Rank", Width: 1, Align: document.AlignEnd}, {Title: "Online services", Width: 1.5, Align: document.AlignEnd},
		{Title: "Telecommunication", Width: 1.7, Align: document.AlignEnd}, {Title: "Human capital", Width: 1.4, Align: document.AlignEnd},
		{Title: "E-participation index", Width: 1.7, Align: document.AlignEnd}}}
	for _, y := range years {
		t.Rows = append(t.Rows, document.Row{Cells: cells([]string{y.Year, y.Value, y.Group, y.Rank, y.OnlineService, y.Telecommunication, y.HumanCapital, y.EParticipation})})
	}
	return t
}

func gtmiTable(years []context.GTMI) document.Table {
	t := document.Table{Caption: "GTMI and its parts, from 0 to 1", Note: fmt.Sprintf("Mean of the world in 2022: %s. A dash: the parts of that year are not in this program.", context.GTMIWorld), Columns: []document.Column{
		{Title: "Year", Width: 1, RowHeader: true}, {Title: "Index", Width: 1.2, Align: document.AlignEnd}, {Title: "Group", Width: 1.2},
		{Title: "Core systems", Width: 1.5, Align: document.AlignEnd}, {Title: "Public services", Width: 1.6, Align: document.AlignEnd},
		{Title: "Citizen engagement", Width: 1.8, Align: document.AlignEnd}, {Title: "GovTech enablers", Width: 1.7, Align: document.AlignEnd}}}
	for _, y := range years {
		row := []string{y.Year, y.Value, y.Group, y.CoreSystems, y.Services, y.Engagement, y.Enablers}
		for i := range row {
			if row[i] == "" {
				row[i] = wordNone
			}
		}
		t.Rows = append(t.Rows, document.Row{Cells: cells(row)})
	}
	return t
}
