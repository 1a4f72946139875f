package questionnaires

// Schema returns the JSON Schema (draft 2020-12) of the two file formats, for
// editors. It is a help in writing; what decides is Check.
func Schema() []byte { return mustRead("schema.json") }

// mustRead returns a copy of an embedded file.
func mustRead(name string) []byte {
	_, content, problem := readEmbedded(name)
	if problem != nil {
		panic(problem.String())
	}
	return content
}
