package wall

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"dgca/assessment"
	"dgca/assessment/workshop"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/board"
	"dgca/cmd/internal/tui/shell"
	"dgca/cmd/internal/tui/shell/shelltest"
	"dgca/questionnaires"
)

func hall() (*workshop.Workshop, *workshop.Wall) {
	room := &workshop.Workshop{Title: "Trial", Seed: 3, Units: []workshop.Unit{{ID: "a", Name: "Unit A", Country: "Alandia"}, {ID: "b", Name: "Unit B", Country: "Borealia"}},
		Participants: []workshop.Participant{{Alias: "P01", Unit: "a"}, {Alias: "P02", Unit: "b"}}}
	return room, &workshop.Wall{Format: workshop.WallFormat}
}

// notes are those of two sheets.
func notes() ([]assessment.Note, error) {
	return []assessment.Note{{Dimension: "legal", Improvements: []string{"A law on data", "Model contracts"}}, {Dimension: "legal", Improvements: []string{"a law on data"}}}, nil
}

type driver struct {
	shelltest.Driver
	w     *workshop.Wall
	saves int
}

func open(t testing.TB) *driver {
	room, w := hall()
	d := &driver{w: w}
	d.T, d.Saver = t, &shelltest.Memory{}
	d.Shell = board.NewShell(board.Options{Options: shell.Options{Saver: d.Saver, Path: "wall.yaml"}, Board: New(room, questionnaires.BuiltIn(), w, notes, func() { d.saves++ })}, 80, 24)
	return d
}

func describe(w *workshop.Wall) string {
	var out []string
	for _, c := range w.Challenges {
		out = append(out, fmt.Sprintf("%s %s %s %v %q %v", c.ID, c.By, c.Kind, c.Anonymous, c.Text, c.Themes))
	}
	for _, r := range []workshop.Round{workshop.PersonRound, workshop.TeamRound} {
		for _, h := range w.Handouts(r) {
			out = append(out, fmt.Sprintf("%d %s %s %q", r, h.To, h.Challenge, h.Solution))
		}
	}
	for _, x := range w.Ideas {
		out = append(out, fmt.Sprintf("idea %q %s", x.Text, x.Theme))
	}
	for _, x := range w.WaysForward {
		out = append(out, fmt.Sprintf("way %s %q %q", x.Team, x.Challenge, x.Way))
	}
	for _, x := range w.Support {
		out = append(out, fmt.Sprintf("support %s %s", x.Team, x.Area))
	}
	for _, x := range w.Improvements {
		out = append(out, fmt.Sprintf("%s %s %q named %d dots %d same %q %v", x.ID, x.Dimension, x.Text, x.Named, x.Dots, x.SameAs, x.Statements))
	}
	for _, c := range w.Challenges {
		if c.Dots > 0 {
			out = append(out, fmt.Sprintf("%s dots %d", c.ID, c.Dots))
		}
	}
	return strings.Join(out, "; ")
}

// One challenge of P01, and one of P02.
const two = "1np01<enter>11Late budget<enter><enter>np02<enter>21No power<enter>8<enter><esc>"

// The entries without a digit: the list of areas of improvement, from the menu;
// and it and the dots, from the entry that gathers them.
var (
	improvements = strings.Repeat("<down>", 10) + "<enter>"
	gatheredList = "9<down><enter>"
	dots         = "9<down><down><enter>"
)

func TestKeys(t *testing.T) {
	const gathered = `A1 legal "A law on data" named 2 dots 0 same "" []; A2 legal "Model contracts" named 1 dots 0 same "" []`
	hung := `C1 P01 personal false "Late budget" []; C2 P02 institutional false "No power" [power]`
	for name, c := range map[string]struct{ keys, want string }{
		"nothing":           {"1<esc>", ""},
		"two notes":         {two, hung},
		"anonymous":         {"1np02<enter>12Quiet<enter><enter>", `C1 P02 personal true "Quiet" []`},
		"without a kind":    {"1np02<enter><tab><tab>Quiet<enter><esc>", `C1 P02  false "Quiet" []`},
		"half typed, too":   {"1np02<enter><tab><tab>Qui<ctrl+c>1", `C1 P02  false "Qui" []`},
		"way, no country":   {"7n<tab>Late bud<ctrl+c>1", `way  "Late bud" ""`},
		"nobody":            {"1np77<enter>11Quiet<enter><esc><esc>", ""},
		"changed":           {two + "1<enter><tab><tab><tab> and small<enter><enter><esc>", `C1 P01 personal false "Late budget and small" []; C2 P02 institutional false "No power" [power]`},
		"taken down":        {two + "1<delete><esc>", `C2 P02 institutional false "No power" [power]`},
		"hand out":          {two + "2", hung + `; 2 P01 C2 ""; 2 P02 C1 ""`},
		"handed out, stays": {two + "21<delete><esc>", hung + `; 2 P01 C2 ""; 2 P02 C1 ""`},
		"solve":             {two + "23<enter>Solar panels<enter><esc>", hung + `; 2 P01 C2 "Solar panels"; 2 P02 C1 ""`},
		"teams":             {two + "45<down><enter>Plan for three years<enter><esc>", hung + `; 3 Alandia C2 ""; 3 Borealia C1 "Plan for three years"`},
		"idea":              {"6nStudy trips<enter>trips<enter><esc>", `idea "Study trips" trips`},
		"idea taken out":    {"6nStudy trips<enter>trips<enter><delete><esc>", ""},
		"way":               {"7n1Late budget<enter>Ask early<enter><esc>", `way Alandia "Late budget" "Ask early"`},
		"support":           {"8n23<enter><esc>", "support Borealia Smart cities"},
		"own support":       {"8n2<tab>A laboratory<enter><esc>", "support Borealia A laboratory"},
		"gathered":          {"9", gathered},
		"gathered twice":    {"99", gathered},
		"own improvement":   {improvements + "n2One forum<enter>str-01, STR-04<enter><enter>3<enter><esc>", `A1 strategy "One forum" named 0 dots 3 same "" [STR-01 STR-04]`},
		"unknown statement": {improvements + "n2One forum<enter>XYZ-1<enter><esc>", `A1 strategy "One forum" named 0 dots 0 same "" []`},
		"merged":            {gatheredList + "<down><enter><tab><tab><tab>a1<enter>2<enter><esc>", `A1 legal "A law on data" named 2 dots 0 same "" []; A2 legal "Model contracts" named 1 dots 2 same "A1" []`},
		"taken out too":     {gatheredList + "<delete><esc>", `A2 legal "Model contracts" named 1 dots 0 same "" []`},
		"dots":              {two + dots + "<enter>3<enter>4<enter><down><enter>1<enter><enter>", hung + `; A1 legal "A law on data" named 2 dots 3 same "" []; A2 legal "Model contracts" named 1 dots 4 same "" []; C1 dots 1`},
		"dots, no number":   {dots + "<enter>many<enter><esc><esc>", gathered},
		"half typed, kept":  {"6nStudy tri<ctrl+c>1", `idea "Study tri" `},
	} {
		t.Run(name, func(t *testing.T) {
			d := open(t)
			d.Press(c.keys)
			if got := describe(d.w); got != c.want {
				t.Errorf("on the wall %q, want %q; the screen:\n%s", got, c.want, d.Screen())
			}
			if c.want != "" && d.saves == 0 {
				t.Error("nothing was saved")
			}
		})
	}
}

