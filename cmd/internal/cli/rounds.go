package cli

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"dgca/assessment"
	"dgca/assessment/store"
	"dgca/reports"
)

func newRoundsCmd(a *app) *cobra.Command {
	var opts compareOptions
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
goes to a file, such as rounds.pdf.`,
		Example: `  dgca rounds round-1.yaml round-2.yaml round-3.yaml
  dgca rounds --format pdf results`,
		Args:              arguments(1, anyNumber),
		ValidArgsFunction: completeYAML,
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.args = args
			return a.runRounds(cmd.Context(), opts)
		},
	}
	f := cmd.Flags()
	f.StringVar(&opts.format, "format", "", "`format` of the output: "+strings.Join(compareFormats(), ", ")+" (default text)")
	f.StringVarP(&opts.output, "output", "o", "", "write to this `file`; its ending chooses the format")
	f.BoolVar(&opts.force, "force", false, "replace an output file that exists")
	complete(cmd, "format", cobra.FixedCompletions(compareFormats(), cobra.ShellCompDirectiveNoFileComp))
	complete(cmd, "output", completeEndings("pdf", "html", "md", "json", "csv"))
	return cmd
}

func (a *app) runRounds(ctx context.Context, opts compareOptions) error {
	opts.command = "rounds"
	if err := opts.choose(); err != nil {
		return err
	}
	created, err := a.now()
	if err != nil {
		return err
	}
	files, err := opts.files()
	if err != nil {
		return err
	}
	results, unread, err := a.readRounds(ctx, files)
	if err != nil {
		return err
	}
	series, out := assessment.RoundsOf(results)
	if len(series) == 0 {
		for _, l := range out {
			a.say("dgca: %s: not compared: %s", l.File, reports.LeftOutWords(l))
		}
		code := failf
		if len(unread) > 0 {
			code = invalidf
		}
		return code("name two or more results of one unit, with different dates", "rounds: no unit has two rounds that can be compared")
	}
	in := reports.RoundsInput{Series: series, LeftOut: append(unread, out...), Created: created, Program: programName}
	if err := a.writeRounds(in, opts, files); err != nil {
		return err
	}
	return unreadError("rounds", len(unread))
}

// readRounds reads many results whole: a series needs their plans and texts.
func (a *app) readRounds(ctx context.Context, files []string) ([]assessment.RoundResult, []assessment.LeftOut, error) {
	results, problems := make([]assessment.RoundResult, len(files)), make([]error, len(files))
	err := a.each(ctx, len(files), "Reading", func(i int) {
		result, digest, err := store.ReadWithDigest(files[i])
		results[i], problems[i] = assessment.RoundResult{File: files[i], Digest: digest, Assessment: result}, err
	})
	if err != nil {
		return nil, nil, err
	}
	var out []assessment.LeftOut
	for i, err := range problems {
		if err != nil {
			a.say("dgca: %s: %s", files[i], shortReason(err))
			out = append(out, assessment.LeftOut{File: files[i], Reason: assessment.Unreadable, Detail: shortReason(err)})
		}
	}
	return slices.DeleteFunc(results, func(r assessment.RoundResult) bool { return r.Assessment == nil }), out, nil
}

func (a *app) writeRounds(in reports.RoundsInput, opts compareOptions, files []string) error {
	var b bytes.Buffer
	toScreen := opts.output == ""
	switch {
	case opts.format == textFormat && toScreen:
		return reports.WriteText(a.streams.Out, reports.Rounds(in), a.textOptions())
	case opts.format == textFormat:
		if err := reports.WriteText(&b, reports.Rounds(in), reports.TextOptions{Width: maxTextWidth}); err != nil {
			return err
		}
	case slices.Contains(reports.RoundsFormats, opts.format) && toScreen:
		return reports.WriteRounds(a.streams.Out, opts.format, in)
	case slices.Contains(reports.RoundsFormats, opts.format):
		if err := reports.WriteRounds(&b, opts.format, in); err != nil {
			return err
		}
	default:
		if err := reports.Write(&b, opts.format, reports.Rounds(in)); err != nil {
			return fmt.Errorf("the report on rounds could not be made: %w", err)
		}
	}
	return a.writeOutput(cmp.Or(opts.output, "rounds."+opts.format), b.Bytes(), opts.force, files...)
}
