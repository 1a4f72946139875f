package keyin

import "dgca/cmd/internal/tui/shell"

// newHelp explains how sheets are keyed in.
func newHelp() *shell.Page {
	return &shell.Page{Name: "Help", Keys: []string{"up and down scroll", "PgDn more", "Enter close", "Ctrl+C quit"}, Parts: []shell.Part{
		{Heading: "How sheets are keyed in", List: true, Text: []string{
			"Take a page, type the code at its foot, then key one digit for each statement, from top to bottom.",
			"The first page needs the whole code. After that its last three digits are enough. A wrong digit in a code is found.",
			"Pages may come in any order. A page that was keyed in before is opened again for correction.",
			"Nothing is guessed. Where nothing is marked, press Enter: the statement stays without an answer. Where two boxes are marked, ask the person, or press Enter.",
			"9 is not applicable. Then key the number of its reason, 0 when no reason is on the paper, or t to type it.",
			"Every digit is saved at once.",
		}},
		{Heading: "Keys", List: true, Text: []string{
			"Backspace or PgUp goes back to the statement before. Up and down move on the page. A new digit replaces the old one. Del takes an answer out.",
			"e types the evidence of the statement that was keyed last. g takes another page.",
			"Ctrl+C quits; it asks first. The same command goes on where you stopped.",
		}},
	}}
}
