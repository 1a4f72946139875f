package setup

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"dgca/assessment"
	"dgca/cmd/internal/terminal"
	"dgca/questionnaires"
)

func sample() *questionnaires.Questionnaire {
	q := &questionnaires.Questionnaire{ID: "sample", Units: []questionnaires.Unit{
		{Kind: questionnaires.Government, Name: "Whole government"}, {Kind: questionnaires.Institution, Name: "One institution"}}}
	for _, id := range []string{"leadership", "strategy", "legal"} {
		q.Dimensions = append(q.Dimensions, questionnaires.Dimension{ID: questionnaires.DimensionID(id), Title: strings.ToUpper(id[:1]) + id[1:],
			Elements: []questionnaires.Element{{Statements: []questionnaires.Statement{{ID: "A", Quick: true}, {ID: "B"}}}}})
	}
	return q
}

func (f *Fields) describe() string {
	return fmt.Sprintf("%s|%s|%s %s|%s|%s|%s|%s|%s|%s %v|%s", f.Name, f.Kind, f.Country, f.Cluster, f.Type, f.Respondent, f.Role, f.Facilitator, f.Round, f.Scope.Kind, f.Scope.Dimensions, f.Path)
}

// prepared completes fields as the command line would.
func prepared(f Fields) Fields {
	f.Questionnaire = sample()
	if f.Type == "" {
		f.Type = assessment.Individual
	}
	f.OfferPath = func(f Fields) string { return strings.ToLower(f.Name) + ".yaml" }
	f.PathProblem = func(path string) string {
		if strings.HasSuffix(path, ".yaml") {
			return ""
		}
		return "There is no such place."
	}
	return f
}

