package reports

import (
	"fmt"
	"strings"

	"dgca/assessment"
)

// decisions are who decided the answers of a joined result, and the rule that
// decided where nobody did. What is the same for all statements is said once, on
// the cover, and not beside each of them.
type decisions struct {
	by, rule decided
}

// decided is what all decisions of a kind have in common.
type decided struct {
	text       string // empty where they differ
	statements int
}

func (d *decided) count(text string) {
	if d.statements == 0 {
		d.text = text
	}
	if d.text != text {
		d.text = ""
	}
	d.statements++
}

// common is what several statements have in common; a single one says it beside
// its answer.
func (d *decided) common() string {
	if d.statements < 2 {
		return ""
	}
	return d.text
}

// fact is what the cover says.
func (d *decided) fact() string {
	if d.common() == "" {
		return ""
	}
	return fmt.Sprintf("%s (statements: %d)", strings.TrimSuffix(d.text, "."), d.statements)
}

func decisionsOf(statements []line) decisions {
	var all decisions
	for i := range statements {
		switch d := statements[i].answer.Decided; {
		case d == nil || statements[i].answer.Choice == assessment.Unanswered:
		case d.By != "" && d.By != assessment.Removed:
			all.by.count(d.By)
		case d.By == "" && d.Reason != "" && d.Reason != assessment.Removed:
			all.rule.count(d.Reason)
		}
	}
	return all
}
