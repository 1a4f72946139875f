package workshop

import (
	"fmt"
	"strings"

	"dgca/assessment"
)

// RegisterFormat is the name and version of the register of sheets.
const RegisterFormat = "dgca.sheets/1"

// Register says which sheets were filed, in the order of filing.
type Register struct {
	Format string  `yaml:"format"`
	Sheets []Filed `yaml:"sheets,omitempty"`
}

// Filed is one sheet in the folder of sheets.
type Filed struct {
	Owner    Alias    `yaml:",key"`               // the participant, or the name of a sheet of a group
	File     string   `yaml:"file"`               // name in the folder of sheets
	Digest   string   `yaml:"digest"`             // SHA-256 of the file as it was filed, hexadecimal
	Filed    string   `yaml:"filed"`              // day, YYYY-MM-DD
	From     string   `yaml:"from,omitempty"`     // name that the file had
	Adopted  bool     `yaml:"adopted,omitempty"`  // it was not made for this workshop
	Replaced []string `yaml:"replaced,omitempty"` // earlier sheets of the owner, which do not count
}

// Of returns the sheet of an owner, or nil.
func (r *Register) Of(owner Alias) *Filed {
	return find(r.Sheets, func(f *Filed) bool { return strings.EqualFold(string(f.Owner), string(owner)) })
}

// Holding returns the entry of a sheet with a digest, or nil.
func (r *Register) Holding(digest string) *Filed {
	return find(r.Sheets, func(f *Filed) bool { return f.Digest == digest })
}

// Validate returns what is wrong with the entries of a register that was read
// from a file.
func (r *Register) Validate(w *Workshop) []assessment.Issue {
	var issues []assessment.Issue
	seen := map[string]bool{}
	for _, f := range r.Sheets {
		path := "sheets." + string(f.Owner)
		if w.Owner(f.Owner) == nil {
			issues = append(issues, assessment.Issue{Path: path, Message: fmt.Sprintf("the workshop has no participant %s, so this sheet is not counted", f.Owner),
				Hint: "add the participant to workshop.yaml"})
		}
		if key := strings.ToLower(f.File); seen[key] {
			issues = append(issues, assessment.Issue{Path: path + ".file", Message: fmt.Sprintf("the file %s stands in two entries", f.File), Hint: "keep the entry of its owner"})
		} else {
			seen[key] = true
		}
	}
	return issues
}
