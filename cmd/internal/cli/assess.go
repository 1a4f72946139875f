package cli

import (
	"context"
	"errors"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"dgca/assessment"
	"dgca/assessment/store"
	"dgca/cmd/internal/tui/setup"
	"dgca/questionnaires"
)

type assessOptions struct {
	file          string
	setup         setupOptions
	answers       string
	previous      string
	line          bool
	noIntro       bool
	noReport      bool
	presenter     bool
	upgrade       bool
	questionnaire questionnaireFlag
	newOnly       []string // flags that were given and are for a new file only
}

func newAssessCmd(a *app) *cobra.Command {
	var opts assessOptions
	cmd := &cobra.Command{
		Use:   "assess [FILE]",
		Short: "Answer the questionnaire, or go on where you stopped",
		Long: `Answer the questionnaire. Every answer is saved at once. A FILE that exists is
taken up at the first statement without an answer. Without FILE, or with the
name of a file that does not exist, a new assessment begins.

Leave whenever you like: "dgca assess FILE" goes on. At the end the scores are
printed and the report is written beside the file.

A group at one laptop adds --presenter: the statement stands alone until
somebody shows the levels, and the reason for each answer is kept. A new
assessment is then an agreed one, as with --group.`,
		Example: `  dgca assess
  dgca assess ministry-of-health-2026-11-23-institution.yaml
  dgca assess --quick --unit "City of Example" --kind local
  dgca assess --answers answers.csv --unit "City of Example" --kind local`,
		Args:              arguments(0, 1),
		ValidArgsFunction: completeOneYAML,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				opts.file = args[0]
			}
			opts.newOnly = opts.setup.given(cmd)
			if opts.setup.language != "" {
				opts.newOnly = append(opts.newOnly, "language")
			}
			opts.setup.group = opts.setup.group || opts.presenter
			return a.runAssess(cmd.Context(), opts)
		},
	}
	opts.setup.addTo(cmd)
	opts.questionnaire.addTo(cmd)
	cmd.Flags().StringVar(&opts.setup.language, "language", "", "`code` of the language of the questionnaire, such as en")
	cmd.Flags().StringVar(&opts.answers, "answers", "", "read the answers from this CSV or YAML `file` (- for the standard input) and ask nothing")
	cmd.Flags().BoolVar(&opts.line, "line", false, "ask line by line, without a full screen; good for screen readers")
	cmd.Flags().BoolVar(&opts.noIntro, "no-intro", false, "leave out the opening pages")
	cmd.Flags().BoolVar(&opts.presenter, "presenter", false, "for a group at one screen: the statement alone first, then the levels; asks for the reason")
	cmd.Flags().BoolVar(&opts.noReport, "no-report", false, "write no report at the end")
	cmd.Flags().BoolVar(&opts.upgrade, "upgrade", false, "take a result of another version of the questionnaire over into a new file, without asking")
	cmd.Flags().StringVar(&opts.previous, "previous", "", "show the answers of an earlier round beside the statements, from its result `file`")
	complete(cmd, "previous", completeYAML)
	complete(cmd, "answers", func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return []string{"csv", "tsv", "txt", "yaml", "yml"}, cobra.ShellCompDirectiveFilterFileExt
	})
	return cmd
}

func (a *app) runAssess(ctx context.Context, opts assessOptions) error {
	if _, err := a.now(); err != nil {
		return err
	}
	if opts.file != "" {
		if _, err := os.Stat(opts.file); !errors.Is(err, fs.ErrNotExist) {
			return a.resumeAssessment(ctx, opts)
		}
	}
	return a.startAssessment(ctx, opts)
}

// startAssessment begins a new assessment in a file that does not exist.
func (a *app) startAssessment(ctx context.Context, opts assessOptions) error {
	q, err := opts.questionnaire.load()
	if err != nil {
		return err
	}
	if err := opts.setup.check(q); err != nil {
		return err
	}
	if err := a.completeSetup(ctx, q, &opts); err != nil {
		if errors.Is(err, setup.ErrCancelled) {
			a.say("%v", err)
			return nil
		}
		if signalCause(ctx) != nil {
			a.say("%v", setup.ErrCancelled)
		}
		return err
	}
	result, err := assessment.New(q, opts.setup.subject(), opts.setup.session(), opts.setup.scope())
	if err != nil {
		return usagef("choose another --dimension, or leave out --quick", "assess: %w", err)
	}
	path := opts.file
	if path == "" {
		if path, err = freePath("", resultName(result.Subject, result.Session.Date), ".yaml"); err != nil {
			return err
		}
	}
	f, err := openNew(path)
	if err != nil {
		return err
	}
	return a.fillIn(ctx, q, f, result, opts)
}

// resumeAssessment takes up an assessment in a file that exists.
func (a *app) resumeAssessment(ctx context.Context, opts assessOptions) error {
	f, err := store.Open(opts.file)
	if err != nil {
		return err
	}
	result := f.Assessment()
	if result == nil {
		return errors.Join(failf("try again", "%s: the file is gone", opts.file), f.Close())
	}
	q, err := a.resumable(ctx, opts, result)
	switch {
	case errors.Is(err, errDeclined):
		a.say("%s: %v", opts.file, err)
		return f.Close()
	case err != nil:
		return errors.Join(err, f.Close())
	}
	for _, w := range f.Warnings() {
		a.say("dgca: %s: %s The answers count.", opts.file, w)
	}
	if q.Digest() == result.Questionnaire.Digest {
		return a.fillIn(ctx, q, f, result, opts)
	}
	// The old file stays as it is; its lock is not needed for that.
	if err := f.Close(); err != nil {
		return err
	}
	return a.upgradeAssessment(ctx, q, result, opts)
}

// resumable finds the questionnaire of a result that is to be taken up, and
// says why it cannot be.
func (a *app) resumable(ctx context.Context, opts assessOptions, result *assessment.Assessment) (*questionnaires.Questionnaire, error) {
	if len(opts.newOnly) > 0 {
		return nil, usagef("leave it out, or name a file that does not exist",
			"assess: --%s is for a new assessment, but %s exists", opts.newOnly[0], opts.file)
	}
	if result.State == assessment.Approved {
		return nil, failf("to change it, begin a new round, or set it back: dgca state "+quoteArgument(opts.file)+" draft",
			"%s: the result was approved by %s; it is not changed", opts.file, result.Approved.By)
	}
	q, err := opts.questionnaire.load()
	if err != nil {
		return nil, err
	}
	ref := result.Questionnaire
	switch {
	case q.Digest() == ref.Digest:
		return q, nil
	case q.ID != ref.ID:
		return nil, failf("name the file of that questionnaire: --questionnaire FILE",
			"%s: made with the questionnaire %s %s, which is not at hand", opts.file, ref.ID, ref.Version)
	case opts.upgrade:
		return q, nil
	case !a.streams.InIsTerminal():
		return nil, failf("add --upgrade to take the answers over into a new file",
			"%s: made with version %s of the questionnaire %s; this is version %s", opts.file, ref.Version, ref.ID, q.Version)
	}
	a.say("%s was made with version %s of the questionnaire %s. This is version %s.\n"+
		"Answers to statements that are the same can be taken over into a new file.\n"+
		"The old file stays as it is.", opts.file, ref.Version, ref.ID, q.Version)
	yes, err := a.confirm(ctx, "Make the new file?")
	if err == nil && !yes {
		err = errDeclined
	}
	return q, err
}

// errDeclined says that a person answered no to a question.
var errDeclined = errors.New("nothing was changed; dgca show and dgca report still work with the file")
