package cli

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"dgca/assessment"
	"dgca/assessment/store"
	"dgca/questionnaires"
	"dgca/reports"
)

// questionnaireFlag is the flag of every command that may need a questionnaire
// of the user.
type questionnaireFlag struct{ path string }

func (f *questionnaireFlag) addTo(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.path, "questionnaire", "", "use the questionnaire in this `file` instead of the built-in one")
	complete(cmd, "questionnaire", completeYAML)
}

// words are the flag as it is typed again, with a blank before it, or "".
func (f *questionnaireFlag) words() string {
	if f.path == "" {
		return ""
	}
	return " --questionnaire " + quoteArgument(f.path)
}

// load returns the questionnaire of the flag, or the built-in one.
func (f *questionnaireFlag) load() (*questionnaires.Questionnaire, error) {
	if f.path == "" {
		return questionnaires.BuiltIn(), nil
	}
	return loadQuestionnaire(f.path)
}

// loadQuestionnaire reads a questionnaire. A file that is not there is no fault
// of its content.
func loadQuestionnaire(path string) (*questionnaires.Questionnaire, error) {
	if err := checkInputFile(path); err != nil {
		return nil, err
	}
	return questionnaires.Load(path)
}

// find returns the questionnaire that a result was made with, or nil when it is
// not at hand. A file that was named in the flag must be the right one.
func (f *questionnaireFlag) find(path string, a *assessment.Assessment) (*questionnaires.Questionnaire, error) {
	if f.path == "" && a.Questionnaire.ID != questionnaires.BuiltIn().ID {
		return nil, nil
	}
	q, err := f.load()
	switch {
	case err != nil:
		return nil, err
	case q.Digest() == a.Questionnaire.Digest:
		return q, nil
	case f.path == "":
		return nil, nil
	}
	return nil, invalidf("leave out --questionnaire, or name the file that the result was made with",
		"%s: made with the questionnaire %s %s (%s), but %s is %s %s (%s)", path, a.Questionnaire.ID,
		a.Questionnaire.Version, a.Questionnaire.Digest, f.path, q.ID, q.Version, q.Digest())
}

// input reads a result file and gathers what a report needs. What the file says
// about its scores is not trusted: differences are said.
func (a *app) input(path string, created time.Time, qf questionnaireFlag) (reports.Input, error) {
	in, warnings, err := readInput(path, created, qf)
	for _, w := range warnings {
		a.say("dgca: %s", w)
	}
	return in, err
}

// readInput is input without saying anything: the warnings are returned.
func readInput(path string, created time.Time, qf questionnaireFlag) (reports.Input, []string, error) {
	result, warnings, err := store.ReadChecked(path)
	if err != nil {
		return reports.Input{}, nil, err
	}
	for i, w := range warnings {
		warnings[i] = fmt.Sprintf("%s: %s The answers count.", path, w)
	}
	q, err := qf.find(path, result)
	if err != nil {
		return reports.Input{}, warnings, err
	}
	digest, err := fileDigest(path)
	if err != nil {
		return reports.Input{}, warnings, err
	}
	return reports.Input{Assessment: result, Questionnaire: q, Created: created, Program: programName, Digest: digest}, warnings, nil
}

// resultFile returns a result file as it is, if it still has the given digest:
// what is attached to a report is what the report was made from.
func resultFile(path, digest string) (*reports.ResultFile, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	if sum := sha256.Sum256(data); hex.EncodeToString(sum[:]) != digest {
		return nil, failf("type the command again", "%s was changed while the report was made", path)
	}
	return &reports.ResultFile{Name: filepath.Base(path), Data: data}, nil
}

// fileDigest returns the SHA-256 of a file in hexadecimal.
func fileDigest(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		return "", fmt.Errorf("%s: cannot be read: %w", path, err)
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}
