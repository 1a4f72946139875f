package questionnaires

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"dgca/questionnaires/strictyaml"
)

// checker holds a questionnaire against the rules. Places are paths in the whole
// questionnaire, such as "dimensions[1].elements[0].id", whatever file they are
// in.
type checker struct {
	*loader
	advice strictyaml.Problems
	// faulty are the lines with a fault that was found before check. What else is
	// wrong there is mostly its consequence.
	faulty map[line]bool
	// unscaled says that the scale has a wrong number of levels, so that nothing
	// can be held against it.
	unscaled bool
}

type line struct {
	file   string
	number int
}

// maxFindings is more than anybody reads. It keeps a damaged file, in which
// everything is wrong, from taking minutes.
const maxFindings = 1000

// add adds a problem; hint says how to mend it.
func (c *checker) add(path, hint, format string, args ...any) {
	if len(c.problems) >= maxFindings {
		return
	}
	if p := c.problem(path, hint, format, args...); !c.faulty[line{p.File, p.Line}] {
		c.problems = append(c.problems, p)
	}
}

// advise adds a piece of advice.
func (c *checker) advise(path, hint, format string, args ...any) {
	if len(c.advice) >= maxFindings {
		return
	}
	c.advice = append(c.advice, c.problem(path, hint, format, args...))
}

var dimensionPath = pattern(`^dimensions\[(\d+)\]\.?`)

func (c *checker) problem(path, hint, format string, args ...any) strictyaml.Problem {
	doc := c.doc
	if m := dimensionPath().FindStringSubmatch(path); m != nil {
		if i, err := strconv.Atoi(m[1]); err == nil && i < len(c.parts) && c.parts[i] != nil {
			doc, path = c.parts[i], path[len(m[0]):]
		}
	}
	p := doc.Problem(path, format, args...)
	p.Hint = hint
	return p
}

// check applies all rules that Load insists on. Defaults have been set.
func (c *checker) check() {
	c.faulty = make(map[line]bool, len(c.problems))
	for _, p := range c.problems {
		c.faulty[line{p.File, p.Line}] = true
	}
	c.head()
	c.units()
	c.scale()
	c.levels()
	c.catalogues()
	c.dimensionList()
	if !c.incomplete() {
		c.scopes()
	}
	c.needs()
}

// incomplete reports whether a dimension file could not be read, so that nothing
// can be said about the whole.
func (c *checker) incomplete() bool {
	for i := range c.q.Dimensions {
		if c.unread(i) {
			return true
		}
	}
	return false
}

// unread reports whether the file of a dimension could not be read.
func (c *checker) unread(i int) bool { return c.given.Dimensions[i] != "" && c.parts[i] == nil }

var (
	wordID       = pattern(`^[a-z][a-z0-9-]{0,39}$`)
	tagID        = pattern(`^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$`)
	statementID  = pattern(`^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$`)
	codePattern  = pattern(`^[A-Z][A-Z0-9]{0,7}$`)
	version      = pattern(`^[A-Za-z0-9][A-Za-z0-9.+-]{0,31}$`)
	languageCode = pattern(`^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)
	sdgTarget    = pattern(`^(1[0-7]|[1-9])\.([1-9]|1[0-9]|[a-d])$`)
)

const (
	wordIDHint      = `write at most 40 small letters, digits and "-", a letter first, such as leadership`
	tagIDHint       = `write at most 40 letters, digits, "-" and "_", such as ORG`
	statementIDHint = `write at most 40 letters, digits, "-", "_" and ".", such as LEA-01`
)

func (c *checker) head() {
	q := c.q
	c.pattern("id", "id", q.ID, wordID(), wordIDHint)
	c.pattern("version", "version", q.Version, version(), "write a version such as 1.0.0")
	c.pattern("language", "language", q.Language, languageCode(), "write a language code such as en, tr or pt-BR")
	c.required("title", "title", q.Title)
}

// pattern checks something that must be there and have a certain form.
func (c *checker) pattern(path, what, value string, form *regexp.Regexp, hint string) bool {
	switch {
	case value == "":
		c.add(path, hint, "the %s is missing", what)
	case !form.MatchString(value):
		c.add(path, hint, "%q is not a valid %s", shorten(value), what)
	default:
		return true
	}
	return false
}

func (c *checker) required(path, what, value string) {
	if value == "" {
		c.add(path, "write a text", "the %s is missing", what)
	}
}

// names finds names that are used twice, whatever their case.
type names map[string]string

// twice remembers a name and returns its earlier spelling, or "".
func (n names) twice(name string) string {
	key := strings.ToLower(name)
	earlier := n[key]
	if earlier == "" {
		n[key] = name
	}
	return earlier
}

// unique reports a name that was used before; an empty one is reported elsewhere.
func (c *checker) unique(seen names, path, what, name string) {
	if name == "" {
		return
	}
	if earlier := seen.twice(name); earlier != "" {
		c.add(path, "choose another one", "the %s %q is used twice", what, shorten(earlier))
	}
}

// once reports an entry of a list that is there a second time.
func (c *checker) once(seen names, path, what, entry string) {
	if seen.twice(entry) != "" {
		c.add(path, "remove one of the two", "the %s %q is named twice", what, shorten(entry))
	}
}

// name checks a name that must be there and be the only one of its list.
func (c *checker) name(seen names, path, what, name string) {
	c.required(path, what, name)
	c.unique(seen, path, what, name)
}

// identifier checks an id that must be there and be the only one of its list.
func (c *checker) identifier(seen names, path, what, id string, form *regexp.Regexp, hint string) {
	if c.pattern(path, what, id, form, hint) {
		c.unique(seen, path, what, id)
	}
}

func item(path string, i int) string { return fmt.Sprintf("%s[%d]", path, i) }
