package cli

import (
	"bytes"
	"fmt"

	"github.com/spf13/cobra"

	"dgca/assessment"
	"dgca/assessment/paper"
	"dgca/questionnaires"
	"dgca/reports"
)

// paperOptions say which form of a questionnaire is meant.
type paperOptions struct {
	kind          string
	quick         bool
	dimensions    []string
	questionnaire questionnaireFlag
}

func (o *paperOptions) addTo(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&o.kind, "kind", "", "`kind` of unit: government, institution, local, other")
	f.BoolVar(&o.quick, "quick", false, "the quick scope only")
	f.StringArrayVar(&o.dimensions, "dimension", nil, "only the dimension with this `id`; can be given several times")
	o.questionnaire.addTo(cmd)
	complete(cmd, "kind", completeKinds)
	complete(cmd, "dimension", completeDimensions)
}

// given reports whether the flags say which form it is.
func (o *paperOptions) given() bool { return o.kind != "" || o.quick || len(o.dimensions) > 0 }

// form is the form that the flags say, worded for an institution where they
// say nothing.
func (o *paperOptions) form(q *questionnaires.Questionnaire) (paper.Form, error) {
	kind := o.kind
	if kind == "" {
		kind = string(questionnaires.Institution)
		if len(q.Units) > 0 && checkKind(q, kind) != nil {
			kind = string(q.Units[0].Kind)
		}
	}
	if err := checkKind(q, kind); err != nil {
		return paper.Form{}, err
	}
	if err := checkDimensions(q, o.dimensions); err != nil {
		return paper.Form{}, err
	}
	s := setupOptions{quick: o.quick, dimensions: o.dimensions}
	f := paper.Form{Kind: assessment.UnitKind(kind), Scope: s.scope()}.Normal(q)
	if _, err := assessment.New(q, assessment.Subject{Kind: f.Kind}, assessment.SessionInfo{}, f.Scope); err != nil {
		return paper.Form{}, usagef("choose another --dimension, or leave out --quick", "%w", err)
	}
	return f, nil
}

type formOptions struct {
	paperOptions
	unit, event string
	output      string
	force       bool
}

func newFormCmd(a *app) *cobra.Command {
	var opts formOptions
	cmd := &cobra.Command{
		Use:   "form",
		Short: "Print the blank questionnaire for paper, as PDF",
		Long: `Write the blank questionnaire as a PDF to print: a box for every answer with the
digit by which it is keyed in, and lines for evidence. Each page has a code with
a check digit that names the form, its version and the page.

Marked sheets are keyed in with: dgca enter`,
		Example: `  dgca form
  dgca form --quick --kind government -o quick.pdf
  dgca form --dimension legal --unit "City of Example" --kind local`,
		Args: arguments(0, 0),
		RunE: func(*cobra.Command, []string) error { return a.runForm(opts) },
	}
	opts.paperOptions.addTo(cmd)
	f := cmd.Flags()
	f.StringVar(&opts.unit, "unit", "", "print the `name` of the unit on the first page")
	f.StringVar(&opts.event, "title", "", "print this `title` of an event at the head of the first page")
	f.StringVarP(&opts.output, "output", "o", "", "write to this `file` (default: a name made of the questionnaire and the scope)")
	f.BoolVar(&opts.force, "force", false, "replace the output file")
	complete(cmd, "output", func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return []string{"pdf"}, cobra.ShellCompDirectiveFilterFileExt
	})
	return cmd
}

func (a *app) runForm(opts formOptions) error {
	created, err := a.now()
	if err != nil {
		return err
	}
	q, err := opts.questionnaire.load()
	if err != nil {
		return err
	}
	form, err := opts.form(q)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	err = reports.WriteForm(&b, reports.FormInput{Questionnaire: q, Form: form, Created: created, Program: programName,
		Unit: assessment.CleanLine(opts.unit), Event: assessment.CleanLine(opts.event)})
	if err != nil {
		return failf("print fewer dimensions at a time with --dimension", "form: %w", err)
	}
	out := opts.output
	if out == "" {
		out = formName(q, form) + ".pdf"
	}
	if err := a.writeOutput(out, b.Bytes(), opts.force); err != nil {
		return err
	}
	a.say("Key marked sheets in with: dgca enter%s", opts.questionnaire.words())
	return nil
}

// formName is the name of the file of a form, without its ending.
func formName(q *questionnaires.Questionnaire, f paper.Form) string {
	name := fmt.Sprintf("form-%s-%s-%s", slug(q.ID), f.Scope.Kind, slug(string(f.Kind)))
	for _, d := range f.Scope.Dimensions {
		name += "-" + slug(string(d))
	}
	return name
}
