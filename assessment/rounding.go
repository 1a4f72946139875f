package assessment

import (
	"math/big"
	"strconv"
)

// Tenths is a number as it is shown with one decimal: 29 is "2.9". Thresholds
// and level names are decided on shown values, so that a page never contradicts
// itself (method, section 4).
type Tenths int

// Percent is a share as it is shown, in whole per cent.
type Percent int

// RoundTenths rounds half away from zero to one decimal.
func RoundTenths(r *big.Rat) Tenths { return Tenths(roundScaled(r, 10)) }

// RoundPercent rounds a share between 0 and 1 half away from zero to whole per
// cent.
func RoundPercent(r *big.Rat) Percent { return Percent(roundScaled(r, 100)) }

// roundScaled returns r * scale rounded half away from zero. Binary floating
// point would show 29/20 as 1.4; integers do not.
func roundScaled(r *big.Rat, scale int64) int64 {
	n := new(big.Int).Mul(r.Num(), big.NewInt(2*scale))
	sign := int64(n.Sign())
	n.Abs(n).Add(n, r.Denom())
	n.Quo(n, new(big.Int).Mul(r.Denom(), big.NewInt(2)))
	return sign * n.Int64()
}

// String returns the number with one decimal, such as "2.9".
func (t Tenths) String() string {
	sign := ""
	if t < 0 {
		sign, t = "-", -t
	}
	return sign + strconv.Itoa(int(t/10)) + "." + strconv.Itoa(int(t%10))
}

// String returns the share with its sign, such as "91 %".
func (p Percent) String() string { return strconv.Itoa(int(p)) + " %" }

// Whole returns the nearest whole number of a shown value, half away from zero.
func (t Tenths) Whole() int {
	if t < 0 {
		return -Tenths(-t).Whole()
	}
	return int(t+5) / 10
}
