package pdf

import "testing"

func TestClean(t *testing.T) {
	tests := []struct {
		name, in, want string
	}{
		{"plain", "Level 2 (defined)", "Level 2 (defined)"},
		{"composed", "e\u0301 S\u0327", "é Ş"},
		{"mark without a composed form", "e\u0323\u0301", "ẹ\u0301"},
		{"controls", "a\x00b\x1b[31mc\x7f", "ab[31mc"},
		{"line ends", "a\nb\r\nc\u2028d", "a\nb\nc\nd"},
		{"tab and spaces", "a\tb\u2003c\u3000d", "a b c d"},
		{"no-break space stays", "5\u00a0%", "5\u00a0%"},
		{"format characters", "\u202ea\u200bb\ufeffc\u00add", "abcd"},
		{"joiners stay", "a\u200cb\u200dc", "a\u200cb\u200dc"},
		{"variation selector", "✔\ufe0f", "✔"},
		{"emoji", "a\U0001F600b", "a\U0001F600b"},
		{"script without a font", "漢字", "漢字"},
		{"private use and no character", "\ue000\uffff\U0010fffe", "\uFFFD\uFFFD\uFFFD"},
		{"invalid bytes", "a\xffb", "a\uFFFDb"},
		{"drawn symbols", "1 → 2 ≤ 3 ✓", "1 → 2 ≤ 3 ✓"},
	}
	for _, test := range tests {
		if got := clean(test.in); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
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
		for _, r := range clean(a) {
			if !inFonts(r) {
				t.Errorf("the fonts lack %q", r)
			}
		}
	}
}
