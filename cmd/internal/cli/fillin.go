package cli

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"dgca/assessment"
	"dgca/assessment/answersheet"
	"dgca/assessment/store"
	"dgca/cmd/internal/tui/interview"
	"dgca/cmd/internal/tui/shell"
	"dgca/questionnaires"
)

// fillIn gets the answers, from a file or from a person, and keeps them in f,
// which it closes.
func (a *app) fillIn(ctx context.Context, q *questionnaires.Questionnaire, f *store.File, result *assessment.Assessment, opts assessOptions) (err error) {
	s := newSaver(f)
	defer func() { err = errors.Join(err, s.close(a.say)) }()
	session, err := assessment.NewSession(q, result)
	if err != nil {
		return err
	}
	now, err := a.now()
	if err != nil {
		return err
	}
	session.SetToday(now.Format(dayLayout))
	if opts.previous != "" {
		if err := setPrevious(session, f.Path(), opts.previous); err != nil {
			return err
		}
	}
	if opts.answers != "" {
		err = a.takeSheet(session, f, opts)
	} else {
		var finished bool
		if finished, err = a.interview(ctx, session, f, s, opts); err == nil && !finished {
			a.sayLeft(session, s.path(), opts)
			return nil
		}
	}
	if err != nil {
		return err
	}
	return a.conclude(q, s.path(), opts)
}

// setPrevious gives an interview the result of an earlier round. It is only
// read.
func setPrevious(session *assessment.Session, path, previous string) error {
	earlier, err := store.Read(previous)
	if err != nil {
		return err
	}
	was, err := os.Stat(previous)
	if err != nil {
		return err
	}
	if is, err := os.Stat(path); err == nil && os.SameFile(was, is) {
		return usagef("name the result of an earlier round", "assess: --previous %s is the file of this assessment", previous)
	}
	if id := session.Questionnaire().ID; earlier.Questionnaire.ID != id {
		return usagef("name a result of the same questionnaire", "assess: --previous %s was made with the questionnaire %s; this is %s",
			previous, earlier.Questionnaire.ID, id)
	}
	session.SetPrevious(earlier)
	return nil
}

// takeSheet records the answers of a file, all of them or none.
func (a *app) takeSheet(session *assessment.Session, f *store.File, opts assessOptions) error {
	path := opts.answers
	data, err := a.readInputFile(path, answersheet.MaxBytes)
	if err != nil {
		return err
	}
	result := session.Assessment()
	sheet, problems := answersheet.Parse(path, data)
	if problems = append(problems, sheet.Check(result)...); len(problems) > 0 {
		a.explainError(problems.Sort())
		return invalidf("correct the lines above; nothing was recorded", "%s: faults in the answers file: %d", path, len(problems))
	}
	done, problems := sheet.Apply(result)
	if len(problems) > 0 {
		return problems
	}
	open := session.Progress().Open
	if open == 0 {
		session.Finish()
	}
	if err := f.Save(result); err != nil {
		return err
	}
	a.say("Answers recorded in %s: %d", f.Path(), done.Recorded)
	if done.Replaced > 0 {
		a.say("Of these, replacing another answer: %d. The file as it was is in %s.bak", done.Replaced, f.Path())
	}
	if open > 0 {
		a.say("Statements without an answer: %d. Go on with: %s", open, opts.resumeCommand(f.Path()))
	}
	return nil
}

// interview asks a person. It reports whether the person set the assessment to
// complete.
func (a *app) interview(ctx context.Context, session *assessment.Session, f *store.File, s *saver, opts assessOptions) (bool, error) {
	result := session.Assessment()
	// An unwritable folder shows now, not after the first answer.
	if err := f.CheckWritable(); err != nil {
		return false, err
	}
	s.Save(result)
	if err := s.Flush(); err != nil {
		return false, err
	}
	a.say("The answers are kept in %s", s.path())
	options := interview.Options{
		Options: shell.Options{Saver: s, Path: s.path(), NoColor: a.streams.NoColor,
			SaveAs: func(path string) error { return s.saveAs(path, result) }, Elsewhere: s.elsewhere},
		Session: session, NoIntro: opts.noIntro, Presenter: opts.presenter,
	}
	// The interview minds the signals itself: it keeps half-typed text.
	ctx = context.WithoutCancel(ctx)
	if a.streams.Line(opts.line) {
		out, err := interview.RunLine(ctx, a.streams, options)
		return out.Finished, err
	}
	out, err := interview.RunScreen(ctx, a.streams, options)
	if err == nil && out.LineMode {
		out, err = interview.RunLine(ctx, a.streams, options)
	}
	return out.Finished, err
}

// sayLeft says how to go on with an interview that is not complete.
func (a *app) sayLeft(session *assessment.Session, path string, opts assessOptions) {
	p := session.Progress()
	if session.Assessment().State != assessment.Draft {
		a.say("The answers are in %s\nIf you changed answers, make the report again: dgca report %s", path, quoteArgument(path)+opts.questionnaire.words())
		return
	}
	a.say("Answered: %d of %d statements. Go on with: %s", p.Done(), p.Total, opts.resumeCommand(path))
}

// resumeCommand is the command that goes on with an assessment.
func (o *assessOptions) resumeCommand(path string) string {
	command := "dgca assess " + quoteArgument(path) + o.questionnaire.words()
	if o.previous != "" {
		command += " --previous " + quoteArgument(o.previous)
	}
	if o.presenter {
		command += " --presenter"
	}
	return command
}

// conclude prints the overview and writes the report.
func (a *app) conclude(q *questionnaires.Questionnaire, path string, opts assessOptions) error {
	created, err := a.now()
	if err != nil {
		return err
	}
	// What the file says now is what "dgca report" will say later.
	in, err := a.input(path, created, questionnaireFlag{})
	if err != nil {
		return err
	}
	in.Questionnaire = q
	if err := a.overview(in); err != nil {
		return err
	}
	if opts.noReport {
		return nil
	}
	out := reportPath(path, "", usualFormat)
	if err := writeReport(in, usualFormat, path, out, false); err != nil {
		return err
	}
	a.say("The answers are in %s\nThe report is in %s", path, out)
	return nil
}

// quoteArgument puts a name in quotes where a shell needs them.
func quoteArgument(s string) string {
	if s != "" && !strings.ContainsFunc(s, func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("._-/:"+string(filepath.Separator), r) || r > 0x7f)
	}) {
		return s
	}
	return `"` + s + `"`
}
