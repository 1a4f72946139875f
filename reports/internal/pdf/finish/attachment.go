package finish

import (
	"fmt"
	"time"
)

// Attachment is a file inside the file: the data that the document was made
// from.
type Attachment struct {
	Name        string // file name without a folder
	Type        string // media type
	Description string
	Data        []byte
}

// attach writes an attachment and returns the entries of the catalog for it.
func (b *builder) attach(a *Attachment, modified time.Time) []byte {
	file := b.stream(fmt.Appendf(nil, "/Type /EmbeddedFile /Subtype %s /Params <</Size %d /ModDate %s>>",
		name(a.Type), len(a.Data), dateString(modified)), a.Data)
	title := textString(a.Name)
	spec := b.small(fmt.Appendf(nil, "<</Type /Filespec /F %s /UF %s /Desc %s /AFRelationship /Data /EF <</F %d 0 R /UF %d 0 R>>>>",
		title, title, textString(a.Description), file, file))
	return fmt.Appendf(nil, " /Names <</EmbeddedFiles <</Names [%s %d 0 R]>>>> /AF [%d 0 R]", title, spec, spec)
}
