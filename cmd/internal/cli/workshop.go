package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"dgca/assessment/store"
	"dgca/assessment/workshop"
	"dgca/questionnaires"
)

func newWorkshopCmd(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "workshop",
		Short: "Run a workshop: many sheets, one agreed answer",
		Long: `Run a workshop in a hall, without a network: everybody answers alone, the people
of one unit see where they differ, and agree on one answer with its reason.
Everything is kept in one folder, DIR. Sheets of different units are never
averaged. The commands stand below in the order of a workshop.

A workshop step by step: dgca help workshops`,
		Args: a.unknownCommand,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newWorkshopNewCmd(a), newWorkshopShowCmd(a), newWorkshopSheetsCmd(a), newWorkshopSpreadCmd(a),
		newWorkshopAgreeCmd(a), newWorkshopPlenaryCmd(a), newWorkshopWallCmd(a), newWorkshopPairsCmd(a), newWorkshopFeedbackCmd(a))
	return cmd
}

// room is the folder of a workshop with its questionnaire.
type room struct {
	*store.Folder
	w *workshop.Workshop
	q *questionnaires.Questionnaire
}

// openWorkshop opens the folder of a workshop for changes. Close it soon.
func (a *app) openWorkshop(dir string) (*room, error) { return enter(store.OpenFolder(dir)) }

// readWorkshop opens the folder of a workshop for reading.
func (a *app) readWorkshop(dir string) (*room, error) { return enter(store.ReadFolder(dir)) }

func enter(f *store.Folder, err error) (*room, error) {
	if err != nil {
		return nil, err
	}
	r := &room{Folder: f, w: f.Workshop()}
	if r.q, err = workshopQuestionnaire(f); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return r, nil
}

// workshopQuestionnaire returns the questionnaire of a workshop: the copy in its
// folder, or the built-in one.
func workshopQuestionnaire(f *store.Folder) (*questionnaires.Questionnaire, error) {
	q := questionnaires.BuiltIn()
	path := f.Path(store.QuestionnaireFile)
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		if q, err = loadQuestionnaire(path); err != nil {
			return nil, err
		}
	}
	if ref := f.Workshop().Questionnaire; q.Digest() != ref.Digest {
		return nil, invalidf("use the version of dgca that made the workshop, or put its questionnaire into the folder as "+store.QuestionnaireFile,
			"%s: the workshop uses the questionnaire %s %s (%s), but at hand is %s %s (%s)",
			f.Path(store.WorkshopFile), ref.ID, ref.Version, ref.Digest, q.ID, q.Version, q.Digest())
	}
	return q, nil
}

// dimensions are those that the workshop asks, in the order of the
// questionnaire.
func (r *room) dimensions() []questionnaires.DimensionID { return r.w.Asked(r.q) }

// questionnaireWords are the flag that other commands need for the files of this
// workshop, with a blank before it, or "".
func (r *room) questionnaireWords() string {
	if path := r.Path(store.QuestionnaireFile); fileExists(path) {
		return " --questionnaire " + quoteArgument(path)
	}
	return ""
}

// command is a command about this workshop, as it is typed.
func (r *room) command(words string) string {
	return fmt.Sprintf("dgca workshop %s %s", words, quoteArgument(r.Dir()))
}

// completeWorkshop completes the folder of a workshop.
func completeWorkshop(cmd *cobra.Command, args []string, word string) ([]string, cobra.ShellCompDirective) {
	return completeFolder(cmd, args, word)
}
