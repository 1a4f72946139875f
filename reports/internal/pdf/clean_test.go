package pdf

import "testing"

func TestClean(t *testing.T) {
	tests := []struct {
		name, in, want string
		replaced       int
	}{
		{"plain", "Level 2 (defined)", "Level 2 (defined)", 0},
		{"composed", "e\u0301 S\u0327", "é Ş", 0},
		{"mark without a composed form", "e\u0323\u0301", "ẹ\u0301", 0},
		{"controls", "a\x00b\x1b[31mc\x7f", "ab[31mc", 0},
		{"line ends", "a\nb\r\nc\u2028d", "a\nb\nc\nd", 0},
		{"tab and spaces", "a\tb\u2003c\u3000d", "a b c d", 0},
		{"no-break space stays", "5\u00a0%", "5\u00a0%", 0},
		{"format characters", "\u202ea\u200bb\ufeffc\u00add", "abcd", 0},
		{"joiners stay", "a\u200cb\u200dc", "a\u200cb\u200dc", 0},
		{"variation selector", "✔\ufe0f", "✔", 0},
		{"emoji", "a\U0001F600b", "a\uFFFDb", 1},
		{"script without a font", "漢字", "\uFFFD\uFFFD", 2},
		{"invalid bytes", "a\xffb", "a\uFFFDb", 0},
		{"drawn symbols", "1 → 2 ≤ 3 ✓", "1 → 2 ≤ 3 ✓", 0},
	}
	for _, test := range tests {
		got, replaced := clean(test.in)
		if got != test.want || replaced != test.replaced {
			t.Errorf("%s: %q and %d replaced, want %q and %d", test.name, got, replaced, test.want, test.replaced)
		}
	}
}

func TestFontsHaveTheAlphabets(t *testing.T) {
	alphabets := []string{
		"ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ àâæçéèêëîïôœùûüÿ", // French
		"ÇĞIİÖŞÜ çğıiöşü",                   // Turkish
		"ÇƏĞIİÖŞÜ çəğıiöşü",                 // Azerbaijani
		"ĂÂĐÊÔƠƯ ăâđêôơư ếệồợửỹ",            // Vietnamese
		"Oʻ Gʻ ʼ",       // Uzbek
		"ÑÁÍÓÚ ¿¡ ãõ",   // Spanish and Portuguese
		"ƁƊƘƳ ɓɗƙƴ",     // Hausa
		"ΑΒΓΔΩ αβγδω ά", // Greek
		"АБВГҐЄІЇЖЯ абвгґєіїжя ҚҒҢӨҮҰҺӘ", // Cyrillic
		"€£¥₺₼₦₫ 0123456789 −±×÷½ № ™ § …–—“”„‘’«»•·†‰",
	}
	for _, a := range alphabets {
		if cleaned, replaced := clean(a); replaced > 0 {
			t.Errorf("%q prints as %q", a, cleaned)
		}
	}
}
