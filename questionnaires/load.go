package questionnaires

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"sync"

	"dgca/questionnaires/strictyaml"

	"go.yaml.in/yaml/v3"
)

const maxDimensions = 30

// Load reads a questionnaire from a file of the user, and the dimension files
// beside it that it names. What the file leaves out is taken from the built-in
// questionnaire. An error is of type strictyaml.Problems and holds everything
// that is wrong; what is merely advised against (see Check) is no error.
func Load(path string) (*Questionnaire, error) {
	c := loadAndCheck(path)
	if len(c.problems) > 0 {
		return nil, c.problems.Sort()
	}
	return c.q, nil
}

// Check reads a questionnaire as Load does and returns all problems, for which
// Load refuses it, and advice on its wording, for which Load does not.
func Check(path string) (problems, advice strictyaml.Problems) {
	c := loadAndCheck(path)
	if len(c.problems) == 0 {
		c.wording()
	}
	return c.problems.Sort(), c.advice.Sort()
}

func loadAndCheck(path string) *checker {
	l := &loader{read: besides(path), main: filepath.Base(path)}
	if l.frame() {
		l.dimensions()
	}
	c := &checker{loader: l}
	if l.q != nil {
		c.texts()
		l.q.setDefaults(builtInFrame().q)
		c.check()
	}
	return c
}

// loader puts a questionnaire together from its files.
type loader struct {
	// read returns a file of the questionnaire's folder and its name for people.
	read func(name string) (shown string, content []byte, problem *strictyaml.Problem)
	main string // name of the questionnaire file

	q        *Questionnaire // nil as long as there is nothing to check
	given    given
	doc      *strictyaml.Document
	parts    []*strictyaml.Document // of each dimension: its own file, or nil
	problems strictyaml.Problems
}

// given is a second view of a questionnaire file: what the types of the
// questionnaire cannot tell.
type given struct {
	Format            string         `yaml:"format"`
	Dimensions        []dimensionRef `yaml:"dimensions"`
	DefaultTarget     givenTarget    `yaml:"default_target"`
	EvidenceFrom      *Level         `yaml:"evidence_from_level"`
	PrerequisiteLevel *Level         `yaml:"prerequisite_level"`
}

type givenTarget struct {
	Level  *Level `yaml:"level"`
	Months *int   `yaml:"months"`
}

// dimensionRef is the name of a dimension file, or "" for a dimension that is
// written in place.
type dimensionRef string

func (r *dimensionRef) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind == yaml.ScalarNode {
		*r = dimensionRef(n.Value)
	}
	return nil
}

// frame reads the questionnaire file. It reports whether the named dimension
// files are to be read as well.
func (l *loader) frame() bool {
	l.doc = l.parse(l.main, nil)
	if l.doc == nil {
		return false
	}
	// The problems of this second view are those of the first, and all the keys
	// that it leaves out.
	l.doc.Decode(&l.given)
	if p := checkFormat(l.doc, l.given.Format, Format); p != nil {
		l.problems = append(l.problems, *p)
		if l.given.Format != "" {
			return false
		}
	}
	q := new(Questionnaire)
	l.problems = append(l.problems, l.withoutRefs(l.doc.Decode(q))...)
	l.q = q
	if n := len(l.given.Dimensions); n > maxDimensions {
		p := l.doc.Problem(fmt.Sprintf("dimensions[%d]", maxDimensions), "there are %d dimensions; at most %d are possible", n, maxDimensions)
		p.Hint = "join some of them, as elements of one dimension"
		l.problems = append(l.problems, p)
		l.q = nil
		return false
	}
	l.parts = make([]*strictyaml.Document, len(q.Dimensions))
	return true
}

// withoutRefs takes out the problem that the name of a dimension file stands
// where the type Dimension wants a mapping.
func (l *loader) withoutRefs(problems strictyaml.Problems) strictyaml.Problems {
	type position struct{ line, column int }
	refs := make(map[position]bool)
	for i, name := range l.given.Dimensions {
		if name != "" {
			line, column := l.doc.Position(fmt.Sprintf("dimensions[%d]", i))
			refs[position{line, column}] = true
		}
	}
	var rest strictyaml.Problems
	for _, p := range problems {
		if !refs[position{p.Line, p.Column}] {
			rest = append(rest, p)
		}
	}
	return rest
}

