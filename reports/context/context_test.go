package context

import (
	"math"
	"strconv"
	"testing"
)

func number(t *testing.T, s string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || v < 0 || v > 1 {
		t.Fatalf("%q is no index from 0 to 1", s)
	}
	return v
}

// The tables are checked against what their publishers say about them.
func TestTables(t *testing.T) {
	if n := len(Names()); n != 9 {
		t.Fatalf("%d countries: %v", n, Names())
	}
	for _, name := range Names() {
		c, ok := Find(name)
		if !ok || len(c.EGDI) != 2 || len(c.GTMI) != 3 {
			t.Fatalf("%s: %+v", name, c)
		}
		for _, e := range c.EGDI {
			v := number(t, e.Value)
			if mean := (number(t, e.OnlineService) + number(t, e.Telecommunication) + number(t, e.HumanCapital)) / 3; math.Abs(mean-v) > 0.0002 {
				t.Errorf("%s %s: the mean of the parts is %.4f, the index %.4f", name, e.Year, mean, v)
			}
			number(t, e.EParticipation)
			if want := group(v, "very high", "high", "middle", "low"); e.Group != want {
				t.Errorf("%s %s: %s is %s, not %s", name, e.Year, e.Value, want, e.Group)
			}
		}
		for _, g := range c.GTMI {
			v := number(t, g.Value)
			if want := group(v, "A", "B", "C", "D"); g.Group != want {
				t.Errorf("%s %s: %s is %s, not %s", name, g.Year, g.Value, want, g.Group)
			}
			if parts := []string{g.CoreSystems, g.Services, g.Engagement, g.Enablers}; g.Year == "2022" {
				sum := 0.0
				for _, p := range parts {
					sum += number(t, p)
				}
				if math.Abs(sum/4-v) > 0.001 {
					t.Errorf("%s: the mean of the parts is %.3f, the index %s", name, sum/4, g.Value)
				}
			}
		}
	}
}

func group(v float64, names ...string) string {
	switch {
	case v >= 0.75:
		return names[0]
	case v >= 0.5:
		return names[1]
	case v >= 0.25:
		return names[2]
	}
	return names[3]
}

func TestFind(t *testing.T) {
	for in, want := range map[string]string{
		"Türkiye": "TUR", "turkiye": "TUR", "Turkey": "TUR", "tur": "TUR", " iran ": "IRN", "Islamic Republic of  Iran": "IRN",
		"Malaysia": "MYS", "Demoland": "", "": "",
	} {
		c, ok := Find(in)
		if c.ISO3 != want || ok != (want != "") {
			t.Errorf("%q gives %q", in, c.ISO3)
		}
	}
	for other := range otherNames {
		if _, ok := Find(other); !ok {
			t.Errorf("%q is not found", other)
		}
	}
}