func TestScreens(t *testing.T) {
	d := open(t)
	d.Shows("Wall: Trial", "On the wall: 0 of 6. Fewer than three: P01, P02.", "Round two")
	d.Press("2")
	d.Shows("There is no challenge on the wall yet.")
	d.Press("1")
	d.Shows("Nothing here yet. Press n for the first entry.")
	d.Press("np02<enter><esc>")
	d.Shows("Not kept yet:", "Esc again leaves it out.")
	d.Press("<esc>np02<enter>12Secret<enter><enter><enter>")
	d.Shows("Challenge C1", "Anonymous")
	d.Lacks("P02") // who wrote an anonymous note is shown nowhere
	d.Press("<esc><esc>2")
	d.Shows("Handed out now: 1. No challenge of somebody else is left for: P02.")
	d.Press("<f1>")
	d.Shows("What is what")
	for _, keys := range []string{"", "<esc>", "1", "n", "<esc>", "<esc>", "3", "<enter>"} {
		d.Press(keys)
		d.FitsAll(keys)
		d.Shell.Resize(80, 24)
	}
}

func TestLines(t *testing.T) {
	for name, c := range map[string]struct{ input, want, says string }{
		"a note":        {"1|n|p01|1|2|Late budget|3 2|b|q", `C1 P01 personal true "Late budget" [skills budget]`, "Recorded."},
		"nobody":        {"1|n|p77|1|1|x||b|q", "", "Not kept yet: there is no participant"},
		"idea":          {"6|n|Study trips||b|q", `idea "Study trips" `, "Ideas"},
		"taken out":     {"6|n|Study trips||x 1|b|q", "", "Taken out."},
		"no such entry": {"6|e 4|b|q", "", `There is no entry "4".`},
		"no such thing": {"12|q", "", `"12" is not a number from 1 to 11.`},
		"wrong command": {"6|hello|q", "", `"hello" is not a command.`},
		"dots":          {"9|11|e 1|3|0|b|?|q", `A1 legal "A law on data" named 2 dots 3 same "" []; A2 legal "Model contracts" named 1 dots 0 same "" []`, "Dots: key in the votes. Dots: 3."},
		"no dots":       {"9|11|e 1|many|q", `A1 legal "A law on data" named 2 dots 0 same "" []; A2 legal "Model contracts" named 1 dots 0 same "" []`, `Nothing was recorded: "many" is not a number of dots. What to do: type digits, such as 4.`},
		"hand out":      {"2|q", "", "There is no challenge on the wall yet."},
	} {
		t.Run(name, func(t *testing.T) {
			room, w := hall()
			streams, out, _ := terminal.Buffers(strings.ReplaceAll(c.input, "|", "\n")+"\n", nil)
			_, err := board.RunLine(context.Background(), streams, board.Options{Options: shell.Options{Saver: &shelltest.Memory{}}, Board: New(room, questionnaires.BuiltIn(), w, notes, func() {})})
			if err != nil {
				t.Fatalf("%v; output:\n%s", err, out)
			}
			if got := describe(w); got != c.want {
				t.Errorf("on the wall %q, want %q; output:\n%s", got, c.want, out)
			}
			if text := strings.Join(strings.Fields(out.String()), " "); !strings.Contains(text, c.says) || strings.Contains(text, "\x1b") {
				t.Errorf("%q is not said, or an escape code is:\n%s", c.says, out)
			}
		})
	}
}
