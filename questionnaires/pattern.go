package questionnaires

import (
	"regexp"
	"sync"
)

// pattern compiles a regular expression at its first use: a program that never
// needs it does not pay for it when it starts.
func pattern(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}