func TestLines(t *testing.T) {
	for name, c := range map[string]struct {
		fields      Fields
		input, want string
		says        string
		err         error
	}{
		"all":                {input: "Ministry|2|Freeland|Coast|1|R07|staff|2026|1|m.yaml|", want: "Ministry|institution|Freeland Coast|individual|R07|staff||2026|full []|m.yaml"},
		"group":              {input: "Ministry|2|||2|G2|Amina|2026|1||", want: "Ministry|institution| |agreed|G2||Amina|2026|full []|ministry.yaml"},
		"optional empty":     {input: "Ministry|1|||||||2||", want: "Ministry|government| |individual|||||quick []|ministry.yaml"},
		"dimensions":         {input: "Ministry|1|||||||3|3, 1||", want: "Ministry|government| |individual|||||full [leadership legal]|ministry.yaml"},
		"name needed":        {input: "||Ministry|1|||||||2||", want: "Ministry|government| |individual|||||quick []|ministry.yaml", says: "Please write the name of the unit."},
		"nothing is chosen":  {input: "Ministry|||1|||||||2||", want: "Ministry|government| |individual|||||quick []|ministry.yaml", says: "Please choose one of the kinds."},
		"wrong number":       {input: "Ministry|5|x|1 2|1|||||||2||", want: "Ministry|government| |individual|||||quick []|ministry.yaml", says: `"5" is not a number from 1 to 2.`},
		"no dimension":       {input: "Ministry|1|||||||3||2||", want: "Ministry|government| |individual|||||full [strategy]|ministry.yaml", says: "Please choose at least one dimension."},
		"too long":           {input: strings.Repeat("x", assessment.MaxName+1) + "|Ministry|1|||||||2||", want: "Ministry|government| |individual|||||quick []|ministry.yaml", says: "This is too long."},
		"no such place":      {input: "Ministry|1|||||||2|bad|", want: "|| |individual|||||" + " []|", says: "There is no such place.", err: ErrInputEnded},
		"given":              {fields: Fields{Given: Name | Kind | Round | Scope | Type | Path, Name: "Given", Kind: "local", Type: "agreed", Scope: assessment.Scope{Kind: assessment.Quick}}, input: "Freeland||||", want: "Given|local|Freeland |agreed|||||quick []|"},
		"defaults":           {fields: Fields{Name: "Old", Kind: "institution", Round: "2026", Scope: assessment.Scope{Kind: assessment.Full, Dimensions: []assessment.DimensionID{"legal"}}}, input: "|||||||||||", want: "Old|institution| |individual||||2026|full [legal]|old.yaml", says: "Enter keeps One institution"},
		"everything given":   {fields: Fields{Given: Name | Kind | Country | Cluster | Type | Respondent | Role | Facilitator | Round | Scope | Path, Name: "Given"}, want: "Given|| |individual|||||" + " []|"},
		"cancelled":          {input: "Ministry|q|", want: "|| |individual|||||" + " []|", err: ErrCancelled},
		"input ends":         {input: "Ministry|1|", want: "|| |individual|||||" + " []|", err: ErrInputEnded},
		"back":               {input: "Minstry|b|Ministry|1|b|2|?|||||||2||", want: "Ministry|institution| |individual|||||quick []|ministry.yaml", says: "Enter alone takes what stands in brackets."},
		"back at the start":  {input: "b|Ministry|1|||||||2||", want: "Ministry|government| |individual|||||quick []|ministry.yaml"},
		"harmless":           {input: "Mini\x1b[31mstry|1|||||||2||", want: "Ministry|government| |individual|||||quick []|ministry.yaml"},
		"default is no kind": {fields: Fields{Kind: "planet"}, input: "Ministry||1|||||||2||", want: "Ministry|government| |individual|||||quick []|ministry.yaml", says: "Please choose one of the kinds."},
	} {
		t.Run(name, func(t *testing.T) {
			f := prepared(c.fields)
			streams, out, _ := terminal.Buffers(strings.ReplaceAll(c.input, "|", "\n"), nil)
			if err := Run(t.Context(), streams, &f); !errors.Is(err, c.err) {
				t.Fatalf("%v; output:\n%s", err, out)
			}
			if got := f.describe(); got != c.want {
				t.Errorf("got %q, want %q; output:\n%s", got, c.want, out)
			}
			if !strings.Contains(out.String(), c.says) || strings.Contains(out.String(), "\x1b") {
				t.Errorf("%q is not said, or an escape code is:\n%q", c.says, out)
			}
		})
	}
}

func typeInto(s *screen, text string) {
	for _, r := range text {
		k := tea.KeyPressMsg{Code: r, Text: string(r)}
		switch r {
		case '\r':
			k = tea.KeyPressMsg{Code: tea.KeyEnter}
		case '\v':
			k = tea.KeyPressMsg{Code: tea.KeyDown}
		case '\b':
			k = tea.KeyPressMsg{Code: tea.KeyTab, Mod: tea.ModShift}
		case '§': // back over ".yaml"
			for range 5 {
				s.Update(tea.KeyPressMsg{Code: tea.KeyLeft})
			}
			continue
		case ' ':
			k = tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}
		}
		s.Update(k)
	}
}

func TestAllDimensionsAreSeen(t *testing.T) {
	q := sample()
	for _, id := range []string{"d", "e", "f", "g"} {
		q.Dimensions = append(q.Dimensions, questionnaires.Dimension{ID: questionnaires.DimensionID(id), Title: "Dimension " + id})
	}
	f := prepared(Fields{})
	f.Questionnaire = q
	s := newScreen(newAnswers(&f).questions(), 80, 24)
	typeInto(s, "Ministry\r\v\r\r\r\r\r\r\r\v\v\v\r")
	if view := ansi.Strip(s.View().Content); !strings.Contains(view, "Leadership") || !strings.Contains(view, "Dimension g") {
		t.Errorf("not all dimensions are shown:\n%s", view)
	}
}

