package reports

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"dgca/assessment"
	"dgca/assessment/workshop"
	"dgca/questionnaires"
	"dgca/reports/document"
)

// WallInput is what the paper of the wall is made from.
type WallInput struct {
	Workshop      *workshop.Workshop
	Wall          *workshop.Wall
	Questionnaire *questionnaires.Questionnaire
	Team          func(name string) string // what a team is called on the paper
	Redact        bool                     // counts only: nothing that people wrote
	Created       time.Time
	Program       string
}

// Wall builds the paper of the wall: areas of improvement with their dots, themes
// with counts, challenges with their solutions, ideas, ways forward, and support
// asked for. It names no person,
// also not by alias.
func Wall(in WallInput) document.Document {
	w := in.Workshop
	d := document.Document{Title: waTitle, Subject: fmt.Sprintf("%s (%s)", w.Title, WorkshopIdentity(w)), Author: in.Program, Language: "en", Created: in.Created,
		Cover: document.Cover{Brief: true, Kicker: w.Title, Title: waTitle, Subtitle: waSubtitle,
			Facts: []document.Fact{{Label: paDate, Value: document.Plain(w.Date)}, {Label: waChallenges, Value: document.Plain(strconv.Itoa(len(in.Wall.Challenges)))},
				{Label: waSolutions, Value: document.Plain(strconv.Itoa(in.solutions()))}}},
		Running: document.Running{Start: w.Title, Page: pageOf, End: day(w.Date)},
		Missing: document.Missing{OnPage: missingOnPage, InAll: missingInAll}}
	sections := []document.Section{in.improvements(), in.themes(), in.challenges(), in.ideas(), in.ways(), in.support()}
	for _, s := range sections {
		if len(s.Blocks) > 0 {
			d.Sections = append(d.Sections, s)
		}
	}
	if len(d.Sections) == 0 {
		d.Sections = []document.Section{{ID: "empty", Title: waTitle, Blocks: []document.Block{paragraph(document.Body, waEmpty)}}}
	}
	return d
}

// team is what a team is called on the paper.
func (in *WallInput) team(name string) string {
	if name == "" {
		return waNotSaid
	}
	return in.Team(name)
}

func (in *WallInput) solutions() int {
	n := 0
	for _, p := range in.Wall.Pairs() {
		if p.Handout.Solution != "" {
			n++
		}
	}
	return n
}

// counts is a table of what was named how often.
func counts(caption, name string, rows []workshop.Count, note string) document.Table {
	t := document.Table{Caption: caption, Columns: []document.Column{{Title: name, Width: 60, RowHeader: true}, {Title: waNumber, Width: 12, Align: document.AlignEnd}}, Note: note}
	for _, c := range rows {
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{document.CellOf(c.Name), document.CellOf(strconv.Itoa(c.N))}})
	}
	return t
}

func (in *WallInput) themes() document.Section {
	s := document.Section{ID: "themes", Title: waThemes}
	rows, unsorted := in.Wall.CountThemes()
	if len(in.Wall.Challenges) == 0 {
		return s
	}
	note := waThemeNote
	if unsorted > 0 {
		note += " " + fmt.Sprintf(waUnsorted, unsorted)
	}
	if len(rows) == 0 {
		s.Blocks = []document.Block{paragraph(document.Body, waUnsorted, unsorted)}
		return s
	}
	t := counts("", waTheme, rows, note)
	t.Columns = append(t.Columns, document.Column{Title: waStatements, Width: 40})
	for i, c := range rows {
		t.Rows[i].Cells = append(t.Rows[i].Cells, document.CellOf(in.known(in.statementsOf(c.Name))))
	}
	s.Blocks = []document.Block{t}
	return s
}

func (in *WallInput) statementsOf(theme string) []assessment.StatementID {
	for _, t := range in.Wall.ThemeList() {
		if t.Name == theme {
			return t.Statements
		}
	}
	return nil
}

// known lists the statements that the questionnaire of the workshop has.
func (in *WallInput) known(ids []assessment.StatementID) string {
	return commas(slices.DeleteFunc(slices.Clone(ids), func(id assessment.StatementID) bool { return in.Questionnaire.Statement(id) == nil }))
}

func (in *WallInput) challenges() document.Section {
	s := document.Section{ID: "challenges", Title: waPairs}
	if in.Redact || len(in.Wall.Challenges) == 0 {
		return s
	}
	t := document.Table{Columns: []document.Column{{Title: waChallenge, Width: 46, RowHeader: true}, {Title: waSolution, Width: 56}, {Title: waLinks, Width: 16}}}
	open := document.List{Role: document.Small}
	for _, p := range in.Wall.Pairs() {
		challenge := fmt.Sprintf(feText, p.Challenge.ID, p.Challenge.Text)
		if p.Handout.Solution == "" {
			if p.Challenge.Dots > 0 {
				challenge += " (" + dotsText(p.Challenge.Dots) + ")"
			}
			open.Items = append(open.Items, document.Plain(challenge))
			continue
		}
		who := waByPerson
		if p.Round == workshop.TeamRound {
			who = fmt.Sprintf(waByTeam, in.team(p.Handout.To))
		}
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{
			{Lines: []document.CellLine{cellLine(document.Body, challenge), cellLine(document.Small, challengeFacts(p.Challenge))}},
			{Lines: []document.CellLine{cellLine(document.Body, p.Handout.Solution), cellLine(document.Small, who)}},
			document.CellOf(in.known(in.Wall.Links(p.Challenge)))}})
	}
	if len(t.Rows) > 0 {
		s.Blocks = append(s.Blocks, t)
	}
	if n := len(open.Items); n > 0 {
		s.Blocks = append(s.Blocks, document.Heading{Level: 3, Text: fmt.Sprintf(waOpen, n)}, open)
	}
	if said := in.ownCountry(); said != "" {
		s.Blocks = append(s.Blocks, paragraph(document.Small, said))
	}
	return s
}

