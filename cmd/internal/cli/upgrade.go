package cli

import (
	"context"
	"errors"
	"io"
	"path/filepath"
	"strings"

	"dgca/assessment"
	"dgca/questionnaires"
)

// upgradeAssessment takes a result of another version of the questionnaire over
// into a new file beside the old one.
func (a *app) upgradeAssessment(ctx context.Context, q *questionnaires.Questionnaire, old *assessment.Assessment, opts assessOptions) error {
	result, changes, err := assessment.Upgrade(q, old)
	if err != nil {
		return failf("begin a new assessment: dgca assess", "%s: %w", opts.file, err)
	}
	dir, base := filepath.Split(opts.file)
	name := strings.TrimSuffix(base, filepath.Ext(base)) + "-version-" + slug(q.Version)
	path, err := freePath(dir, name, ".yaml")
	if err != nil {
		return err
	}
	f, err := openNew(path)
	if err != nil {
		return err
	}
	a.say("The new file is %s\n"+
		"  statements that are the same; their answers stay: %d\n"+
		"  statements that were changed; answer them again: %d\n"+
		"  new statements: %d\n"+
		"  statements that are no longer asked: %d", path, len(changes.Kept), len(changes.Changed), len(changes.Added), len(changes.Removed))
	return a.fillIn(ctx, q, f, result, opts)
}

// confirm asks a question that is answered with yes or no. The end of the input
// is no.
func (a *app) confirm(ctx context.Context, question string) (bool, error) {
	for {
		if _, err := io.WriteString(a.streams.Err, question+" (yes/no) "); err != nil {
			return false, err
		}
		line, err := a.streams.Lines().Read(ctx)
		if errors.Is(err, io.EOF) {
			return false, nil
		}
		if err != nil {
			return false, err
		}
		switch strings.ToLower(strings.TrimSpace(line)) {
		case "y", "yes":
			return true, nil
		case "n", "no":
			return false, nil
		}
	}
}
