package workshop

import (
	"fmt"
	"strings"

	"dgca/assessment"
)

// NamesFormat is the name and version of the file of names.
const NamesFormat = "dgca.names/1"

// Names says who stands behind each alias. It lives in a file of its own that
// no report reads, and that can be deleted after the workshop.
type Names struct {
	Format string `yaml:"format"`
	Names  []Name `yaml:"names,omitempty"`
}

// Name is the name of one participant.
type Name struct {
	Alias Alias  `yaml:",key"`
	Name  string `yaml:",value"`
}

// Validate returns every fault of the names that were read from a file.
func (n *Names) Validate(w *Workshop) []assessment.Issue {
	if n.Format != NamesFormat {
		return []assessment.Issue{{Path: "format", Message: fmt.Sprintf("the file has the format %q; this version of dgca reads %q", n.Format, NamesFormat),
			Hint: `the file begins with "format: ` + NamesFormat + `"`}}
	}
	var issues []assessment.Issue
	seen := map[string]bool{}
	for _, x := range n.Names {
		path := "names." + string(x.Alias)
		if w.Participant(x.Alias) == nil {
			issues = append(issues, assessment.Issue{Path: path, Message: fmt.Sprintf("there is no participant %q", x.Alias), Hint: "see the participants in workshop.yaml"})
		}
		if key := strings.ToLower(string(x.Alias)); seen[key] {
			issues = append(issues, assessment.Issue{Path: path, Message: fmt.Sprintf("the alias %q is there twice", x.Alias), Hint: "keep one of the two"})
		} else {
			seen[key] = true
		}
	}
	return issues
}
