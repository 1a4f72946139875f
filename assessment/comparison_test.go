package assessment

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// unit is a fixture with a name and a date.
func unit(t testing.TB, name string, dims ...string) *Assessment {
	t.Helper()
	a := fixture(t, 5, dims...)
	a.Subject.Name, a.Session.Date = name, "2026-03-01"
	return a
}

// profiles reads assessments as files: a name and a digest of their own.
func profiles(all ...*Assessment) []*Profile {
	var known Snapshots
	var out []*Profile
	for i, a := range all {
		out = append(out, NewProfile(fmt.Sprintf("%d.yaml", i), fmt.Sprintf("digest %d", i), a, &known))
	}
	return out
}

func compareAll(all ...*Assessment) *Comparison { return Compare(profiles(all...), nil) }

func (s Spread) words() string {
	if s.N == 0 {
		return "none"
	}
	return fmt.Sprintf("n %d: %s %s %s %s %s", s.N, s.Least.RatString(), s.Q1.RatString(), s.Median.RatString(), s.Q3.RatString(), s.Most.RatString())
}

func comparedIDs(list []*ComparedStatement) string {
	var out []string
	for _, s := range list {
		out = append(out, string(s.ID))
	}
	return strings.Join(out, " ")
}

func names(c *Comparison) string {
	var out []string
	for _, u := range c.Units {
		out = append(out, u.Label)
	}
	return strings.Join(out, ", ")
}

// Target 4 everywhere.
//
//	        D1-01 D1-02 D1-03 D1-04  level
//	Alpha     1     4     3     5    13/4
//	Beta      2     4     dk    5    11/3 (coverage 75 %: preliminary)
//	Gamma     3     5     3     1    12/4
//	Delta     4     1     3     1     9/4
//
// Levels in order: 9/4, 3, 13/4, 11/3. Type 7 with n = 4: Q1 at 0.75:
// 9/4 + 3/4 * 3/4 = 45/16; median (3 + 13/4)/2 = 25/8; Q3 at 2.25:
// 13/4 + 1/4 * 5/12 = 161/48.
//
// D1-01: 1 2 3 4: three below, lacking 3+2+1 = 6; quartiles 7/4, 13/4: half 3/2.
// D1-02: 4 4 5 1: one below, lacking 3; in order 1 4 4 5: Q1 13/4, Q3 17/4: 1.
// D1-03: 3 3 3: three below of three, lacking 3; half 0.
// D1-04: 5 5 1 1: two below, lacking 6; in order 1 1 5 5: Q1 1, Q3 5: 4.
func TestComparisonByHand(t *testing.T) {
	c := compareAll(unit(t, "Gamma", "3 5 3 1"), unit(t, "Alpha", "1 4 3 5"), unit(t, "delta", "4 1 3 1"), unit(t, "Beta", "2 4 dk 5"))
	if got := names(c); got != "Alpha, Beta, delta, Gamma" {
		t.Errorf("units %s", got)
	}
	if got := c.Dimensions[0].Spread.words(); got != "n 4: 9/4 45/16 25/8 161/48 11/3" {
		t.Errorf("spread %s", got)
	}
	// D1-01 and D1-03 have three below; of D1-03 all three that answered.
	if got := comparedIDs(c.SharedGaps(10)); got != "D1-03 D1-01 D1-04 D1-02" {
		t.Errorf("gaps %s", got)
	}
	if got := comparedIDs(c.SharedStrengths(10)); got != "D1-02" {
		t.Errorf("strengths %s", got)
	}
	if got := comparedIDs(c.Uneven(10)); got != "D1-04 D1-01 D1-02" {
		t.Errorf("uneven %s", got)
	}
	if got := comparedIDs(c.Uneven(1)); got != "D1-04" {
		t.Errorf("uneven %s", got)
	}
	s := c.Statements[3]
	if s.Below != 2 || s.Distance != 6 || s.Answered() != 4 || !slices.Equal(s.Counts, []int{2, 0, 0, 0, 2}) || s.Spread.Half().Cmp(big.NewRat(4, 1)) != 0 {
		t.Errorf("%+v", s)
	}
	if c.Statements[2].Asked != 4 || c.Statements[2].Answered() != 3 {
		t.Errorf("%+v", c.Statements[2])
	}
}

