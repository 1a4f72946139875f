package plan

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"dgca/assessment"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/field"
)

// draft is an action while it is filled in. It is in the plan as soon as it says
// what is done; until then it is kept here.
type draft struct {
	p       *assessment.Planning
	id      assessment.ActionID // empty: not in the plan yet
	begun   assessment.Action   // what is known before that
	usually string              // who usually does it
}

func (d *draft) action() assessment.Action {
	if a := d.p.Plan().Action(d.id); a != nil {
		return a.Clone()
	}
	return d.begun
}

// change records a change, and puts the action into the plan when it can be.
func (d *draft) change(f func(*assessment.Action)) error {
	a := d.action()
	f(&a)
	if d.id != "" {
		return d.p.EditAction(a)
	}
	d.begun = a
	if strings.TrimSpace(a.What) == "" {
		return nil
	}
	id, err := d.p.AddAction(a)
	if err == nil {
		d.id = id
	}
	return err
}

// newDraft begins an action. One that says already what is done is in the plan
// at once.
func newDraft(k *desk, begun assessment.Action, usually string) *sheetScreen {
	d := &draft{p: k.p, begun: begun, usually: usually}
	_ = d.change(func(*assessment.Action) {}) // what cannot be added stays in the fields, with its reason
	return k.newActionScreen(d)
}

// newAction opens an action of the plan.
func newAction(k *desk, id assessment.ActionID) *sheetScreen {
	return k.newActionScreen(&draft{p: k.p, id: id})
}

func (k *desk) newActionScreen(d *draft) *sheetScreen {
	s := newSheetScreen("", func() []field.Entry { return actionEntries(d) }, func() []string { return k.actionNotes(d) })
	s.name = func() string {
		if d.id == "" {
			return "New action"
		}
		return "Action " + terminal.CleanLine(string(d.id))
	}
	s.about = func() string { return string(d.id) }
	s.was = s.about()
	s.gone = func() bool { return d.id != "" && d.p.Plan().Action(d.id) == nil }
	s.missing = func() string {
		if d.id == "" && !reflect.DeepEqual(d.begun, assessment.Action{}) {
			return "This action is not kept: it does not say what is done."
		}
		return ""
	}
	s.rescue = d.rescue
	return s
}

// rescue puts an action into the plan that does not say yet what is done, if
// anything else was typed.
func (d *draft) rescue() bool {
	begun := d.begun
	begun.Serves, begun.Baseline, begun.Target = nil, 0, 0 // come with the gap
	if d.id != "" || reflect.DeepEqual(begun, assessment.Action{}) {
		return false
	}
	return d.change(func(a *assessment.Action) { a.What = "(not written yet)" }) == nil
}

// actionNotes say what to talk about for an action.
func (k *desk) actionNotes(d *draft) []string {
	if d.id == "" {
		return []string{"Write what is done. The rest can be filled in later."}
	}
	notes := k.pages.Talk(d.id)
	offer := d.p.OfferPrerequisites(d.action())
	if len(offer.Actions) > 0 {
		notes = append(notes, fmt.Sprintf("It should wait for: %s. See \"Needs first\".", joinIDs(offer.Actions)))
	}
	return notes
}

