package questionnaires

import (
	"fmt"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// Weight is an exact decimal weight in ten-thousandths, so that sums of weights
// need no rounding. A weight is greater than 0 and at most MaxWeight. The zero
// value stands for "not given" and counts as 1.
type Weight int64

const weightUnit = 10_000

// MaxWeight is the largest weight, 1000.
const MaxWeight Weight = 1000 * weightUnit

// Units returns the weight in ten-thousandths; "not given" is 1.
func (w Weight) Units() int64 {
	if w == 0 {
		return weightUnit
	}
	return int64(w)
}

// ParseWeight reads a decimal number with up to four decimals.
func ParseWeight(s string) (Weight, error) {
	whole, frac, _ := strings.Cut(s, ".")
	if len(frac) > 4 {
		return 0, fmt.Errorf("the weight %s has more than four decimals", s)
	}
	digits := whole + frac + strings.Repeat("0", 4-len(frac))
	for _, r := range digits {
		if r < '0' || r > '9' {
			return 0, fmt.Errorf("%q is not a weight: write a decimal number such as 1 or 0.5", s)
		}
	}
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil || whole == "" || n <= 0 || Weight(n) > MaxWeight {
		return 0, fmt.Errorf("the weight %s is not greater than 0 and at most 1000", s)
	}
	return Weight(n), nil
}

// String returns the shortest decimal notation.
func (w Weight) String() string {
	u := w.Units()
	s := strconv.FormatInt(u/weightUnit, 10)
	if r := u % weightUnit; r != 0 {
		s += "." + strings.TrimRight(fmt.Sprintf("%04d", r), "0")
	}
	return s
}

// UnmarshalText reads the notation of ParseWeight.
func (w *Weight) UnmarshalText(b []byte) error {
	v, err := ParseWeight(string(b))
	*w = v
	return err
}

// MarshalYAML writes the weight as a number.
func (w Weight) MarshalYAML() (any, error) {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!float", Value: w.String()}, nil
}
