package cli

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"dgca/assessment/roomtable"
	"dgca/assessment/store"
	"dgca/assessment/workshop"
	"dgca/cmd/internal/tui/feedback"
	"dgca/questionnaires/strictyaml"
	"dgca/reports"
)

// feedbackQuestions is the questionnaire of the participants' feedback, when the
// workshop has one of its own.
const feedbackQuestions = "questions.yaml"

type workshopFeedbackOptions struct {
	dir       string
	out       paperOutput
	enter     bool
	from      []string
	collect   []string
	again     bool
	questions bool
	form      bool
	line      bool
	redact    bool
	room      bool
}

func newWorkshopFeedbackCmd(a *app) *cobra.Command {
	opts := workshopFeedbackOptions{out: paperOutput{more: reports.TableFormats}}
	cmd := &cobra.Command{
		Use:   "feedback DIR",
		Short: "Ask what participants think of the workshop, and count it",
		Long: `Count what participants think of the workshop. For every question the number
and the share of each answer are shown, and no mean. The forms hold no name and
no alias. Papers and tables leave the room: they show answers
to a question from three people on only, unless you give --room.

--form makes the blank form: a PDF for paper, and a file to fill in. Forms come
back as files (--collect), as rows of a table with a column for each question
(--from), or are keyed in (--enter). --questions writes the questions into
DIR/feedback/questions.yaml, where they can be changed before the first form.`,
		Example: `  dgca workshop feedback room --form
  dgca workshop feedback room --enter
  dgca workshop feedback room --from feedback.csv
  dgca workshop feedback room --format pdf`,
		Args:              arguments(1, 1),
		ValidArgsFunction: completeWorkshop,
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.dir = args[0]
			return a.runWorkshopFeedback(cmd.Context(), opts)
		},
	}
	opts.out.addTo(cmd)
	f := cmd.Flags()
	f.BoolVar(&opts.form, "form", false, "make the blank form")
	f.BoolVar(&opts.questions, "questions", false, "write the questions into the folder, to be changed")
	f.BoolVar(&opts.enter, "enter", false, "key in forms")
	f.StringArrayVar(&opts.from, "from", nil, "read forms from the rows of this CSV `file` (- for the standard input); can be given several times")
	f.StringArrayVar(&opts.collect, "collect", nil, "take the filled-in files at this `path`, a file or a folder; can be given several times")
	f.BoolVar(&opts.again, "again", false, "also take files or tables with the same answers as those that were taken")
	f.BoolVar(&opts.line, "line", false, "ask line by line, without a full screen; good for screen readers")
	f.BoolVar(&opts.room, "room", false, "show answers of one or two people too: the paper stays in the room")
	f.BoolVar(&opts.redact, "redact", false, "take out what people wrote; the counts stay")
	complete(cmd, "from", completeTable)
	return cmd
}

// feedbackFolder is the feedback of a workshop.
type feedbackFolder struct {
	*room
	questions *workshop.Feedback
	forms     []feedback.Form
}

// openFeedback reads the questions and the forms. A form that cannot be read is
// said, and the rest goes on.
func (a *app) openFeedback(r *room) (fb *feedbackFolder, skipped int, err error) {
	fb = &feedbackFolder{room: r, questions: workshop.UsualFeedback()}
	own := new(workshop.Feedback)
	name := store.FeedbackFolder + "/" + feedbackQuestions
	doc, exists, err := r.ReadYAML(name, own)
	if err != nil {
		return nil, 0, err
	}
	if exists {
		if err := checkFile(doc, r.Path(name), own.Validate()); err != nil {
			return nil, 0, err
		}
		fb.questions = own
	}
	names, err := r.Files(store.FeedbackFolder, ".yaml")
	if err != nil {
		return nil, 0, err
	}
	for _, file := range names {
		if file == feedbackQuestions {
			continue
		}
		form := feedback.Form{Name: file}
		path := r.Path(store.FeedbackFolder + "/" + file)
		doc, _, err := r.ReadYAML(store.FeedbackFolder+"/"+file, &form.Answer)
		if err == nil {
			err = checkFile(doc, path, fb.questions.ValidateAnswer(&form.Answer))
		}
		if err != nil {
			skipped++
			a.say("NOT COUNTED %s:", path)
			a.explainError(err)
			continue
		}
		fb.forms = append(fb.forms, form)
	}
	return fb, skipped, nil
}