// TestScreen types ahead through the whole form: every key reaches the question
// it is meant for.
func TestScreen(t *testing.T) {
	for name, c := range map[string]struct{ keys, want, shows string }{
		"all": {"Ministry\r\v\v\rFreeland\rCoast\r\rR07\rjk staff\r2026\r\v\r\r",
			"Ministry|institution|Freeland Coast|individual|R07|jk staff||2026|full []|ministry.yaml", ""},
		"group":        {"Ministry\r\v\v\r\r\r\v\rG2\rAmina\r\r\v\r\r", "Ministry|institution| |agreed|G2||Amina||full []|ministry.yaml", ""},
		"dimensions":   {"Ministry\r\v\r\r\r\r\r\r\r\v\v\v\r \v\v \r\r", "Ministry|government| |individual|||||full [leadership legal]|ministry.yaml", ""},
		"back":         {"Minstry\r\b\b and more\r\v\r\r\r\r\r\r\r\v\v\r\r", "Minstry and more|government| |individual|||||quick []|minstry and more.yaml", ""},
		"own path":     {"Ministry\r\v\r\r\r\r\r\r\r\v\v\r§2\r", "Ministry|government| |individual|||||quick []|ministry2.yaml", ""},
		"path is kept": {"Ministry\r\v\r\r\r\r\r\r\r\v\v\r§2\b\r\r", "Ministry|government| |individual|||||quick []|ministry2.yaml", ""},
		"bad path":     {"Ministry\r\v\r\r\r\r\r\r\r\v\v\rx\r", "", "There is no such place."},
		"no name":      {"\r", "", "Please write the name of the unit."},
		"none chosen":  {"Ministry\r\r", "", "Please choose one of the kinds."},
		"no scope":     {"Ministry\r\v\r\r\r\r\r\r\r\r", "", "Please choose how much to answer."},
		"no dimension": {"Ministry\r\v\r\r\r\r\r\r\r\v\v\v\r\r", "",
			"Please choose at least one dimension."},
	} {
		t.Run(name, func(t *testing.T) {
			f := prepared(Fields{})
			a := newAnswers(&f)
			s := newScreen(a.questions(), 80, 24)
			typeInto(s, c.keys)
			view := ansi.Strip(s.View().Content)
			if s.done != (c.want != "") {
				t.Fatalf("done %v:\n%s", s.done, view)
			}
			if !strings.Contains(view, c.shows) {
				t.Errorf("%q is not shown:\n%s", c.shows, view)
			}
			if a.apply(&f); s.done && f.describe() != c.want {
				t.Errorf("got %q, want %q", f.describe(), c.want)
			}
		})
	}
}

// TestSmallWindow types the name of the unit in a window that cannot hold all
// of the question: what is typed is seen.
func TestSmallWindow(t *testing.T) {
	f := prepared(Fields{})
	s := newScreen(newAnswers(&f).questions(), 40, 10)
	typeInto(s, "Ministry of Health")
	view := ansi.Strip(s.View().Content)
	if !strings.Contains(view, "> Ministry of Health") || !strings.Contains(view, "What is the name") {
		t.Errorf("not seen:\n%s", view)
	}
	if n := strings.Count(view, "\n") + 1; n > 10 {
		t.Errorf("%d lines", n)
	}
}

func TestScreenSizes(t *testing.T) {
	f := prepared(Fields{})
	s := newScreen(newAnswers(&f).questions(), 80, 24)
	for _, keys := range []string{"", "Ministry\r", "\v\r", "\r\r\r\r\r\r", "\v\v\v\r", " \r"} {
		typeInto(s, keys)
		for w := 20; w < 120; w += 9 {
			for h := 8; h < 40; h += 5 {
				s.Update(tea.WindowSizeMsg{Width: w, Height: h})
				lines := strings.Split(s.View().Content, "\n")
				if len(lines) > h {
					t.Fatalf("%dx%d: %d lines", w, h, len(lines))
				}
				for _, l := range lines {
					if ansi.StringWidth(l) > w {
						t.Fatalf("%dx%d: too wide: %q", w, h, l)
					}
				}
			}
		}
	}
}
