package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"dgca/assessment"
	"dgca/assessment/store"
	"dgca/assessment/workshop"
	"dgca/cmd/internal/tui/look"
	"dgca/reports"
)

type workshopSheetsOptions struct {
	dir      string
	together bool
	collect  []string
	as       string
	replace  []string
	add      string
	alias    string
	kind     string
	role     string
	group    string
	name     string
	absent   []string
	present  []string
	move     []string
}

func newWorkshopSheetsCmd(a *app) *cobra.Command {
	var opts workshopSheetsOptions
	cmd := &cobra.Command{
		Use:   "sheets DIR",
		Short: "Make sheets to fill in, collect them, see who has delivered",
		Long: `Make a start file for each participant in DIR/sheets/start, with the dimensions
of the person's group, and list who has delivered. Give each person their own
file. They fill it in with: dgca assess FILE

--collect takes result files from a file or a folder, such as a USB stick. Each
file is checked: is it about this workshop, its questionnaire and its unit; was
it filed before; is it a second sheet of the same person; was it changed after
it was complete. Good files are copied into DIR/sheets. Nothing is overwritten.
For every other file the command says what is wrong. With --as ALIAS it takes a
result file that was made outside the workshop.

At any time you can add people who come late (--add), mark people who did not
come (--absent), and move people to another group (--move).`,
		Example: `  dgca workshop sheets room
  dgca workshop sheets room --collect /media/stick
  dgca workshop sheets room --collect mine.yaml --as P07
  dgca workshop sheets room --add city-of-rim --absent P03 --move P05=G2`,
		Args:              arguments(1, 1),
		ValidArgsFunction: completeWorkshop,
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.dir = args[0]
			return a.runWorkshopSheets(cmd.Context(), opts)
		},
	}
	f := cmd.Flags()
	f.BoolVar(&opts.together, "together", false, "make one start file for the people of each unit in a group, not for each person")
	f.StringArrayVar(&opts.collect, "collect", nil, "file the result files at this `path`, a file or a folder; can be given several times")
	f.StringVar(&opts.as, "as", "", "take the collected file as the sheet of the participant with this `alias`")
	f.StringArrayVar(&opts.replace, "replace", nil, "the collected sheet of this `alias` counts instead of the earlier one")
	f.StringVar(&opts.add, "add", "", "add a participant about the unit with this `id`, who has come late")
	f.StringVar(&opts.alias, "alias", "", "`alias` of the participant who is added (default: the next free one)")
	f.StringVar(&opts.kind, "kind", "", "`kind` of respondent of the participant who is added")
	f.StringVar(&opts.role, "role", "", "`role` of the participant who is added")
	f.StringVar(&opts.group, "group", "", "`id` of the group of the participant who is added")
	f.StringVar(&opts.name, "name", "", "`name` of the participant who is added; it goes into names.yaml only")
	f.StringArrayVar(&opts.absent, "absent", nil, "the participant with this `alias` did not come; can be given several times")
	f.StringArrayVar(&opts.present, "present", nil, "the participant with this `alias` came after all; can be given several times")
	f.StringArrayVar(&opts.move, "move", nil, "move a participant to another group, as `ALIAS=GROUP` such as P05=G2; can be given several times")
	return cmd
}

func (a *app) runWorkshopSheets(ctx context.Context, opts workshopSheetsOptions) (err error) {
	now, err := a.now()
	if err != nil {
		return err
	}
	if opts.as != "" && len(opts.collect) != 1 {
		return usagef("name the one file with --collect", "workshop sheets: --as is about one collected file")
	}
	if opts.add == "" && (opts.alias != "" || opts.kind != "" || opts.role != "" || opts.group != "" || opts.name != "") {
		return usagef("add --add UNIT", "workshop sheets: --alias, --kind, --role, --group and --name describe a participant who is added")
	}
	r, err := a.openWorkshop(opts.dir)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	if err := a.changePeople(r, opts); err != nil {
		return err
	}
	register, err := r.Register()
	if err != nil {
		return err
	}
	if err := a.makeStartFiles(ctx, r, opts.together, register); err != nil {
		return err
	}
	refused := 0
	if len(opts.collect) > 0 {
		if refused, err = a.collectSheets(ctx, r, register, opts, now.Format(dayLayout)); err != nil {
			return err
		}
	}
	for _, remark := range r.w.Remarks(r.dimensions()) {
		a.say("%s", remark)
	}
	if err := reports.WriteText(a.streams.Out, reports.Delivered(r.delivery(register)), a.textOptions()); err != nil {
		return err
	}
	if refused > 0 {
		return invalidf("see above what is wrong with each; the others are filed", "workshop sheets: files that were not filed: %d", refused)
	}
	return nil
}

