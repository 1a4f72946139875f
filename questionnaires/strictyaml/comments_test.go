package strictyaml

import (
	"strings"
	"testing"
)

// A change keeps comments at their places, follows list items by id and drops
// only the comments of what is gone.
func TestCommentsFollow(t *testing.T) {
	s, doc := decode(t, `# head

format: x # fx
items:
  # about a
  - id: a
  # about b
  - id: b # bb
answers: # all answers
  # about LEA-02
  LEA-02:
    level: 2 # two
# foot
`)
	level := 5
	s.Items = []item{s.Items[1], {ID: "new"}, s.Items[0]}
	s.Answers["LEA-01"] = answer{Level: &level}
	s.Answers["LEA-02"] = answer{Level: &level, Comment: "a\nb"}
	s.Version = "2"
	want := `# head

format: x # fx
version: "2"
items:
  # about b
  - id: b # bb
  - id: new
  # about a
  - id: a
answers: # all answers
  LEA-01:
    level: 5
  # about LEA-02
  LEA-02:
    level: 5 # two
    comment: |-
      a
      b
# foot
`
	if got := encode(t, s, doc); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	s.Items = s.Items[1:]
	if got := encode(t, s, doc); strings.Contains(got, "about b") || !strings.Contains(got, "about a") {
		t.Errorf("got\n%s", got)
	}
}

// Saving many times must not move comments about.
func TestCommentsStable(t *testing.T) {
	for _, data := range []string{
		"# h\nformat: x\n\n# before tags\n\ntags: [a]\n# after tags\n\ncount: 1\n# end\n",
		"items:\n  - {id: a} # la\n  - {id: b, # lb\n     quick: true} # lc\n",
		"format: x\nanswers:\n  A:\n    level: 1\n    # end of A\n  # before B\n  B:\n    level: 2\n# between\n\n# end\n",
		"format: x\nitems:\n  - id: a\n    # end of a\n\n  # before b\n  - id: b\n  # end of items\nanswers:\n  A: {level: 1} # line\n",
		"format: x # a\ntags: # b\n  - c # d\n  # e\n",
		"format: x\ntarget: {id: a, # why\n  quick: true}\n",
		"# only head\n\n\n# second head\nformat: x\n",
	} {
		s, doc := decode(t, data)
		first := encode(t, s, doc)
		last := first
		for range 4 {
			s, doc = decode(t, last)
			last = encode(t, s, doc)
		}
		if first != last {
			t.Errorf("first\n%s\nlast\n%s", first, last)
		}
		if a, b := strings.Count(data, "# "), strings.Count(first, "# "); a != b {
			t.Errorf("%d comments, then %d in\n%s", a, b, first)
		}
	}
}
