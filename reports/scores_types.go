package reports

// The structure of dgca.scores/1. Names of fields are the same in JSON and in
// YAML. A field that says "absent" in its comment is left out in that case.

// scoresFile is the whole output.
type scoresFile struct {
	Format      string         `json:"format" yaml:"format"`                       // always dgca.scores/1
	Program     string         `json:"program,omitempty" yaml:"program,omitempty"` // name and version of the program that wrote it
	Assessments []scoresResult `json:"assessments" yaml:"assessments"`             // in the order in which they were given
}

// scoresResult is one assessment.
type scoresResult struct {
	Digest        string             `json:"digest,omitempty" yaml:"digest,omitempty"`               // SHA-256 of the result file in hexadecimal; absent when not known
	Method        string             `json:"method" yaml:"method"`                                   // version of the rules of scoring
	Questionnaire scoresReference    `json:"questionnaire" yaml:"questionnaire"`                     // what was asked
	Unit          scoresUnit         `json:"unit" yaml:"unit"`                                       // who was assessed
	Session       scoresSession      `json:"session" yaml:"session"`                                 // how the answers were given
	State         string             `json:"state" yaml:"state"`                                     // draft, complete, agreed or approved
	Scope         scoresScope        `json:"scope" yaml:"scope"`                                     // how much of the questionnaire was asked
	Scale         []scoresLevel      `json:"scale" yaml:"scale"`                                     // the levels, from 1
	Counts        scoresCounts       `json:"counts" yaml:"counts"`                                   // of all statements
	Overall       scoresOverall      `json:"overall" yaml:"overall"`                                 // the mean of the dimensions
	Dimensions    []scoresDimension  `json:"dimensions" yaml:"dimensions"`                           // all of the questionnaire, also those outside the scope
	Lenses        []scoresTag        `json:"lenses,omitempty" yaml:"lenses,omitempty"`               // absent when the questionnaire has none
	ChangeLevels  []scoresTag        `json:"change_levels,omitempty" yaml:"change_levels,omitempty"` // absent when the questionnaire has none
	Principles    []scoresTag        `json:"principles,omitempty" yaml:"principles,omitempty"`       // absent when the questionnaire has none
	Heat          []scoresHeat       `json:"heat,omitempty" yaml:"heat,omitempty"`                   // dimension x group of principles
	Gaps          []scoresGap        `json:"gaps" yaml:"gaps"`                                       // statements below target, by priority, then by size
	Sensitivity   *scoresSensitivity `json:"sensitivity,omitempty" yaml:"sensitivity,omitempty"`     // absent where no dimension is shown
}

// scoresReference names the questionnaire.
type scoresReference struct {
	ID       string `json:"id" yaml:"id"`                                 // of the questionnaire
	Version  string `json:"version" yaml:"version"`                       // of the questionnaire
	Language string `json:"language,omitempty" yaml:"language,omitempty"` // BCP 47; absent when not known
	Digest   string `json:"digest" yaml:"digest"`                         // identity of what is asked
	Title    string `json:"title" yaml:"title"`                           // of the questionnaire
}

// scoresUnit is the unit that was assessed.
type scoresUnit struct {
	Name    string `json:"name" yaml:"name"`                           // of the unit
	Kind    string `json:"kind" yaml:"kind"`                           // government, institution, local, other, or one of the questionnaire's own
	Country string `json:"country,omitempty" yaml:"country,omitempty"` // absent when not given
	Cluster string `json:"cluster,omitempty" yaml:"cluster,omitempty"` // group of similar units; absent when not given
}

// scoresSession says how the answers were given, without names.
type scoresSession struct {
	Type  string `json:"type" yaml:"type"`                       // individual or agreed
	Round string `json:"round,omitempty" yaml:"round,omitempty"` // absent when not given
	Date  string `json:"date,omitempty" yaml:"date,omitempty"`   // first day, YYYY-MM-DD; absent when not given
}

// scoresScope says how much was asked.
type scoresScope struct {
	Kind       string   `json:"kind" yaml:"kind"`                                      // full or quick
	Dimensions []string `json:"dimensions,omitempty" yaml:"dimensions,omitempty,flow"` // ids; absent for all
}

// scoresLevel is a level of the scale.
type scoresLevel struct {
	Level int    `json:"level" yaml:"level"` // from 1
	Name  string `json:"name" yaml:"name"`   // of the level
}

