package reports

import (
	"fmt"
	"strings"

	"dgca/assessment"
	"dgca/reports/document"
)

// mostInScatter keeps the picture on one page. The table below it has all gaps.
const mostInScatter = 48

// gapScatter places the weighed gaps by importance and feasibility.
func (b *gapBuilder) gapScatter() (document.Figure, bool) {
	c := document.Scatter{
		Across:    document.Grade{Name: "Feasibility, from 1 (very hard) to 5 (easy)", Max: 5, From: assessment.FeasibleFrom},
		Up:        document.Grade{Name: "Importance, from 1 (low) to 5 (high)", Max: 5, From: assessment.ImportantFrom},
		Quadrants: document.Quadrants{Both: "Quick wins", Up: "Major projects", Across: "Small steps", None: "Later"},
		Size:      "The larger the mark, the larger the gap",
	}
	// A scale of two levels has one size of gap.
	largest := max(int(b.a.Asked.Levels())-2, 1)
	weighed := 0
	inQuadrant := map[assessment.Quadrant][]string{}
	for i := range b.gaps {
		g := &b.gaps[i]
		if g.Priority == nil {
			continue
		}
		if weighed++; weighed > mostInScatter {
			continue
		}
		c.Items = append(c.Items, document.ScatterItem{Label: string(g.Statement), Across: g.Feasibility, Up: g.Importance,
			Share: float64(g.Size-1) / float64(largest)})
		inQuadrant[g.Quadrant] = append(inQuadrant[g.Quadrant],
			fmt.Sprintf("%s (importance %d, feasibility %d, gap %d)", g.Statement, g.Importance, g.Feasibility, g.Size))
	}
	var parts []string
	for _, q := range []struct {
		quadrant assessment.Quadrant
		name     string
	}{{assessment.QuickWin, c.Quadrants.Both}, {assessment.MajorProject, c.Quadrants.Up}, {assessment.SmallStep, c.Quadrants.Across}, {assessment.Later, c.Quadrants.None}} {
		if in := inQuadrant[q.quadrant]; len(in) > 0 {
			parts = append(parts, fmt.Sprintf("%s: %s.", q.name, semicolons(in)))
		}
	}
	caption := "Importance and feasibility of the weighed gaps"
	if weighed > mostInScatter {
		caption = fmt.Sprintf("Importance and feasibility of the first %d of %d weighed gaps, by priority", mostInScatter, weighed)
	}
	return document.Figure{Caption: caption, Alt: strings.Join(parts, " "), Chart: c}, weighed > 0
}
