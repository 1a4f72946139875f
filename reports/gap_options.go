package reports

import (
	"dgca/assessment"
	"dgca/reports/context"
	"dgca/reports/document"
)

// GapOptions are what those who make a gap report choose. The zero value is the
// full report.
type GapOptions struct {
	SummaryOnly  bool   // the one page that stands alone
	Redact       bool   // without what people said in their own words, and who they are
	Confidential string // the institution's own marking, on every page; empty for none
	Logo         *document.Image
	Previous     *assessment.Rounds // the comparison with the round before, or nil
	Context      *context.Country   // published indices to show, or nil
}

// redacted takes out of the input what the options say.
func (in Input) redacted() Input {
	if in.Options.Redact {
		in.Assessment = in.Assessment.Redacted()
		in.Attach = nil // the file itself has it all
	}
	return in
}
