package reports

import (
	"bytes"
	"strings"
	"testing"

	"dgca/assessment"
	"dgca/assessment/workshop"
)

// pairsInput is a workshop of A with 2 and 4, B with 4 and 2, and C that is not
// known. Target 4: each of A and B covers a gap of 2.0 of the other.
func pairsInput(t *testing.T) PairsInput {
	a, b := sample(t, 5, "2 2 2", "4 4 4").Assessment, sample(t, 5, "4 4 4", "2 2 2").Assessment
	notes := []assessment.Note{{Dimension: "leadership", Case: &assessment.Case{Title: "A mentor for each leader", Result: "All stayed", Contact: "Mrs. Doe"}},
		{Dimension: "leadership", Case: &assessment.Case{Title: "A mentor for each leader", Result: "All stayed", Contact: "Mrs. Doe"}}}
	return PairsInput{Workshop: &workshop.Workshop{ID: "w1", Title: "Trial workshop", Date: "2026-11-23"}, Program: "dgca",
		Units:   []PairUnit{{Name: "Alandia", Order: "Alandia", Assessment: a}, {Name: "Borealia", Order: "Borealia", Assessment: b, Notes: notes}},
		LeftOut: []LeftOutUnit{{"Cyrene", "there is no sheet yet."}}}
}

func pairsText(t *testing.T, in PairsInput) string {
	t.Helper()
	var b bytes.Buffer
	if err := WriteText(&b, Pairs(in), TextOptions{Width: 120}); err != nil {
		t.Fatal(err)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func TestPairs(t *testing.T) {
	in := pairsInput(t)
	said := pairsText(t, in)
	for _, want := range []string{
		"Alandia and Borealia 4.0",
		"Borealia can help Alandia", "Leadership 4.0 2.0 2.0 LEA-01 (4, 2), LEA-02 (4, 2), LEA-03 (4, 2)",
		"Alandia can help Borealia", "Strategy 4.0 2.0 2.0",
		"LEA-03 (4, 2) Case: A mentor for each leader. All stayed.",
		"Cyrene: there is no sheet yet.",
		"the largest total value that is possible",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not said in:\n%s", want, said)
		}
	}
	if n := strings.Count(said, "A mentor for each leader"); n != 1 {
		t.Errorf("the case is told %d times", n)
	}
	if strings.Contains(said, "Doe") {
		t.Error("a contact is told without being asked for")
	}
	in.Contacts = true
	if said := pairsText(t, in); !strings.Contains(said, "Contact: Mrs. Doe.") {
		t.Errorf("no contact in:\n%s", said)
	}
	in.Units = in.Units[:1]
	if said := pairsText(t, in); !strings.Contains(said, "There are no pairs yet.") || !strings.Contains(said, "Alandia: it is the only unit with levels") {
		t.Errorf("one unit:\n%s", said)
	}
	// A unit of which nobody gave a level is not the only one with levels.
	empty := *in.Units[0].Assessment
	empty.Answers = nil
	in.Units = append(in.Units, PairUnit{Name: "Emptia", Order: "Emptia", Assessment: &empty})
	in.LeftOut = []LeftOutUnit{{Name: "Lateland", Why: "there is no sheet yet."}}
	if said := pairsText(t, in); !strings.Contains(said, "Alandia: it is the only unit with levels") || !strings.Contains(said, "Emptia: no dimension has enough answers") {
		t.Errorf("one unit with levels:\n%s", said)
	}
	for _, f := range Pairs(in).Cover.Facts {
		if f.Label == "Units" && f.Value.String() != "3" {
			t.Errorf("units: %s", f.Value)
		}
	}
}