// changePeople makes the changes among the participants. All are possible, or
// none is made.
func (a *app) changePeople(r *room, opts workshopSheetsOptions) error {
	w := r.w
	var done []string
	for _, change := range []struct {
		aliases []string
		absent  bool
		word    string
	}{{opts.absent, true, "%s is marked as absent."}, {opts.present, false, "%s is present."}} {
		for _, alias := range change.aliases {
			if err := w.SetAbsent(workshop.Alias(alias), change.absent); err != nil {
				return wrongUse(err)
			}
			done = append(done, fmt.Sprintf(change.word, alias))
		}
	}
	for _, move := range opts.move {
		alias, group, ok := strings.Cut(move, "=")
		if !ok {
			return usagef("write it as P05=G2", "workshop sheets: --move %q names no group", move)
		}
		if err := w.Move(workshop.Alias(alias), workshop.GroupID(group)); err != nil {
			return wrongUse(err)
		}
		done = append(done, fmt.Sprintf("%s is in %s now.", alias, groupWords(w, workshop.GroupID(group))))
	}
	var added workshop.Alias
	if opts.add != "" {
		var err error
		added, err = w.Join(workshop.Participant{Alias: workshop.Alias(opts.alias), Unit: workshop.UnitID(opts.add), Kind: assessment.CleanLine(opts.kind),
			Role: assessment.CleanLine(opts.role), Group: workshop.GroupID(opts.group)})
		if err != nil {
			return wrongUse(err)
		}
		done = append(done, fmt.Sprintf("%s is added, in %s.", added, groupWords(w, w.Participant(added).Group)))
	}
	if len(done) == 0 {
		return nil
	}
	if issues := w.Validate(); len(issues) > 0 {
		return usagef(issues[0].Hint, "workshop sheets: %s", issues[0].Message)
	}
	// The name first: a participant who was added is not added again.
	if name := assessment.CleanLine(opts.name); name != "" {
		if err := putName(r, added, name); err != nil {
			return err
		}
	}
	if err := r.Save(w); err != nil {
		return err
	}
	for _, d := range done {
		a.say("%s", d)
	}
	return nil
}

// putName notes who stands behind an alias.
func putName(r *room, alias workshop.Alias, name string) error {
	names, doc, err := r.Names()
	if err != nil {
		return err
	}
	names.Names = slices.DeleteFunc(names.Names, func(n workshop.Name) bool { return n.Alias == alias })
	names.Names = append(names.Names, workshop.Name{Alias: alias, Name: name})
	return r.WriteYAML(store.NamesFile, names, doc)
}

// groupWords names a group in a sentence, as it is typed.
func groupWords(w *workshop.Workshop, id workshop.GroupID) string {
	if g := w.Group(id); g != nil {
		return "the group " + string(g.ID)
	}
	return "no group"
}

// wrongUse turns a change that is not possible into a fault of usage.
func wrongUse(err error) error {
	var change *workshop.ChangeError
	if errors.As(err, &change) {
		return usagef(change.Remedy, "workshop sheets: %s", change.Message)
	}
	return err
}

// makeStartFiles makes the sheets to fill in that are not there yet. A sheet
// that nobody has begun is made anew when the person has changed groups.
func (a *app) makeStartFiles(ctx context.Context, r *room, together bool, register *workshop.Register) error {
	made := 0
	for _, o := range r.w.Owners(together) {
		if err := ctx.Err(); err != nil {
			return err
		}
		if o.Absent || register.Of(o.Alias) != nil {
			continue
		}
		sheet, err := r.w.NewSheet(r.q, &o)
		if err != nil {
			return failf("give the group other dimensions in workshop.yaml", "%s: %w", o.Alias, err)
		}
		path := r.startFile(o.Alias)
		if fileExists(path) {
			old, _, err := store.ReadSheet(path)
			switch {
			case err != nil:
				a.say("dgca: %s: this start file is damaged; it is left as it is.", path)
				continue
			case sameScope(old.Scope, sheet.Scope):
				continue
			case len(old.Answers) > 0:
				a.say("%s has begun the sheet for other dimensions; it is left as it is: %s", o.Alias, path)
				continue
			}
			if err := os.Remove(path); err != nil {
				return failf("close the file in other programs", "%s: the old start file cannot be replaced", path)
			}
		}
		if err := saveNew(path, sheet); err != nil {
			return err
		}
		made++
	}
	if made > 0 {
		a.say("Sheets to fill in, made in %s: %d. Fill one in: dgca assess %s%s", r.Path(store.StartFolder), made, quoteArgument(r.startFile("ALIAS")), r.questionnaireWords())
	}
	return nil
}

func (r *room) startFile(alias workshop.Alias) string {
	return r.Path(store.StartFolder + "/" + string(alias) + ".yaml")
}

func sameScope(a, b assessment.Scope) bool {
	return a.Kind == b.Kind && slices.Equal(a.Dimensions, b.Dimensions)
}

