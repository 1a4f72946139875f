package document

// Chart is one of DotPlot, Radar, StackedBars, Bars, Scatter, Heat, Gantt, Slope,
// SmallSlopes, Strips and Multiples. Values are for geometry only; every number that is
// printed arrives as a string, except the numbers of a scale.
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

// Scatter places items by two grades, such as importance and feasibility. Items
// of equal grades share a field, so that no label covers another.
type Scatter struct {
	Across, Up Grade
	Quadrants  Quadrants
	Size       string // what the size of a mark means; empty for nothing
	Items      []ScatterItem
}

// Grade is a scale of whole numbers from 1 to Max. From is the first one of its
// upper half.
type Grade struct {
	Name string
	Max  int
	From int
}

// Quadrants names the four fields of a Scatter.
type Quadrants struct {
	Both   string // high on both scales
	Up     string // high on the upward scale only
	Across string // high on the other scale only
	None   string
}

// ScatterItem is one item. Share, from 0 to 1, is the size of its mark.
type ScatterItem struct {
	Label      string
	Across, Up int
	Share      float64
}

// Heat is a table of shaded cells with the number printed in each.
type Heat struct {
	Columns []string
	Rows    []HeatRow
}

// HeatRow has one cell for each column.
type HeatRow struct {
	Label string
	Cells []HeatCell
}

// HeatCell is a number and what qualifies it, such as the number of answers
// behind it. A cell without a Shade has no value.
type HeatCell struct {
	Text  string
	Note  string
	Shade Shade
}

// Gantt shows when actions begin and end, in months from the start of a plan.
type Gantt struct {
	Phases []Phase // one after the other, the first from month 1
	Key    GanttKey
	Rows   []GanttRow
}

// Phase is a stretch of months, both included, counted from 1.
type Phase struct {
	Name     string
	From, To int
}

// GanttKey names the looks of the bars; an empty name is left out of the key.
type GanttKey struct{ Planned, Done string }

// GanttRow is one action from the month From to the month To, both included and
// counted from 1. To of 0 is an open end.
type GanttRow struct {
	Label    string
	Note     string // small line below the label, such as the owner
	From, To int
	Text     string // the time in words
	Done     bool
}

// Slope shows how the rows of two or more rounds have moved.
type Slope struct {
	Axis   Axis
	Rounds []string
	Lines  []SlopeLine
}

// SlopeLine has one point for each round. Strong lines stand out. The Note says
// why a line has no point in the first and the last round.
type SlopeLine struct {
	Label  string
	Strong bool
	Points []SlopePoint
	Note   string
}

// SlopePoint is the value in one round; one that is not Known is left out, and
// the line has a gap there.
type SlopePoint struct {
	Known bool
	Value float64
	Text  string
}

// SmallSlopes shows in a table how many rows have moved: each cell has one small
// slope, with its first and its last value.
type SmallSlopes struct {
	Axis    Axis
	Columns []string
	Rows    []SlopeRow
}

// SlopeRow has one cell for each column.
type SlopeRow struct {
	Label string
	Note  string // small line below the label
	Cells []SlopeCell
}

// SlopeCell has one point for each round. A strong one stands out. The Note says
// why there is no point.
type SlopeCell struct {
	Strong bool
	Points []SlopePoint
	Note   string
}

// Strips shows how the answers or values of each row are spread over the scale.
type Strips struct {
	Axis Axis
	Key  StripKey
	Rows []StripRow
}

// StripKey names the marks of Strips; an empty name is left out of the key.
type StripKey struct{ Dot, Median, Half string }

// StripRow is one strip of dots. Half is the stretch between the quartiles.
type StripRow struct {
	Label             string
	Dots              []Dots
	HasHalf           bool
	Low, Median, High float64
	Text              string // column after the strip, such as the number of answers
	Note              string // in place of a strip without dots
}

// Dots are Count dots at one value.
type Dots struct {
	At    float64
	Count int
}

// Multiples sets the profiles of several units side by side on one scale.
type Multiples struct {
	Axis     Axis
	Key      Key // Now, Preliminary and Target
	Rows     []string
	Profiles []Profile
}

// Profile is one small picture, with one point for each row of the Multiples.
type Profile struct {
	Title  string
	Note   string // small line below the title
	Points []ProfilePoint
}

// ProfilePoint is one value of a profile. The Text stands beside it, also where
// the value is not Known.
type ProfilePoint struct {
	Known       bool
	Preliminary bool
	Value       float64
	HasTarget   bool
	Target      float64
	Text        string
}

func (DotPlot) chart()     {}
func (Radar) chart()       {}
func (StackedBars) chart() {}
func (Bars) chart()        {}
func (Scatter) chart()     {}
func (Heat) chart()        {}
func (Gantt) chart()       {}
func (Slope) chart()       {}
func (SmallSlopes) chart() {}
func (Strips) chart()      {}
func (Multiples) chart()   {}
