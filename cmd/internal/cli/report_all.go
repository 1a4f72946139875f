package cli

import (
	"context"
	"errors"

	"dgca/assessment/store"
)

// reportOutcome is what became of one report of many.
type reportOutcome struct {
	path     string // where it is; empty when it was not made
	warnings []string
	err      error
}

// runReports writes the reports of many results. One that fails does not stop
// the rest.
func (a *app) runReports(ctx context.Context, opts reportOptions) error {
	format, err := opts.check()
	if err != nil {
		return err
	}
	created, err := a.now()
	if err != nil {
		return err
	}
	files, err := batchFiles(opts.files)
	if err != nil {
		return err
	}
	outcomes := make([]reportOutcome, len(files))
	ended := a.each(ctx, len(files), "Writing reports", func(i int) {
		one := opts
		one.file = files[i]
		out := &outcomes[i]
		in, warnings, err := readInput(one.file, created, one.questionnaire)
		if out.warnings, out.err = warnings, err; err != nil {
			return
		}
		if in.Options, out.err = a.gapOptions(one, in); out.err != nil {
			return
		}
		if one.attach {
			if in.Attach, out.err = resultFile(one.file, in.Digest); out.err != nil {
				return
			}
		}
		path := reportPath(one.file, one.variant(), format)
		if out.err = writeReport(in, format, one.file, path, one.force); out.err == nil {
			out.path = path
		}
	})
	return errors.Join(a.sayReports(outcomes), ended)
}

// sayReports tells what was written and what was not, and why. The error counts
// those that were not.
func (a *app) sayReports(outcomes []reportOutcome) error {
	written, failed, invalid := 0, 0, 0
	for _, o := range outcomes {
		for _, w := range o.warnings {
			a.say("dgca: %s", w)
		}
		switch {
		case o.err != nil:
			a.explainError(o.err)
			failed++
			if bad := new(store.InvalidError); errors.As(o.err, &bad) {
				invalid++
			}
		case o.path != "":
			a.say("The report is in %s", o.path)
			written++
		}
	}
	a.say("Reports written: %d of %d", written, len(outcomes))
	switch {
	case failed == 0:
		return nil
	case failed == invalid:
		return invalidf("look at each with: dgca check FILE", "report: reports that were not written: %d", failed)
	}
	return failf("the lines above say why", "report: reports that were not written: %d", failed)
}
