package workshop

// NamesFormat is the name and version of the file of names.
const NamesFormat = "dgca.names/1"

// Names says who stands behind each alias. It lives in a file of its own that
// no report reads, and that can be deleted after the workshop.
type Names struct {
	Format string `yaml:"format"`
	Names  []Name `yaml:"names,omitempty"`
}

// Name is the name of one participant.
type Name struct {
	Alias Alias  `yaml:",key"`
	Name  string `yaml:",value"`
}
