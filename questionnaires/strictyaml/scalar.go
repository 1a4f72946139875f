package strictyaml

import (
	"strings"
	"unicode"

	"go.yaml.in/yaml/v3"
)

func scalarNode(tag, value string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: tag, Value: value}
}

// stringNode returns a node that every reader of YAML takes for this text.
func stringNode(s string) *yaml.Node {
	s = strings.ToValidUTF8(s, "\uFFFD")
	n := scalarNode("!!str", s)
	switch {
	case blockText(s):
		n.Style = yaml.LiteralStyle
	case ambiguous(s):
		n.Style = yaml.DoubleQuotedStyle
	}
	return n
}

// textNode returns the node of a value that writes itself as text. Numbers and
// dates need no quotes there, since the type reads the text in any case.
func textNode(s string) *yaml.Node {
	n := stringNode(s)
	if n.Style == yaml.DoubleQuotedStyle && numberOrDate().MatchString(s) {
		n.Style, n.Tag = 0, ""
	}
	return n
}

var (
	numberOrDate = pattern(`^-?[0-9]+(\.[0-9]+)?$|^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]+(Z|[+-][0-9]{2}:[0-9]{2}))?$`)
	// Words and numbers of YAML 1.1 and 1.2 that are no text without quotes.
	specialWord   = pattern(`^(?i:y|n|yes|no|on|off|true|false|null|~|<<|=|[-+]?\.inf|\.nan)$`)
	specialNumber = pattern(`^(?:` + strings.Join([]string{
		`[-+]?[0-9][0-9_]*`,
		`[-+]?[0-9_]*\.?[0-9_]*(?:[eE][-+]?[0-9]*)?`,
		`[-+]?0[xob][0-9a-fA-F_]*`,
		`[-+]?[0-9_]+(?::[0-5]?[0-9])+(?:\.[0-9_]*)?`, // sixties, such as 12:30
		`[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ].*)?`,
	}, "|") + `)$`)
)

// special reports whether a text is a word or number with a meaning of its own.
// Most texts are long or begin with a letter, so that no expression is tried.
func special(s string) bool {
	if len(s) <= len("false") && specialWord().MatchString(s) {
		return true
	}
	return strings.IndexByte("+-.0123456789", s[0]) >= 0 && specialNumber().MatchString(s)
}

// ambiguous reports whether a text needs double quotes: it would be read as
// something else, or holds characters that only an escape shows.
func ambiguous(s string) bool {
	if s == "" || special(s) || strings.TrimSpace(s) != s {
		return true
	}
	for _, r := range s {
		if r < ' ' || r == 0x7f || r > 0x7e && !unicode.IsPrint(r) {
			return true
		}
	}
	return false
}

// blockText reports whether a text of several lines can be written as a
// literal block without a risk: the library gets indentation indicators, blanks
// at line ends and more than one final line feed wrong in places.
func blockText(s string) bool {
	body := strings.TrimSuffix(s, "\n")
	if !strings.Contains(s, "\n") || body == "" || strings.HasSuffix(body, "\n") || body[0] == '\n' || body[0] == ' ' {
		return false
	}
	for line := range strings.SplitSeq(body, "\n") {
		if strings.HasPrefix(line, "\t") || strings.TrimRight(line, " \t") != line {
			return false
		}
		for _, r := range line {
			if r != '\t' && r != 0x200c && r != 0x200d && !unicode.IsPrint(r) {
				return false
			}
		}
	}
	return true
}