func TestSpreadOfFewLevels(t *testing.T) {
	for in, want := range map[string]string{
		"":      "none",
		"3":     "n 1: 3 3 3 3 3",
		"2 5":   "n 2: 2 11/4 7/2 17/4 5",
		"1 2 4": "n 3: 1 3/2 2 3 4",
	} {
		counts := make([]int, 5)
		var levels []*big.Rat
		for _, f := range strings.Fields(in) {
			n := int(f[0] - '0')
			counts[n-1]++
			levels = append(levels, big.NewRat(int64(n), 1))
		}
		if got := spreadOfCounts(counts).words(); got != want {
			t.Errorf("%q: %s, want %s", in, got, want)
		}
		if got := spreadOf(levels).words(); got != want {
			t.Errorf("%q: %s, want %s", in, got, want)
		}
	}
}

// leftOut lists the files that are not compared, with the reason.
func leftOut(c *Comparison) string {
	var out []string
	for _, l := range c.LeftOut {
		out = append(out, fmt.Sprintf("%s %d %s", l.File, l.Reason, l.Detail))
	}
	slices.Sort(out)
	return strings.Join(out, "; ")
}

func TestWhatIsCompared(t *testing.T) {
	base := func() []*Assessment { return []*Assessment{unit(t, "A", "3 3 3"), unit(t, "B", "2 2 2")} }
	agreed := func(a *Assessment) *Assessment { a.Session.Type = Group; return a }
	dated := func(a *Assessment, date string) *Assessment { a.Session.Date = date; return a }
	for _, c := range []struct {
		name  string
		more  func() []*Assessment
		units string
		out   string
	}{
		{"nothing else", func() []*Assessment { return nil }, "A, B", ""},
		{"another kind", func() []*Assessment { a := unit(t, "C", "3 3 3"); a.Subject.Kind = "local"; return []*Assessment{a} },
			"A, B", fmt.Sprintf("2.yaml %d local", OtherKind)},
		{"another questionnaire", func() []*Assessment { a := unit(t, "C", "3 3 3"); a.Questionnaire.ID = "own"; return []*Assessment{a} },
			"A, B", fmt.Sprintf("2.yaml %d own", OtherQuestionnaire)},
		{"another method", func() []*Assessment { a := unit(t, "C", "3 3 3"); a.Method = "m/2"; return []*Assessment{a} },
			"A, B", fmt.Sprintf("2.yaml %d m/2", OtherMethod)},
		{"another scale", func() []*Assessment { a := fixture(t, 4, "3 3 3"); return []*Assessment{a} },
			"A, B", fmt.Sprintf("2.yaml %d 4", OtherScale)},
		{"a later round", func() []*Assessment { return []*Assessment{dated(unit(t, "a ", "4 4 4"), "2026-09-01")} },
			"a , B", fmt.Sprintf("0.yaml %d 2026-03-01", EarlierRound)},
		{"agreed beside one person's, which is later", func() []*Assessment {
			return []*Assessment{dated(agreed(unit(t, "C", "4 4 4")), "2026-01-01"), unit(t, "C", "2 2 2")}
		}, "A, B, C", fmt.Sprintf("3.yaml %d 2026-03-01", OneOfAgreed)},
		{"two people's", func() []*Assessment { return []*Assessment{unit(t, "C", "4 4 4"), unit(t, "C", "2 2 2")} },
			"A, B", fmt.Sprintf("2.yaml %d 2026-03-01; 3.yaml %d 2026-03-01", SeveralSheets, SeveralSheets)},
		{"two agreed ones of a day", func() []*Assessment {
			return []*Assessment{agreed(unit(t, "C", "4 4 4")), agreed(unit(t, "C", "2 2 2")), dated(agreed(unit(t, "C", "1 1 1")), "2025-01-01")}
		}, "A, B", fmt.Sprintf("2.yaml %d 2026-03-01; 3.yaml %d 2026-03-01; 4.yaml %d 2025-01-01", SameRound, SameRound, EarlierRound)},
		{"nothing answered", func() []*Assessment { return []*Assessment{unit(t, "C", "- - -")} }, "A, B", fmt.Sprintf("2.yaml %d ", NothingShown)},
		{"of the same name in two countries", func() []*Assessment { a := unit(t, "A", "3 3 3"); a.Subject.Country = "X"; return []*Assessment{a} },
			"A, A (X), B", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := compareAll(append(base(), c.more()...)...)
			if names(got) != c.units || leftOut(got) != c.out {
				t.Errorf("got  %s | %s\nwant %s | %s", names(got), leftOut(got), c.units, c.out)
			}
		})
	}
}

