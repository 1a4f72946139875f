package answersheet

import (
	"bytes"
	"encoding/binary"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"dgca/assessment"
	"dgca/questionnaires"
)

const header = "statement,answer,reason,confidence,evidence,comment\n"

func newAssessment(t testing.TB) *assessment.Assessment {
	t.Helper()
	a, err := assessment.New(questionnaires.BuiltIn(), assessment.Subject{Name: "Test", Kind: questionnaires.Local},
		assessment.SessionInfo{Type: assessment.Individual}, assessment.Scope{Kind: assessment.Full})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// all returns every problem of a sheet, as the program shows them.
func all(t testing.TB, file string, data []byte) (*Sheet, []string) {
	t.Helper()
	sheet, problems := Parse(file, data)
	problems = append(problems, sheet.Check(newAssessment(t))...).Sort()
	var lines []string
	for _, p := range problems {
		if p.Hint == "" && p.Line != 1 {
			t.Errorf("no hint: %v", p)
		}
		lines = append(lines, p.String())
	}
	return sheet, lines
}

func utf16Bytes(order binary.AppendByteOrder, mark bool, s string) []byte {
	var b []byte
	if mark {
		s = "\ufeff" + s
	}
	for _, u := range utf16.Encode([]rune(s)) {
		b = order.AppendUint16(b, u)
	}
	return b
}

// TestSeparatorLine reads tables whose first line is for a spreadsheet; lines
// are still counted from it.
func TestSeparatorLine(t *testing.T) {
	for _, text := range []string{"sep=;\nstatement;answer;comment\nLEA-01;3;a, b, c\n", "sep=,\r\nstatement,answer,comment\r\nLEA-01,3,\"a, b, c\"\r\n"} {
		sheet, problems := all(t, "a.csv", []byte(text))
		if len(problems) > 0 || len(sheet.Rows) != 1 || sheet.Rows[0].Line != 3 || sheet.Rows[0].Answer.Comment != "a, b, c" {
			t.Errorf("%q: %+v, %q", text, sheet.Rows, problems)
		}
	}
	if _, problems := all(t, "a.csv", []byte("sep=;\nstatement;answer\nLEA-01;8\n")); len(problems) != 1 || !strings.HasPrefix(problems[0], "a.csv:3:") {
		t.Errorf("%q", problems)
	}
}

// TestOtherFile names a file of another kind once, not key by key.
func TestOtherFile(t *testing.T) {
	_, problems := all(t, "r.yaml", []byte("# mine\nformat: dgca.assessment/1\nstate: draft\nanswers:\n  LEA-01: 3\n"))
	if len(problems) != 1 || !strings.Contains(problems[0], "r.yaml:2:1: this is no answers file") {
		t.Errorf("%q", problems)
	}
}

func TestParseForms(t *testing.T) {
	want := []assessment.Answer{
		{Statement: "LEA-01", Choice: 3, Confidence: assessment.HighConfidence, Evidence: "Décision 12", Comment: "two\nlines"},
		{Statement: "LEA-02", Choice: assessment.Unknown},
		{Statement: "LEA-03", Choice: assessment.NotApplicable, Reason: "no, really"},
	}
	comma := header + "LEA-01,3,,high,Décision 12,\"two\r\nlines\"\nLEA-02,dk,,,,\nLEA-03,NA,\"no, really\",,,\n"
	semicolon := "answer;statement;reason;comment;evidence;confidence\r\n3;LEA-01;;\"two\nlines\";Décision 12;High\r\n;;;;;\r\ndk;LEA-02\r\nna;LEA-03;no, really;;;\r\n"
	tab := strings.ReplaceAll(strings.ReplaceAll(comma, "no, really", "no; really"), ",", "\t")
	tab = strings.ReplaceAll(tab, "no; really", "no, really")
	mapping := "answers:\n  LEA-01:\n    answer: 3\n    confidence: high\n    evidence: Décision 12\n    comment: |\n      two\n      lines\n  LEA-02: dk\n  LEA-03: {answer: na, reason: \"no, really\"}\n"
	list := "answers:\n  - {statement: LEA-01, answer: 3, confidence: high, evidence: Décision 12, comment: \"two\\nlines\"}\n  - {statement: LEA-02, answer: dk}\n  - {statement: LEA-03, answer: na, reason: \"no, really\"}\n"
	for name, c := range map[string]struct {
		file string
		data []byte
	}{
		"comma":             {"a.csv", []byte(comma)},
		"UTF-8 with mark":   {"a.csv", []byte("\ufeff" + comma)},
		"semicolon":         {"a.csv", []byte(semicolon)},
		"tab":               {"a.tsv", []byte(tab)},
		"UTF-16 LE":         {"a.csv", utf16Bytes(binary.LittleEndian, true, tab)},
		"UTF-16 BE":         {"a.csv", utf16Bytes(binary.BigEndian, true, semicolon)},
		"UTF-16 LE no mark": {"a.csv", utf16Bytes(binary.LittleEndian, false, comma)},
		"UTF-16 BE no mark": {"a.csv", utf16Bytes(binary.BigEndian, false, comma)},
		"YAML mapping":      {"a.yaml", []byte(mapping)},
		"YAML list":         {"a.YML", []byte(list)},
		"YAML by content":   {"-", []byte("# mine\n\n" + mapping)},
		"YAML UTF-16":       {"a.yaml", utf16Bytes(binary.LittleEndian, true, mapping)},
	} {
		t.Run(name, func(t *testing.T) {
			sheet, problems := all(t, c.file, c.data)
			if len(problems) > 0 {
				t.Fatal(strings.Join(problems, "\n"))
			}
			var got []assessment.Answer
			for _, r := range sheet.Rows {
				got = append(got, r.Answer)
			}
			if !slices.Equal(got, want) {
				t.Errorf("got  %+v\nwant %+v", got, want)
			}
		})
	}
}

// Every bad row is named, all at once.
func TestAllProblemsAtOnce(t *testing.T) {
	data := header +
		"LEA-01,9,,,,\n" + // 2: no level
		"LEA-02,7,,,,\n" + // 3: not on this scale
		"LEA-03,na,,,,\n" + // 4: no reason
		"XXX-01,3,,,,\n" + // 5: unknown statement
		"LEA-04,3,,sure,,\n" + // 6: no confidence
		"LEA-05,3,why,,,\n" + // 7: reason without na
		"LEA-06,3,,,,\n" +
		"LEA-06,4,,,,\n" + // 9: twice
		",3,,,,\n" + // 10: no statement
		"LEA-07,3,,,a,b,c\n" + // 11: too many columns
		"LEA-08,3,,,\"a\"b,\n" + // 12: quotation mark
		"lea-09,yes,,,,\n" // 13: no answer
	_, got := all(t, "a.csv", []byte(data))
	want := []string{
		`a.csv:2:8: "9" is not an answer`,
		`a.csv:3:1: LEA-02: the level 7 is not on the scale`,
		`a.csv:4:1: LEA-03 is not applicable, but the reason is missing`,
		`a.csv:5:1: the statement "XXX-01" is not asked in this assessment`,
		`a.csv:6:11: "sure" is not a confidence`,
		`a.csv:7:10: LEA-05 has a reason, but a reason belongs to the answer na only`,
		`a.csv:9:1: the statement LEA-06 is answered a second time (first in line 8)`,
		`a.csv:10:1: the row does not say which statement it answers`,
		`a.csv:11:16: the text "c" is in a column without a name`,
		`a.csv:12:14: a quotation mark (") is out of place`,
		`a.csv:13:8: "yes" is not an answer`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestBadFiles(t *testing.T) {
	for _, c := range []struct{ file, data, want string }{
		{"a.csv", "", "a.csv:1:1: the file is empty"},
		{"a.csv", " \n\n", "a.csv:1:1: the file is empty"},
		{"a.csv", "statement;answer;mood\nLEA-01;3;fine\n", `a.csv:1:18: the column "mood" is not known`},
		{"a.csv", "statement,answer,answer\n", `a.csv:1:18: the column "answer" is here a second time`},
		{"a.csv", "answer,reason\n3,\n", `a.csv:1:1: the column "statement" is missing`},
		{"a.csv", header + "LEA-01,3,,,\"never closed,\nLEA-02,3,,,,\n", "a.csv:2:1: a text in quotation marks starts here"},
		{"a.csv", header + "LEA-01,3,,,Minist\xe8re,\n", "a.csv:2:18: the byte E8 is not text in the encoding UTF-8"},
		{"a.csv", "PK\x03\x04\x00\x00rest", "a.csv:1:5: this is a binary file"},
		{"a.csv", "\xff\xfea\x00b", "a.csv:1:1: the file is damaged: its UTF-16"},
		{"a.csv", strings.Repeat("x", MaxBytes+1), "a.csv:1:1: the file is larger than 8 MiB"},
		{"a.csv", header + "LEA-01,3,,,," + strings.Repeat("x", assessment.MaxText+1) + "\n", "a.csv:2:13: the comment has 20001 characters"},
		{"a.yaml", "answers: 3\n", "a.yaml:1:10: expected a mapping or a list of answers"},
		{"a.yaml", "answers:\n", "a.yaml:1:1: the file has no answers"},
		{"a.yaml", "anwsers: {}\n", `a.yaml:1:1: unknown key "anwsers"`},
		{"a.yaml", "answers:\n  LEA-01: 3\n  LEA-01: 4\n", `a.yaml:3:3: the key "LEA-01" is here a second time`},
		{"a.yaml", "answers:\n  LEA-01: {level: 3}\n", `a.yaml:2:12: unknown key "level"`},
		{"a.yaml", "answers:\n  LEA-01: {answer: [3]}\n", `a.yaml:2:20: expected text below "answer"`},
		{"a.yaml", "answers:\n  - 3\n", "a.yaml:2:5: expected an answer"},
		{"a.yaml", "answers:\n  LEA-01: 3\n---\nanswers: {}\n", "a.yaml:3:1: a second document"},
	} {
		_, got := all(t, c.file, []byte(c.data))
		if len(got) == 0 || !strings.HasPrefix(got[0], c.want) {
			t.Errorf("%.40q:\ngot  %q\nwant %q", c.data, got, c.want)
		}
	}
}

// A table of ours comes back as it was: guarded formulas, and the columns that
// are no part of an answer.
func TestOwnTable(t *testing.T) {
	data := "unit,statement,text,answer,status,comment,gap\r\n" +
		"'=cmd(),LEA-01,text,3,answered,'=1+1,1\r\n" +
		"X,LEA-02,text,4,answered,''=not a formula,0\r\n" +
		"X,LEA-03,text,,unanswered,'plain,\r\n"
	sheet, problems := all(t, "a.csv", []byte(data))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for i, want := range []string{"=1+1", "'=not a formula", "'plain"} {
		if got := sheet.Rows[i].Answer.Comment; got != want {
			t.Errorf("row %d: %q, want %q", i, got, want)
		}
	}
}

func TestApply(t *testing.T) {
	a := newAssessment(t)
	a.SetAnswer(assessment.Answer{Statement: "LEA-01", Choice: 2, Evidence: "kept", Marked: true})
	a.SetAnswer(assessment.Answer{Statement: "LEA-03", Choice: assessment.NotApplicable, Reason: "old"})
	sheet, problems := Parse("a.csv", []byte(header+"LEA-01,3,,,,new\nLEA-02,,,,,\nLEA-03,1,,,,\n"))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	res, problems := sheet.Apply(a)
	if len(problems) > 0 || res != (Result{Recorded: 2, Replaced: 2}) {
		t.Errorf("Apply = %+v, %v", res, problems)
	}
	if got, want := a.Answer("LEA-01"), (assessment.Answer{Statement: "LEA-01", Choice: 3, Evidence: "kept", Comment: "new", Marked: true}); got != want {
		t.Errorf("LEA-01: %+v, want %+v", got, want)
	}
	if got, want := a.Answer("LEA-03"), (assessment.Answer{Statement: "LEA-03", Choice: 1}); got != want {
		t.Errorf("LEA-03: %+v, want %+v", got, want)
	}
	if issues := a.Validate(); len(issues) > 0 {
		t.Error(issues)
	}
}

func TestApplyRecordsNothingWithAFault(t *testing.T) {
	a := newAssessment(t)
	sheet, _ := Parse("a.csv", []byte(header+"LEA-01,3,,,,\nNO-01,3,,,,\n"))
	if _, problems := sheet.Apply(a); len(problems) != 1 || len(a.Answers) != 0 {
		t.Errorf("problems %v, recorded %v", problems, a.Answers)
	}
}

// Escape sequences do not get into a result.
func TestHostileText(t *testing.T) {
	sheet, problems := Parse("a.csv", []byte(header+"LEA-01,3,,,,\"\x1b]0;title\x07\x1b[31mred\u202e\"\n"))
	if len(problems) > 0 || sheet.Rows[0].Answer.Comment != "red" {
		t.Errorf("%v, %+v", problems, sheet.Rows)
	}
}

// Whatever the bytes are: no panic, places inside the file, and what is accepted
// makes a valid assessment.
func FuzzParse(f *testing.F) {
	for _, s := range []string{header + "LEA-01,3,,,,\n", "statement;answer\n\"LEA-01\";dk\n", "answers: {LEA-01: 3}\n",
		"answers:\n- {statement: LEA-02, answer: na, reason: x}\n", "\xff\xfea\x00", "\"", "statement\tanswer\nLEA-01\t'=3"} {
		f.Add("a.csv", []byte(s))
		f.Add("-", []byte(s))
		f.Add("a.yaml", []byte(s))
	}
	f.Fuzz(func(t *testing.T, file string, data []byte) {
		sheet, problems := Parse(file, data)
		lines := bytes.Count(data, []byte("\n")) + 1
		for _, p := range problems {
			if p.Line < 1 || p.Line > lines+1 || p.Column < 1 || p.Message == "" {
				t.Errorf("problem %+v in %d lines", p, lines)
			}
		}
		a := newAssessment(t)
		if len(problems) > 0 {
			return
		}
		if _, problems = sheet.Apply(a); len(problems) > 0 {
			return
		}
		if issues := a.Validate(); len(issues) > 0 {
			t.Errorf("accepted, but not valid: %v", issues)
		}
	})
}
