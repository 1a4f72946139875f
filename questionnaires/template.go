package questionnaires

import (
	"bytes"
	"strconv"
)

// Template returns a small questionnaire to begin with: valid, and with every
// key explained in a comment. An empty id or title is replaced by an example.
// The id is for the caller to check; see ValidID.
func Template(id, title string) []byte {
	if id == "" {
		id = "my-questionnaire"
	}
	if title == "" {
		title = "My questionnaire"
	}
	// The escapes of a text in quotes in Go are escapes of YAML as well.
	b := mustRead("template.yaml")
	b = bytes.Replace(b, []byte("\nid: ID\n"), []byte("\nid: "+strconv.Quote(id)+"\n"), 1)
	return bytes.Replace(b, []byte("\ntitle: TITLE\n"), []byte("\ntitle: "+strconv.Quote(title)+"\n"), 1)
}

// ValidID reports whether a questionnaire may have this id.
func ValidID(id string) bool { return wordID().MatchString(id) }
