package pdf

import (
	"dgca/reports/document"
	"dgca/reports/internal/chart"
)

// The styles of the report. Size and weight make the hierarchy; colour only
// supports it.
var (
	bodyStyle    = style{size: 10, lead: 1.42, color: chart.Ink}
	leadStyle    = style{size: 13, lead: 1.4, color: chart.Ink}
	smallStyle   = style{size: 8.5, lead: 1.4, color: chart.Muted}
	quoteStyle   = style{size: 10, lead: 1.42, color: chart.Muted}
	captionStyle = style{size: 9.5, bold: true, lead: 1.35, color: chart.Ink}

	sectionStyle = style{size: 19, bold: true, lead: 1.25, color: chart.Accent}
	headingStyle = style{size: 13, bold: true, lead: 1.3, color: chart.Accent}
	minorStyle   = style{size: 10.5, bold: true, lead: 1.35, color: chart.Ink}

	cellStyle      = style{size: 9, lead: 1.35, color: chart.Ink}
	cellSmallStyle = style{size: 8.5, lead: 1.35, color: chart.Muted}
	columnStyle    = style{size: 8.5, bold: true, lead: 1.3, color: chart.Accent}

	footerStyle = style{size: 8, lead: 1.3, color: chart.Muted}
)

// The white space between blocks, in millimetres.
const (
	gapBlock     = 3.4 // before a paragraph
	gapBelow     = 1.8 // below a heading, whatever follows
	gapItem      = 1.1 // between items of a list
	gapSmallItem = 0.6 // between items of a compact list
	gapFigure    = 5.6 // before a figure, table or callout
	gapSection   = 14.0
	gapHeading   = 7.2
	gapMinor     = 4.4
)

func (d density) paragraph(r document.Role) style {
	switch r {
	case document.Lead:
		return d.toward(leadStyle, leastLeadSize)
	case document.Small:
		return d.closer(smallStyle)
	case document.Quote:
		return d.closer(quoteStyle)
	case document.Strongly:
		return d.closer(bodyStyle.strong())
	default:
		return d.closer(bodyStyle)
	}
}

func (d density) cellLine(r document.Role) style {
	switch r {
	case document.Small, document.Quote:
		return d.closer(cellSmallStyle)
	case document.Strongly, document.Lead:
		return d.closer(cellStyle.strong())
	default:
		return d.closer(cellStyle)
	}
}
