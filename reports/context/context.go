// Package context holds figures that others have published about countries, to
// be set beside an assessment: the UN E-Government Development Index and the
// World Bank GovTech Maturity Index. They measure by other methods. They are
// never mixed into a score, and whoever shows them cites the Source.
//
// The figures are the strings that the publishers printed: nothing is computed
// from them. The package imports the standard library only.
package context

import (
	"embed"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"sync"
)

// Where the figures come from, and what to know before reading them.
const (
	EGDISource = "United Nations, Department of Economic and Social Affairs: UN E-Government Survey 2022 and 2024, data tables of the UN E-Government Knowledgebase."
	EGDICaveat = "Groups: very high above 0.75, high from 0.50, middle from 0.25, low below. The index measures what a country offers online, its telecommunication and its human capital."
	EGDIWorld  = "0.6382" // mean of the world, 2024

	GTMISource = "World Bank: GovTech Maturity Index, 2020, 2022 and 2025. Licence of the data: CC BY 4.0."
	GTMICaveat = "Groups: A from 0.75, B from 0.50, C from 0.25, D below. The set of indicators changed between the years, so a difference between two years is no trend."
	GTMIWorld  = "0.552" // mean of the world, 2022

	LOSISource = "United Nations, Department of Economic and Social Affairs: Local Online Service Index 2022."
	LOSICaveat = "Mean of the assessed first cities of the D-8 member states: 0.5017. Mean of the world: 0.5100. The values of single cities are not in this program."
)

// Country is what is published about one country.
type Country struct {
	Name string
	ISO3 string // ISO 3166-1 alpha-3
	EGDI []EGDI // by year
	GTMI []GTMI // by year
}

// EGDI is the UN E-Government Development Index of one year, from 0 to 1, with
// its three parts and the E-Participation Index.
type EGDI struct {
	Year, Rank                                     string
	Group                                          string // very high, high, middle or low
	Value                                          string
	OnlineService, Telecommunication, HumanCapital string
	EParticipation                                 string
}

// GTMI is the World Bank GovTech Maturity Index of one year, from 0 to 1. Its
// four parts are empty where they are not at hand.
type GTMI struct {
	Year, Value                                 string
	Group                                       string // A to D
	CoreSystems, Services, Engagement, Enablers string
}

//go:embed data/egdi.csv data/gtmi.csv
var data embed.FS

// Find returns what is published about a country, known by its English name,
// a usual other name, or its ISO 3166 code. Capitals and accents in the name
// may be left out.
func Find(name string) (Country, bool) {
	wanted := key(name)
	if full, ok := otherNames[wanted]; ok {
		wanted = key(full)
	}
	for _, c := range countries() {
		if wanted == key(c.Name) || wanted == key(c.ISO3) {
			return c, true
		}
	}
	return Country{}, false
}

// Names returns the names of the countries with figures, in alphabetical order.
func Names() []string {
	var names []string
	for _, c := range countries() {
		names = append(names, c.Name)
	}
	slices.Sort(names)
	return names
}

// otherNames are names that people write, by their key.
var otherNames = map[string]string{
	"turkey": "Türkiye", "republic of turkiye": "Türkiye",
	"iran": "Iran (Islamic Republic of)", "islamic republic of iran": "Iran (Islamic Republic of)",
	"republic of azerbaijan": "Azerbaijan", "arab republic of egypt": "Egypt", "republic of indonesia": "Indonesia",
	"people's republic of bangladesh": "Bangladesh", "federal republic of nigeria": "Nigeria", "islamic republic of pakistan": "Pakistan",
}

// key is a name as it is compared.
func key(name string) string {
	return strings.NewReplacer("ü", "u", "Ü", "u", "’", "'").Replace(strings.ToLower(strings.Join(strings.Fields(name), " ")))
}

// countries reads the tables when they are first needed.
var countries = sync.OnceValue(func() []Country {
	var all []Country
	at := func(row []string) *Country {
		for i := range all {
			if all[i].ISO3 == row[1] {
				return &all[i]
			}
		}
		all = append(all, Country{Name: row[0], ISO3: row[1]})
		return &all[len(all)-1]
	}
	for _, r := range table("egdi.csv", 11) {
		c := at(r)
		c.EGDI = append(c.EGDI, EGDI{Year: r[3], Rank: r[4], Group: r[5], Value: r[6],
			OnlineService: r[7], Telecommunication: r[8], HumanCapital: r[9], EParticipation: r[10]})
	}
	for _, r := range table("gtmi.csv", 9) {
		c := at(r)
		c.GTMI = append(c.GTMI, GTMI{Year: r[2], Value: r[3], Group: r[4], CoreSystems: r[5], Services: r[6], Engagement: r[7], Enablers: r[8]})
	}
	return all
})

// table returns the rows of a table after its first line. The tables are part
// of the program and a test reads them, so a fault in them is one of the
// program.
func table(name string, columns int) [][]string {
	f, err := data.Open("data/" + name)
	if err != nil {
		panic(err)
	}
	r := csv.NewReader(f)
	r.FieldsPerRecord = columns
	rows, err := r.ReadAll()
	if err != nil {
		panic(fmt.Sprintf("%s: %v", name, err))
	}
	return rows[1:]
}
