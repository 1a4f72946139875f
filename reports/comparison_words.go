package reports

import "dgca/assessment"

// The words of the comparison report. Every entry is a whole sentence or a whole
// label.
const (
	coTitle         = "Comparison of %d units"
	coTitleFor      = "Comparison: copy for %s"
	coSubtitle      = "Comparison report"
	coUnitsCompared = "Units compared"
	coNames         = "Names"
	coFilesLeftOut  = "Files not compared"
	coKind          = "Kind of unit"
	coQuestionnaire = "Questionnaire"
	coMade          = "Made on"

	coLetters   = "Letters stand for the units. They were drawn at random."
	coOwnCopy   = "This copy is for %s. All other units are shown by letters that were drawn at random for this copy."
	coGuessable = "Only %d units are compared: who stands behind a letter can be guessed. Think about that before you share this report."

	coMarkIncluded = "Includes results that are usually not compared"
	coMarkOrdered  = "Ordered on request: this is not a ranking"
	coMarkBoth     = "Includes results that are usually not compared. Ordered on request: this is not a ranking"
	coMarkSubset   = "Only statements that were asked in all versions: levels can differ from a unit's own report"

	coOrderTitle  = "The units are in an order that was asked for"
	coByOverall   = "They are ordered by their overall level, the highest first."
	coByDimension = "They are ordered by their level in the dimension %s, the highest first."
	coOrderNote   = "This is not a ranking. Units differ in mandate, size and means, and they assessed themselves. A small difference in level says nothing. Units of the same level as shown are in the order of their names."

	coPreliminaryMark = " p"
	coNotAsked        = "not asked"
	coTooFew          = "too few"
	coNA              = "n/a"
	coKey             = "A level runs from 1 to %d. p: preliminary, from 60 %% to 79 %% of the answers. too few: not enough answers to show a level. n/a: not applicable. not asked: outside the scope."

	coLevels = "Levels of the units"
)

// leftOutWords says why a file is not compared.
var leftOutWords = map[assessment.LeftOutReason]string{
	assessment.Unreadable:         "the file cannot be read",
	assessment.SameFile:           "the same content as another file",
	assessment.OtherScale:         "another scale, with %s levels; it cannot be compared",
	assessment.OtherKind:          "another kind of unit: %s",
	assessment.OtherQuestionnaire: "another questionnaire: %s",
	assessment.OtherMethod:        "another method of scoring: %s",
	assessment.EarlierRound:       "the unit has a later result",
	assessment.OneOfAgreed:        "the answers of one person; the unit has agreed answers",
	assessment.SeveralSheets:      "the answers of one of several people, and no agreed answers; agree on them first, or name one file",
	assessment.SameRound:          "several agreed results of the unit have this date; name the one that counts",
	assessment.NothingShown:       "no dimension has enough answers to be shown",
	assessment.NoDate:             "it has no date, so its place among the rounds is not known; give it one with: dgca correct FILE --date DAY",
	assessment.OnlyRound:          "the unit has no other round that can be compared",
}
