package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"dgca/assessment"
	"dgca/assessment/paper"
	"dgca/assessment/store"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/keyin"
	"dgca/cmd/internal/tui/setup"
	"dgca/cmd/internal/tui/shell"
	"dgca/questionnaires"
	"dgca/reports"
)

type enterOptions struct {
	paperOptions
	file                       string
	folder                     string
	unit, country, alias, role string
	date, round                string
	noCodes                    bool
	verify                     bool
	line                       bool
}

func newEnterCmd(a *app) *cobra.Command {
	var opts enterOptions
	cmd := &cobra.Command{
		Use:   "enter [FILE]",
		Short: "Key in sheets that were filled in on paper",
		Long: `Key in sheets of the form that "dgca form" prints, one digit for a statement:
the level, 0 for don't know, 9 for not applicable. Each page is told by the code
at its foot. Every digit is saved at once, and every sheet becomes an ordinary
result file.

Without FILE, one sheet after the other is keyed in; the alias is asked for
each, and what was said of the unit is kept. The page code says which form it
is. With FILE, this one sheet is begun, gone on with, or corrected. Several
people can key in at the same time, each on their own laptop or in their own
folder.

With --verify, FILE is keyed in a second time. Then the two entries are
compared, and where they differ, the paper decides.`,
		Example: `  dgca enter
  dgca enter --unit "Ministry of Health" --quick --folder sheets
  dgca enter --verify ministry-of-health-2026-11-23-institution-r07.yaml`,
		Args:              arguments(0, 1),
		ValidArgsFunction: completeOneYAML,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				opts.file = args[0]
			}
			return a.runEnter(cmd.Context(), opts)
		},
	}
	opts.paperOptions.addTo(cmd)
	f := cmd.Flags()
	f.StringVar(&opts.unit, "unit", "", "`name` of the unit that is assessed")
	f.StringVar(&opts.country, "country", "", "`name` of the country")
	f.StringVar(&opts.alias, "alias", "", "`alias` on the first sheet")
	f.StringVar(&opts.role, "role", "", "`role` on the first sheet")
	f.StringVar(&opts.round, "round", "", "`name` of the round of assessments")
	f.StringVar(&opts.date, "date", "", "`day` on which the sheets were filled in, as 2026-11-23 (default: today)")
	f.StringVar(&opts.folder, "folder", "", "make the result files in this `folder`")
	f.BoolVar(&opts.noCodes, "no-codes", false, "the paper has no page codes: ask for all statements in order")
	f.BoolVar(&opts.verify, "verify", false, "key FILE in a second time and compare")
	f.BoolVar(&opts.line, "line", false, "ask line by line, without a full screen; good for screen readers")
	return cmd
}

func (a *app) runEnter(ctx context.Context, opts enterOptions) error {
	now, err := a.now()
	if err != nil {
		return err
	}
	if opts.date == "" {
		opts.date = now.Format(dayLayout)
	}
	q, err := opts.questionnaire.load()
	if err != nil {
		return err
	}
	check := setupOptions{unit: opts.unit, country: opts.country, alias: opts.alias, role: opts.role, round: opts.round, date: opts.date}
	if err := check.check(q); err != nil {
		return err
	}
	if opts.folder != "" {
		if info, err := os.Stat(opts.folder); err != nil || !info.IsDir() {
			return usagef("make the folder first, or name another one", "enter: there is no folder %s", opts.folder)
		}
	}
	if opts.file != "" {
		if _, err := os.Stat(opts.file); !errors.Is(err, fs.ErrNotExist) {
			return a.enterExisting(ctx, q, opts)
		}
	}
	if opts.verify {
		return usagef("name the result file of the first entry: dgca enter --verify FILE", "enter: --verify needs a FILE that exists")
	}
	return a.enterSheets(ctx, q, opts)
}

// enterSheets keys in one new sheet after the other.
func (a *app) enterSheets(ctx context.Context, q *questionnaires.Questionnaire, opts enterOptions) error {
	form, codeKnown, err := a.whichForm(ctx, q, opts)
	if err != nil {
		return err
	}
	pages, err := reports.FormPages(reports.FormInput{Questionnaire: q, Form: form})
	if err != nil {
		return err
	}
	for sheets := 0; ; {
		err := a.askSheet(ctx, q, form, &opts, sheets > 0)
		if errors.Is(err, setup.ErrCancelled) {
			a.say("Sheets keyed in: %d.", sheets)
			return nil
		}
		if err != nil {
			return err
		}
		out, err := a.enterNew(ctx, q, form, pages, codeKnown && sheets == 0, opts)
		if err != nil {
			return err
		}
		if out.Finished {
			sheets++
		}
		if !out.Next {
			return nil
		}
		opts.alias = ""
	}
}

