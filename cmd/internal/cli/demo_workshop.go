package cli

import (
	"context"
	"errors"
	"os"

	"dgca/assessment"
	"dgca/assessment/store"
	"dgca/assessment/workshop"
	"dgca/cmd/internal/cli/demo"
	"dgca/questionnaires"
	"dgca/reports"
)

// demoRoom is the folder of the invented workshop in the folder of the demo.
const demoRoom = "workshop"

// writeDemoWorkshop writes the invented workshop: its sheets are filed as those
// of a real one, and the papers are left to be made.
func (a *app) writeDemoWorkshop(ctx context.Context, dir string) (err error) {
	made, err := demo.Workshop(questionnaires.BuiltIn())
	if err != nil {
		return err
	}
	f, err := store.CreateFolder(dir, made.Workshop)
	if err != nil {
		return err
	}
	r, err := enter(f, nil)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	register, err := r.Register()
	if err != nil {
		return err
	}
	for _, d := range made.Sheets {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := fileDemoSheet(r, register, d); err != nil {
			return err
		}
	}
	counted, err := a.tally(r, nil)
	if err != nil {
		return err
	}
	for _, u := range r.w.Units {
		agreed, err := made.Agree(u.ID, counted.units[u.ID].spread, counted.units[u.ID].sources)
		if err != nil {
			return err
		}
		if agreed == nil {
			continue
		}
		agreed.Notes = workshop.AgreedNotes(counted.units[u.ID].notes, r.dimensions())
		if err := saveNew(r.Path(store.AgreedFile(u.ID)), agreed); err != nil {
			return err
		}
	}
	a.say("%s: %s, with %d sheets and its papers", r.w.Title, dir, len(made.Sheets))
	if err := writeDemoWall(r); err != nil {
		return err
	}
	if err := a.writeDemoPapers(r, counted); err != nil {
		return err
	}
	return a.writeDemoWallPapers(r)
}

// writeDemoPapers writes where the largest unit differs, and the pages of the
// plenary.
func (a *app) writeDemoPapers(r *room, counted *counted) error {
	u := r.w.Units[0]
	spread := reports.Spread(reports.SpreadInput{Workshop: r.w, Unit: u.Name, Spread: counted.units[u.ID].spread.ForPaper(), Scale: assessment.ScaleOf(r.q),
		Minutes: r.agendaMinutes(), Created: demoDate, Program: programName})
	if err := a.writePaper(r, spread, usualFormat, r.Path(store.PapersFolder+"/spread-"+string(u.ID)+".pdf"), false); err != nil {
		return err
	}
	in, err := a.plenaryInput(r, counted, paperFlags{}, demoDate)
	if err != nil {
		return err
	}
	return a.writePlenary(r, in, workshopPlenaryOptions{format: usualFormat})
}

// fileDemoSheet makes the start file of a participant and files it.
func fileDemoSheet(r *room, register *workshop.Register, d demo.Delivered) error {
	path := r.startFile(d.Alias)
	if err := saveNew(path, d.Sheet); err != nil {
		return err
	}
	_, digest, err := store.ReadSheet(path)
	if err != nil {
		return err
	}
	if err := r.File(register, path, workshop.Filed{Owner: d.Alias, Digest: digest, Filed: r.w.Date, From: string(d.Alias) + ".yaml"}); err != nil {
		return err
	}
	return os.Remove(path)
}
