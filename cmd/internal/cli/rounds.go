package cli

import (
	"context"
	"errors"
	"io"

	"github.com/spf13/cobra"

	"dgca/assessment"
	"dgca/assessment/store"
	"dgca/reports"
)

type roundsOptions struct {
	setOutput
	args         []string
	confidential confidentialFlag
}

func newRoundsCmd(a *app) *cobra.Command {
	opts := roundsOptions{setOutput: setOutput{tables: reports.RoundsFormats}}
	cmd := &cobra.Command{
		Use:   "rounds FILE...",
		Short: "Show how units have changed from round to round",
		Long: `Show how one or more units have changed from round to round: the levels over
the statements that all rounds share, clear changes, what has improved, what is
of concern, statements that are new or no longer asked, and actions that were
done between two rounds.

Name files, or a folder of result files. They are sorted by unit and by date. A
round in which a dimension was not asked is missing; it is not zero. A file that
cannot be read does not stop the rest.

The text and the tables (json, csv) go to the screen. The report (pdf, html, md)
goes to a file, such as rounds.pdf. It replaces an earlier report about the same
units. Any other file is left alone, unless --force is given. Nothing in it is
in the words of participants, so there is nothing to redact.`,
		Example: `  dgca rounds round-1.yaml round-2.yaml round-3.yaml
  dgca rounds --format pdf results`,
		Args:              arguments(1, anyNumber),
		ValidArgsFunction: completeYAML,
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.args = args
			if err := opts.confidential.check(cmd); err != nil {
				return err
			}
			return a.runRounds(cmd.Context(), opts)
		},
	}
	opts.setOutput.addTo(cmd)
	opts.confidential.addTo(cmd)
	return cmd
}

func (a *app) runRounds(ctx context.Context, opts roundsOptions) error {
	if err := opts.choose(); err != nil {
		return err
	}
	created, err := a.now()
	if err != nil {
		return err
	}
	files, err := batchFiles(opts.args)
	if err != nil {
		return err
	}
	var known assessment.Snapshots
	results, unread, err := readSet(ctx, a, files, func(path string) (assessment.RoundResult, error) {
		result, digest, err := store.ReadWithDigest(path)
		if err != nil {
			return assessment.RoundResult{}, err
		}
		return assessment.NewRoundResult(path, digest, result, &known), nil
	})
	if err != nil {
		return err
	}
	series, out := assessment.RoundsOf(results)
	if len(series) == 0 {
		return a.tooFew(len(unread), out, "name two or more results of one unit, with different dates", "rounds: no unit has two rounds that can be compared")
	}
	in := reports.RoundsInput{Series: series, LeftOut: append(unread, out...), Created: created, Program: programName, Confidential: opts.confidential.text}
	err = a.put(&opts.setOutput, opts.target("rounds"), reports.RoundsIdentity(series), files,
		func(w io.Writer, text reports.TextOptions) error { return opts.print(w, in, text) })
	return errors.Join(err, unreadError("rounds", len(unread)))
}

// print makes the text, the tables or the report.
func (o *roundsOptions) print(w io.Writer, in reports.RoundsInput, text reports.TextOptions) error {
	switch {
	case o.format == textFormat:
		return reports.WriteText(w, reports.Rounds(in), text)
	case o.isReport():
		return reports.Write(w, o.format, reports.Rounds(in))
	}
	return reports.WriteRounds(w, o.format, in)
}