// collectSheets files the result files at some paths, and returns how many could
// not be.
func (a *app) collectSheets(ctx context.Context, r *room, register *workshop.Register, opts workshopSheetsOptions, today string) (refused int, err error) {
	filed, known := 0, 0
	for _, path := range opts.collect {
		files, err := candidateFiles(path)
		if err != nil {
			return refused, err
		}
		if len(files) == 0 {
			a.say("dgca: %s: there is no YAML file in this folder.", path)
		}
		for _, file := range files {
			if err := ctx.Err(); err != nil {
				return refused, err
			}
			verdict, err := a.collectOne(r, register, file, opts, today)
			switch {
			case err != nil && isDiskFault(err):
				a.say("Stopped. Filed: %d. Filed before: %d. Not filed: %d. Collect the same files again to file the rest.\n", filed, known, refused)
				return refused, err
			case err != nil:
				refused++
				a.say("NOT FILED %s", file)
				a.explainError(err)
			case verdict.Known != nil:
				known++
				a.say("known     %s: filed before as the sheet of %s", file, verdict.Known.Owner)
			default:
				filed++
				a.say("filed     %s as the sheet of %s", file, verdict.Owner.Alias)
				for _, remark := range verdict.Remarks {
					a.say("          %s", remark)
				}
			}
		}
	}
	a.say("Filed: %d. Filed before: %d. Not filed: %d.\n", filed, known, refused)
	return refused, nil
}

// isDiskFault reports whether there is no point in trying the next file: the
// folder of the workshop cannot be written.
func isDiskFault(err error) bool {
	var file *store.FileError
	return errors.As(err, &file) && strings.HasPrefix(file.Message, "not saved")
}

func (a *app) collectOne(r *room, register *workshop.Register, file string, opts workshopSheetsOptions, today string) (workshop.Verdict, error) {
	sheet, digest, err := store.ReadSheet(file)
	if err != nil {
		return workshop.Verdict{}, err
	}
	c := workshop.Candidate{Sheet: sheet, Digest: digest, As: workshop.Alias(opts.as)}
	name := opts.as
	if name == "" {
		name = sheet.Session.Respondent
	}
	c.Replace = slices.ContainsFunc(opts.replace, func(s string) bool { return strings.EqualFold(s, name) })
	v, err := r.w.Judge(r.q, register, c, today)
	if err != nil || v.Known != nil {
		return v, err
	}
	err = r.File(register, file, workshop.Filed{Owner: v.Owner.Alias, Digest: digest, Filed: today, From: filepath.Base(file), Adopted: v.Adopted})
	if err == nil && v.Owner.Absent {
		if err = r.w.SetAbsent(v.Owner.Alias, false); err == nil {
			err = r.Save(r.w)
		}
	}
	return v, err
}

// candidateFiles returns a file, or the YAML files of a folder in alphabetical
// order. The registers of workshops are no candidates.
func candidateFiles(path string) ([]string, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil, failf("check the name, and whether the USB stick is plugged in", "%s: there is no such file or folder", path)
	case err != nil:
		return nil, failf("check your rights", "%s: cannot be read", path)
	case !info.IsDir():
		return []string{path}, nil
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		return nil, failf("check the stick and your rights", "%s: the folder cannot be read to its end", path)
	}
	var files []string
	for _, e := range entries {
		name := strings.ToLower(e.Name())
		ext := filepath.Ext(name)
		if !e.IsDir() && (ext == ".yaml" || ext == ".yml") && !strings.HasPrefix(name, ".") &&
			!slices.Contains([]string{filepath.Base(store.RegisterFile), store.WorkshopFile, store.NamesFile}, name) {
			files = append(files, filepath.Join(path, e.Name()))
		}
	}
	return files, nil
}

// delivery is who has delivered, for a report.
func (r *room) delivery(register *workshop.Register) reports.DeliveryInput {
	in := reports.DeliveryInput{Workshop: r.w, Register: register, Sheets: map[workshop.Alias]reports.SheetState{}}
	r.Sheets(register, func(s store.Sheet) {
		state := reports.SheetState{Changed: s.Changed(), Damaged: s.Err != nil}
		if s.Err == nil {
			state.Progress = sheetProgress(s.Assessment)
		}
		in.Sheets[s.Filed.Owner] = state
	})
	for _, o := range r.w.Owners(false) {
		if register.Of(o.Alias) == nil && fileExists(r.startFile(o.Alias)) {
			if begun, _, err := store.ReadSheet(r.startFile(o.Alias)); err == nil && len(begun.Answers) > 0 {
				in.Sheets[o.Alias] = reports.SheetState{Begun: true, Progress: sheetProgress(begun)}
			}
		}
	}
	return in
}

// sheetProgress says how much of a sheet is answered.
func sheetProgress(s *assessment.Assessment) string {
	done, all := s.Done()
	return fmt.Sprintf("%d of %s", done, look.Count(all, "statement", "statements"))
}
