package cli

import (
	"bytes"
	"fmt"

	"dgca/assessment/paper"
	"dgca/assessment/store"
	"dgca/assessment/workshop"
	"dgca/cmd/internal/cli/demo"
	"dgca/questionnaires"
	"dgca/reports"
)

// writeDemoWall writes what hangs on the wall of the invented workshop, and what
// its participants think of it.
func writeDemoWall(r *room) error {
	wall, err := demo.Wall(r.w, r.q)
	if err != nil {
		return err
	}
	if err := r.WriteYAML(wallFile, wall, nil); err != nil {
		return err
	}
	forms, err := demo.Feedback()
	if err != nil {
		return err
	}
	for i := range forms {
		if err := r.WriteYAML(fmt.Sprintf("%s/form-%03d.yaml", store.FeedbackFolder, i+1), &forms[i], nil); err != nil {
			return err
		}
	}
	return nil
}

// writeDemoWallPapers writes the blank questionnaire, and the papers of the wall,
// the pairs and the feedback.
func (a *app) writeDemoWallPapers(r *room) error {
	if err := a.writeDemoForm(r); err != nil {
		return err
	}
	out := paperOutput{format: usualFormat}
	h, err := a.openWall(r)
	if err != nil {
		return err
	}
	if err := a.putPaper(r, reports.Wall(h.paper(paperFlags{}, demoDate)), "wall", out); err != nil {
		return err
	}
	if err := a.putPaper(r, reports.Ballot(h.paper(paperFlags{}, demoDate)), "ballot", out); err != nil {
		return err
	}
	pairs, err := a.pairsInput(r, workshopPairsOptions{}, demoDate)
	if err != nil {
		return err
	}
	if err := a.putPaper(r, reports.Pairs(pairs), "pairs", out); err != nil {
		return err
	}
	fb, _, err := a.openFeedback(r)
	if err != nil {
		return err
	}
	in := fb.summary(fb.forms, false, demoDate)
	notes, err := a.sheetNotes(r)
	if err != nil {
		return err
	}
	in.Summary, in.Titles = in.Summary.ForPaper(), r.titles()
	in.Remarks = workshop.QuestionRemarksForPaper(workshop.RemarksOnQuestions(notes, r.dimensions()))
	return a.putPaper(r, reports.Feedback(in), "feedback", out)
}

// writeDemoForm writes the blank questionnaire of the workshop.
func (a *app) writeDemoForm(r *room) error {
	var b bytes.Buffer
	form := paper.Form{Kind: questionnaires.Government, Scope: r.w.Scope}
	if err := reports.WriteForm(&b, reports.FormInput{Questionnaire: r.q, Form: form, Event: r.w.Title, Created: demoDate, Program: programName}); err != nil {
		return err
	}
	return a.writeOutput(r.Path(store.PapersFolder+"/"+formName(r.q, form)+".pdf"), b.Bytes(), false)
}
