package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"dgca/assessment"
	"dgca/cmd/internal/tui/plan"
	"dgca/cmd/internal/tui/saving"
	"dgca/cmd/internal/tui/shell"
	"dgca/questionnaires"
	"dgca/reports"
	"dgca/reports/document"
)

// planWithPerson leads a person through the planning of a result file.
func (a *app) planWithPerson(ctx context.Context, opts planOptions) (err error) {
	now, err := a.now()
	if err != nil {
		return err
	}
	f, err := openExisting(opts.file)
	if err != nil {
		return err
	}
	s := newSaver(f)
	defer func() { err = errors.Join(err, s.close(a.say)) }()
	result := f.Assessment()
	q, err := opts.questionnaire.find(opts.file, result)
	if err != nil {
		return err
	}
	if err := f.CheckWritable(); err != nil {
		return err
	}
	p, err := assessment.NewPlanning(q, result, now)
	if err != nil {
		return err
	}
	if q == nil {
		a.say("The questionnaire of this result is not at hand, so nothing can be proposed. Name its file with --questionnaire.")
	}
	options := plan.Options{Planning: p, Pages: planPages(q, result, reports.Input{Created: now, Program: programName}),
		Options: shell.Options{Saver: s, Path: s.path(), NoColor: a.streams.NoColor,
			SaveAs: func(path string) error { return s.saveAs(path, result) }, Elsewhere: s.elsewhere}}
	if _, err := a.runPlanning(ctx, options, opts.line); err != nil {
		return err
	}
	path := quoteArgument(s.path())
	a.say("The plan is in %s\nRead it: dgca plan export %s   Track it: dgca plan status %s   Make the report: dgca report %s", s.path(), path, path, path)
	return nil
}

func (a *app) runPlanning(ctx context.Context, options plan.Options, line bool) (saving.Outcome, error) {
	// The planning minds the signals itself: it keeps half-typed text.
	ctx = context.WithoutCancel(ctx)
	if a.streams.Line(line) {
		return plan.RunLine(ctx, a.streams, options)
	}
	out, err := plan.RunScreen(ctx, a.streams, options)
	if err == nil && out.LineMode {
		return plan.RunLine(ctx, a.streams, options)
	}
	return out, err
}

// planPages writes the pages about a plan that reports know how to write.
func planPages(q *questionnaires.Questionnaire, result *assessment.Assessment, in reports.Input) plan.Pages {
	in.Questionnaire = q
	page := func(build func(reports.Input) document.Document) func(int) string {
		return func(width int) string {
			var b bytes.Buffer
			now := in
			now.Assessment = result.Clone()
			if err := reports.WriteText(&b, build(now), reports.TextOptions{Width: width}); err != nil {
				return fmt.Sprintf("This page cannot be shown: %v", err)
			}
			return b.String()
		}
	}
	return plan.Pages{RoadMap: page(reports.RoadMap), WhatIf: page(reports.PlanWhatIf),
		Talk: func(id assessment.ActionID) []string { return reports.TalkAbout(result, id) }}
}