// whichForm finds out which form lies on the table: by the flags, or by the
// code of one of its pages. It reports whether a code was looked at.
func (a *app) whichForm(ctx context.Context, q *questionnaires.Questionnaire, opts enterOptions) (paper.Form, bool, error) {
	if opts.given() || opts.noCodes {
		f, err := opts.form(q)
		return f, false, err
	}
	for {
		if _, err := io.WriteString(a.streams.Err, "Page code at the foot of a page: "); err != nil {
			return paper.Form{}, false, err
		}
		text, err := a.streams.Lines().Read(ctx)
		if errors.Is(err, io.EOF) {
			return paper.Form{}, false, setup.ErrInputEnded
		}
		if err != nil {
			return paper.Form{}, false, err
		}
		text = assessment.CleanLine(text)
		if text == "q" {
			return paper.Form{}, false, setup.ErrInputEnded
		}
		f, problem := formOf(q, text)
		if problem == "" {
			a.say("The form: %s.", formWords(q, f))
			return f, true, nil
		}
		a.say("%s Or leave with q, and name the form by flags: dgca help enter", problem)
	}
}

// formOf returns the form that a page code names, or says in words what is
// wrong.
func formOf(q *questionnaires.Questionnaire, text string) (paper.Form, string) {
	code, err := paper.ParseCode(text)
	if err != nil {
		return paper.Form{}, "Nothing was taken: " + err.Error() + "."
	}
	switch found := paper.Forms(q, code.Form); len(found) {
	case 0:
		return paper.Form{}, fmt.Sprintf("This code is right, but it names no form of the questionnaire %s %s.", q.ID, q.Version)
	case 1:
		return found[0], ""
	}
	return paper.Form{}, "This code fits several forms."
}

func formWords(q *questionnaires.Questionnaire, f paper.Form) string {
	words := []string{string(f.Scope.Kind), string(f.Kind)}
	for _, d := range f.Scope.Dimensions {
		words = append(words, terminal.CleanLine(q.Dimension(d).Title))
	}
	return strings.Join(words, ", ")
}

// askSheet asks for what stands on the first page of a sheet. What was said of
// the unit is offered again for the next one.
func (a *app) askSheet(ctx context.Context, q *questionnaires.Questionnaire, form paper.Form, opts *enterOptions, again bool) error {
	f := setup.Fields{Questionnaire: q, Line: opts.line, Paper: true, Name: opts.unit, Kind: form.Kind, Country: opts.country,
		Type: assessment.Individual, Respondent: opts.alias, Role: opts.role, Round: opts.round, Scope: form.Scope,
		Given: setup.Kind | setup.Cluster | setup.Type | setup.Facilitator | setup.Round | setup.Scope | setup.Path}
	if !again && opts.unit != "" && opts.alias != "" {
		return nil
	}
	if !again && opts.unit != "" {
		f.Given |= setup.Name | setup.Country
	}
	if !a.streams.InIsTerminal() && !again && opts.unit == "" {
		return usagef("add --unit NAME and --alias ALIAS", "enter: a sheet needs the name of the unit, and there is no terminal to ask on")
	}
	if err := setup.Run(ctx, a.streams, &f); err != nil {
		return err
	}
	opts.unit, opts.country, opts.alias, opts.role = f.Name, f.Country, f.Respondent, f.Role
	return nil
}

// enterNew keys in a sheet into a new result file.
func (a *app) enterNew(ctx context.Context, q *questionnaires.Questionnaire, form paper.Form, pages [][]assessment.StatementID, codeKnown bool, opts enterOptions) (keyin.Outcome, error) {
	subject := assessment.Subject{Name: opts.unit, Kind: form.Kind, Country: opts.country}
	result, err := assessment.New(q, subject, assessment.SessionInfo{Type: assessment.Individual, Round: opts.round, Date: opts.date,
		Respondent: opts.alias, Role: opts.role}, form.Scope)
	if err != nil {
		return keyin.Outcome{}, err
	}
	path := opts.file
	if path == "" {
		name := resultName(subject, opts.date)
		if s := slug(opts.alias); s != "" {
			name += "-" + s
		}
		if path, err = freePath(opts.folder, name, ".yaml"); err != nil {
			return keyin.Outcome{}, err
		}
	}
	f, err := openNew(path)
	if err != nil {
		return keyin.Outcome{}, err
	}
	return a.keyIn(ctx, q, f, result, form.Number(q), pages, codeKnown, opts)
}

