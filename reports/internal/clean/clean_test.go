package clean

import "testing"

func TestText(t *testing.T) {
	for in, want := range map[string]string{
		"plain & simple":         "plain & simple",
		"a\r\nb\u2028c\td":       "a\nb\nc d",
		"\x1b[31mred\x07\u009b":  "[31mred",
		"\u202eevil\u2066\ufeff": "evil",
		"می\u200cخواهم":          "می\u200cخواهم",
		"a\xffb\ue000":           "a\ufffdb",
	} {
		if got := Text(in); got != want {
			t.Errorf("%q gives %q, want %q", in, got, want)
		}
	}
}
