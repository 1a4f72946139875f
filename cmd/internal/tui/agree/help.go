package agree

import "dgca/cmd/internal/tui/shell"

// newHelp explains the second pass and the keys.
func newHelp() *shell.Page {
	return &shell.Page{Name: "Help", Keys: []string{"up and down scroll", "PgDn more", "Enter close", "Ctrl+C quit"}, Parts: []shell.Part{rules, keysHelp}}
}

var rules = shell.Part{Heading: "The second pass", List: true, Text: []string{
	"Everybody has answered alone. Now the people of one unit look at where they differ, and agree on one answer for each statement. Nobody is named.",
	"The most divided statements come first. Ask first: why did you choose this level? Often people know different facts.",
	"Another answer than the median needs a reason: why did the room decide so? A median between two levels stands for both.",
	"Dissent is kept in words. It is no failure.",
	"Where all agree already, take the medians together on the overview, unless somebody objects.",
	"What takes too long is parked, and comes again later.",
}}

var keysHelp = shell.Part{Heading: "Keys", List: true, Text: []string{
	"A digit agrees on a level; 0 is don't know; 9 is not applicable, with its reason.",
	"Enter and Tab go to the next field; behind the last one comes the next point.",
	"PgDn and PgUp go to the next point and back. F2 or Ctrl+L parks the point.",
	"Ctrl+O is the overview: order, medians, closing. Ctrl+G lists all points.",
	"Each [o] behind a level is one person. Everything is saved at once. Ctrl+C quits; it asks first.",
}}
