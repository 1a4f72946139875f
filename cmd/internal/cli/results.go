package cli

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
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

// load returns the questionnaire of the flag, or the built-in one.
func (f *questionnaireFlag) load() (*questionnaires.Questionnaire, error) {
	if f.path == "" {
		return questionnaires.BuiltIn(), nil
	}
	return questionnaires.Load(f.path)
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
	result, warnings, err := store.ReadChecked(path)
	if err != nil {
		return reports.Input{}, err
	}
	for _, w := range warnings {
		a.say("dgca: %s: %s The answers count.", path, w)
	}
	q, err := qf.find(path, result)
	if err != nil {
		return reports.Input{}, err
	}
	digest, err := fileDigest(path)
	if err != nil {
		return reports.Input{}, err
	}
	return reports.Input{Assessment: result, Questionnaire: q, Created: created, Program: programName, Digest: digest}, nil
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

// readInputFile reads a file of at most limit bytes and one more, or the
// standard input for "-".
func (a *app) readInputFile(path string, limit int64) ([]byte, error) {
	if path == "-" {
		return io.ReadAll(io.LimitReader(a.streams.In, limit+1))
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil, failf("check the name and the folder", "%s: there is no such file", path)
	case err != nil:
		return nil, failf("check the name and your rights", "%s: the file cannot be read", path)
	case info.IsDir():
		return nil, failf("give the name of a file in it", "%s: this is a folder, not a file", path)
	case !info.Mode().IsRegular():
		return nil, failf("give the name of an ordinary file", "%s: this is not an ordinary file", path)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, failf("ask its owner for the right to read it", "%s: you may not read this file", path)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err != nil {
		return nil, failf("check the disk or the USB stick", "%s: the file cannot be read to its end", path)
	}
	return data, nil
}
