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
seven countries: their sheets, where they differ, and what they agreed. For
courses it also has eight institutions to compare, in the folder compare, and
three rounds of one of them, in the folder rounds. The
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

// The folders of the material for courses, in the folder of the demo.
const (
	demoUnits  = "compare"
	demoRounds = "rounds"
)

// demoResult is one result of the demo and where it goes.
type demoResult struct {
	path   string
	result *assessment.Assessment
	report bool // its report is written, too
}

// demoResults are all results of the demo, in the order in which they are
// written.
func demoResults(dir string) ([]demoResult, error) {
	var all []demoResult
	add := func(folder string, report bool, results []*assessment.Assessment) {
		for _, r := range results {
			all = append(all, demoResult{filepath.Join(folder, resultName(r.Subject, r.Session.Date)+".yaml"), r, report})
		}
	}
	q := questionnaires.BuiltIn()
	results, err := demo.Assessments(q)
	if err != nil {
		return nil, err
	}
	course, err := demo.NewCourse(q)
	if err != nil {
		return nil, err
	}
	add(dir, true, results)
	add(filepath.Join(dir, demoUnits), false, course.Units)
	add(filepath.Join(dir, demoRounds), false, course.Rounds)
	return all, nil
}

func (a *app) runDemo(ctx context.Context, dir string) error {
	all, err := demoResults(dir)
	if err != nil {
		return err
	}
	for _, d := range all {
		for _, path := range []string{d.path, reportPath(d.path, "", usualFormat)} {
			if _, err := os.Lstat(path); err == nil {
				return failf("name another folder: dgca demo FOLDER", "%s exists and is left as it is; no demo was written", path)
			}
		}
	}
	room := filepath.Join(dir, demoRoom)
	if fileExists(room) {
		return failf("name another folder: dgca demo FOLDER", "%s exists and is left as it is; no demo was written", room)
	}
	for _, folder := range []string{dir, filepath.Join(dir, demoUnits), filepath.Join(dir, demoRounds)} {
		if err := makeFolder(folder); err != nil {
			return err
		}
	}
	for _, d := range all {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := a.writeDemo(d); err != nil {
			return err
		}
	}
	if err := a.writeDemoWorkshop(ctx, room); err != nil {
		return err
	}
	units, rounds := filepath.Join(dir, demoUnits), filepath.Join(dir, demoRounds)
	a.say("For courses: eight institutions in %s, and three rounds of one of them in %s", units, rounds)
	a.say("\nAll names and answers are invented. Try:\n  dgca show %s\n  dgca plan %s\n  dgca assess %s\n  dgca compare %s\n  dgca rounds %s\n  dgca workshop spread %s", all[0].path, all[0].path, all[1].path, units, rounds, room)
	return nil
}

// writeDemo writes a result and, where it has one, its report.
func (a *app) writeDemo(d demoResult) error {
	if err := saveNew(d.path, d.result); err != nil || !d.report {
		return err
	}
	in, err := a.input(d.path, demoDate, questionnaireFlag{})
	if err != nil {
		return err
	}
	if err := writeReport(in, usualFormat, d.path, reportPath(d.path, "", usualFormat), false); err != nil {
		return err
	}
	a.say("%s: %s and its report", d.result.Subject.Name, d.path)
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