// scoresCounts counts statements. asked = applicable + not_applicable, and
// applicable = answered + unknown + unanswered.
type scoresCounts struct {
	Asked         int `json:"asked" yaml:"asked"`                   // in the scope
	Applicable    int `json:"applicable" yaml:"applicable"`         // asked and not "not applicable"
	Answered      int `json:"answered" yaml:"answered"`             // with a level
	Unknown       int `json:"unknown" yaml:"unknown"`               // don't know
	NotApplicable int `json:"not_applicable" yaml:"not_applicable"` // not applicable
	Unanswered    int `json:"unanswered" yaml:"unanswered"`         // not reached or skipped
}

// scoresFigure is a number, exactly and as every page shows it.
type scoresFigure struct {
	Exact string `json:"exact" yaml:"exact"` // a fraction such as "29/10", or a whole number
	Shown string `json:"shown" yaml:"shown"` // rounded, such as "2.9" or "91 %"
}

// scoresScore is the score of a set of statements.
type scoresScore struct {
	Status        string        `json:"status" yaml:"status"`                                          // enough answers, preliminary, not enough answers, not applicable, or not asked
	Level         *scoresFigure `json:"level,omitempty" yaml:"level,omitempty,flow"`                   // 1 to K; absent unless it may be shown
	Name          string        `json:"name,omitempty" yaml:"name,omitempty"`                          // of the level; absent with it
	Index         *scoresFigure `json:"index,omitempty" yaml:"index,omitempty,flow"`                   // 0 to 100; absent with the level
	Low           *scoresFigure `json:"low,omitempty" yaml:"low,omitempty,flow"`                       // the level if all open statements were 1; absent with the level, or when nothing is open
	High          *scoresFigure `json:"high,omitempty" yaml:"high,omitempty,flow"`                     // the level if all open statements were K; absent like low
	Coverage      *scoresFigure `json:"coverage,omitempty" yaml:"coverage,omitempty,flow"`             // 0 to 1, shown in per cent; absent when nothing is applicable
	EvidenceShare *scoresFigure `json:"evidence_share,omitempty" yaml:"evidence_share,omitempty,flow"` // 0 to 1; absent when there is no answer of which evidence is expected, or with the level
	Counts        scoresCounts  `json:"counts" yaml:"counts"`                                          // of the set
	Distribution  []int         `json:"distribution,omitempty" yaml:"distribution,omitempty,flow"`     // answers on each level, from level 1; absent with the level
	SetChanged    bool          `json:"set_changed,omitempty" yaml:"set_changed,omitempty"`            // more than a quarter is not applicable; absent when not so
}

// scoresOverall is the mean of the dimensions.
type scoresOverall struct {
	Status   string        `json:"status" yaml:"status"`                                // the worst of the dimensions
	Level    *scoresFigure `json:"level,omitempty" yaml:"level,omitempty,flow"`         // absent unless it may be shown
	Name     string        `json:"name,omitempty" yaml:"name,omitempty"`                // of the level; absent with it
	Low      *scoresFigure `json:"low,omitempty" yaml:"low,omitempty,flow"`             // mean of the lows; absent with the level
	High     *scoresFigure `json:"high,omitempty" yaml:"high,omitempty,flow"`           // mean of the highs; absent with the level
	Weakest  []string      `json:"weakest,omitempty" yaml:"weakest,omitempty,flow"`     // ids of the weakest dimensions among those shown; absent when none is shown
	NotAsked []string      `json:"not_asked,omitempty" yaml:"not_asked,omitempty,flow"` // ids of dimensions outside the scope; absent when none
	NotShown []string      `json:"not_shown,omitempty" yaml:"not_shown,omitempty,flow"` // ids of dimensions with not enough answers; absent when none
	LeftOut  []string      `json:"left_out,omitempty" yaml:"left_out,omitempty,flow"`   // ids of dimensions that are not applicable; absent when none
}

// scoresDimension is a dimension with its target and its elements.
type scoresDimension struct {
	ID       string          `json:"id" yaml:"id"`                                 // of the dimension
	Title    string          `json:"title" yaml:"title"`                           // of the dimension
	Weight   string          `json:"weight" yaml:"weight"`                         // in the overall, a decimal number
	Score    scoresScore     `json:"score" yaml:"score"`                           // of the dimension
	Target   scoresTarget    `json:"target" yaml:"target"`                         // and the gap to it
	Elements []scoresElement `json:"elements,omitempty" yaml:"elements,omitempty"` // absent when the dimension was not asked
}

// scoresElement is an element of a dimension.
type scoresElement struct {
	ID    string      `json:"id" yaml:"id"`       // of the element, unique in its dimension
	Title string      `json:"title" yaml:"title"` // of the element
	Score scoresScore `json:"score" yaml:"score"` // of the element
}

