package reports

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
	"testing"

	"dgca/assessment"
	"dgca/assessment/paper"
	"dgca/questionnaires"
)

func formInput(kind assessment.UnitKind, scope assessment.ScopeKind, dims ...assessment.DimensionID) FormInput {
	return FormInput{Questionnaire: questionnaires.BuiltIn(), Form: paper.Form{Kind: kind, Scope: assessment.Scope{Kind: scope, Dimensions: dims}}, Program: "dgca"}
}

// Every statement of the scope stands on exactly one page, in order, and none
// on the first page.
func TestFormPages(t *testing.T) {
	for _, scope := range []assessment.ScopeKind{assessment.Full, assessment.Quick} {
		in := formInput(questionnaires.Government, scope)
		pages, err := FormPages(in)
		if err != nil {
			t.Fatal(err)
		}
		var want []assessment.StatementID
		asked := assessment.Take(in.Questionnaire, in.Form.Kind, in.Form.Scope)
		for st := range asked.Statements() {
			want = append(want, st.ID)
		}
		if got := slices.Concat(pages...); !slices.Equal(got, want) {
			t.Errorf("%s: statements on pages %v", scope, pages)
		}
		if len(pages[0]) > 0 {
			t.Errorf("%s: the first page has statements", scope)
		}
	}
}

// The quick scope takes a page for the guide and one for each dimension, so that
// it is printed and copied without waste.
func TestQuickFormHasOnePageForEachDimension(t *testing.T) {
	for _, kind := range []assessment.UnitKind{questionnaires.Government, questionnaires.Institution, questionnaires.Local, questionnaires.Other} {
		pages, err := FormPages(formInput(kind, assessment.Quick))
		if err != nil {
			t.Fatal(err)
		}
		if want := 1 + len(questionnaires.BuiltIn().Dimensions); len(pages) != want {
			t.Errorf("%s: %d pages, want %d", kind, len(pages), want)
		}
	}
}

// The number of a form stands for how its statements fall on pages. Where this
// test fails, raise the layout in package paper: paper that was printed before
// must not be keyed in by other pages.
func TestFormLayoutIsKnown(t *testing.T) {
	const want = "96c0cd34e0bd1b02"
	sum := sha256.New()
	for _, kind := range []assessment.UnitKind{questionnaires.Government, questionnaires.Institution, questionnaires.Local, questionnaires.Other} {
		for _, scope := range []assessment.ScopeKind{assessment.Full, assessment.Quick} {
			pages, err := FormPages(formInput(kind, scope))
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintln(sum, kind, scope, pages)
		}
	}
	if got := fmt.Sprintf("%x", sum.Sum(nil)[:8]); got != want {
		t.Errorf("statements fall on other pages than before: %s, want %s", got, want)
	}
}

// An event and a unit on the first page move no statement.
func TestFormHeadMovesNothing(t *testing.T) {
	in := formInput(questionnaires.Local, assessment.Quick)
	plain, err := FormPages(in)
	if err != nil {
		t.Fatal(err)
	}
	in.Unit, in.Event = strings.Repeat("A municipality with a long name ", 9), "A workshop with a long title, second day, held in the hall of the ministry"
	titled, err := FormPages(in)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.EqualFunc(plain, titled, slices.Equal) {
		t.Errorf("pages %v, with a title %v", plain, titled)
	}
}

func TestFormIsTheSameEveryTime(t *testing.T) {
	var first, second bytes.Buffer
	for _, b := range []*bytes.Buffer{&first, &second} {
		if err := WriteForm(b, formInput(questionnaires.Other, assessment.Full, "legal")); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("the same form gives other bytes")
	}
}
