package plan

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dgca/assessment"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/shell"
)

// filter is what a person chose to look at, with its names.
type filter struct {
	gaps  assessment.GapFilter
	names []string
}

func (f filter) words() string {
	if len(f.names) == 0 {
		return "none, all gaps"
	}
	return strings.Join(f.names, "; ")
}

// facet is one thing to filter by.
type facet struct {
	kind, name string
	set        func(*assessment.GapFilter)
}

// facets are all things to filter by that at least one gap belongs to.
func facets(p *assessment.Planning) []facet {
	var out []facet
	add := func(kind, name string, set func(*assessment.GapFilter)) {
		out = append(out, facet{kind, terminal.CleanLine(name), set})
	}
	asked := &p.Assessment().Asked
	for _, t := range p.Themes() {
		add("Theme", t.Name, func(f *assessment.GapFilter) { f.Theme = t.ID })
	}
	for _, d := range asked.Dimensions {
		add("Dimension", d.Title, func(f *assessment.GapFilter) { f.Dimension = d.ID })
	}
	for _, l := range asked.Lenses {
		add("Lens", l.Name, func(f *assessment.GapFilter) { f.Lens = l.ID })
	}
	for _, c := range asked.ChangeLevels {
		add("Change level", c.Name, func(f *assessment.GapFilter) { f.ChangeLevel = c.ID })
	}
	for _, c := range asked.Principles {
		add("Principle", c.Name, func(f *assessment.GapFilter) { f.Principle = c.ID })
	}
	for _, b := range barriersOf(p) {
		add("Barrier", b.id, func(f *assessment.GapFilter) { f.Barrier = b.id })
	}
	kept := out[:0]
	for _, f := range out {
		if f.count(p, assessment.GapFilter{}) > 0 {
			kept = append(kept, f)
		}
	}
	return kept
}

// count is the number of gaps that pass the facet besides another filter.
func (f facet) count(p *assessment.Planning, other assessment.GapFilter) int {
	f.set(&other)
	return len(p.Gaps(other))
}

func (f facet) words() string { return f.kind + ": " + f.name }

// with adds a facet to a filter; one of the same kind is replaced.
func (f filter) with(add facet) filter {
	var names []string
	for _, n := range f.names {
		if !strings.HasPrefix(n, add.kind+": ") {
			names = append(names, n)
		}
	}
	f.names = append(names, add.words())
	add.set(&f.gaps)
	return f
}

// filterScreen chooses what the list of gaps shows.
type filterScreen struct {
	g      *gapsScreen
	facets []facet
	at     shell.Rows
}

func newFilterScreen(g *gapsScreen) *filterScreen {
	return &filterScreen{g: g, facets: facets(g.d.p)}
}

func (f *filterScreen) Title() string { return "Filter the gaps" }

func (f *filterScreen) Hints() []string {
	return []string{"Enter add to the filter", "Del show all", "up and down", "Esc close", "Ctrl+C quit"}
}

func (f *filterScreen) Update(sh *shell.Shell, msg tea.Msg) tea.Cmd {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok || f.at.Move(k.String(), len(f.facets)+1) {
		return nil
	}
	switch k.String() {
	case "delete", "backspace":
		f.at.Cursor = 0
		fallthrough
	case "enter":
		if f.at.Cursor == 0 {
			f.g.filter = filter{}
		} else {
			f.g.filter = f.g.filter.with(f.facets[f.at.Cursor-1])
		}
		f.g.Refresh()
		sh.Pop()
	case "esc":
		sh.Pop()
	}
	return nil
}

func (f *filterScreen) Lines(_ *shell.Shell, width, height int) []string {
	lines := []string{terminal.Truncate("Now: "+f.g.filter.words()+".", width), ""}
	return append(lines, f.at.Lines(len(f.facets)+1, height-len(lines), func(i int, cursor bool) string {
		if i == 0 {
			return shell.Row("All gaps", fmt.Sprint(len(f.g.d.p.Gaps(assessment.GapFilter{}))), width, cursor)
		}
		facet := f.facets[i-1]
		return shell.Row(facet.words(), fmt.Sprint(facet.count(f.g.d.p, f.g.filter.gaps)), width, cursor)
	})...)
}
