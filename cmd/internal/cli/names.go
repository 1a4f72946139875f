package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"dgca/assessment"
	"dgca/assessment/store"
)

// maxSlug keeps names far below the limits of file systems, also in deep
// folders on Windows.
const maxSlug = 60

// letters are Latin letters that do not come apart into a base letter and an
// accent.
var letters = strings.NewReplacer(
	"ß", "ss", "ẞ", "ss", "æ", "ae", "Æ", "ae", "œ", "oe", "Œ", "oe", "ø", "o", "Ø", "o",
	"đ", "d", "Đ", "d", "ð", "d", "Ð", "d", "þ", "th", "Þ", "th", "ł", "l", "Ł", "l", "ı", "i",
	"ŋ", "ng", "Ŋ", "ng", "ħ", "h", "Ħ", "h", "ə", "e", "Ə", "e", "ɓ", "b", "Ɓ", "b", "ɗ", "d", "Ɗ", "d", "ƙ", "k", "Ƙ", "k", "ƴ", "y", "Ƴ", "y")

// slug makes a part of a file name from a text: lower-case ASCII letters and
// digits, joined by hyphens. It is empty when the text has no Latin letter and
// no digit.
func slug(text string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFKD.String(letters.Replace(text)) {
		switch {
		case r >= 'A' && r <= 'Z':
			r += 'a' - 'A'
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
		case unicode.Is(unicode.Mn, r), r == '\'', r == '’', r == 'ʼ', r == 'ʻ':
			continue // an accent, or an apostrophe inside a word
		default:
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteByte('-')
			gap = false
		}
		b.WriteRune(r)
		if b.Len() >= maxSlug {
			break
		}
	}
	return strings.Trim(b.String(), "-")
}

// resultName returns the name of a new result file without its ending. The
// date and the kind stand in every name, so none is a reserved name of Windows
// such as "con", whatever the unit is called.
func resultName(subject assessment.Subject, date string) string {
	unit := slug(subject.Name)
	if unit == "" {
		unit = "unit"
	}
	parts := []string{unit}
	for _, s := range []string{date, string(subject.Kind)} {
		if s = slug(s); s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, "-")
}

// mostNames bounds the search for a free name.
const mostNames = 10_000

// freePath returns the first path of name.ext, name-2.ext, name-3.ext and so on
// in a folder that does not exist yet.
func freePath(dir, name, ext string) (string, error) {
	for n := 1; n <= mostNames; n++ {
		base := name + ext
		if n > 1 {
			base = fmt.Sprintf("%s-%d%s", name, n, ext)
		}
		path := filepath.Join(dir, base)
		switch _, err := os.Lstat(path); {
		case errors.Is(err, fs.ErrNotExist):
			return path, nil
		case err != nil:
			return "", err
		}
	}
	return "", fmt.Errorf("the folder holds %d files with a name such as %s%s", mostNames, name, ext)
}

// reservedNames are names of devices on Windows, whatever follows the point.
var reservedNames = regexp.MustCompile(`(?i)^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?$`)

// newFileProblem says in words why no new result file can be made at a path, or
// "".
func newFileProblem(path string) string {
	if strings.HasPrefix(path, "~") {
		return "The sign ~ is not understood here. Please write the name of the folder in full."
	}
	ext := strings.ToLower(filepath.Ext(path))
	folder := filepath.Dir(path)
	info, err := os.Stat(folder)
	switch {
	case ext != ".yaml" && ext != ".yml":
		return "The name must end in .yaml, so that the file is found again."
	case reservedNames.MatchString(filepath.Base(path)):
		return "This name is reserved on Windows. Please choose another one."
	case errors.Is(err, fs.ErrNotExist):
		return "There is no folder " + folder + ". Please make it first, or choose another one."
	case err == nil && !info.IsDir():
		return folder + " is not a folder."
	}
	if _, err := os.Lstat(path); err == nil {
		return "There is a file with this name. Please choose another name."
	}
	if err := store.CheckNew(path); err != nil {
		return sentence(err)
	}
	return ""
}

// sentence says an error and what to do about it in sentences.
func sentence(err error) string {
	text := err.Error() + "."
	var hinted interface{ Hint() string }
	if errors.As(err, &hinted) && hinted.Hint() != "" {
		text += " What to do: " + hinted.Hint() + "."
	}
	return text
}
