package pdf

import "dgca/reports/internal/chart"

// symbol is a sign that the font lacks, drawn as strokes and areas. Points are
// shares of the type size, y upwards from the baseline.
type symbol struct {
	width   float64
	strokes [][]chart.Point
	areas   [][]chart.Point
}

// symbolStroke is the line weight of a symbol as a share of the type size.
const symbolStroke = 0.08

func path(xy ...float64) []chart.Point {
	p := make([]chart.Point, 0, len(xy)/2)
	for i := 0; i < len(xy); i += 2 {
		p = append(p, chart.Point{X: xy[i], Y: xy[i+1]})
	}
	return p
}

var (
	square  = path(0.12, 0, 0.12, 0.7, 0.82, 0.7, 0.82, 0, 0.12, 0)
	rhomb   = path(0.45, 0, 0.8, 0.36, 0.45, 0.72, 0.1, 0.36, 0.45, 0)
	upward  = path(0.1, 0.02, 0.45, 0.7, 0.8, 0.02, 0.1, 0.02)
	down    = path(0.1, 0.68, 0.45, 0, 0.8, 0.68, 0.1, 0.68)
	round   = path(0.45, 0.01, 0.625, 0.057, 0.753, 0.185, 0.8, 0.36, 0.753, 0.535, 0.625, 0.663, 0.45, 0.71, 0.275, 0.663, 0.147, 0.535, 0.1, 0.36, 0.147, 0.185, 0.275, 0.057, 0.45, 0.01)
	tick    = path(0.12, 0.34, 0.36, 0.06, 0.8, 0.66)
	shaft   = path(0.1, 0.36, 0.88, 0.36)
	upShaft = path(0.35, 0, 0.35, 0.72)
	slope   = path(0.85, 0.1, 0.15, 0.1)
	wave    = []chart.Point{{X: 0.1, Y: 0}, {X: 0.2, Y: 0.07}, {X: 0.3, Y: 0.07}, {X: 0.5, Y: -0.03}, {X: 0.6, Y: -0.03}, {X: 0.7, Y: 0.04}}
)

func raised(p []chart.Point, by float64) []chart.Point {
	q := make([]chart.Point, len(p))
	for i, pt := range p {
		q[i] = chart.Point{X: pt.X, Y: pt.Y + by}
	}
	return q
}

func lines(p ...[]chart.Point) [][]chart.Point { return p }

var symbols = map[rune]symbol{
	'→': {width: 1, strokes: lines(shaft, path(0.62, 0.6, 0.88, 0.36, 0.62, 0.12))},
	'←': {width: 1, strokes: lines(shaft, path(0.36, 0.6, 0.1, 0.36, 0.36, 0.12))},
	'↔': {width: 1, strokes: lines(shaft, path(0.36, 0.6, 0.1, 0.36, 0.36, 0.12), path(0.62, 0.6, 0.88, 0.36, 0.62, 0.12))},
	'↑': {width: 0.7, strokes: lines(upShaft, path(0.1, 0.46, 0.35, 0.72, 0.6, 0.46))},
	'↓': {width: 0.7, strokes: lines(upShaft, path(0.1, 0.26, 0.35, 0, 0.6, 0.26))},
	'≤': {width: 0.95, strokes: lines(path(0.85, 0.66, 0.15, 0.43, 0.85, 0.22), slope)},
	'≥': {width: 0.95, strokes: lines(path(0.15, 0.66, 0.85, 0.43, 0.15, 0.22), slope)},
	'≈': {width: 0.8, strokes: lines(raised(wave, 0.44), raised(wave, 0.22))},
	'≠': {width: 0.8, strokes: lines(path(0.1, 0.46, 0.7, 0.46), path(0.1, 0.26, 0.7, 0.26), path(0.25, 0.08, 0.55, 0.64))},
	'✓': {width: 0.92, strokes: lines(tick)},
	'✔': {width: 0.92, strokes: lines(tick)},
	'✗': {width: 0.86, strokes: lines(path(0.14, 0.06, 0.72, 0.64), path(0.14, 0.64, 0.72, 0.06))},
	'✘': {width: 0.86, strokes: lines(path(0.14, 0.06, 0.72, 0.64), path(0.14, 0.64, 0.72, 0.06))},
	'□': {width: 0.94, strokes: lines(square)},
	'☐': {width: 0.94, strokes: lines(square)},
	'☑': {width: 0.94, strokes: lines(square, path(0.26, 0.34, 0.42, 0.16, 0.7, 0.54))},
	'☒': {width: 0.94, strokes: lines(square, path(0.26, 0.14, 0.68, 0.56), path(0.26, 0.56, 0.68, 0.14))},
	'■': {width: 0.94, areas: lines(square)},
	'○': {width: 0.9, strokes: lines(round)},
	'●': {width: 0.9, areas: lines(round)},
	'◇': {width: 0.9, strokes: lines(rhomb)},
	'◆': {width: 0.9, areas: lines(rhomb)},
	'△': {width: 0.9, strokes: lines(upward)},
	'▲': {width: 0.9, areas: lines(upward)},
	'▽': {width: 0.9, strokes: lines(down)},
	'▼': {width: 0.9, areas: lines(down)},
}

// firstSymbol is the lowest of the symbols, to tell most runes apart quickly.
const firstSymbol = '←'