// dimensions reads the dimension files, at the same time: they are most of what
// there is to decode.
func (l *loader) dimensions() {
	problems := make([]strictyaml.Problems, len(l.given.Dimensions))
	var readers sync.WaitGroup
	seen := make(map[string]bool)
	for i, ref := range l.given.Dimensions {
		name := string(ref)
		if name == "" {
			continue
		}
		at := fmt.Sprintf("dimensions[%d]", i)
		if p := l.checkRef(at, name, seen); p != nil {
			l.problems = append(l.problems, *p)
			continue
		}
		readers.Go(func() {
			part := loader{read: l.read}
			doc := part.parse(name+".yaml", func(p strictyaml.Problem) strictyaml.Problem {
				missing := l.doc.Problem(at, "the dimension file %s cannot be read: %s", p.File, p.Message)
				missing.Hint = "put the file into the folder of the questionnaire, or write the dimension here"
				return missing
			})
			if doc != nil && part.decodeDimension(doc, &l.q.Dimensions[i]) {
				l.parts[i] = doc
			}
			problems[i] = part.problems
		})
	}
	readers.Wait()
	for _, p := range problems {
		l.problems = append(l.problems, p...)
	}
}

var fileName = pattern(`^[A-Za-z0-9][A-Za-z0-9_-]{0,59}$`)

func (l *loader) checkRef(at, name string, seen map[string]bool) *strictyaml.Problem {
	var p strictyaml.Problem
	switch {
	case !fileName().MatchString(name):
		p = l.doc.Problem(at, "%q is not the name of a dimension file", shorten(name))
		p.Hint = `write the name without folder and without ".yaml": only letters, digits, "-" and "_"`
	case seen[strings.ToLower(name)]:
		p = l.doc.Problem(at, "the dimension file %q is named twice", name)
		p.Hint = "remove one of the two"
	default:
		seen[strings.ToLower(name)] = true
		return nil
	}
	return &p
}

// decodeDimension reports whether the file is a dimension file; it may be one
// with problems.
func (l *loader) decodeDimension(doc *strictyaml.Document, into *Dimension) bool {
	var head struct {
		Format string `yaml:"format"`
	}
	doc.Decode(&head)
	if p := checkFormat(doc, head.Format, DimensionFormat); p != nil {
		l.problems = append(l.problems, *p)
		if head.Format != "" {
			return false
		}
	}
	l.problems = append(l.problems, doc.Decode(into)...)
	return true
}

// parse reads and parses a file, or returns nil. Where the file cannot be read,
// unreadable, if given, words the problem.
func (l *loader) parse(name string, unreadable func(strictyaml.Problem) strictyaml.Problem) *strictyaml.Document {
	shown, content, problem := l.read(name)
	if problem != nil {
		if unreadable != nil {
			*problem = unreadable(*problem)
		}
		l.problems = append(l.problems, *problem)
		return nil
	}
	doc, err := strictyaml.Parse(shown, content)
	if err != nil {
		var problems strictyaml.Problems
		if !errors.As(err, &problems) {
			problems = strictyaml.Problems{{File: shown, Message: err.Error()}}
		}
		l.problems = append(l.problems, problems...)
		return nil
	}
	return doc
}

// checkFormat returns what is wrong with the format of a file, or nil.
func checkFormat(doc *strictyaml.Document, got, want string) *strictyaml.Problem {
	name, version, _ := strings.Cut(want, "/")
	gotName, gotVersion, _ := strings.Cut(got, "/")
	p := doc.Problem("format", "%q is not a format of this program", shorten(got))
	p.Hint = "write format: " + want
	switch {
	case got == want:
		return nil
	case got == "":
		p = doc.Problem("format", "the key format is missing")
		p.Hint = "write in the first line: format: " + want
	case gotName == name && laterVersion().MatchString(gotVersion) && gotVersion != version:
		p = doc.Problem("format", "this file needs a newer dgca: it has the format %s, this program reads %s", shorten(got), want)
		p.Hint = "install the current version of dgca"
	case got == DimensionFormat:
		p = doc.Problem("format", "this file holds one dimension, not a questionnaire")
		p.Hint = "use the questionnaire file that names it"
	case got == Format:
		p = doc.Problem("format", "this file holds a questionnaire, not one dimension")
		p.Hint = "name files of the format " + DimensionFormat + " here"
	case gotName == "dgca.assessment":
		p = doc.Problem("format", "this is a result file, not a questionnaire")
		p.Hint = "to check it: dgca check FILE"
	}
	return &p
}

var laterVersion = pattern(`^[1-9][0-9]{0,5}$`)

// shorten cuts a text of a file so that a message stays readable.
func shorten(s string) string {
	const limit = 40
	if r := []rune(s); len(r) > limit {
		return string(r[:limit]) + "..."
	}
	return s
}
