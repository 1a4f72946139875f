package plan

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"dgca/assessment"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/look"
	"dgca/cmd/internal/tui/shell"
	"dgca/cmd/internal/tui/targets"
)

// desk is the task at the bottom: the steps from targets to the road map, and
// how far each has come.
type desk struct {
	p     *assessment.Planning
	pages Pages
	menu  shell.Menu
}

// The steps, in the order of the menu.
const (
	targetsStep = iota
	gapsStep
	startStep
	actionsStep
	roadMapStep
	whatIfStep
	leaveStep
)

func newDesk(p *assessment.Planning, pages Pages) *desk {
	d := &desk{p: p, pages: pages}
	push := func(screen func() shell.Screen) func(*shell.Shell) tea.Cmd {
		return func(sh *shell.Shell) tea.Cmd { sh.Push(screen()); return nil }
	}
	entries := make([]shell.Entry, leaveStep+1)
	entries[targetsStep] = shell.Entry{Name: "Targets: what level, and by when", Do: push(func() shell.Screen { return targets.NewScreen(book{p}) })}
	entries[gapsStep] = shell.Entry{Name: "Gaps: weigh what matters", Do: d.openGaps}
	entries[startStep] = shell.Entry{Name: "First day of the plan", Do: push(func() shell.Screen { return newStart(p) })}
	entries[actionsStep] = shell.Entry{Name: "Actions", Do: push(func() shell.Screen { return newActions(d) })}
	entries[roadMapStep] = shell.Entry{Name: "Road map, and what to talk about", Do: push(func() shell.Screen { return newText("Road map", pages.RoadMap) })}
	entries[whatIfStep] = shell.Entry{Name: "What if all actions reach their targets?", Do: push(func() shell.Screen { return newText("What if", pages.WhatIf) })}
	entries[leaveStep] = shell.Entry{Name: "Save and leave", Do: func(sh *shell.Shell) tea.Cmd { return sh.Finish(func() {}, func() {}) }}
	d.menu = shell.NewMenu(-1, entries...)
	return d
}

// book lets the screen of the targets write into the planning.
type book struct{ *assessment.Planning }

// ClearTarget takes a target back. That is always possible.
func (b book) ClearTarget(id assessment.DimensionID) { _ = b.Planning.ClearTarget(id) }

func (d *desk) openGaps(sh *shell.Shell) tea.Cmd {
	if len(d.p.Gaps(assessment.GapFilter{})) == 0 {
		sh.Message = noGaps
		return nil
	}
	sh.Push(newGaps(d))
	return nil
}

// Assessment is what the planning fills in.
func (d *desk) Assessment() *assessment.Assessment { return d.p.Assessment() }

// Title is in the header.
func (d *desk) Title() string { return "" }

// Progress says how far the planning has come.
func (d *desk) Progress() string { return progress(d.p) }

// Header names the unit and counts what is planned.
func (d *desk) Header(width int) [2]string {
	return [2]string{look.Accent.Render("Plan: " + terminal.CleanLine(d.p.Assessment().Subject.Name)), terminal.Truncate(progress(d.p), width)}
}

// Hints are the keys.
func (d *desk) Hints() []string {
	return []string{"digit choose", "up and down", "Enter choose", "Ctrl+Z undo", "F1 help", "Ctrl+C quit"}
}

// Key obeys the keys that work everywhere.
func (d *desk) Key(sh *shell.Shell, k tea.KeyPressMsg) (tea.Cmd, bool) {
	switch k.String() {
	case "f1":
		sh.Push(newHelp(d.p, sh.Top()))
	case "ctrl+z":
		d.undo(sh)
	default:
		return nil, false
	}
	return nil, true
}

// refresher is a screen that must be drawn from the plan anew after an undo. It
// reports whether it still has something to show.
type refresher interface{ Refresh() bool }

// undo takes back the last step, also one that is just being typed.
func (d *desk) undo(sh *shell.Shell) {
	sh.Store()
	step, ok := d.p.Undo()
	if !ok {
		sh.Message = "There is nothing to take back."
		return
	}
	sh.Save()
	sh.Message = "Taken back: " + stepName(d.p, step) + "."
	sh.Refresh(func(screen shell.Screen) bool {
		r, ok := screen.(refresher)
		return !ok || r.Refresh()
	})
}

// Update chooses a step.
func (d *desk) Update(sh *shell.Shell, msg tea.Msg) tea.Cmd { return d.menu.Update(sh, msg) }

// Store has nothing of its own: the screens store.
func (d *desk) Store() bool { return false }

// Leave has nothing of its own.
func (d *desk) Leave(*shell.Shell) bool { return false }

// Lines draws the steps.
func (d *desk) Lines(_ *shell.Shell, width, height int) []string {
	for i, text := range d.standing() {
		d.menu.SetText(i, text)
	}
	lines := terminal.WrapLines("From the gaps to a few priorities, and from them to actions. Every choice is saved at once. The answers are never changed.", width)
	lines = append(lines, "")
	return append(lines, d.menu.Lines(width, height-len(lines))...)
}

// standing says for each step how far it has come.
func (d *desk) standing() []string {
	out := make([]string, leaveStep+1)
	chosen, all := targets.Chosen(book{d.p})
	out[targetsStep] = fmt.Sprintf("Chosen: %d of %d. Otherwise the default stands: %s.", chosen, all, targets.Default(book{d.p}))
	gaps := d.p.Gaps(assessment.GapFilter{})
	out[gapsStep] = fmt.Sprintf("Gaps: %d. Weighed: %d.", len(gaps), weighed(gaps))
	if len(gaps) == 0 {
		out[gapsStep] = noGaps
	}
	out[startStep] = "Not set. The phases of the road map count from it."
	if day := d.p.Plan().Start; day != "" {
		out[startStep] = day + "."
	}
	out[actionsStep] = actionCount(d.p.Plan())
	return out
}
