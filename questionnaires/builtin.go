package questionnaires

import (
	"embed"
	"fmt"
	"path"
	"sync"

	"dgca/questionnaires/strictyaml"
)

//go:embed data/*.yaml data/schema.json
var data embed.FS

// BuiltIn returns the built-in questionnaire. It is decoded at the first call;
// all callers share it and must not change it.
func BuiltIn() *Questionnaire { return builtIn() }

// The embedded files are decoded but not checked at run time: a test does that.
var builtIn = sync.OnceValue(func() *Questionnaire {
	l := builtInFrame()
	l.dimensions()
	l.mustBeSound()
	return l.q
})

// builtInFrame holds the built-in questionnaire without its dimensions: all
// that a file of the user needs in place of what it leaves out.
var builtInFrame = sync.OnceValue(func() *loader {
	l := &loader{read: readEmbedded, main: "dgca.yaml"}
	l.frame()
	l.mustBeSound()
	return l
})

func (l *loader) mustBeSound() {
	if len(l.problems) > 0 {
		panic(fmt.Sprintf("the built-in questionnaire is damaged: %v", l.problems))
	}
}

func readEmbedded(name string) (shown string, content []byte, problem *strictyaml.Problem) {
	content, err := data.ReadFile(path.Join("data", name))
	if err != nil {
		return name, nil, &strictyaml.Problem{File: name, Message: err.Error()}
	}
	return name, content, nil
}