// save writes the forms that changed. Each is a file of its own with a number
// that says nothing about whose it is.
func (fb *feedbackFolder) save(forms *feedback.Forms) (err error) {
	if !slices.ContainsFunc(forms.Forms, func(f feedback.Form) bool { return f.Changed }) {
		return nil // the summary is shown from a write-protected disk too
	}
	f, err := openAgain(fb.Dir())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	names, err := f.Files(store.FeedbackFolder, ".yaml")
	if err != nil {
		return err
	}
	for i := range forms.Forms {
		form := &forms.Forms[i]
		if !form.Changed {
			continue
		}
		if form.Name == "" {
			for n := 1; form.Name == "" || slices.Contains(names, form.Name); n++ {
				form.Name = fmt.Sprintf("form-%03d.yaml", n)
			}
			names = append(names, form.Name)
		}
		if err := f.WriteYAML(store.FeedbackFolder+"/"+form.Name, &form.Answer, nil); err != nil {
			return err
		}
		form.Changed = false
	}
	return nil
}

func (a *app) runWorkshopFeedback(ctx context.Context, opts workshopFeedbackOptions) error {
	if err := opts.out.check("workshop feedback"); err != nil {
		return err
	}
	r, err := a.readWorkshop(opts.dir)
	if err != nil {
		return err
	}
	fb, skipped, err := a.openFeedback(r)
	if err != nil {
		return err
	}
	forms := &feedback.Forms{Questions: fb.questions, Forms: fb.forms}
	switch {
	case opts.questions:
		return a.writeQuestions(fb)
	case opts.form:
		return a.writeFeedbackForm(fb, opts)
	}
	refused, err := a.takeFeedback(fb, forms, opts)
	if err != nil {
		return err
	}
	if opts.enter {
		if err := a.enterFeedback(ctx, fb, forms, opts.line); err != nil {
			return err
		}
	}
	if err := a.showFeedback(fb, forms, opts); err != nil {
		return err
	}
	if skipped+refused > 0 {
		return invalidf("see above what is wrong with each; the others are counted", "workshop feedback: files that were not taken or counted: %d", skipped+refused)
	}
	return nil
}

// enterFeedback lets people key forms in.
func (a *app) enterFeedback(ctx context.Context, fb *feedbackFolder, forms *feedback.Forms, line bool) error {
	if err := fb.checkWritable(store.FeedbackFolder + "/form.yaml"); err != nil {
		return err
	}
	saver := &boardSaver{save: func() error { return fb.save(forms) }, rescue: func(path string, overwrite store.Overwrite) error {
		return fb.saveTo(path, forms, overwrite)
	}}
	if err := a.runBoard(ctx, feedback.New(fb.w, forms, saver.keep), saver, fb.Path(store.FeedbackFolder), "feedback-rescued.csv", line); err != nil {
		return err
	}
	if saver.moved != "" {
		a.say("The last forms are in the table %s, and NOT in the workshop. Take them with: %s --from %s", saver.moved, fb.command("feedback"), quoteArgument(saver.moved))
	}
	return nil
}

// saveTo writes the forms that are not saved into a table outside the workshop,
// as --from takes it.
func (fb *feedbackFolder) saveTo(path string, forms *feedback.Forms, overwrite store.Overwrite) error {
	var ids []string
	for _, q := range fb.questions.Questions {
		ids = append(ids, string(q.ID))
	}
	rows := [][]string{ids}
	for _, form := range forms.Forms {
		if !form.Changed {
			continue
		}
		var row []string
		for _, q := range fb.questions.Questions {
			row = append(row, form.Answer.Of(q.ID))
		}
		rows = append(rows, row)
	}
	var b bytes.Buffer
	if err := csv.NewWriter(&b).WriteAll(rows); err != nil {
		return err
	}
	return store.WriteFile(path, b.Bytes(), overwrite)
}

