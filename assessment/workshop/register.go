package workshop

import "strings"

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