func TestTheSameFileTwice(t *testing.T) {
	p := profiles(unit(t, "A", "3 3 3"), unit(t, "B", "3 3 3"), unit(t, "A", "3 3 3"))
	p[2].Digest = p[0].Digest
	c := Compare(p, func(string) bool { return true })
	if names(c) != "A, B" || leftOut(c) != fmt.Sprintf("2.yaml %d 0.yaml", SameFile) {
		t.Error(names(c), leftOut(c))
	}
}

// The largest family is compared; of equal ones, the first by name.
func TestTheLargestFamilyIsCompared(t *testing.T) {
	own := func(name string) *Assessment { a := unit(t, name, "3 3 3"); a.Questionnaire.ID = "own"; return a }
	if c := compareAll(own("A"), own("B"), unit(t, "C", "3 3 3"), unit(t, "C", "3 3 3")); names(c) != "A, B" {
		t.Error(names(c), leftOut(c))
	}
	if c := compareAll(own("X"), unit(t, "Y", "3 3 3")); names(c) != "X" {
		t.Error(names(c))
	}
}

func TestAPersonInsists(t *testing.T) {
	other, scale := unit(t, "C", "5 5 5"), fixture(t, 4, "3 3 3")
	other.Questionnaire.ID = "own"
	c := Compare(profiles(unit(t, "A", "3 3 3"), unit(t, "B", "2 2 2"), other, scale), func(file string) bool { return file != "0.yaml" })
	if names(c) != "A, B, C" || leftOut(c) != fmt.Sprintf("3.yaml %d 4", OtherScale) {
		t.Fatal(names(c), leftOut(c))
	}
	u := &c.Units[2]
	if u.Insisted == nil || u.Insisted.Reason != OtherQuestionnaire || !u.Foreign || c.Units[0].Insisted != nil || u.Dimensions[0].LevelShown() != 50 || u.Answers[0] != Unanswered || c.Statements[0].Asked != 2 {
		t.Errorf("%+v", u)
	}
	if c.Questionnaire.ID != "test" {
		t.Error(c.Questionnaire)
	}
}