// scoresTarget is the target of a dimension.
type scoresTarget struct {
	Level       int           `json:"level" yaml:"level"`                        // chosen for the dimension, or the default
	Months      int           `json:"months" yaml:"months"`                      // horizon
	Default     bool          `json:"default" yaml:"default"`                    // nobody has chosen it
	Reason      string        `json:"reason,omitempty" yaml:"reason,omitempty"`  // absent when not given
	Mean        *scoresFigure `json:"mean,omitempty" yaml:"mean,omitempty,flow"` // of the targets of the answered statements; absent with the level of the dimension
	Gap         *scoresFigure `json:"gap,omitempty" yaml:"gap,omitempty,flow"`   // mean target minus level, at least 0; absent with the level of the dimension
	BelowTarget int           `json:"below_target" yaml:"below_target"`          // answered statements below their target
}

// scoresTag is a lens, a level of change or a principle.
type scoresTag struct {
	ID    string      `json:"id" yaml:"id"`                           // of the tag
	Name  string      `json:"name" yaml:"name"`                       // of the tag
	Group string      `json:"group,omitempty" yaml:"group,omitempty"` // of a principle; absent for other tags
	Score scoresScore `json:"score" yaml:"score"`                     // of the statements that carry the tag
}

// scoresHeat is a cell of the heat table.
type scoresHeat struct {
	Dimension string      `json:"dimension" yaml:"dimension"` // id
	Group     string      `json:"group" yaml:"group"`         // of principles
	Score     scoresScore `json:"score" yaml:"score"`         // of the statements of both
}

// scoresGap is a statement below its target.
type scoresGap struct {
	Statement     string        `json:"statement" yaml:"statement"`                                        // id
	Dimension     string        `json:"dimension" yaml:"dimension"`                                        // id
	Level         int           `json:"level" yaml:"level"`                                                // now
	Target        int           `json:"target" yaml:"target"`                                              // wanted
	DefaultTarget bool          `json:"default_target,omitempty" yaml:"default_target,omitempty"`          // nobody has chosen the target; absent when not so
	Gap           int           `json:"gap" yaml:"gap"`                                                    // target minus level; 0 only for a prerequisite that meets its own target
	Importance    int           `json:"importance,omitempty" yaml:"importance,omitempty"`                  // 1 to 5; absent when not weighed
	Feasibility   int           `json:"feasibility,omitempty" yaml:"feasibility,omitempty"`                // 1 to 5; absent when not weighed
	Priority      *scoresFigure `json:"priority,omitempty" yaml:"priority,omitempty,flow"`                 // 0 to 100; absent when not weighed
	Quadrant      string        `json:"quadrant" yaml:"quadrant"`                                          // quick win, major project, small step, later, or not yet weighed
	Barriers      []string      `json:"barriers,omitempty" yaml:"barriers,omitempty,flow"`                 // absent when none
	NeededFirst   []string      `json:"needed_first_for,omitempty" yaml:"needed_first_for,omitempty,flow"` // ids of the gaps that need this one first; absent when none
}

// scoresSensitivity says how much the results depend on choices that could have
// been made otherwise.
type scoresSensitivity struct {
	Draws       int             `json:"draws,omitempty" yaml:"draws,omitempty"`               // random weightings behind weights_low and weights_high; absent with them
	WeightsLow  string          `json:"weights_low,omitempty" yaml:"weights_low,omitempty"`   // 5th percentile of the overall as shown; absent where there is no overall
	WeightsHigh string          `json:"weights_high,omitempty" yaml:"weights_high,omitempty"` // 95th percentile of the overall as shown; absent where there is no overall
	Weakest     []scoresWeakest `json:"weakest,omitempty" yaml:"weakest,omitempty"`           // how firm each weakest dimension is
	Without     []scoresWithout `json:"without,omitempty" yaml:"without,omitempty"`           // the overall without each dimension; absent where there is no overall
}

// scoresWeakest says how firmly a dimension is the weakest.
type scoresWeakest struct {
	Dimension  string `json:"dimension" yaml:"dimension"`       // id
	Stays      int    `json:"stays" yaml:"stays"`               // cases in which it stays the weakest, or one of them
	Cases      int    `json:"cases" yaml:"cases"`               // answered statements, each left out in turn
	StaysAtLow bool   `json:"stays_at_low" yaml:"stays_at_low"` // when all open statements were 1
	StaysAtTop bool   `json:"stays_at_top" yaml:"stays_at_top"` // when all open statements were K
}

// scoresWithout is the overall level without one dimension.
type scoresWithout struct {
	Dimension string       `json:"dimension" yaml:"dimension"` // id of the dimension left out
	Level     scoresFigure `json:"level" yaml:"level,flow"`    // of the rest
}
