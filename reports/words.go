package reports

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dgca/assessment"
	"dgca/reports/document"
)

// Words that several reports share. Every entry is a whole sentence or a whole
// label, so that it can be translated as it stands.
const (
	wordUnknown       = "don't know"
	wordNotApplicable = "not applicable"
	wordUnanswered    = "not answered"
	wordDefault       = "default"
	wordNone          = "-"

	noteDefaultTarget     = "default target"
	sentenceDefaultTarget = "* Default target: nobody has chosen one."
	markDefault           = "*"
	sentenceSaid          = "People said: where the level would lie if each statement had the lowest, or the highest, level that somebody said."
	noteRounding          = "Figures may not add due to rounding."

	pageOf = "Page {page} of {pages}"

	missingOnPage = "Characters on this page that the fonts lack: {count}. They are shown as \uFFFD. The end of this report says how to read them."
	missingInAll  = "Characters in this report that its fonts lack: {count}, on these pages: {pages}. Each stretch of them is shown as \uFFFD. Nothing is lost: the characters can be copied from this report, a screen reader reads them, and the result file has them."

	attachedResult = "The result file that this report was made from: all answers, with evidence and comments"

	sentenceRedacted        = "Names, reasons, comments and evidence have been taken out."
	sentenceAligned         = "This is a self-assessment, aligned with the six dimensions of the UN DESA Digital Government Capability Assessment."
	sentenceNoQuestionnaire = "The questionnaire was not at hand: this report has no anchors and next steps. Its numbers are complete."
	sentenceOwnWords        = "The statements are this project's own."
	sentenceCustom          = "This is a self-assessment with a questionnaire of its own: %s, version %s."
	sentenceNearest         = "A level such as 2.6 carries the name of the nearest level; a half counts upwards. A single answer is different: between two levels the lower one is chosen."
	sentencePurpose         = "It is made for shared understanding and for deciding where to invest. It is not made for ranking."
)

// chartKey names the marks of a chart of dimensions.
var chartKey = document.Key{Now: "now", Preliminary: "now, preliminary", Target: "target", Range: "range of what is possible"}

// keySaid names the range of a chart of dimensions of a group.
const keySaid = "what people said, from the lowest to the highest"

// choiceWord returns what stands in place of a level.
func choiceWord(c assessment.Choice) string {
	switch c {
	case assessment.Unknown:
		return wordUnknown
	case assessment.NotApplicable:
		return wordNotApplicable
	case assessment.Unanswered:
		return wordUnanswered
	}
	return c.String()
}

// list names things in a sentence: "A, B and C". Where a name itself holds an
// "and" or a comma, semicolons keep the names apart.
func list[T ~string](names []T) string {
	out := texts(names)
	last := len(out) - 1
	switch {
	case last < 1:
		return strings.Join(out, "")
	case slices.ContainsFunc(out, func(s string) bool { return strings.Contains(s, " and ") || strings.Contains(s, ",") }):
		return semicolons(out)
	}
	return fmt.Sprintf("%s and %s", strings.Join(out[:last], ", "), out[last])
}

// commas sets codes or facts one after the other, without a word between them.
func commas[T ~string](parts []T) string { return strings.Join(texts(parts), ", ") }

func texts[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = string(s)
	}
	return out
}

// day writes a date for readers: "31 May 2026". What is no date stays as it is.
func day(date string) string {
	if t, ok := assessment.ParseDay(date); ok {
		return t.Format("2 January 2006")
	}
	return date
}

// shortDay is day for narrow columns: "31 Jan 2026".
func shortDay(date string) string {
	if t, ok := assessment.ParseDay(date); ok {
		return t.Format("2 Jan 2006")
	}
	return date
}

// month writes the month of a date for narrow places: "Jan 2026".
func month(date string) string {
	if t, ok := assessment.ParseDay(date); ok {
		return t.Format("Jan 2006")
	}
	return date
}

// cut shortens a text to at most n characters, at the end of a word.
func cut(s string, n int) string {
	const more = "..."
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	r = r[:max(n-len(more), 0)]
	for i := len(r) - 1; i > len(r)/2; i-- {
		if r[i] == ' ' {
			r = r[:i]
			break
		}
	}
	return strings.TrimRight(string(r), " ,;:.") + more
}

// languageNames are those of the languages of the United Nations, and others
// that questionnaires come in; another language is shown by its code.
var languageNames = map[string]string{"ar": "Arabic", "bn": "Bangla", "en": "English", "es": "Spanish", "fa": "Persian", "fr": "French",
	"pt": "Portuguese", "ru": "Russian", "ur": "Urdu", "zh": "Chinese"}

func languageName(code string) string {
	if name, ok := languageNames[code]; ok {
		return name
	}
	return code
}

// sentences sets whole sentences or labels one after the other.
func sentences(of ...string) string {
	var out []string
	for _, s := range nonEmpty(of...) {
		out = append(out, strings.TrimRight(s, "."))
	}
	return strings.Join(out, ". ")
}

// semicolons joins parts that hold commas themselves.
func semicolons(parts []string) string { return strings.Join(parts, "; ") }

// levelText returns the level of a score, or a dash where it is not shown.
func levelText(s *assessment.Score) string {
	if !s.Shown() {
		return wordNone
	}
	return s.LevelShown().String()
}

// rangeText returns the range that stands beside a level, or "".
func rangeText(s *assessment.Score) string {
	if !s.Shown() || !s.HasRange() {
		return ""
	}
	return fmt.Sprintf("%s to %s", assessment.RoundTenths(s.Low), assessment.RoundTenths(s.High))
}

// tenths shows a value that may be absent.
func tenths(r *big.Rat) string {
	if r == nil {
		return wordNone
	}
	return assessment.RoundTenths(r).String()
}

// answeredText returns "10 of 11".
func answeredText(s *assessment.Score) string {
	return fmt.Sprintf("%d of %d", s.Answered, s.Applicable)
}

// applicableText returns "10 of 11 applicable statements (91 %)".
func applicableText(s *assessment.Score) string {
	if s.Applicable == 0 {
		return "no statement is applicable"
	}
	return fmt.Sprintf("%d of %d applicable statements (%s)", s.Answered, s.Applicable, s.CoverageShown())
}

// answeredShare returns "10 of 11 (91 %)".
func answeredShare(s *assessment.Score) string {
	if s.Applicable == 0 {
		return wordNone
	}
	return fmt.Sprintf("%d of %d (%s)", s.Answered, s.Applicable, s.CoverageShown())
}

// capital begins a word of the questionnaire with a capital letter.
func capital(s string) string {
	if s == "" {
		return ""
	}
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}
