package cli

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"dgca/assessment"
	"dgca/questionnaires"
)

// setupOptions say what is assessed, by whom and how much of the questionnaire.
type setupOptions struct {
	unit, kind, country, cluster          string
	alias, role, round, date, facilitator string
	language                              string
	group                                 bool
	quick                                 bool
	dimensions                            []string
}

// addTo adds the flags of a new assessment.
func (o *setupOptions) addTo(cmd *cobra.Command) {
	f := cmd.Flags()
	f.BoolVar(&o.quick, "quick", false, "ask the quick scope only")
	f.StringArrayVar(&o.dimensions, "dimension", nil, "ask only the dimension with this `id`; can be given several times")
	f.StringVar(&o.unit, "unit", "", "`name` of the unit that is assessed")
	f.StringVar(&o.kind, "kind", "", "`kind` of unit: government, institution, local, other")
	f.StringVar(&o.country, "country", "", "`name` of the country")
	f.StringVar(&o.cluster, "cluster", "", "`name` of a group of similar units")
	f.StringVar(&o.alias, "alias", "", "an `alias` for the person who answers, not the name")
	f.StringVar(&o.role, "role", "", "`role` of the person who answers")
	f.BoolVar(&o.group, "group", false, "a group gives agreed answers, not one person")
	f.StringVar(&o.round, "round", "", "`name` of the round of assessments")
	f.StringVar(&o.date, "date", "", "first `day` of the assessment, as 2026-11-23 (default: today)")
	f.StringVar(&o.facilitator, "facilitator", "", "`name` of the facilitator")
	complete(cmd, "dimension", completeDimensions)
	complete(cmd, "kind", completeKinds)
	for _, name := range setupFlags {
		if cmd.Flag(name) == nil {
			panic("there is no flag --" + name)
		}
	}
}

// setupFlags are the flags that say something about a new assessment.
var setupFlags = []string{"quick", "dimension", "unit", "kind", "country", "cluster", "alias", "role", "round", "date", "facilitator", "group"}

// given returns the flags of a new assessment that were given.
func (o *setupOptions) given(cmd *cobra.Command) []string {
	return slices.DeleteFunc(slices.Clone(setupFlags), func(name string) bool { return !cmd.Flags().Changed(name) })
}

const dayLayout = "2006-01-02"

// check cleans the values and refuses what the questionnaire does not know.
func (o *setupOptions) check(q *questionnaires.Questionnaire) error {
	for _, v := range []*string{&o.unit, &o.country, &o.cluster, &o.alias, &o.role, &o.round, &o.facilitator} {
		*v = assessment.CleanLine(*v)
		if utf8.RuneCountInString(*v) > assessment.MaxName {
			return usagef(fmt.Sprintf("use at most %d characters", assessment.MaxName), "assess: the text %q... is too long", string([]rune(*v)[:40]))
		}
	}
	if o.date != "" {
		if _, err := time.Parse(dayLayout, o.date); err != nil {
			return usagef("write it as 2026-11-23", "assess: %q is not a date", o.date)
		}
	}
	if o.language != "" && o.language != q.Language {
		return usagef("possible: "+q.Language, "the questionnaire %s does not have the language %q", q.ID, o.language)
	}
	if o.kind != "" {
		if err := checkKind(q, o.kind); err != nil {
			return err
		}
	}
	return checkDimensions(q, o.dimensions)
}

// checkKind refuses a kind of unit that the questionnaire does not word its
// statements for.
func checkKind(q *questionnaires.Questionnaire, kind string) error {
	var kinds []string
	for _, u := range q.Units {
		kinds = append(kinds, string(u.Kind))
	}
	if len(kinds) == 0 {
		return nil
	}
	if !slices.Contains(kinds, kind) {
		return usagef("possible: "+strings.Join(kinds, ", "), "there is no kind of unit %q", kind)
	}
	return nil
}

// checkDimensions refuses ids of dimensions that the questionnaire does not
// have.
func checkDimensions(q *questionnaires.Questionnaire, ids []string) error {
	var known []string
	for _, d := range q.Dimensions {
		known = append(known, string(d.ID))
	}
	for _, id := range ids {
		if !slices.Contains(known, id) {
			return usagef("possible: "+strings.Join(known, ", "), "there is no dimension %q", id)
		}
	}
	return nil
}

func (o *setupOptions) subject() assessment.Subject {
	return assessment.Subject{Name: o.unit, Kind: assessment.UnitKind(o.kind), Country: o.country, Cluster: o.cluster}
}

func (o *setupOptions) session() assessment.SessionInfo {
	kind := assessment.Individual
	if o.group {
		kind = assessment.Group
	}
	return assessment.SessionInfo{Type: kind, Round: o.round, Date: o.date,
		Facilitator: o.facilitator, Respondent: o.alias, Role: o.role}
}

func (o *setupOptions) scope() assessment.Scope {
	s := assessment.Scope{Kind: assessment.Full}
	if o.quick {
		s.Kind = assessment.Quick
	}
	for _, id := range o.dimensions {
		if d := assessment.DimensionID(id); !slices.Contains(s.Dimensions, d) {
			s.Dimensions = append(s.Dimensions, d)
		}
	}
	return s
}