// Version 2 has other words in D1-02 and a new D1-05. Common: D1-01, D1-03,
// D1-04. A: (1+3+3)/3 = 7/3 rather than (1+5+3+3)/4 = 3. B: (4+2+3)/3 = 3
// rather than (4+1+2+3+5)/5 = 3, the same.
func TestOnlyIdenticalStatementsOfVersions(t *testing.T) {
	a, b := unit(t, "A", "1 5 3 3"), unit(t, "B", "4 1 2 3 5")
	b.Questionnaire.Version, b.Questionnaire.Digest = "2", "2"
	b.statement(t, "D1-02").Digest = "other words"
	c := compareAll(b, a)
	if s := c.Subset; s == nil || s.Common != 3 || s.LeftOut != 3 || !slices.Equal(s.Versions, []string{"1", "2"}) {
		t.Fatalf("%+v", c.Subset)
	}
	if len(c.Statements) != 3 || c.Units[0].Dimensions[0].Level.Cmp(big.NewRat(7, 3)) != 0 || c.Units[1].Dimensions[0].Level.Cmp(big.NewRat(3, 1)) != 0 {
		t.Errorf("%v %v", c.Units[0].Dimensions[0].Level, c.Units[1].Dimensions[0].Level)
	}
	if len(c.Subset.Changed) != 1 || c.Subset.Changed[0].Unit != 0 || c.Subset.Changed[0].Own.LevelShown() != 30 {
		t.Errorf("%+v", c.Subset.Changed)
	}
	// A narrower scope of one version is no other version.
	quick := unit(t, "Q", "1 5 3")
	if c := compareAll(unit(t, "A", "1 5 3 3"), quick); c.Subset != nil || len(c.Statements) != 4 || c.Statements[3].Asked != 1 {
		t.Errorf("%+v", c.Subset)
	}
}

func TestCaveats(t *testing.T) {
	a, b, d := unit(t, "A", "3 3 3"), unit(t, "B", "2 2 2 dk"), unit(t, "D", "2 2 2")
	b.Scope.Kind, b.Subject.Cluster, b.Questionnaire.Language, b.Session.Type, b.State = Quick, "Coast", "fr", Group, Agreed
	a.Answers[0].Evidence = "law"
	b.Answers[0].Choice = 3
	b.Session.Date, d.Session.Date = "2025-02-28", ""
	c := compareAll(a, b, d)
	want := []Caveat{
		{Kind: DifferentScopes, Values: []CaveatValue{{"full", 2}, {"quick", 1}}},
		{Kind: DifferentClusters, Values: []CaveatValue{{"", 2}, {"Coast", 1}}},
		{Kind: DifferentLanguages, Values: []CaveatValue{{"", 2}, {"fr", 1}}},
		{Kind: DifferentSessions, Values: []CaveatValue{{"individual", 2}, {"agreed", 1}}},
		{Kind: DifferentStates, Values: []CaveatValue{{"draft", 2}, {"complete", 1}}},
		{Kind: DifferentCoverage, Low: 75, High: 100}, // 3 of 4
		{Kind: DifferentEvidence, Low: 0, High: 33},   // none of one, one of three
		{Kind: DistantDates, Values: []CaveatValue{{Value: "2025-02-28"}, {Value: "2026-03-01"}}},
		{Kind: UnknownDates, Units: 1},
	}
	if !reflect.DeepEqual(c.Caveats, want) {
		t.Errorf("got  %+v\nwant %+v", c.Caveats, want)
	}
	// Exactly twelve months are not more than twelve.
	b.Session.Date = "2025-03-01"
	for _, cv := range compareAll(a, b).Caveats {
		if cv.Kind == DistantDates {
			t.Error("a caveat for twelve months")
		}
	}
}

func TestGroupsFromThreeMembers(t *testing.T) {
	in := func(name, country, cluster, answers string) *Assessment {
		a := unit(t, name, answers)
		a.Subject.Country, a.Subject.Cluster = country, cluster
		return a
	}
	c := compareAll(in("A", "X", "Sea", "1 1 1"), in("B", "x", "Sea", "2 2 2"), in("C", "X", "", "4 4 4"), in("D", "Y", "", "5 5 5"), in("E", "Y", "", "5 5 5"))
	if len(c.Groups) != 1 || c.Groups[0].Name != "X" || !slices.Equal(c.Groups[0].Units, []int{0, 1, 2}) {
		t.Fatalf("%+v", c.Groups)
	}
	if got := c.Groups[0].Dimensions[0].words(); got != "n 3: 1 3/2 2 3 4" {
		t.Error(got)
	}
}

