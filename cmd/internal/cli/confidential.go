package cli

import (
	"unicode/utf8"

	"github.com/spf13/cobra"

	"dgca/assessment"
)

// confidentialFlag is the marking of the user's own that stands on every page
// of a report.
type confidentialFlag struct{ text string }

func (c *confidentialFlag) addTo(cmd *cobra.Command) {
	cmd.Flags().StringVar(&c.text, "confidential", "", "print this `text` on every page")
	complete(cmd, "confidential", cobra.NoFileCompletions)
}

// check refuses a marking that says nothing, or too much for a line.
func (c *confidentialFlag) check(cmd *cobra.Command) error {
	c.text = assessment.CleanLine(c.text)
	const longest = 80
	switch n := utf8.RuneCountInString(c.text); {
	case n == 0 && cmd.Flags().Changed("confidential"):
		return usagef("give the words of the marking, or leave out the flag", "%s: --confidential is empty", cmd.Name())
	case n > longest:
		return usagef("shorten it", "%s: the text of --confidential has %d characters; %d are the limit", cmd.Name(), n, longest)
	}
	return nil
}
