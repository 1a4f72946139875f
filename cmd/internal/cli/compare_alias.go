package cli

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"

	"dgca/assessment"
	"dgca/assessment/store"
	"dgca/reports"
)

// arrange puts the units into the order that was asked for, or letters in place
// of their names.
func (o *compareOptions) arrange(c *assessment.Comparison) ([]assessment.Alias, *assessment.Comparison, error) {
	switch {
	case o.order != "":
		ordered, err := c.OrderBy(o.order)
		if err != nil {
			return nil, nil, usagef("possible: "+strings.Join(orders(c), ", "), "compare: --order: %w", err)
		}
		return nil, ordered, nil
	case o.own == "" && o.alias == "":
		return nil, c, nil
	}
	own := -1
	if o.own != "" {
		var err error
		if own, err = findUnit(c, o.own); err != nil {
			return nil, nil, err
		}
	}
	// The generator is seeded anew by the system at every start, so that the
	// letters of one copy tell nothing about those of another.
	hidden, key := c.Anonymized(rand.Perm(len(c.Units)), own)
	return key, hidden, nil
}

func orders(c *assessment.Comparison) []string {
	var out []string
	for _, d := range c.Dimensions {
		out = append(out, string(d.ID))
	}
	return append(out, assessment.OrderOverall)
}

// findUnit finds a unit by its name, or by a part of it that only one has.
func findUnit(c *assessment.Comparison, name string) (int, error) {
	found, n := -1, 0
	want := strings.ToLower(assessment.CleanLine(name))
	for i := range c.Units {
		label := strings.ToLower(c.Units[i].Label)
		if label == want {
			return i, nil
		}
		if strings.Contains(label, want) {
			found, n = i, n+1
		}
	}
	switch {
	case n == 1 && want != "":
		return found, nil
	case n > 1:
		var labels []string
		for i := range c.Units {
			if strings.Contains(strings.ToLower(c.Units[i].Label), want) {
				labels = append(labels, fmt.Sprintf("%q", c.Units[i].Label))
			}
		}
		return 0, usagef("write one of: "+strings.Join(labels, ", "), "compare: --for: %d units have %q in their name", n, name)
	}
	return 0, usagef("see the names with: dgca compare FILE...", "compare: --for: no unit that is compared is called %q", name)
}

// writeKey writes who stands behind which letter, for the person who deals them.
// New files can be read by their owner only.
func (a *app) writeKey(opts compareOptions, key []assessment.Alias, files []string) error {
	if opts.alias == "" {
		return nil
	}
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	rows := [][]string{{"letters", "unit"}}
	for _, k := range key {
		rows = append(rows, []string{k.Letters, reports.SpreadsheetText(k.Name)})
	}
	if err := w.WriteAll(rows); err != nil {
		return err
	}
	if opts.output != "" && samePath(opts.output, opts.alias) {
		return usagef("choose another name for one of them", "compare: the key must not be in the file of the comparison")
	}
	if err := store.WriteFile(opts.alias, b.Bytes(), store.Overwrite(opts.force), files...); err != nil {
		if existsError(err) {
			return failf("choose another name, or add --force to replace it", "%s exists; it is left as it is", opts.alias)
		}
		return err
	}
	a.say("Who is who is in %s. Keep it apart from the comparison.", opts.alias)
	return nil
}

func existsError(err error) bool { return errors.Is(err, store.ErrExists) }