// enterExisting goes on with a sheet, corrects it, or keys it in again.
func (a *app) enterExisting(ctx context.Context, q *questionnaires.Questionnaire, opts enterOptions) error {
	f, err := store.Open(opts.file)
	if err != nil {
		return err
	}
	result := f.Assessment()
	if result == nil {
		return errors.Join(failf("try again", "%s: the file is gone", opts.file), f.Close())
	}
	switch {
	case result.State == assessment.Approved:
		err = failf("to change it, begin a new round, or set \"state: draft\" in the file", "%s: the result was approved; it is not changed", opts.file)
	case q.Digest() != result.Questionnaire.Digest:
		err = failf("name the questionnaire of the sheet: --questionnaire FILE", "%s: made with the questionnaire %s %s; this is %s %s",
			opts.file, result.Questionnaire.ID, result.Questionnaire.Version, q.ID, q.Version)
	}
	form := paper.Form{Kind: result.Subject.Kind, Scope: result.Scope}.Normal(q)
	var pages [][]assessment.StatementID
	if err == nil {
		pages, err = reports.FormPages(reports.FormInput{Questionnaire: q, Form: form})
	}
	if err != nil {
		return errors.Join(err, f.Close())
	}
	_, err = a.keyIn(ctx, q, f, result, form.Number(q), pages, false, opts)
	return err
}

// keyIn lets a person key in one sheet, and closes its file.
func (a *app) keyIn(ctx context.Context, q *questionnaires.Questionnaire, f *store.File, result *assessment.Assessment, number paper.Number,
	pages [][]assessment.StatementID, codeKnown bool, opts enterOptions) (out keyin.Outcome, err error) {
	s := newSaver(f)
	defer func() { err = errors.Join(err, s.close(a.say)) }()
	session, err := assessment.NewSession(q, result)
	if err != nil {
		return out, err
	}
	now, err := a.now()
	if err != nil {
		return out, err
	}
	session.SetToday(now.Format(dayLayout))
	if err := f.CheckWritable(); err != nil {
		return out, err
	}
	s.Save(result)
	if err := s.Flush(); err != nil {
		return out, err
	}
	options := keyin.Options{Sheet: result.Session.Respondent, More: opts.file == "", Options: shell.Options{Saver: s, Path: s.path(), NoColor: a.streams.NoColor,
		SaveAs: func(path string) error { return s.saveAs(path, result) }, Elsewhere: s.elsewhere}}
	if options.Sheet == "" {
		options.Sheet = filepath.Base(s.path())
	}
	keyed := session
	if opts.verify {
		if keyed, err = paper.Second(q, result); err != nil {
			return out, err
		}
		options.First = &keyin.First{Session: session}
	}
	if options.Keying, err = paper.NewKeying(keyed, number, pages, !opts.noCodes); err != nil {
		return out, err
	}
	if codeKnown {
		options.Keying.FormKnown()
	}
	if out, err = a.runKeying(ctx, options, opts.line); err != nil {
		return out, err
	}
	a.sayKeyed(session, s.path(), out, opts)
	return out, nil
}

func (a *app) runKeying(ctx context.Context, options keyin.Options, line bool) (keyin.Outcome, error) {
	ctx = context.WithoutCancel(ctx) // the screens mind the signals themselves
	if a.streams.Line(line) {
		return keyin.RunLine(ctx, a.streams, options)
	}
	out, err := keyin.RunScreen(ctx, a.streams, options)
	if err == nil && out.LineMode {
		out, err = keyin.RunLine(ctx, a.streams, options)
	}
	return out, err
}

func (a *app) sayKeyed(session *assessment.Session, path string, out keyin.Outcome, opts enterOptions) {
	p := session.Progress()
	switch {
	case !out.Finished && opts.verify:
		a.say("The second entry was not finished; %s is as it was, but for differences that were decided.", path)
	case opts.verify:
		a.say("The second entry of %s is done. Differences: %d.", path, out.Differences)
	case !out.Finished:
		a.say("Keyed in: %d of %d statements. Go on with: dgca enter %s", p.Done(), p.Total, quoteArgument(path)+opts.questionnaire.words())
	default:
		a.say("Keyed in: %s (levels %d, don't know %d, not applicable %d, nothing marked %d)", path, p.Answered, p.Unknown, p.NotApplicable, p.Open)
	}
}
