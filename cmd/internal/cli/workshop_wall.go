package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"dgca/assessment"
	"dgca/assessment/roomtable"
	"dgca/assessment/store"
	"dgca/assessment/workshop"
	"dgca/cmd/internal/tui/wall"
	"dgca/questionnaires/strictyaml"
	"dgca/reports"
)

// wallFile is the file of the wall in the folder of a workshop.
const wallFile = store.WallFolder + "/wall.yaml"

type workshopWallOptions struct {
	dir     string
	out     paperOutput
	from    []string
	handOut string
	gather  bool
	ballot  bool
	plan    string
	unit    string
	line    bool
	paper   paperFlags
}

func newWorkshopWallCmd(a *app) *cobra.Command {
	opts := workshopWallOptions{out: paperOutput{more: reports.TableFormats}}
	cmd := &cobra.Command{
		Use:   "wall DIR",
		Short: "Collect challenges and put them into other hands",
		Long: `Everybody puts three challenges on the wall, personal or of the institution,
anonymous if wished. In round two each person gets a challenge of somebody else
and writes a solution or a course of action. Nobody gets their own challenge,
nor one from their own country while others are left. Round three is the same
between the teams of the countries. The wall also holds ideas, ways forward and
the support that countries ask for.

--gather puts the areas of improvement that people named in their sheets on a
list for each dimension. Notes that say the same are merged on the terminal.
--ballot makes the paper on which people vote with dots; the dots are keyed in
on the terminal, or taken from a table (--from). A new count replaces the old.

On a terminal the wall opens; --line asks line by line. --from takes what was
typed from paper. With --format, or without a terminal, the wall is shown:
themes with counts, challenges with solutions, ideas, ways forward, support. No
person is named on it, also not by alias.

--plan puts the solutions that others found for a unit's challenges, and its own
ways forward, into the plan of a result file as proposed actions.`,
		Example: `  dgca workshop wall room
  dgca workshop wall room --from challenges.csv --hand-out persons
  dgca workshop wall room --gather --ballot
  dgca workshop wall room --format pdf
  dgca workshop wall room --plan room/agreed/ministry-of-health.yaml`,
		Args:              arguments(1, 1),
		ValidArgsFunction: completeWorkshop,
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.dir = args[0]
			return a.runWorkshopWall(cmd.Context(), opts)
		},
	}
	opts.out.addTo(cmd)
	f := cmd.Flags()
	f.StringArrayVar(&opts.from, "from", nil, "add the rows of this CSV `file` to the wall (- for the standard input); can be given several times")
	f.StringVar(&opts.handOut, "hand-out", "", "hand challenges out to these `people`: persons, teams")
	f.BoolVar(&opts.gather, "gather", false, "put the areas of improvement from the collected sheets on the wall")
	f.BoolVar(&opts.ballot, "ballot", false, "make the paper for voting with dots")
	f.StringVar(&opts.plan, "plan", "", "put proposed actions into the plan of this result `file`")
	f.StringVar(&opts.unit, "unit", "", "`id` or name of the unit whose actions --plan takes (default: the unit of the file)")
	f.BoolVar(&opts.line, "line", false, "ask line by line, without a full screen; good for screen readers")
	opts.paper.addTo(cmd, "all that people wrote; the counts stay")
	complete(cmd, "from", completeTable)
	complete(cmd, "plan", completeYAML)
	complete(cmd, "hand-out", cobra.FixedCompletions([]string{"persons", "teams"}, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// completeTable completes files of tables.
func completeTable(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return []string{"csv", "tsv", "txt"}, cobra.ShellCompDirectiveFilterFileExt
}

// hall is the wall of a workshop and what its file holds.
type hall struct {
	*room
	wall *workshop.Wall
	doc  *strictyaml.Document
	disk []byte   // the file as it was read or written last; nil for none
	done []string // what was done, to be said when it is saved
}

func (h *hall) note(format string, args ...any) {
	h.done = append(h.done, fmt.Sprintf(format, args...))
}

// openWall reads the wall of a workshop.
func (a *app) openWall(r *room) (*hall, error) {
	h := &hall{room: r, wall: &workshop.Wall{Format: workshop.WallFormat}}
	var err error
	var exists bool
	if h.doc, exists, err = r.ReadYAML(wallFile, h.wall); err != nil || !exists {
		return h, err
	}
	if err := checkFile(h.doc, r.Path(wallFile), h.wall.Validate(r.w, r.q)); err != nil {
		return nil, err
	}
	h.disk, err = os.ReadFile(r.Path(wallFile))
	return h, err
}

// checkFile says the faults of a file of the workshop, with their places.
func checkFile(doc *strictyaml.Document, path string, issues []assessment.Issue) error {
	var problems strictyaml.Problems
	for _, issue := range issues {
		p := doc.Problem(issue.Path, "%s", issue.Message)
		p.Hint = issue.Hint
		problems = append(problems, p)
	}
	if len(problems) > 0 {
		return &store.InvalidError{Path: path, Problems: problems.Sort()}
	}
	return nil
}

// save writes the wall. It opens the folder for that moment only, and leaves a
// wall alone that somebody else has changed.
func (h *hall) save() (err error) {
	f, err := openAgain(h.Dir())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	now, readErr := os.ReadFile(f.Path(wallFile))
	if readErr == nil && h.disk != nil && !bytes.Equal(now, h.disk) || readErr == nil && h.disk == nil {
		return &store.ChangedError{Path: f.Path(wallFile)}
	}
	if err := f.WriteYAML(wallFile, h.wall, h.doc); err != nil {
		return err
	}
	h.disk, err = os.ReadFile(f.Path(wallFile))
	return err
}

func (a *app) runWorkshopWall(ctx context.Context, opts workshopWallOptions) error {
	asked := opts.out.format != "" || opts.out.output != ""
	if err := opts.out.check("workshop wall"); err != nil {
		return err
	}
	if opts.handOut != "" && opts.handOut != "persons" && opts.handOut != "teams" {
		return usagef("possible: persons, teams", "workshop wall: --hand-out %q is not known", opts.handOut)
	}
	if opts.ballot && opts.plan != "" {
		return usagef("leave one of them out", "workshop wall: --ballot and --plan are two tasks")
	}
	if opts.unit != "" && opts.plan == "" {
		return usagef("add --plan FILE", "workshop wall: --unit is for --plan")
	}
	r, err := a.readWorkshop(opts.dir)
	if err != nil {
		return err
	}
	h, err := a.openWall(r)
	if err != nil {
		return err
	}
	changed, err := a.change(h, opts)
	if err != nil {
		return err
	}
	switch {
	case opts.plan != "":
		return a.planFromWall(h, opts)
	case opts.ballot:
		return a.makeBallot(h, opts)
	case asked:
		return a.showWall(h, opts)
	case changed:
		return nil
	case opts.line || a.streams.CanPrompt() || a.streams.InIsTerminal():
		return a.editWall(ctx, h, opts.line)
	}
	return a.showWall(h, opts)
}

// editWall lets people work on the wall.
func (a *app) editWall(ctx context.Context, h *hall, line bool) error {
	if err := h.checkWritable(wallFile); err != nil {
		return err
	}
	saver := &boardSaver{save: h.save, rescue: h.saveTo}
	b := wall.New(h.w, h.q, h.wall, func() ([]assessment.Note, error) { return a.sheetNotes(h.room) }, saver.keep)
	if err := a.runBoard(ctx, b, saver, h.Path(wallFile), "wall-rescued.yaml", line); err != nil {
		return err
	}
	if saver.moved != "" {
		a.say("The wall as it is now is in %s, and NOT in the workshop. To go on with it, put this file in the place of %s", saver.moved, h.Path(wallFile))
	}
	return nil
}

// saveTo writes the wall to a file outside the workshop.
func (h *hall) saveTo(path string, overwrite store.Overwrite) error {
	data, err := strictyaml.Encode(h.wall, h.doc)
	if err != nil {
		return err
	}
	return store.WriteFile(path, data, overwrite)
}

// change makes the changes that flags ask for, saves them, and says then what was
// done. It reports whether there were any.
func (a *app) change(h *hall, opts workshopWallOptions) (bool, error) {
	if !opts.gather && len(opts.from) == 0 && opts.handOut == "" {
		return false, nil
	}
	if opts.gather {
		if err := a.gather(h); err != nil {
			return false, err
		}
	}
	for _, path := range opts.from {
		if err := a.takeWall(h, path); err != nil {
			return false, err
		}
	}
	handed := ""
	if opts.handOut != "" {
		handed = h.handOut(opts.handOut)
	}
	if err := h.save(); err != nil {
		return false, err
	}
	for _, said := range h.done {
		a.say("%s", said)
	}
	return true, a.print(handed)
}

// gather puts the areas of improvement of the sheets on the wall.
func (a *app) gather(h *hall) error {
	notes, err := a.sheetNotes(h.room)
	if err != nil {
		return err
	}
	added := h.wall.Gather(notes, h.dimensions())
	h.note("Areas of improvement gathered from the sheets: %d. New on the wall: %d.", workshop.CountNamed(notes, h.dimensions()), added)
	return nil
}

// sheetNotes are the notes of all sheets that can be counted.
func (a *app) sheetNotes(r *room) ([]assessment.Note, error) {
	c, err := a.tally(r, nil)
	if err != nil {
		return nil, err
	}
	return c.allNotes(r.w), nil
}

// makeBallot writes the paper for voting with dots.
func (a *app) makeBallot(h *hall, opts workshopWallOptions) error {
	created, err := a.now()
	if err != nil {
		return err
	}
	out := opts.out
	if out.format == textFormat && out.output == "" {
		out.format = usualFormat
	}
	if slices.Contains(reports.TableFormats, out.format) {
		return usagef("possible: "+strings.Join(slices.Concat([]string{textFormat}, reports.Formats), ", "), "workshop wall: the paper for voting is no table")
	}
	if len(h.wall.Improvements) == 0 {
		a.say("There is no area of improvement on the wall yet. Gather them from the sheets: %s --gather", h.command("wall"))
	}
	return a.putPaper(h.room, reports.Ballot(h.paper(opts.paper, created)), "ballot", out)
}

// takeWall adds a table to the wall.
func (a *app) takeWall(h *hall, path string) error {
	data, err := a.readInputFile(path, roomtable.MaxBytes)
	if err != nil {
		return err
	}
	next, taken, problems := roomtable.ReadWall(path, data, h.w, h.q, h.wall)
	if len(problems) > 0 {
		a.explainError(problems)
		return invalidf("correct the lines above; nothing was taken from this file", "%s: faults in the table: %d", path, len(problems))
	}
	h.wall = next
	h.note("Taken from %s: challenges %d, solutions %d, ideas %d, ways forward %d, support %d, areas of improvement %d, counts of dots %d.", path,
		taken.Challenges, taken.Solutions, taken.Ideas, taken.WaysForward, taken.Support, taken.Improvements, taken.Dots)
	if taken.Known > 0 {
		h.note("Rows that stood on the wall before, and were not added or counted again: %d.", taken.Known)
	}
	return nil
}

// handOut hands challenges out and returns who got which, for the room.
func (h *hall) handOut(to string) string {
	if len(h.wall.Challenges) == 0 {
		h.note("There is no challenge on the wall yet.")
		return ""
	}
	round := workshop.PersonRound
	if to == "teams" {
		round = workshop.TeamRound
	}
	before := len(h.wall.Handouts(round))
	without := h.wall.HandOut(h.w, round)
	h.note("Handed out to %s: %d.", to, len(h.wall.Handouts(round))-before)
	var list strings.Builder
	for _, x := range h.wall.Handouts(round)[before:] {
		fmt.Fprintf(&list, "%s gets %s: %s\n", x.To, x.Challenge, strings.Join(strings.Fields(h.wall.Challenge(x.Challenge).Text), " "))
		if x.OwnCountry {
			h.note("%s got a challenge from their own country: no other was left.", x.To)
		}
	}
	if len(without) > 0 {
		h.note("No challenge of somebody else is left for: %s.", strings.Join(without, ", "))
	}
	return list.String()
}

func (a *app) showWall(h *hall, opts workshopWallOptions) error {
	created, err := a.now()
	if err != nil {
		return err
	}
	in := h.paper(opts.paper, created)
	if slices.Contains(reports.TableFormats, opts.out.format) {
		var b bytes.Buffer
		if err := reports.WriteWallTable(&b, opts.out.format, in); err != nil {
			return err
		}
		return a.putData(b.Bytes(), opts.out)
	}
	return a.putPaper(h.room, reports.Wall(in), "wall", opts.out)
}

// paper is what the paper of the wall is made from.
func (h *hall) paper(flags paperFlags, created time.Time) reports.WallInput {
	in := reports.WallInput{Workshop: h.w, Wall: h.wall, Questionnaire: h.q, Redact: flags.redact, Created: created, Program: programName,
		Team: func(name string) string { return name }}
	if flags.alias {
		in.Team = h.teamLetter
	}
	return in
}

// teamLetter is the letter of the first unit of a country.
func (r *room) teamLetter(team string) string {
	letters := r.w.Letters()
	for i := range r.w.Units {
		if u := &r.w.Units[i]; u.Nation() == team {
			return letters[u.ID]
		}
	}
	return team
}

// planFromWall puts proposed actions into the plan of a result file.
func (a *app) planFromWall(h *hall, opts workshopWallOptions) (err error) {
	now, err := a.now()
	if err != nil {
		return err
	}
	f, err := openExisting(opts.plan)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	result := f.Assessment()
	name := opts.unit
	if name == "" {
		name = result.Subject.Name
	}
	u := h.w.UnitNamed(name)
	if u == nil {
		return usagef("name the unit of the workshop with --unit ID", "workshop wall: %s is about %q, which is not a unit of the workshop", opts.plan, name)
	}
	q := h.q
	if q.Digest() != result.Questionnaire.Digest {
		q = nil
	}
	p, err := assessment.NewPlanning(q, result, now)
	if err != nil {
		return err
	}
	added := 0
	for _, act := range h.wall.Proposals(h.w, u.Nation(), result) {
		if _, err := p.AddAction(act); err != nil {
			return err
		}
		added++
	}
	if err := f.Save(p.Assessment()); err != nil {
		return err
	}
	a.say("Proposed actions added to the plan of %s: %d. Say who does them, and when: dgca plan %s", opts.plan, added, quoteArgument(opts.plan))
	return nil
}
