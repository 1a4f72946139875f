package strictyaml

import (
	"bytes"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"
)

// place says how the position of a syntax error is found.
type place int

const (
	byPrefix  place = iota // the shortest part of the file that gives the same error ends there
	atQuote                // in the line that the library names, at the opening quote
	atBracket              // likewise, at the opening bracket
	atStart                // likewise, at the first character
	atTab                  // at the first tab of an indentation, from that line on
)

// maxSearch is the size of the largest file in which the exact place of an
// error is searched for, which means to parse parts of it some 20 times. Beyond
// it the line that the library names must do.
const maxSearch = 1 << 20

const (
	tabMessage = "a tab is used for indentation"
	tabHint    = "use spaces, two for each step"
)

// syntaxErrors translates messages of the library. The first row whose text is
// part of the message counts.
var syntaxErrors = []struct {
	contains, message, hint string
	place                   place
}{
	{"found a tab character", tabMessage, tabHint, atTab},
	{"unknown anchor", "references to other places of the file (*name) are not supported", "if this is text, put it in quotes", byPrefix},
	{"found unexpected end of stream", "a quotation mark opens here and is never closed", "add the closing quotation mark", atQuote},
	{"found unexpected document indicator", "a quotation mark opens here and is never closed", "add the closing quotation mark", atQuote},
	{"found unknown escape character", `after "\" in a text in double quotes only some letters are allowed`, `write "\\" for a backslash, or use single quotes`, byPrefix},
	{"hexdecimal number", `the "\x" or "\u" here is not followed by a hexadecimal number`, `write "\\" for a backslash, or use single quotes`, byPrefix},
	{"Unicode character escape", "this number does not stand for a character", `write "\\" for a backslash, or use single quotes`, byPrefix},
	{"could not find expected ':'", `this line has no ":" after its key`, `write "key: value", with a space after the ":"; text of several lines must be indented`, atStart},
	{"mapping values are not allowed", `a ":" is not allowed here`, `check the indentation of this line and that a space follows each ":" after a key; put text that contains ": " in quotes`, byPrefix},
	{"block sequence entries are not allowed", `a "-" of a list is not allowed here`, "put each entry of a list on a line of its own, below its key", byPrefix},
	{"did not find expected alphabetic or numeric character", `text that starts with "*" or "&" must be in quotes`, "put the text in quotes", byPrefix},
	{"found character that cannot start any token", "text must not start with this character", "put the text in quotes", byPrefix},
	{"did not find expected ',' or ']'", `the "[" here is not closed, or a comma is missing after it`, `add the "]" or the comma`, atBracket},
	{"did not find expected ',' or '}'", `the "{" here is not closed, or a comma is missing after it`, `add the "}" or the comma`, atBracket},
	{"did not find expected key", "this does not fit here", "check the indentation of this line, and quotation marks and brackets before this place", byPrefix},
	{"did not find expected '-' indicator", `a line that starts with "- " is expected here`, "check the indentation of this line", byPrefix},
	{"exceeded max depth", "the lists and mappings are nested too deep", "", byPrefix},
	{"did not find expected comment or line break", `only a line end may follow "|" or ">"`, "put the text below, indented, or put it in quotes", byPrefix},
}

// libraryLine matches what the library puts before its messages.
var libraryLine = pattern(`^yaml: (?:line (\d+): )?`)

// libraryError parses data and returns the library's message and the line it
// names, or "". The library names the line of the innermost open thing, counted
// from 0 or 1 depending on the part that failed, and the wrong one when that is
// the first line; a line feed in front of the data removes the last fault.
func libraryError(data []byte) (message string, line int) {
	_, _, err := parseNodes(append([]byte("\n"), data...))
	if err == nil {
		return "", 0
	}
	m := libraryLine().FindStringSubmatch(err.Error())
	if m == nil {
		return err.Error(), 0
	}
	line, _ = strconv.Atoi(m[1])
	return strings.TrimPrefix(err.Error(), m[0]), line
}

// syntaxProblem turns an error of the library into a problem in plain words.
func syntaxProblem(data []byte, err error) Problem {
	message, line := libraryError(data)
	if message == "" {
		message = err.Error()
	}
	p := Problem{Message: "this is not YAML: " + message, Hint: "check indentation, quotation marks and brackets"}
	where := byPrefix
	for _, e := range syntaxErrors {
		if strings.Contains(message, e.contains) {
			p.Message, p.Hint, where = e.message, e.hint, e.place
			break
		}
	}
	if where == byPrefix && len(data) > maxSearch {
		where = atStart
	}
	switch where {
	case byPrefix:
		offset := failOffset(data, message)
		p.Line, p.Column = lineColumn(data, offset)
		if offset < len(data) && data[offset] == '\t' {
			p.Message, p.Hint = tabMessage, tabHint
		}
	case atBracket: // an error of the parser: its 0-based line and our line feed cancel out
		p.Line, p.Column = line, columnOf(data, line, "[{")
	case atQuote:
		p.Line, p.Column = line-1, columnOf(data, line-1, `"'`)
	case atStart:
		p.Line, p.Column = max(line-1, 1), columnOf(data, max(line-1, 1), "")
	case atTab:
		p.Line, p.Column = tabPlace(data, line-1)
	}
	return p
}

// failOffset returns the offset of the last character of the shortest part of
// data that fails with the given message.
func failOffset(data []byte, message string) int {
	n := sort.Search(len(data), func(n int) bool {
		for n < len(data) && !utf8.RuneStart(data[n]) {
			n++
		}
		m, _ := libraryError(data[:n])
		return m == message
	})
	n = max(n-1, 0)
	for n > 0 && !utf8.RuneStart(data[n]) {
		n--
	}
	return n
}

// columnOf returns the column of the first of the given characters that can
// open something in a line, or else of its first character that is no blank.
func columnOf(data []byte, line int, openers string) int {
	text := lineAt(data, line)
	before := ' '
	for i, r := range text {
		if strings.ContainsRune(openers, r) && strings.ContainsRune(" [{,-", before) {
			return utf8.RuneCountInString(text[:i]) + 1
		}
		before = r
	}
	blank := len(text) - len(strings.TrimLeft(text, " \t"))
	return blank + 1
}

// tabPlace returns the first tab in the indentation of a line, starting the
// search at the given line.
func tabPlace(data []byte, from int) (line, column int) {
	last := bytes.Count(data, []byte("\n")) + 1
	for l := max(from, 1); l <= last; l++ {
		text := lineAt(data, l)
		indent := text[:len(text)-len(strings.TrimLeft(text, " \t-"))]
		if i := strings.IndexByte(indent, '\t'); i >= 0 {
			return l, i + 1
		}
	}
	return max(from, 1), 1
}

// lineAt returns a line, counted from 1, without its end.
func lineAt(data []byte, line int) string {
	for ; line > 1; line-- {
		i := bytes.IndexByte(data, '\n')
		if i < 0 {
			return ""
		}
		data = data[i+1:]
	}
	if i := bytes.IndexByte(data, '\n'); i >= 0 {
		data = data[:i]
	}
	return string(data)
}