// actionEntries are the fields of an action.
func actionEntries(d *draft) []field.Entry {
	a := d.action()
	line := func(id, label, help, was string, set func(a *assessment.Action, text string)) field.Entry {
		return field.Entry{Label: label, Help: help, Text: field.NewLine(id, was),
			Set: func(text string) error { return d.change(func(a *assessment.Action) { set(a, text) }) }}
	}
	text := func(id, label, help, was string, set func(a *assessment.Action, text string)) field.Entry {
		e := line(id, label, help, was, set)
		e.Text = field.NewText(id, was)
		return e
	}
	owner := "A person or an office by name. Without an owner nothing happens."
	if d.usually != "" {
		owner = fmt.Sprintf("Usually: %s. Name the person or the office here.", d.usually)
	}
	entries := []field.Entry{
		line("what", "What is done", "One sentence that says what will be different.", a.What, func(a *assessment.Action, t string) { a.What = t }),
		line("owner", "Owner", owner, a.Owner, func(a *assessment.Action, t string) { a.Owner = t }),
		line("start", "First day", "As 2026-12-01.", a.Start, func(a *assessment.Action, t string) { a.Start = t }),
		line("end", "Last day", "As 2027-05-31.", a.End, func(a *assessment.Action, t string) { a.End = t }),
		line("measure", "Success measure", "How we will know that it worked: a number, a document, a date.", a.Measure, func(a *assessment.Action, t string) { a.Measure = t }),
		line("first", "First step this month", "", a.FirstStep, func(a *assessment.Action, t string) { a.FirstStep = t }),
		line("entry", "Who decides, and by what", "For example: the minister, by an order; the council, in the yearly budget.", a.EntryPoint, func(a *assessment.Action, t string) { a.EntryPoint = t }),
		text("resources", "Resources", "People, money, things.", a.Resources, func(a *assessment.Action, t string) { a.Resources = t }),
		text("inform", "To be informed", "Who needs to know of it.", a.Inform, func(a *assessment.Action, t string) { a.Inform = t }),
		choiceOf("kind", "Kind", assessment.ActionKinds(), a.Kind, func(k assessment.ActionKind) error {
			return d.change(func(a *assessment.Action) { a.Kind = k })
		}),
		choiceOf("cost", "Cost", assessment.CostClasses(), a.Cost, func(c assessment.CostClass) error {
			return d.change(func(a *assessment.Action) { a.Cost = c })
		}),
	}
	entries = append(entries, d.reachEntries(a)...)
	if e, ok := d.afterEntry(a); ok {
		entries = append(entries, e)
	}
	if d.id != "" {
		entries = append(entries, d.statusEntry(a))
	}
	return entries
}

// notSaid is the first entry of a list of which nothing needs to be chosen.
var notSaid = field.Option{Key: "0", Name: "Not said"}

// choiceOf is a list of words of which one can be chosen, or none.
func choiceOf[T ~string](id, label string, words []T, now T, set func(T) error) field.Entry {
	opts := []field.Option{notSaid}
	for i, w := range words {
		opts = append(opts, field.Option{Key: strconv.Itoa(i + 1), Name: string(w)})
	}
	return field.Entry{Label: label, Choice: field.NewChoice(id, opts, slices.Index(words, now)+1), Pick: func(i int) error {
		if i == 0 {
			return set("")
		}
		return set(words[i-1])
	}}
}

// reachEntries say what the action is for, and how far it leads.
func (d *draft) reachEntries(a assessment.Action) []field.Entry {
	asked := &d.p.Assessment().Asked
	levels := []field.Option{notSaid}
	for l := assessment.Level(1); l <= asked.Levels(); l++ {
		levels = append(levels, field.Option{Key: strconv.Itoa(int(l)), Name: terminal.CleanLine(asked.LevelName(l))})
	}
	now, then := field.NewChoice("baseline", levels, int(a.Baseline)), field.NewChoice("target", levels, int(a.Target))
	now.Numbers, then.Numbers = true, true
	entries := []field.Entry{
		{Label: "Serves", Help: "The codes of its statements, with spaces between them, such as LEA-01 STR-03.",
			Text: field.NewLine("serves", strings.ReplaceAll(joinIDs(a.Serves), ",", "")), Set: d.setServes},
		{Label: "Level now", Choice: now,
			Pick: func(i int) error {
				return d.change(func(a *assessment.Action) { a.Baseline = assessment.Level(i) })
			}},
		{Label: "Level when it is done", Choice: then,
			Pick: func(i int) error {
				return d.change(func(a *assessment.Action) { a.Target = assessment.Level(i) })
			}},
	}
	if len(asked.ChangeLevels) == 0 {
		return entries
	}
	opts, chosen := []field.Option{notSaid}, 0
	for i, c := range asked.ChangeLevels {
		opts = append(opts, field.Option{Key: strconv.Itoa(i + 1), Name: terminal.CleanLine(c.Name)})
		if c.ID == a.ChangeLevel {
			chosen = i + 1
		}
	}
	return append(entries, field.Entry{Label: "Level of change", Help: "Where does the change take place?", Choice: field.NewChoice("change", opts, chosen),
		Pick: func(i int) error {
			return d.change(func(a *assessment.Action) {
				a.ChangeLevel = ""
				if i > 0 {
					a.ChangeLevel = asked.ChangeLevels[i-1].ID
				}
			})
		}})
}

