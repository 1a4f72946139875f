package plan

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"dgca/assessment"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/lines"
	"dgca/cmd/internal/tui/saving"
	"dgca/cmd/internal/tui/shell"
	"dgca/cmd/internal/tui/targets"
)

// planner is planning line by line.
type planner struct {
	*lines.Asker
	opts    Options
	p       *assessment.Planning
	desk    *desk
	filter  filter
	outcome saving.Outcome
}

// RunLine plans line by line; see lines.Run.
func RunLine(ctx context.Context, streams *terminal.Streams, opts Options) (saving.Outcome, error) {
	l := &planner{opts: opts, p: opts.Planning, desk: newDesk(opts.Planning, opts.Pages)}
	err := lines.Run(ctx, streams, opts.Options, func(a *lines.Asker) error {
		l.Asker = a
		return l.run()
	})
	if err == nil {
		l.outcome.Finished = true
		l.Say("Saved. " + progress(l.p))
	}
	return l.outcome, err
}

func (l *planner) save() { l.opts.Saver.Save(l.p.Assessment().Clone()) }

const lineCommands = "t: targets. g: list the gaps. f: filter them. w LEA-03: weigh a gap. p LEA-03: plan an action for it. " +
	"n: an action of your own. a: list the actions. e A1: change one. x A1: take one out. s: first day of the plan. " +
	"r: road map. i: what if. u: take the last step back. q: save and quit."

func (l *planner) run() error {
	l.Say("Plan for " + terminal.CleanLine(l.p.Assessment().Subject.Name) + ". " + progress(l.p))
	if len(l.p.Gaps(assessment.GapFilter{})) == 0 {
		l.Say(noGaps)
	}
	l.Say("Every choice is saved at once. The answers are never changed.")
	l.Say(lineCommands)
	for {
		text, err := l.Ask("What next (? for help): ")
		if err != nil {
			return err
		}
		if err := l.obey(text); err != nil && !errors.Is(err, lines.ErrBack) {
			return err
		}
	}
}

// obey acts on a command. Wrong input says so and records nothing.
func (l *planner) obey(text string) error {
	word, rest, _ := strings.Cut(text, " ")
	rest = strings.TrimSpace(rest)
	switch strings.ToLower(word) {
	case "":
		l.Say("Type a letter. " + lineCommands)
	case "?":
		l.Page(&shell.Page{Parts: []shell.Part{rules}})
		l.Say(lineCommands)
	case "t":
		return targets.Ask(l.Asker, book{l.p}, l.save)
	case "g":
		l.gaps()
	case "f":
		return l.choose(rest)
	case "w":
		return l.withGap(rest, l.weigh)
	case "p":
		return l.withGap(rest, l.propose)
	case "n":
		return l.act(&draft{p: l.p})
	case "a":
		l.actions()
	case "e":
		return l.withAction(rest, func(id assessment.ActionID) error { return l.act(&draft{p: l.p, id: id}) })
	case "x":
		return l.withAction(rest, l.remove)
	case "s":
		return l.Fields(startEntries(l.p)(), l.save)
	case "r":
		l.Block(l.opts.Pages.RoadMap(lines.Width))
	case "i":
		l.Block(l.opts.Pages.WhatIf(lines.Width))
	case "u":
		l.undo()
	case "q":
		return lines.ErrLeave
	default:
		l.Say(fmt.Sprintf("%q is not a command. Nothing was recorded. Type ? for help.", text))
	}
	return nil
}

func (l *planner) undo() {
	step, ok := l.p.Undo()
	if !ok {
		l.Say("There is nothing to take back.")
		return
	}
	l.save()
	l.Say("Taken back: " + stepName(l.p, step) + ".")
}

// gaps lists the gaps that pass the filter.
func (l *planner) gaps() {
	gaps := l.p.Gaps(l.filter.gaps)
	l.Say(fmt.Sprintf("%s, %d weighed. Filter: %s.", countGaps(len(gaps)), weighed(gaps), l.filter.words()))
	for i := range gaps {
		g := &gaps[i]
		l.Say(fmt.Sprintf("- %s. %s %s", terminal.CleanLine(string(g.Statement)), strings.Join(standingOf(l.p, g), " "), statementText(l.p, g.Statement)))
	}
}

// choose sets the filter: by the number of a facet, or, without one, it lists
// them.
func (l *planner) choose(number string) error {
	all := facets(l.p)
	if number == "" {
		l.Say("0. All gaps")
		for i, f := range all {
			l.Say(fmt.Sprintf("%d. %s (%d)", i+1, f.words(), f.count(l.p, l.filter.gaps)))
		}
		text, err := l.Ask("Number (Enter keeps " + l.filter.words() + "): ")
		if err != nil || text == "" {
			return err
		}
		number = text
	}
	n, err := strconv.Atoi(number)
	switch {
	case err != nil || n < 0 || n > len(all):
		l.Say(fmt.Sprintf("%q is not a number from 0 to %d. The filter stays.", number, len(all)))
	case n == 0:
		l.filter = filter{}
		l.gaps()
	default:
		l.filter = l.filter.with(all[n-1])
		l.gaps()
	}
	return nil
}

