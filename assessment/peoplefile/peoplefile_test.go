package peoplefile

import (
	"fmt"
	"strings"
	"testing"

	"dgca/assessment"
	"dgca/assessment/workshop"
	"dgca/questionnaires"
)

var kinds = []assessment.UnitKind{questionnaires.Institution, questionnaires.Government}

func TestRead(t *testing.T) {
	table := "alias;Name;unit;unit_kind;country;kind;group\n" +
		"A1;Ada Example;Ministry of Tests;Institution;Freeland;managers;G1\n" +
		";;Ministry of Tests;;;;\n\n"
	people, problems := Read("people.csv", []byte(table), kinds)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	want := []Person{
		{Alias: "A1", Name: "Ada Example", Unit: "Ministry of Tests", UnitKind: "institution", Country: "Freeland", Kind: "managers", Group: "G1"},
		{Unit: "Ministry of Tests"},
	}
	if fmt.Sprint(people) != fmt.Sprint(want) {
		t.Errorf("got %+v", people)
	}
}

func TestFaults(t *testing.T) {
	for table, want := range map[string]string{
		"alias\nA\n":                        `people.csv:1:1: the column "unit" is missing`,
		"unit\n":                            "the table names no person",
		"unit,alias\nM,A1\nM,a1\n":          `people.csv:3:3: the alias "a1" is there twice (first in line 2)`,
		"unit,alias\nM,../x\n":              `people.csv:2:3: "../x" cannot be an alias`,
		"unit,alias\nM,con\n":               `"con" cannot be an alias`,
		"unit,alias\n,A1\n":                 "people.csv:2:1: the unit is missing",
		"unit,unit_kind\nM,planet\n":        `there is no kind of unit "planet"`,
		"unit,group\nM,a b\n":               `"a b" cannot name a group`,
		"unit,age\nM,7\n":                   `the column "age" is not known`,
		"unit\n" + strings.Repeat("x", 400): "is too long",
		"":                                  "people.csv",
	} {
		people, problems := Read("people.csv", []byte(table), kinds)
		if len(problems) == 0 || !strings.Contains(problems.Error(), want) {
			t.Errorf("%q: %v, %v; want %s", table, people, problems, want)
		}
	}
}

// Whatever the bytes: no panic, and people only from a table without a fault,
// with aliases that fit for files.
func FuzzRead(f *testing.F) {
	f.Add([]byte("alias,unit\nA1,Ministry\n"))
	f.Add([]byte("sep=;\nunit;name\n\"a\nb\";x\n"))
	f.Add([]byte("\xff\xfeu\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		people, problems := Read("x.csv", data, kinds)
		if len(problems) > 0 {
			return
		}
		seen := map[string]bool{}
		for _, p := range people {
			if p.Unit == "" || p.Alias != "" && (!workshop.ValidID(string(p.Alias)) || seen[strings.ToLower(string(p.Alias))]) {
				t.Errorf("a person without a unit or with a bad alias: %+v", p)
			}
			seen[strings.ToLower(string(p.Alias))] = true
		}
	})
}
