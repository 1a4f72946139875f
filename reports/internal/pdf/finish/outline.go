package finish

import "fmt"

// Bookmark is a line of the outline. Its level is at most one below that of the
// line before it; the first has level 0.
type Bookmark struct {
	Title string
	Level int
	To    Target
}

// outline writes the outline with all its lines open, and returns the number
// of its root, 0 for an outline without lines.
func (b *builder) outline(lines []Bookmark) int {
	if len(lines) == 0 {
		return 0
	}
	root := b.reserve()
	numbers := make([]int, len(lines))
	for i := range lines {
		numbers[i] = b.reserve()
	}
	open := b.siblings(lines, numbers, root)
	b.set(root, fmt.Appendf(nil, "<</Type /Outlines%s>>", open))
	return root
}

// siblings writes the lines that stand at the level of the first one, with all
// below them, and returns the entries by which their parent holds them. Count
// is the number of lines that are open below a line.
func (b *builder) siblings(lines []Bookmark, numbers []int, parent int) string {
	var starts []int
	for i := range lines {
		if lines[i].Level <= lines[0].Level {
			starts = append(starts, i)
		}
	}
	for n, i := range starts {
		end := len(lines)
		if n+1 < len(starts) {
			end = starts[n+1]
		}
		o := fmt.Appendf(nil, "<</Title %s /Parent %d 0 R /Dest %s", textString(lines[i].Title), parent, b.destination(&lines[i].To))
		if n > 0 {
			o = fmt.Appendf(o, " /Prev %d 0 R", numbers[starts[n-1]])
		}
		if end < len(lines) {
			o = fmt.Appendf(o, " /Next %d 0 R", numbers[end])
		}
		if i+1 < end {
			o = append(o, b.siblings(lines[i+1:end], numbers[i+1:end], numbers[i])...)
		}
		b.set(numbers[i], append(o, ">>"...))
	}
	return fmt.Sprintf(" /First %d 0 R /Last %d 0 R /Count %d", numbers[0], numbers[starts[len(starts)-1]], len(lines))
}