func (a *app) showFeedback(fb *feedbackFolder, forms *feedback.Forms, opts workshopFeedbackOptions) error {
	created, err := a.now()
	if err != nil {
		return err
	}
	in := fb.summary(forms.Forms, opts.redact, created)
	notes, err := a.sheetNotes(fb.room)
	if err != nil {
		return err
	}
	in.Remarks, in.Titles = workshop.RemarksOnQuestions(notes, fb.dimensions()), fb.titles()
	if !opts.room && opts.out.format != textFormat {
		in.Summary, in.Remarks = in.Summary.ForPaper(), workshop.QuestionRemarksForPaper(in.Remarks)
	}
	if slices.Contains(reports.TableFormats, opts.out.format) {
		var b bytes.Buffer
		if err := reports.WriteFeedbackTable(&b, opts.out.format, in); err != nil {
			return err
		}
		return a.putData(b.Bytes(), opts.out)
	}
	return a.putPaper(fb.room, reports.Feedback(in), "feedback", opts.out)
}

// summary counts forms for a paper.
func (fb *feedbackFolder) summary(forms []feedback.Form, redact bool, created time.Time) reports.FeedbackInput {
	var answers []workshop.FeedbackAnswer
	for _, form := range forms {
		answers = append(answers, form.Answer)
	}
	return reports.FeedbackInput{Workshop: fb.w, Title: fb.questions.Title, Summary: fb.questions.Summarize(answers), Redact: redact, Created: created, Program: programName}
}

// writeQuestions puts the questions into the folder, unless there are some.
func (a *app) writeQuestions(fb *feedbackFolder) (err error) {
	f, err := store.OpenFolder(fb.Dir())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	data, err := strictyaml.Encode(fb.questions, nil)
	if err != nil {
		return err
	}
	path := f.Path(store.FeedbackFolder + "/" + feedbackQuestions)
	err = f.WriteFile(store.FeedbackFolder+"/"+feedbackQuestions, data, store.Refuse)
	if errors.Is(err, store.ErrExists) {
		return failf("change it with an editor", "%s exists; it is left as it is", path)
	}
	if err == nil {
		a.say("The questions are in %s", path)
	}
	return err
}

// writeFeedbackForm makes the blank form for paper, and the file to fill in.
func (a *app) writeFeedbackForm(fb *feedbackFolder, opts workshopFeedbackOptions) error {
	created, err := a.now()
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := reports.WriteFeedbackForm(&b, reports.FeedbackFormInput{Workshop: fb.w, Questions: fb.questions, Created: created, Program: programName}); err != nil {
		return err
	}
	blank, err := strictyaml.Encode(fb.questions.Blank(), nil)
	if err != nil {
		return err
	}
	out := opts.out.output
	if out == "" {
		out = fb.Path(store.PapersFolder + "/feedback-form.pdf")
	}
	if err := a.writeOutput(out, b.Bytes(), opts.out.force); err != nil {
		return err
	}
	return a.writeOutput(strings.TrimSuffix(out, filepath.Ext(out))+".yaml", append(fb.comment(), blank...), opts.out.force)
}

// comment tells in the file to fill in what is asked.
func (fb *feedbackFolder) comment() []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "# %s\n# Write after each question: a number from 1 to 5, or a text in quotes. Write no name.\n", fb.questions.Title)
	for _, q := range fb.questions.Questions {
		fmt.Fprintf(&b, "# %s %s\n", q.ID, strings.Join(strings.Fields(q.Text), " "))
		if words := q.Options(); len(words) > 0 {
			fmt.Fprintf(&b, "#    1 %s ... 5 %s\n", strings.TrimPrefix(words[0], "1 "), strings.TrimPrefix(words[len(words)-1], "5 "))
		}
	}
	return b.Bytes()
}

