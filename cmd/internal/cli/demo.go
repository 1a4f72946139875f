package cli

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"dgca/assessment"
	"dgca/cmd/internal/cli/demo"
	"dgca/questionnaires"
)

// demoFolder is where the demo goes when no folder is named.
const demoFolder = "dgca-demo"

func newDemoCmd(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "demo [FOLDER]",
		Short: "Write invented results and their reports, to look around",
		Long: `Write three invented assessments and their reports into a folder: a ministry
with agreed answers, a city that is half done, and an archive that used the
quick scope. Its folder "workshop" holds an invented workshop of 14 people from
seven countries: their sheets, where they differ, and what they agreed. The
folder is made if it does not exist. Nothing is overwritten. Everything in it
can be deleted.`,
		Args:              arguments(0, 1),
		ValidArgsFunction: completeFolder,
		RunE: func(cmd *cobra.Command, args []string) error {
			dir := demoFolder
			if len(args) > 0 {
				dir = args[0]
			}
			return a.runDemo(cmd.Context(), dir)
		},
	}
}

// demoDate stands in the reports, so that the demo is the same on every day.
var demoDate = time.Date(2026, time.March, 31, 12, 0, 0, 0, time.UTC)

func (a *app) runDemo(ctx context.Context, dir string) error {
	all, err := demo.Assessments(questionnaires.BuiltIn())
	if err != nil {
		return err
	}
	paths := make([]string, len(all))
	for i, result := range all {
		paths[i] = filepath.Join(dir, resultName(result.Subject, result.Session.Date)+".yaml")
		for _, path := range []string{paths[i], reportPath(paths[i], "", usualFormat)} {
			if _, err := os.Lstat(path); err == nil {
				return failf("name another folder: dgca demo FOLDER", "%s exists and is left as it is; no demo was written", path)
			}
		}
	}
	room := filepath.Join(dir, demoRoom)
	if fileExists(room) {
		return failf("name another folder: dgca demo FOLDER", "%s exists and is left as it is; no demo was written", room)
	}
	if err := makeFolder(dir); err != nil {
		return err
	}
	for i, result := range all {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := saveNew(paths[i], result); err != nil {
			return err
		}
		in, err := a.input(paths[i], demoDate, questionnaireFlag{})
		if err != nil {
			return err
		}
		if err := writeReport(in, usualFormat, paths[i], reportPath(paths[i], "", usualFormat), false); err != nil {
			return err
		}
		a.say("%s: %s and its report", result.Subject.Name, paths[i])
	}
	if err := a.writeDemoWorkshop(ctx, room); err != nil {
		return err
	}
	a.say("\nAll names and answers are invented. Try:\n  dgca show %s\n  dgca plan %s\n  dgca assess %s\n  dgca workshop spread %s",
		paths[0], paths[0], paths[1], room)
	return nil
}

// saveNew writes a new result file.
func saveNew(path string, result *assessment.Assessment) (err error) {
	f, err := openNew(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	return f.Save(result)
}
