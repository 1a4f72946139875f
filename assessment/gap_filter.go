package assessment

import "slices"

// GapFilter says which gaps to look at. An empty field lets every gap pass;
// several fields must all hold.
type GapFilter struct {
	Dimension   DimensionID
	Lens        string
	ChangeLevel string
	Principle   string
	Barrier     string  // one of the barriers that the gap was weighed with
	Theme       ThemeID // one of Themes
}

// FilterGaps returns the gaps of Gaps that pass a filter, in the same order.
func (a *Assessment) FilterGaps(f GapFilter) []Gap {
	var out []Gap
	for _, g := range a.Gaps() {
		if f.passes(&g, a.Asked.Statement(g.Statement)) {
			out = append(out, g)
		}
	}
	return out
}

func (f GapFilter) passes(g *Gap, st *AskedStatement) bool {
	has := func(tags []string, tag string) bool { return tag == "" || slices.Contains(tags, tag) }
	return (f.Dimension == "" || g.Dimension == f.Dimension) &&
		has(st.Lenses, f.Lens) && has(st.ChangeLevels, f.ChangeLevel) && has(st.Principles, f.Principle) &&
		has(g.Barriers, f.Barrier) && (f.Theme == "" || f.Theme.covers(st))
}
