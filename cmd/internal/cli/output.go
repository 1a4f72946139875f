package cli

import (
	"dgca/assessment/store"
)

// writeOutput writes a file that must not exist, unless it is forced, and that
// must be none of the inputs.
func (a *app) writeOutput(path string, data []byte, force bool, inputs ...string) error {
	err := store.WriteFile(path, data, store.Overwrite(force), inputs...)
	if existsError(err) {
		return leftAsItIs(path)
	}
	if err == nil {
		a.say("Written: %s", path)
	}
	return err
}

func leftAsItIs(path string) error {
	return failf("choose another name with -o, or add --force to replace it", "%s exists; it is left as it is", path)
}
