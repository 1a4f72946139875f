package roomtable

import (
	"fmt"
	"strings"
	"testing"

	"dgca/assessment/workshop"
	"dgca/questionnaires"
)

func room() (*workshop.Workshop, *workshop.Wall) {
	r := &workshop.Workshop{Seed: 1, Units: []workshop.Unit{{ID: "a", Name: "Unit A", Country: "Alandia"}, {ID: "b", Name: "Unit B", Country: "Borealia"}},
		Participants: []workshop.Participant{{Alias: "P01", Unit: "a"}, {Alias: "P02", Unit: "b"}}}
	return r, &workshop.Wall{Format: workshop.WallFormat}
}

func TestReadWall(t *testing.T) {
	r, w := room()
	text := "alias;kind;anonymous;challenge;themes;statements;idea;theme;team;way_forward;area\n" +
		"p01;personal;yes;Too little time;skills, budget;LEG-01;;;;;\n" +
		"P02;institution;;\"Old systems,\nslow\";;;;;;;\n" +
		";;;;;;A yearly visit;study trips;;;\n" +
		";;;No budget line;;;;;Alandia;Ask the treasury;\n" +
		";;;;;;;;Unit B;;Smart cities\n"
	next, taken, problems := ReadWall("wall.csv", []byte(text), r, questionnaires.BuiltIn(), w)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if taken != (Taken{Challenges: 2, Ideas: 1, WaysForward: 1, Support: 1}) {
		t.Errorf("%+v", taken)
	}
	c := next.Challenges[0]
	if c.By != "P01" || !c.Anonymous || fmt.Sprint(c.Themes, c.Statements) != "[skills budget] [LEG-01]" || next.Challenges[1].Kind != workshop.Institutional ||
		next.Support[0].Team != "Borealia" || next.WaysForward[0].Way != "Ask the treasury" {
		t.Errorf("%+v", next)
	}
	if len(w.Challenges) != 0 {
		t.Error("the wall that was given was changed")
	}
	// Read again with one row more, only that row is new; an equal row in the same
	// table is another note.
	again, taken, problems := ReadWall("wall.csv", []byte(text+";;;;;;A yearly visit;study trips;;;\n"), r, questionnaires.BuiltIn(), next)
	if len(problems) > 0 || taken != (Taken{Ideas: 1, Known: 5}) || len(again.Challenges) != 2 || len(again.Ideas) != 2 || len(again.Support) != 1 || len(again.WaysForward) != 1 {
		t.Errorf("read again: %v, %+v, %+v", problems, taken, again)
	}
	full := "alias,challenge\nP01,1\nP01,2\nP01,3\n"
	three, _, _ := ReadWall("full.csv", []byte(full), r, questionnaires.BuiltIn(), w)
	if _, taken, problems := ReadWall("full.csv", []byte(full), r, questionnaires.BuiltIn(), three); len(problems) > 0 || taken != (Taken{Known: 3}) {
		t.Errorf("all notes that one may, read again: %v, %+v", problems, taken)
	}
	next.HandOut(r, workshop.PersonRound)
	next.HandOut(r, workshop.TeamRound)
	solved, taken, problems := ReadWall("s.csv", []byte("to,solution\nP01,Buy new ones\nBorealia,Wait\n"), r, questionnaires.BuiltIn(), next)
	if len(problems) > 0 || taken.Solutions != 2 || solved.PersonRound[0].Solution != "Buy new ones" {
		t.Errorf("%v, %+v", problems, solved)
	}
}

func TestWallProblems(t *testing.T) {
	r, w := room()
	for name, c := range map[string]struct{ text, want string }{
		"empty":      {"", "wall.csv:1:1: the file is empty"},
		"column":     {"alias,kind,text\nP01,personal,x\n", "wall.csv:1:12"},
		"who":        {"alias,kind,challenge\n,personal,x\n", "wall.csv:2:1"},
		"nobody":     {"alias,kind,challenge\nP77,personal,x\n", "wall.csv:2:1: there is no participant"},
		"kind":       {"alias,kind,challenge\nP01,both,x\n", `wall.csv:2:5: "both" is not a kind of challenge`},
		"too many":   {"alias,kind,challenge\nP01,personal,1\nP01,personal,2\nP01,personal,3\nP01,personal,4\n", "wall.csv:5:14: P01 has 3 challenges"},
		"anonymous":  {"alias,kind,anonymous,challenge\nP01,personal,perhaps,x\n", "the column anonymous has perhaps"},
		"theme":      {"alias,kind,challenge,themes\nP01,personal,x,weather\n", `wall.csv:2:16: there is no theme "weather"`},
		"solution":   {"to,solution\nP01,x\n", "wall.csv:2:5: P01 has no challenge in this round"},
		"whose":      {"to,solution\n,x\n", "says not whose it is"},
		"no team":    {"area\nSmart cities\n", "wall.csv:2:1: the row says no country"},
		"topic":      {"alias,challenge,statements\nP01,x,XYZ-01\n", "wall.csv:2:7: the questionnaire has no statement XYZ-01"},
		"dimension":  {"dimension,improvement\nweather,x\n", "wall.csv:2:1: the workshop does not ask the dimension"},
		"no text":    {"dimension,improvement\nlegal,\n", "wall.csv:2:7: the area of improvement has no text"},
		"links":      {"dimension,improvement,statements\nlegal,x,LEG-77\n", "wall.csv:2:9: the questionnaire has no statement"},
		"no note":    {"note,dots\nA9,3\n", "wall.csv:2:1: no note on the wall has the id"},
		"no dots":    {"note,dots\nA9,\n", "wall.csv:2:1: the row says no number of dots"},
		"whose dots": {"note,dots\n,4\n", "wall.csv:2:2: the row says dots, but not of which note"},
		"words":      {"dimension,improvement,note,dots\nlegal,x,,\n,,A1,many\n", `wall.csv:3:6: "many" is not a number of dots`},
		"negative":   {"dimension,improvement,dots\nlegal,x,-1\n", "wall.csv:2:9: -1 is not a possible number of dots"},
		"twice":      {"dimension,improvement,note,dots\nlegal,x,,3\n,,a1,4\n", "wall.csv:3:3: the dots on a1 stand twice"},
		"mixed":      {"alias,challenge,dots\nP01,x,4\n", "wall.csv:2:7: dots do not stand in the row of a challenge"},
		"team":       {"team,area\nAtlantis,x\n", "no team"},
	} {
		_, _, problems := ReadWall("wall.csv", []byte(c.text), r, questionnaires.BuiltIn(), w)
		if len(problems) == 0 || !strings.Contains(problems.Error(), c.want) {
			t.Errorf("%s: %v, want %s", name, problems, c.want)
		}
	}
}