// takeFeedback takes forms from tables and files. It returns how many files were
// refused.
func (a *app) takeFeedback(fb *feedbackFolder, forms *feedback.Forms, opts workshopFeedbackOptions) (refused int, err error) {
	for _, path := range opts.from {
		data, err := a.readInputFile(path, roomtable.MaxBytes)
		if err != nil {
			return 0, err
		}
		rows, problems := roomtable.ReadFeedback(path, data, fb.questions)
		if len(problems) > 0 {
			a.explainError(problems)
			return 0, invalidf("correct the lines above; nothing was taken from this file", "%s: faults in the table: %d", path, len(problems))
		}
		if !opts.again && allTaken(forms, rows) {
			a.say("left out  %s: every row was taken before. If they are other people's forms, take them with --again.", path)
			continue
		}
		if err := fb.add(forms, rows...); err != nil {
			return 0, err
		}
		a.say("Forms taken from %s: %d.", path, len(rows))
	}
	for _, path := range opts.collect {
		n, err := a.collectFeedback(fb, forms, path, opts.again)
		if err != nil {
			return refused, err
		}
		refused += n
	}
	return refused, nil
}

// add takes forms and saves them, all or none: a table of which some rows are
// saved could not be taken again without counting those twice.
func (fb *feedbackFolder) add(forms *feedback.Forms, answers ...workshop.FeedbackAnswer) error {
	before := len(forms.Forms)
	for _, answer := range answers {
		forms.Forms = append(forms.Forms, feedback.Form{Answer: answer, Changed: true})
	}
	err := fb.save(forms)
	if err == nil {
		return nil
	}
	for _, form := range forms.Forms[before:] {
		if !form.Changed {
			err = errors.Join(err, os.Remove(fb.Path(store.FeedbackFolder+"/"+form.Name)))
		}
	}
	forms.Forms = forms.Forms[:before]
	return err
}

// allTaken tells whether each row has a form of its own among those taken: a
// table that is read twice would count each person twice, and show answers that
// are kept back while few people gave them.
func allTaken(forms *feedback.Forms, rows []workshop.FeedbackAnswer) bool {
	free := slices.Clone(forms.Forms)
	for _, row := range rows {
		at := slices.IndexFunc(free, func(f feedback.Form) bool { return slices.Equal(f.Answer.Answers, row.Answers) })
		if at < 0 {
			return false
		}
		free = slices.Delete(free, at, at+1)
	}
	return len(rows) > 0
}

// collectFeedback takes the filled-in files at a path.
func (a *app) collectFeedback(fb *feedbackFolder, forms *feedback.Forms, path string, again bool) (refused int, err error) {
	files, err := candidateFiles(path)
	if err != nil {
		return 0, err
	}
	taken := 0
	for _, file := range files {
		answer, err := fb.readForm(file)
		switch {
		case err != nil:
			refused++
			a.say("NOT TAKEN %s:", file)
			a.explainError(err)
		case len(answer.Answers) == 0:
			a.say("left out  %s: nothing is filled in.", file)
		case !again && slices.ContainsFunc(forms.Forms, func(f feedback.Form) bool { return slices.Equal(f.Answer.Answers, answer.Answers) }):
			a.say("left out  %s: the same answers were taken before. If it is another person's form, take it with --again.", file)
		default:
			if err := fb.add(forms, *answer); err != nil {
				return refused, err
			}
			taken++
		}
	}
	a.say("Forms taken from %s: %d.", path, taken)
	return refused, nil
}

// readForm reads a filled-in file from anywhere.
func (fb *feedbackFolder) readForm(path string) (*workshop.FeedbackAnswer, error) {
	if err := checkInputFile(path); err != nil {
		return nil, err
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	doc, err := strictyaml.Parse(path, data)
	if err != nil {
		return nil, err
	}
	form := new(workshop.FeedbackAnswer)
	if problems := doc.Decode(form); len(problems) > 0 {
		return nil, problems
	}
	if err := checkFile(doc, path, fb.questions.ValidateAnswer(form)); err != nil {
		return nil, err
	}
	form.Answers = slices.DeleteFunc(form.Answers, func(e workshop.FeedbackEntry) bool { return strings.TrimSpace(e.Answer) == "" })
	return form, nil
}