// setServes reads codes of statements, in small or capital letters.
func (d *draft) setServes(text string) error {
	var ids []assessment.StatementID
	for _, word := range strings.Fields(strings.ReplaceAll(text, ",", " ")) {
		id := assessment.StatementID(word)
		for st := range d.p.Assessment().Asked.Statements() {
			if strings.EqualFold(string(st.ID), word) {
				id = st.ID
			}
		}
		ids = append(ids, id)
	}
	return d.change(func(a *assessment.Action) { a.Serves = ids })
}

// afterEntry marks the actions that must be finished first. It reports whether
// there are others.
func (d *draft) afterEntry(a assessment.Action) (field.Entry, bool) {
	offered := d.p.OfferPrerequisites(a).Actions
	var opts []field.Option
	var ids []assessment.ActionID
	var marked []bool
	for _, other := range d.others(offered) {
		name := terminal.CleanLine(string(other.ID))
		text := terminal.CleanLine(other.What)
		if slices.Contains(offered, other.ID) {
			text = "Needed first. " + text
		}
		key := " "
		if n := len(opts) + 1; n <= 9 {
			key = strconv.Itoa(n)
		}
		opts = append(opts, field.Option{Key: key, Name: name, Text: text})
		ids, marked = append(ids, other.ID), append(marked, slices.Contains(a.After, other.ID))
	}
	return field.Entry{Label: "Needs first", Help: "Which actions must be finished before this one? Space marks.", Marks: field.NewMarks("after", opts, marked),
		Mark: func(marked []bool) error {
			return d.change(func(a *assessment.Action) {
				a.After = nil
				for i, id := range ids {
					if marked[i] {
						a.After = append(a.After, id)
					}
				}
			})
		}}, len(opts) > 0
}

// others are the other actions of the plan, those that are needed first at the
// top.
func (d *draft) others(first []assessment.ActionID) []*assessment.Action {
	var top, rest []*assessment.Action
	for i := range d.p.Plan().Actions {
		switch a := &d.p.Plan().Actions[i]; {
		case a.ID == d.id:
		case slices.Contains(first, a.ID):
			top = append(top, a)
		default:
			rest = append(rest, a)
		}
	}
	return append(top, rest...)
}

// statusEntry changes how far the action has come, since today.
func (d *draft) statusEntry(a assessment.Action) field.Entry {
	statuses := assessment.ActionStatuses()
	var opts []field.Option
	for i, s := range statuses {
		opts = append(opts, field.Option{Key: strconv.Itoa(i + 1), Name: s.String()})
	}
	return field.Entry{Label: "Status", Help: "It is noted with the day of today.", Choice: field.NewChoice("status", opts, slices.Index(statuses, a.Status)),
		Pick: func(i int) error {
			if statuses[i] == d.action().Status {
				return nil
			}
			return d.p.SetStatus(d.id, statuses[i], "", "")
		}}
}

// startEntries is the field for the first day of the plan.
func startEntries(p *assessment.Planning) func() []field.Entry {
	return func() []field.Entry {
		return []field.Entry{{Label: "First day", Help: "As 2026-12-01. Today is " + p.Today() + ".", Text: field.NewLine("start", p.Plan().Start), Set: p.SetStart}}
	}
}
