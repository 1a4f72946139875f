package document

// Chart is one of DotPlot, Radar, StackedBars and Bars. Values are for
// geometry only; every number that is printed arrives as a string.
type Chart interface{ chart() }

// Axis is the scale of levels that a chart uses, from 1 to Max.
type Axis struct {
	Max   int
	Names []string // name of each level, in order
}

// Key names the marks of a chart. A mark without a name is left out of the key.
type Key struct {
	Now         string
	Preliminary string
	Target      string
	Range       string
}

// DotPlot shows where each row stands now and where it wants to be.
type DotPlot struct {
	Axis Axis
	Key  Key
	Rows []DotRow
}

// DotRow is one row of a DotPlot. A row that is not Known has no position; its
// Note says why, in place of the dot.
type DotRow struct {
	Label       string
	Known       bool
	Now         float64
	NowText     string
	HasRange    bool
	Low, High   float64
	RangeText   string
	HasTarget   bool
	Target      float64
	TargetText  string
	Note        string
	Preliminary bool // drawn hollow
}

// Radar shows a profile over three or more axes, one polygon for now and one
// for the targets. An axis that is not Known is left open.
type Radar struct {
	Axis  Axis
	Key   Key
	Spoke []Spoke
}

// Spoke is one axis of a Radar.
type Spoke struct {
	Label     string
	Known     bool
	Now       float64
	HasTarget bool
	Target    float64
}

// StackedBars shows how the answers of each row divide into the same parts.
type StackedBars struct {
	Parts []Part
	Rows  []StackRow
}

// Part is one kind of answer. Step of Of places it on the ramp of levels; Step
// 0 is an answer outside the scale and is drawn with a pattern.
type Part struct {
	Name  string
	Short string // fits into a narrow bar
	Shade Shade
}

// StackRow is one bar. Counts has one entry for each part.
type StackRow struct {
	Label  string
	Counts []int
}

// Bars shows one value a row on the scale of levels.
type Bars struct {
	Axis Axis
	Key  Key
	Rows []BarRow
}

// BarRow is one bar. A row that is not Known has a Note in place of the bar.
type BarRow struct {
	Label     string
	Known     bool
	Value     float64
	ValueText string
	HasTarget bool
	Target    float64
	Note      string
}

func (DotPlot) chart()     {}
func (Radar) chart()       {}
func (StackedBars) chart() {}
func (Bars) chart()        {}
