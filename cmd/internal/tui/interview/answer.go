package interview

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dgca/assessment"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/field"
)

// pageResult says what the interview has to do after a key on a page.
type pageResult struct {
	changed bool // something was recorded and is to be saved
	next    bool // go to the next statement
	cmd     tea.Cmd
}

// update gives a message to the field that has the focus, and obeys what came
// out of it before the next key is looked at.
func (p *page) update(msg tea.Msg) pageResult {
	form := p.form
	if p.reason != nil {
		form = p.reason.form
	}
	if k, ok := msg.(tea.KeyPressMsg); ok {
		p.message = ""
		if p.alone {
			p.reveal(k.String())
			return pageResult{}
		}
		switch s := k.String(); {
		case s == "ctrl+v": // the terminal pastes; a program need not read the clipboard
			return pageResult{}
		case s == "tab", s == "shift+tab":
			return p.tab(s == "tab")
		case s == "enter" && p.typing():
			return p.enter()
		case s == "esc" && p.reason != nil:
			return p.cancelReason()
		}
	}
	_, cmd := form.Update(msg)
	r := p.picked()
	r.cmd = tea.Batch(cmd, r.cmd)
	return r
}

// reveal shows the levels of a statement that stood alone. A digit chooses
// nothing yet: nobody has read what it stands for.
func (p *page) reveal(key string) {
	for i, o := range p.level.Options {
		if key == o.Key {
			p.level.Cursor, p.alone = i, false
			p.message = "Read the levels, then press Enter, or another digit."
		}
	}
	switch key {
	case "space", "enter", "down", "tab":
		p.alone = false
	}
}

// tab moves between the fields and records the text that is left.
func (p *page) tab(forward bool) pageResult {
	if p.reason != nil {
		if p.reason.list == nil {
			return pageResult{}
		}
		to := reasonOwn
		if p.focused() == reasonOwn {
			to = reasonList
		}
		return pageResult{cmd: p.reason.form.Focus(to)}
	}
	by := 1
	if !forward {
		by = -1
	}
	return pageResult{changed: p.store(), cmd: p.step(by)}
}

// enter leaves a text field.
func (p *page) enter() pageResult {
	switch p.focused() {
	case reasonOwn:
		return p.giveReason(p.reason.own.Content())
	case whyField:
		return pageResult{changed: p.store(), cmd: p.focus(evidenceField)}
	case evidenceField:
		return pageResult{changed: p.store(), cmd: p.focus(commentField)}
	}
	return pageResult{changed: p.store(), next: true}
}

// notConfirmed is said when a reason was typed and not confirmed.
const notConfirmed = "\"Not applicable\" is not recorded. Your text is in the comment."

// picked acts on what was just chosen in a list.
func (p *page) picked() pageResult {
	if p.reason != nil {
		return p.pickedReason()
	}
	if i, ok := p.level.TakePick(); ok {
		return p.answer(p.choiceAt(i))
	}
	if p.level.TakeMiss() {
		p.message = fmt.Sprintf("There is no such digit here. Press 1 to %d, 0 or 9.", p.s.Questionnaire().Levels())
	}
	if p.level.TakeEmpty() {
		p.message = "Nothing is chosen yet. Press a digit, or move with up and down."
	}
	if i, ok := p.confidence.TakePick(); ok {
		p.s.SetConfidence(confidences[i])
		p.confidence.Chosen = i
		return pageResult{changed: true, next: true}
	}
	if p.confidence.TakeEmpty() {
		return pageResult{next: true}
	}
	return pageResult{}
}

// answer records a choice and goes on to what belongs to it: evidence for a
// level, the reason for "not applicable", a comment for "don't know".
func (p *page) answer(c assessment.Choice) pageResult {
	before := p.s.Answer()
	if c == assessment.NotApplicable {
		return pageResult{cmd: p.askReason()}
	}
	if err := p.s.Choose(c, ""); err != nil {
		p.message = terminal.CleanLine(err.Error())
		return pageResult{}
	}
	p.level.Chosen = p.index(c)
	to := evidenceField
	switch {
	case c == assessment.Unknown:
		to = commentField
	case p.group:
		to = whyField
	}
	r := pageResult{changed: p.s.Answer() != before, cmd: p.focus(to)}
	if r.changed {
		p.message = "Recorded: " + choiceName(p.s.Questionnaire(), p.s.Answer()) + "."
	}
	return r
}

func (p *page) pickedReason() pageResult {
	list := p.reason.list
	if list == nil {
		return pageResult{}
	}
	if i, ok := list.TakePick(); ok {
		if i == len(list.Options)-1 {
			list.Chosen = i
			return pageResult{cmd: p.reason.ownReason()}
		}
		return p.giveReason(list.Options[i].Text)
	}
	if list.TakeEmpty() {
		p.message = "Nothing is chosen yet. Press the digit of a reason."
	}
	return pageResult{}
}

// giveReason records "not applicable" with its reason. Without one, nothing is
// recorded.
func (p *page) giveReason(reason string) pageResult {
	before := p.s.Answer()
	if !hasWord(reason) || p.s.Choose(assessment.NotApplicable, reason) != nil {
		p.message = "A reason in words is needed. Nothing is recorded yet. Esc goes back."
		return pageResult{}
	}
	p.reason = nil
	p.level.Chosen = p.index(assessment.NotApplicable)
	p.level.Cursor = p.level.Chosen
	p.message = "Recorded: " + naName(p.s.Questionnaire()) + "."
	return pageResult{changed: p.s.Answer() != before, cmd: p.focus(commentField)}
}

func (p *page) cancelReason() pageResult {
	if p.focused() == reasonOwn && p.reason.list != nil {
		return pageResult{cmd: p.reason.form.Focus(reasonList)}
	}
	kept := p.keepDraft()
	p.reason = nil
	p.level.Cursor = p.level.Chosen
	if kept {
		p.message = notConfirmed
	}
	return pageResult{changed: kept}
}

// keepDraft puts a reason that was typed, but never confirmed, into the
// comment: it is no answer, and it is not lost.
func (p *page) keepDraft() bool {
	draft := p.draft()
	if draft == "" {
		return false
	}
	p.store()
	comment := p.s.Answer().Comment
	p.s.SetComment(strings.TrimLeft(comment+"\nReason for not applicable, not confirmed: "+draft, "\n"))
	p.comment = field.NewText(commentField, p.s.Answer().Comment)
	p.makeForm()
	p.reason.own.Stored()
	return true
}

// leave records everything that was typed on the page.
func (p *page) leave() bool {
	stored := p.store()
	return p.keepDraft() || stored
}
