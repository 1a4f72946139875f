package lines

import (
	"errors"
	"fmt"
	"io"
	"strconv"

	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/saving"
	"dgca/cmd/internal/tui/shell"
)

// way is something to do about changes that cannot be saved.
type way struct {
	name, text string
	do         func() error
}

// errWithout says that the person leaves without the last changes.
var errWithout = errors.New("leave without the last changes")

// leave waits until everything is saved. As long as that fails, the person
// chooses what to do. The error is a *saving.SaveError, or that of a signal.
func (a *Asker) leave(opts shell.Options) error {
	for {
		failed := opts.Saver.Flush()
		if failed == nil {
			return nil
		}
		a.warned = true
		a.Say("The last changes are NOT saved. " + saving.Reason(failed))
		a.Say(saving.Remedy(failed))
		err := a.chooseWay(waysOut(a, opts, failed))
		var stopped *saving.SignalError
		switch {
		case errors.As(err, &stopped):
			return err
		case errors.Is(err, errWithout), errors.Is(err, io.EOF):
			return saving.WithSaveError(nil, failed)
		case err != nil:
			return err
		}
	}
}

// waysOut are the things to do about changes that cannot be saved.
func waysOut(a *Asker, opts shell.Options, failed error) []way {
	var ways []way
	if !saving.IsPermanent(failed) {
		ways = append(ways, way{"Try again", "", func() error { return nil }})
	}
	if opts.SaveAs != nil {
		ways = append(ways, way{"Save to another file", "", func() error { return a.saveAs(opts) }})
	}
	return append(ways, way{"Leave without the last changes", "They will be lost.", func() error { return errWithout }})
}

func (a *Asker) chooseWay(ways []way) error {
	for i, w := range ways {
		a.Item(strconv.Itoa(i+1), w.name, w.text)
	}
	for {
		text, err := a.Ask("Number: ")
		if err != nil {
			return err
		}
		if n, err := strconv.Atoi(text); err == nil && n >= 1 && n <= len(ways) {
			return ways[n-1].do()
		}
		a.Say(fmt.Sprintf("%q is not a number from 1 to %d.", text, len(ways)))
	}
}

func (a *Asker) saveAs(opts shell.Options) error {
	path := opts.Path
	if opts.Elsewhere != nil {
		path = opts.Elsewhere()
	}
	text, err := a.Ask(fmt.Sprintf("Save to this file (Enter for %s): ", path))
	if err != nil {
		return err
	}
	if text != "" {
		path = text
	}
	if err := opts.SaveAs(path); err != nil {
		a.Say("That did not work: " + terminal.CleanLine(err.Error()))
	}
	return nil
}
