package reports

import (
	"strings"

	"dgca/assessment"
)

// fileNames are the names of files as a report tells them: without their
// folders, because a report travels and the folders of a computer tell who works
// on it. Files of the same name keep as many folders as tell them apart.
type fileNames map[string]string

func newFileNames(paths []string) fileNames {
	names := fileNames{}
	for _, p := range paths {
		names[p] = lastParts(p, 1)
	}
	for parts := 2; ; parts++ {
		longer := false
		used := map[string]int{}
		for _, name := range names {
			used[name]++
		}
		for path, name := range names {
			if used[name] > 1 && name != path {
				names[path] = lastParts(path, parts)
				longer = true
			}
		}
		if !longer {
			return names
		}
	}
}

// lastParts returns the last n parts of a path of this system or another one.
func lastParts(path string, n int) string {
	at := len(path)
	for range n {
		if at = strings.LastIndexAny(path[:at], `/\\`); at < 0 {
			return path
		}
	}
	return path[at+1:]
}

func (n fileNames) of(path string) string {
	if name, ok := n[path]; ok {
		return name
	}
	return lastParts(path, 1)
}

// leftOut is a file that is left out, named in this way.
func (n fileNames) leftOut(l assessment.LeftOut) assessment.LeftOut {
	l.File = n.of(l.File)
	if l.Reason == assessment.SameFile && l.Detail != "" {
		l.Detail = n.of(l.Detail)
	}
	return l
}

// leftOutFiles are all files that are left out, named in this way.
func (n fileNames) leftOutFiles(all []assessment.LeftOut) []assessment.LeftOut {
	out := make([]assessment.LeftOut, len(all))
	for i, l := range all {
		out[i] = n.leftOut(l)
	}
	return out
}
