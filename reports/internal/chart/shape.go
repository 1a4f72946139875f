// Package chart turns the charts of a report into a short list of shapes with
// positions in millimetres. It knows nothing about the medium: a printer asks
// for a drawing of a given width and paints the shapes as PDF or SVG.
//
// Coordinates start at the upper corner of the drawing, x to the end of the
// line, y down. Every shape lies inside the drawing, and no text covers
// another one, whatever the number of rows and the length of the labels.
package chart

// Drawing is a finished chart.
type Drawing struct {
	Width, Height float64
	Shapes        []Shape
	RowEnds       []float64 // lower edges of the rows; none for a chart in one part
}

// Shape is one of Line, Rect, Circle, Polygon and Text, to be painted in the
// order of the list.
type Shape interface{ shape() }

// Point is a position in a drawing.
type Point struct{ X, Y float64 }

// Line is a straight stroke.
type Line struct {
	From, To Point
	Stroke   Paint
	Weight   float64
	Dashed   bool
}

// Rect is a rectangle with its upper corner at X, Y.
type Rect struct {
	X, Y, W, H float64
	Fill       Paint
	Stroke     Paint
	Weight     float64
}

// Circle is a circle around Center.
type Circle struct {
	Center Point
	R      float64
	Fill   Paint
	Stroke Paint
	Weight float64
}

// Polygon is a closed outline.
type Polygon struct {
	Points []Point
	Fill   Paint
	Stroke Paint
	Weight float64
	Dashed bool
}

// Text is one line of text. X is the place that Anchor names, Y the baseline.
type Text struct {
	X, Y   float64
	S      string
	Anchor Anchor
	Size   Size
	Bold   bool
	Fill   Paint
}

// Anchor says which point of a text stands at its X.
type Anchor int

// The anchors.
const (
	Start Anchor = iota
	Middle
	End
)

// Size is a size class of text.
type Size int

// The size classes: labels and values, and the smaller notes and level names.
const (
	Label Size = iota
	Small
)

// Points returns the size in typographic points.
func (s Size) Points() float64 {
	if s == Small {
		return 8
	}
	return 8.5
}

// Millimetres returns the size in millimetres.
func (s Size) Millimetres() float64 { return s.Points() * 25.4 / 72 }

// lineHeight is the distance of two baselines.
func (s Size) lineHeight() float64 { return s.Millimetres() * 1.25 }

// middle is the distance from the middle of a line of figures to its baseline.
func (s Size) middle() float64 { return s.Millimetres() * 0.36 }

// Ascent and descent of a line of text as shares of its size, for the space
// that a text takes.
const (
	ascent  = 0.86
	descent = 0.26
)

func (Line) shape()    {}
func (Rect) shape()    {}
func (Circle) shape()  {}
func (Polygon) shape() {}
func (Text) shape()    {}