func TestOrderOnRequest(t *testing.T) {
	c := compareAll(unit(t, "A", "3 3 3", "1 1 1"), unit(t, "B", "- - -", "4 4 4"), unit(t, "C", "5 5 5", "2 2 2"), unit(t, "D", "3 3 3", "1 1 2"))
	for by, want := range map[string]string{"d1": "C, A, D, B", "d2": "B, C, D, A", OrderOverall: "C, D, A, B"} {
		o, err := c.OrderBy(by)
		if err != nil || names(o) != want || o.Ordered != by {
			t.Errorf("%s: %s, %v", by, names(o), err)
		}
		// The pairs stay the same.
		for i, g := range o.Pairing.Groups {
			if o.Offers(g.Members[0], g.Members[1]) == nil && i == 0 {
				t.Errorf("%s: no offers", by)
			}
		}
	}
	if _, err := c.OrderBy("d9"); err == nil {
		t.Error("no error")
	}
	if names(c) != "A, B, C, D" {
		t.Error("the comparison itself has changed")
	}
}

// secret is a unit whose every text says so.
func secret(t testing.TB, name, dims string) *Assessment {
	a := unit(t, "SECRET "+name, dims)
	a.Subject.Country, a.Subject.Cluster = "SECRET country", "SECRET cluster"
	a.Session.Round, a.Session.Date, a.Questionnaire.Language = "SECRET round", "1999-12-31", "SECRET tongue"
	a.Notes = []Note{{Dimension: "d1", Case: &Case{Title: "SECRET case"}}}
	return a
}

func TestAnonymized(t *testing.T) {
	own := unit(t, "Mine", "1 1 1")
	own.Notes = []Note{{Dimension: "d1", Case: &Case{Title: "My case"}}}
	all := []*Assessment{own, secret(t, "A", "5 5 5"), secret(t, "B", "3 3 3"), secret(t, "C", "2 2 2"), secret(t, "C", "2 2 2")}
	p := profiles(all...)
	for _, x := range p[1:] {
		x.File, x.Digest = "SECRET "+x.File, "SECRET "+x.Digest
	}
	c := Compare(p, nil)
	if names(c) != "Mine, SECRET A, SECRET B" {
		t.Fatal(names(c), leftOut(c))
	}
	o, key := c.Anonymized([]int{2, 1, 0}, 0)
	if names(o) != "Mine, A, B" || fmt.Sprint(key) != "[{A SECRET B} {B SECRET A}]" {
		t.Error(names(o), key)
	}
	if text := publicText(reflect.ValueOf(*o)); strings.Contains(text, "SECRET") || strings.Contains(text, "1999") || !strings.Contains(text, "My case") {
		t.Error(text)
	}
	if o.Units[1].Dimensions[0].LevelShown() != 30 || o.Units[1].Answers[0] != 3 {
		t.Error("B is not A any more")
	}
	// The one with 1 learns most from the one with 5.
	if g := c.Pairing.Groups[0].Members; !slices.Equal(g, []int{0, 1, 2}) {
		t.Error(g)
	}
	o, _ = c.Anonymized([]int{2, 1, 0}, -1)
	if names(o) != "A, B, C" || strings.Contains(publicText(reflect.ValueOf(*o)), "Mine") {
		t.Error(names(o))
	}
	if strings.Contains(names(c), "Mine, A") || c.Units[1].Subject.Country == "" {
		t.Error("the comparison itself has changed")
	}
}

// The copy of a unit with a namesake does not tell that there is one.
func TestAnonymizedNamesake(t *testing.T) {
	var all []*Assessment
	for _, country := range []string{"Alandia", "Borealia"} {
		a := unit(t, "Twin", "1 2 3")
		a.Subject.Country = country
		all = append(all, a)
	}
	c := Compare(profiles(all...), nil)
	if names(c) != "Twin (Alandia), Twin (Borealia)" {
		t.Fatal(names(c))
	}
	if o, _ := c.Anonymized([]int{0, 1}, 1); names(o) != "Twin, A" {
		t.Error(names(o))
	}
}