// Areas of improvement and dots as they were typed from flip charts. Dots are
// what was counted: read again they are the same.
func TestReadImprovements(t *testing.T) {
	r, w := room()
	if _, err := w.Put(r, workshop.Challenge{By: "P01", Text: "Late budget"}); err != nil {
		t.Fatal(err)
	}
	q := questionnaires.BuiltIn()
	text := "dimension,improvement,statements,note,dots\n" +
		"Legal,A law on data,leg-01,,4\n" +
		"legal,Model contracts,,,\n" +
		"strategy,A budget line,STR-09,,\n" +
		",,,c1,3\n" +
		",,,A3,0\n"
	next, taken, problems := ReadWall("dots.csv", []byte(text), r, q, w)
	if len(problems) > 0 || taken != (Taken{Improvements: 3, Dots: 2, Known: 1}) {
		t.Fatalf("%v, %+v", problems, taken)
	}
	if got := fmt.Sprint(next.Improvements, next.Challenges[0].Dots); got != "[{A1 legal A law on data 0 [LEG-01] 4 } {A2 legal Model contracts 0 [] 0 } {A3 strategy A budget line 0 [STR-09] 0 }] 3" {
		t.Error(got)
	}
	again, taken, problems := ReadWall("dots.csv", []byte(text), r, q, next)
	if len(problems) > 0 || taken != (Taken{Known: 5}) || fmt.Sprint(again.Improvements) != fmt.Sprint(next.Improvements) {
		t.Errorf("read again: %v, %+v, %v", problems, taken, again.Improvements)
	}
	recounted, taken, problems := ReadWall("dots.csv", []byte("note,dots\nA1,5\n"), r, q, next)
	if len(problems) > 0 || taken != (Taken{Dots: 1}) || recounted.Improvements[0].Dots != 5 {
		t.Errorf("counted again: %v, %+v", problems, taken)
	}
}

func TestReadFeedback(t *testing.T) {
	q := workshop.UsualFeedback()
	forms, problems := ReadFeedback("f.csv", []byte("Q1,Q2,Q5\n1,5,A good start\nvery satisfied,,\n,,\n"), q)
	if len(problems) > 0 || len(forms) != 2 || forms[1].Of("Q1") != "1" || forms[0].Of("Q5") != "A good start" {
		t.Errorf("%v, %v", forms, problems)
	}
	_, problems = ReadFeedback("f.csv", []byte("Q1,Q2\n1,6\n9,2\n"), q)
	if len(problems) != 2 || !strings.Contains(problems.Error(), `f.csv:2:3: "6" is not an answer to Q2`) {
		t.Errorf("%v", problems)
	}
	if _, problems = ReadFeedback("f.csv", []byte("Q1,Q99\n1,6\n"), q); len(problems) == 0 {
		t.Error("a question that is not asked was read")
	}
}

func FuzzReadWall(f *testing.F) {
	f.Add("alias,kind,challenge\nP01,personal,x\n")
	f.Add("to;solution\nP01;x\n")
	f.Add("dimension,improvement,statements,note,dots\nlegal,x,LEG-01,,3\n,,A1,4\n")
	f.Add("team\tarea\nAlandia\tx\n")
	f.Fuzz(func(t *testing.T, text string) {
		r, w := room()
		next, _, problems := ReadWall("wall.csv", []byte(text), r, questionnaires.BuiltIn(), w)
		if len(problems) > 0 {
			return
		}
		if issues := next.Validate(r, questionnaires.BuiltIn()); len(issues) > 0 {
			t.Errorf("a table was taken whose wall has faults: %v", issues)
		}
	})
}

func FuzzReadFeedback(f *testing.F) {
	f.Add("Q1,Q5\n1,good\n")
	q := workshop.UsualFeedback()
	f.Fuzz(func(t *testing.T, text string) {
		forms, problems := ReadFeedback("f.csv", []byte(text), q)
		if len(problems) > 0 {
			return
		}
		for i := range forms {
			if issues := q.ValidateAnswer(&forms[i]); len(issues) > 0 {
				t.Errorf("a form was taken that has faults: %v", issues)
			}
		}
	})
}