// withGap does something with the gap that a code names.
func (l *planner) withGap(code string, do func(assessment.StatementID) error) error {
	for st := range l.p.Assessment().Asked.Statements() {
		if strings.EqualFold(string(st.ID), code) {
			if _, ok := l.p.Gap(st.ID); ok {
				return do(st.ID)
			}
			return l.withoutGap(st.ID)
		}
	}
	l.Say(fmt.Sprintf("There is no statement %q. Type the letter and a code, such as w LEA-03. Type g for the gaps.", code))
	return nil
}

// withoutGap offers what can be chosen for a statement without a gap: its target.
func (l *planner) withoutGap(id assessment.StatementID) error {
	l.Say(terminal.CleanLine(string(id)) + " has no gap: it has no level, or it is at its target. Type g for the gaps.")
	if _, ok := l.p.Assessment().Answer(id).Choice.Level(); !ok {
		return nil
	}
	l.Say("You can choose another target for it.")
	return l.Fields(targetEntries(l.p, id), l.save)
}

func (l *planner) present(id assessment.StatementID) {
	l.Say(terminal.CleanLine(string(id)) + ". " + statementText(l.p, id))
	for _, n := range gapNotes(l.p, id) {
		l.Say(n)
	}
}

func (l *planner) weigh(id assessment.StatementID) error {
	l.present(id)
	err := l.Fields(weighEntries(l.p, id), l.save)
	if g, ok := l.p.Gap(id); ok && (err == nil || errors.Is(err, lines.ErrBack)) {
		l.Say(strings.Join(standingOf(l.p, &g), " "))
	}
	return err
}

func (l *planner) propose(id assessment.StatementID) error {
	l.present(id)
	all := proposalsFor(l.p, id)
	for i, p := range all {
		l.Item(strconv.Itoa(i+1), p.name, p.text)
	}
	for {
		text, err := l.Ask("Number of what to begin with (Enter goes back): ")
		switch {
		case err != nil:
			return err
		case text == "" || text == "b":
			return nil
		case text == "q":
			return lines.ErrLeave
		}
		n, err := strconv.Atoi(text)
		if err != nil || n < 1 || n > len(all) {
			l.Say(fmt.Sprintf("%q is not a number from 1 to %d. Nothing was recorded.", text, len(all)))
			continue
		}
		d := &draft{p: l.p, begun: all[n-1].action, usually: all[n-1].usually}
		if err := d.change(func(*assessment.Action) {}); err != nil {
			l.Say(notRecorded(err))
		}
		l.save()
		return l.act(d)
	}
}

// act asks for the fields of an action.
func (l *planner) act(d *draft) error {
	if d.id != "" {
		l.Say(fmt.Sprintf("Action %s.", terminal.CleanLine(string(d.id))))
	}
	err := l.Fields(actionEntries(d), l.save)
	switch {
	case d.id == "":
		l.Say("This action is not kept: it does not say what is done.")
	case err == nil || errors.Is(err, lines.ErrBack):
		l.Say(fmt.Sprintf("Recorded: %s %s", terminal.CleanLine(string(d.id)), terminal.CleanLine(d.action().What)))
		for _, n := range l.desk.actionNotes(d) {
			l.Say(n)
		}
	}
	return err
}

func (l *planner) actions() {
	l.Say(actionCount(l.p.Plan()))
	for i := range l.p.Plan().Actions {
		a := &l.p.Plan().Actions[i]
		l.Say(fmt.Sprintf("- %s. %s Owner: %s. Until: %s. Status: %s.", terminal.CleanLine(string(a.ID)), terminal.CleanLine(a.What),
			orNone(a.Owner), orNone(a.End), a.Status))
	}
}

func orNone(s string) string {
	if s = terminal.CleanLine(s); s == "" {
		return "none"
	}
	return s
}

// withAction does something with the action that an id names.
func (l *planner) withAction(id string, do func(assessment.ActionID) error) error {
	for i := range l.p.Plan().Actions {
		if a := &l.p.Plan().Actions[i]; strings.EqualFold(string(a.ID), id) {
			return do(a.ID)
		}
	}
	l.Say(fmt.Sprintf("There is no action %q. Type the letter and an id, such as e A1. Type a for the actions.", id))
	return nil
}

func (l *planner) remove(id assessment.ActionID) error {
	if err := l.p.RemoveAction(id); err != nil {
		l.Say(notRecorded(err))
		return nil
	}
	l.save()
	l.Say(fmt.Sprintf("Taken out: %s. Type u to bring it back.", terminal.CleanLine(string(id))))
	return nil
}