// publicText is every text that a builder of reports can reach.
func publicText(v reflect.Value) string {
	switch v.Kind() {
	case reflect.String:
		return v.String() + "\n"
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() && v.Type() != reflect.TypeFor[*big.Rat]() {
			return publicText(v.Elem())
		}
	case reflect.Slice:
		s := ""
		for i := range v.Len() {
			s += publicText(v.Index(i))
		}
		return s
	case reflect.Struct:
		s := ""
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				s += publicText(v.Field(i))
			}
		}
		return s
	}
	return ""
}

// randomUnits are units with random answers, of two versions where versions is
// set.
func randomUnits(t testing.TB, r *rand.Rand, n int, versions bool) []*Assessment {
	words := []string{"1", "2", "3", "4", "5", "1", "2", "3", "4", "5", "dk", "na", "-"}
	var all []*Assessment
	for i := range n {
		dims := make([]string, 3)
		for d := range dims {
			for range 5 {
				dims[d] += " " + words[r.IntN(len(words))]
			}
		}
		a := unit(t, fmt.Sprintf("Unit %c", 'A'+i), dims...)
		a.statement(t, "D1-02").Weight = 25_000
		if r.IntN(2) == 0 {
			a.Targets.Dimensions = []DimensionTarget{{Dimension: "d1", Level: 5}}
			a.Targets.Statements = []StatementTarget{{Statement: "D2-01", Level: 2}}
		}
		for j := range a.Answers {
			if r.IntN(2) == 0 {
				a.Answers[j].Evidence = "law"
			}
		}
		if versions && r.IntN(2) == 0 {
			a.Questionnaire.Version, a.Questionnaire.Digest = "2", "2"
			a.statement(t, "D3-03").Digest = "other"
		}
		all = append(all, a)
	}
	return all
}

// Without several versions, each number is that of the unit's own report.
func TestNumbersAreThoseOfTheOwnReport(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 50 {
		all := randomUnits(t, r, 6, false)
		c := Compare(profiles(all...), func(string) bool { return true })
		for i, a := range all {
			card := a.Score()
			for d := range card.Dimensions {
				card.Dimensions[d].Elements = nil
			}
			u := c.Units[i]
			if !reflect.DeepEqual(u.Dimensions, card.Dimensions) || !reflect.DeepEqual(u.Overall, card.Overall) || !reflect.DeepEqual(u.All, card.All) {
				t.Fatalf("%s: %+v\nwant %+v", u.Label, u.Dimensions, card.Dimensions)
			}
			// What is kept scores as the whole did.
			restored, _, _ := dimensionScores(u.restore(nil), u.restore(nil).resolve())
			if !reflect.DeepEqual(restored, card.Dimensions) {
				t.Fatalf("%s: restored %+v\nwant %+v", u.Label, restored, card.Dimensions)
			}
			for s := range c.Statements {
				id := c.Statements[s].ID
				if target, _ := a.TargetOf(id, c.Statements[s].Dimension); u.Answers[s] != a.Answer(id).Choice || u.Targets[s] != target {
					t.Fatalf("%s %s", u.Label, id)
				}
			}
		}
	}
}

func TestTheOrderOfFilesIsOfNoAccount(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 50 {
		p := profiles(randomUnits(t, r, 7, true)...)
		p[6].Subject.Name = p[5].Subject.Name // one unit twice
		want := Compare(p, nil)
		for range 5 {
			r.Shuffle(len(p), func(i, j int) { p[i], p[j] = p[j], p[i] })
			if got := Compare(p, nil); !reflect.DeepEqual(got, want) {
				t.Fatalf("%s\n%s", names(got), names(want))
			}
		}
	}
}

func TestNothingToCompare(t *testing.T) {
	if c := Compare(nil, nil); len(c.Units) != 0 {
		t.Error(c)
	}
	if c := compareAll(unit(t, "A", "- - -")); len(c.Units) != 0 || len(c.LeftOut) != 1 {
		t.Error(c)
	}
}
