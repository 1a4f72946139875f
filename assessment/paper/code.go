package paper

import (
	"errors"
	"fmt"
	"strings"
)

// MaxPages is the largest number of pages of a form.
const MaxPages = 99

// PageCode is what stands at the foot of a page of a form: six digits of the
// form, two of the page, and a check digit, such as 482137-03-0.
type PageCode struct {
	Form Number
	Page int // from 1
}

// String returns the code as it is printed.
func (c PageCode) String() string {
	digits := fmt.Sprintf("%06d%02d", c.Form, c.Page)
	return fmt.Sprintf("%s-%s-%d", digits[:6], digits[6:], checkDigit(digits))
}

// The ways in which a typed page code is wrong.
var (
	ErrCodeLength = errors.New("a page code has nine digits; after the first page its last three are enough")
	ErrCodeDigit  = errors.New("this is not a page code: a digit is wrong, or two are in the wrong order")
)

const (
	codeDigits  = 9
	shortDigits = 3
)

// ParseCode reads a page code as a person types it, with or without hyphens and
// spaces. The check digit finds every wrong digit and every two digits that
// changed places.
func ParseCode(text string) (PageCode, error) {
	digits := onlyDigits(text)
	if len(digits) != codeDigits {
		return PageCode{}, ErrCodeLength
	}
	if checkDigit(digits) != 0 {
		return PageCode{}, ErrCodeDigit
	}
	number := func(s string) (n int) {
		for _, r := range s {
			n = 10*n + int(r-'0')
		}
		return n
	}
	return PageCode{Form: Number(number(digits[:6])), Page: number(digits[6:8])}, nil
}

// ParseShort reads a page code of which the form is known: the last three
// digits, or all nine. The check digit belongs to the whole code, so it also
// finds nine of ten pages of another form.
func ParseShort(text string, form Number) (PageCode, error) {
	if digits := onlyDigits(text); len(digits) == shortDigits {
		return ParseCode(fmt.Sprintf("%06d", form) + digits)
	}
	return ParseCode(text)
}

// onlyDigits takes out the hyphens and spaces; any other character makes the
// code wrong.
func onlyDigits(text string) string {
	digits := strings.NewReplacer("-", "", " ", "").Replace(text)
	if strings.Trim(digits, "0123456789") != "" {
		return ""
	}
	return digits
}

// damm is the quasigroup of H. M. Damm, "Total anti-symmetrische
// Quasigruppen" (2004), of order 10.
var damm = [10][10]int{
	{0, 3, 1, 7, 5, 9, 8, 6, 4, 2},
	{7, 0, 9, 2, 1, 5, 4, 8, 6, 3},
	{4, 2, 0, 6, 8, 7, 1, 3, 5, 9},
	{1, 7, 5, 0, 9, 8, 3, 4, 2, 6},
	{6, 1, 2, 3, 0, 4, 5, 9, 7, 8},
	{3, 6, 7, 4, 2, 0, 9, 5, 8, 1},
	{5, 8, 6, 9, 7, 2, 0, 1, 3, 4},
	{8, 9, 4, 5, 3, 6, 2, 0, 1, 7},
	{9, 4, 3, 8, 6, 1, 7, 2, 0, 5},
	{2, 5, 8, 1, 4, 3, 6, 7, 9, 0},
}

// checkDigit returns the digit that makes a row of digits end at 0; of a row
// with its check digit it is 0.
func checkDigit(digits string) int {
	at := 0
	for _, r := range digits {
		at = damm[at][r-'0']
	}
	return at
}
