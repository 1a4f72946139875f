package cli

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"dgca/assessment"
	"dgca/assessment/answersheet"
	"dgca/assessment/store"
	"dgca/questionnaires"
)

type mergeOptions struct {
	files         []string
	output        string
	by            string
	decisions     string
	questionnaire questionnaireFlag
}

func newMergeCmd(a *app) *cobra.Command {
	var opts mergeOptions
	cmd := &cobra.Command{
		Use:   "merge FILE FILE...",
		Short: "Join parts that several people of one unit answered",
		Long: `Join result files about one unit into a new file. Each person answered a part,
or all. An answer that only one file has stands. Where one knows what another
does not know, the one who knows counts. All evidence and comments are kept.

Where two files say different things, a person decides: on the terminal, or with
an answers file (--decide). The new file says who decided, and among what. A
conflict that is not decided stays open: its statement has no answer.

The files that are joined stay as they are.`,
		Example: `  dgca merge legal-officer.yaml it-department.yaml
  dgca merge part-1.yaml part-2.yaml --decide agreed.csv --by "Office head"`,
		Args:              arguments(2, anyNumber),
		ValidArgsFunction: completeYAML,
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.files = matching(args)
			return a.runMerge(cmd.Context(), opts)
		},
	}
	cmd.Flags().StringVarP(&opts.output, "output", "o", "", "write the result to this new `file`")
	cmd.Flags().StringVar(&opts.by, "by", "", "`name` or role of the person who decides conflicts")
	cmd.Flags().StringVar(&opts.decisions, "decide", "", "take the decisions from this answers `file`; needs --by")
	opts.questionnaire.addTo(cmd)
	return cmd
}

func (a *app) runMerge(ctx context.Context, opts mergeOptions) error {
	if opts.decisions != "" && assessment.CleanLine(opts.by) == "" {
		return usagef("add --by NAME", "merge: --decide needs the name of the person who decides")
	}
	m, q, err := a.readParts(opts)
	if err != nil {
		return err
	}
	if opts.decisions != "" {
		if err := a.decideByFile(m, opts); err != nil {
			return err
		}
	}
	var ended error
	if m.Open() > 0 && opts.decisions == "" && a.streams.InIsTerminal() {
		if ended = a.decideByHand(ctx, m, q, opts.by); ended != nil && !errors.Is(ended, errInputEnded) {
			return ended
		}
	}
	path, err := a.writeMerged(m, opts.output)
	if err != nil {
		return err
	}
	a.sayMerged(m, path)
	return ended
}

// readParts reads the files and joins them.
func (a *app) readParts(opts mergeOptions) (*assessment.Merge, *questionnaires.Questionnaire, error) {
	q, err := opts.questionnaire.load()
	if err != nil {
		return nil, nil, err
	}
	var parts []assessment.Part
	seen := map[string]string{}
	for _, file := range opts.files {
		result, err := store.Read(file)
		if err != nil {
			return nil, nil, err
		}
		digest, err := fileDigest(file)
		if err != nil {
			return nil, nil, err
		}
		if other, ok := seen[digest]; ok {
			return nil, nil, failf("name each part once", "%s and %s are the same file", other, file)
		}
		seen[digest] = file
		parts = append(parts, assessment.Part{Name: filepath.Base(file), Digest: digest, Assessment: result})
	}
	m, err := assessment.NewMerge(q, parts)
	if errors.Is(err, assessment.ErrOtherQuestionnaire) {
		return nil, nil, failf("add --questionnaire FILE, or bring the file to this version first: dgca assess --upgrade FILE", "merge: %w", err)
	}
	if err != nil {
		return nil, nil, failf("merge only parts of one unit and one round; correct a wrong entry with dgca correct", "merge: %w", err)
	}
	return m, q, nil
}

// decideByFile settles the conflicts that an answers file has a row for.
func (a *app) decideByFile(m *assessment.Merge, opts mergeOptions) error {
	data, err := a.readInputFile(opts.decisions, answersheet.MaxBytes)
	if err != nil {
		return err
	}
	sheet, problems := answersheet.Parse(opts.decisions, data)
	if problems = append(problems, sheet.Check(m.Result())...); len(problems) > 0 {
		a.explainError(problems.Sort())
		return invalidf("correct the lines above; nothing was written", "%s: faults in the decisions: %d", opts.decisions, len(problems))
	}
	for _, row := range sheet.Rows {
		for i, c := range m.Conflicts() {
			if c.Statement != row.Answer.Statement {
				continue
			}
			if err := m.Decide(i, row.Answer.Choice, row.Answer.Reason, opts.by, row.Answer.Comment); err != nil {
				return failf("give an answer for it", "%s: %s: %w", opts.decisions, c.Statement, err)
			}
		}
	}
	return nil
}

// writeMerged writes the result to a new file.
func (a *app) writeMerged(m *assessment.Merge, output string) (string, error) {
	result := m.Result()
	path := output
	if path == "" {
		var err error
		if path, err = freePath("", resultName(result.Subject, result.Session.Date)+"-merged", ".yaml"); err != nil {
			return "", err
		}
	}
	f, err := openNew(path)
	if err != nil {
		return "", err
	}
	return path, errors.Join(f.Save(result), f.Close())
}

// sayMerged tells what was joined and what is left.
func (a *app) sayMerged(m *assessment.Merge, path string) {
	a.say("The merged file is %s", path)
	for _, s := range m.Result().MergedFrom {
		who := s.Respondent
		if who == "" {
			who = s.Role
		}
		if who == "" {
			who = "one person"
		}
		a.say("  from %s: answers to %d statements", who, s.Answers)
	}
	for _, r := range m.Remarks {
		a.say("  %s", r)
	}
	if len(m.Conflicts()) == 0 {
		a.say("There were no conflicts.")
		return
	}
	a.say("Conflicts: %d, of these decided: %d", len(m.Conflicts()), len(m.Conflicts())-m.Open())
	for _, c := range m.Conflicts() {
		if !c.Decided {
			a.say("  %s has no answer: %s", c.Statement, offersText(c))
		}
	}
	if m.Open() > 0 {
		a.say("Answer them with: dgca assess %s", quoteArgument(path))
	}
}

func offersText(c assessment.Conflict) string {
	text := ""
	for i, o := range c.Offers {
		if i > 0 {
			text += "; "
		}
		text += fmt.Sprintf("%s says %s", o.Who, o.Answer.Choice)
	}
	return text
}