// challengeFacts stands below a challenge: its kind, and its dots.
func challengeFacts(c *workshop.Challenge) string {
	var parts []string
	if word := kindWord(c.Kind); word != "" {
		parts = append(parts, word)
	}
	if c.Dots > 0 {
		parts = append(parts, dotsText(c.Dots))
	}
	return semicolons(parts)
}

func kindWord(k workshop.ChallengeKind) string {
	if k == "" {
		return ""
	}
	return capital(string(k))
}

// ownCountry says how many got a challenge of their own country.
func (in *WallInput) ownCountry() string {
	n := 0
	for _, h := range in.Wall.PersonRound {
		if h.OwnCountry {
			n++
		}
	}
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(waOwnCountry, n)
}

func (in *WallInput) ideas() document.Section {
	s := document.Section{ID: "ideas", Title: waIdeas}
	rows, unsorted := in.Wall.CountIdeas()
	if len(rows) > 0 {
		note := ""
		if unsorted > 0 {
			note = fmt.Sprintf(waUnsortedIdeas, unsorted)
		}
		s.Blocks = append(s.Blocks, counts("", waTheme, rows, note))
	}
	if in.Redact || len(in.Wall.Ideas) == 0 {
		return s
	}
	l := document.List{}
	for _, i := range in.Wall.Ideas {
		l.Items = append(l.Items, document.Plain(i.Text))
	}
	s.Blocks = append(s.Blocks, l)
	return s
}

// ways is the list of every country: challenge and way forward.
func (in *WallInput) ways() document.Section {
	s := document.Section{ID: "ways-forward", Title: waWays}
	if in.Redact || len(in.Wall.WaysForward) == 0 {
		return s
	}
	t := document.Table{Columns: []document.Column{{Title: waChallenge, Width: 50, RowHeader: true}, {Title: waWay, Width: 60}}}
	var teams []string
	for _, f := range in.Wall.WaysForward {
		if !slices.Contains(teams, f.Team) {
			teams = append(teams, f.Team)
		}
	}
	for _, team := range teams {
		t.Rows = append(t.Rows, document.Row{Group: true, Cells: []document.Cell{document.CellOf(in.team(team))}})
		for _, f := range in.Wall.WaysForward {
			if f.Team == team {
				t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{document.CellOf(f.Challenge), document.CellOf(f.Way)}})
			}
		}
	}
	s.Blocks = []document.Block{t}
	return s
}

func (in *WallInput) support() document.Section {
	s := document.Section{ID: "support", Title: waSupport}
	rows := in.Wall.CountSupport()
	if len(rows) == 0 {
		return s
	}
	t := counts("", waArea, rows, waSupportNote)
	if !in.Redact {
		t.Columns = append(t.Columns, document.Column{Title: waTeams, Width: 50})
		for i, c := range rows {
			t.Rows[i].Cells = append(t.Rows[i].Cells, document.CellOf(in.asking(c.Name)))
		}
	}
	s.Blocks = []document.Block{t}
	return s
}

// asking lists the teams that ask for a kind of support.
func (in *WallInput) asking(area string) string {
	var teams []string
	for _, x := range in.Wall.Support {
		if name := in.team(x.Team); strings.EqualFold(x.Area, area) && !slices.Contains(teams, name) {
			teams = append(teams, name)
		}
	}
	return commas(teams)
}

// WriteWallTable writes one row for each challenge with each of its solutions,
// without a word about who wrote them, as csv or csv-semicolon.
func WriteWallTable(w io.Writer, format string, in WallInput) error {
	rows := [][]string{{"challenge_id", "kind", "themes", "statements", "challenge", "round", "solution", "dots"}}
	for _, p := range in.Wall.Pairs() {
		round, challenge, solution := "", p.Challenge.Text, p.Handout.Solution
		if solution != "" {
			round = strconv.Itoa(int(p.Round))
		}
		if in.Redact {
			challenge, solution = "", ""
		}
		rows = append(rows, []string{string(p.Challenge.ID), string(p.Challenge.Kind), commas(p.Challenge.Themes), in.known(in.Wall.Links(p.Challenge)), challenge, round, solution, strconv.Itoa(p.Challenge.Dots)})
	}
	return writeTable(w, format, rows)
}

// The words of the paper of the wall.
const (
	waTitle         = "The wall"
	waSubtitle      = "Areas of improvement, challenges, solutions, ideas and support asked for"
	waChallenges    = "Challenges"
	waSolutions     = "Solutions"
	waNotSaid       = "Country not said"
	waEmpty         = "Nothing hangs on the wall yet."
	waThemes        = "What the challenges are about"
	waTheme         = "Theme"
	waNumber        = "Number"
	waStatements    = "Statements that ask about it"
	waThemeNote     = "A challenge with two themes counts in both."
	waUnsorted      = "Without a theme yet: %d."
	waUnsortedIdeas = "Ideas without a theme: %d."
	waPairs         = "Challenges and solutions"
	waChallenge     = "Challenge"
	waSolution      = "Solution or course of action"
	waLinks         = "Statements"
	waOpen          = "Without a solution yet: %d"
	waByPerson      = "By another participant"
	waByTeam        = "By the team of %s"
	waOwnCountry    = "Challenges that were answered by people of the same country, because no other was left: %d."
	waIdeas         = "What a network should do"
	waWays          = "Challenges and ways forward of the countries"
	waWay           = "Way forward"
	waSupport       = "Support asked for"
	waArea          = "Area"
	waTeams         = "Who asks"
	waSupportNote   = "A country that asks twice for the same counts once."
)
