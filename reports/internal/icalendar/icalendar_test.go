package icalendar

import (
	"bytes"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	ical "github.com/emersion/go-ical"
)

func calendar(summary, description string) Calendar {
	day := time.Date(2026, 12, 31, 0, 0, 0, 0, time.UTC)
	return Calendar{Product: "dgca 1.0", Name: "Plan; of, all", Stamp: time.Date(2026, 11, 23, 10, 30, 5, 0, time.FixedZone("", 3*3600)),
		Events: []Event{{UID: "a-end@dgca", Sequence: 7, Day: day, Summary: summary, Description: description}}}
}

func write(t testing.TB, c Calendar) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, c); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// The file as a whole, compared with RFC 5545 by hand: CRLF, the day after as
// the end, the stamp in UTC.
func TestWrite(t *testing.T) {
	want := strings.ReplaceAll(`BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//dgca 1.0//EN
CALSCALE:GREGORIAN
METHOD:PUBLISH
X-WR-CALNAME:Plan\; of\, all
BEGIN:VEVENT
UID:a-end@dgca
DTSTAMP:20261123T073005Z
SEQUENCE:7
DTSTART;VALUE=DATE:20261231
DTEND;VALUE=DATE:20270101
SUMMARY:Deadline\, at last
DESCRIPTION:C:\\temp\nsecond\; line
STATUS:CONFIRMED
TRANSP:TRANSPARENT
END:VEVENT
END:VCALENDAR
`, "\n", "\r\n")
	if got := write(t, calendar("Deadline, at last", "C:\\temp\nsecond; line")); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// A line has at most 75 octets; a character is not torn apart.
func TestFolding(t *testing.T) {
	for _, text := range []string{strings.Repeat("x", 300), strings.Repeat("ğ", 200), strings.Repeat("বাং", 100), strings.Repeat("😀", 90), "x" + strings.Repeat("日", 99)} {
		out := write(t, calendar(text, text))
		for _, line := range strings.Split(strings.TrimSuffix(out, "\r\n"), "\r\n") {
			if len(line) > 75 || !utf8.ValidString(line) {
				t.Errorf("a line of %d octets: %q", len(line), line)
			}
		}
		if unfolded := strings.ReplaceAll(out, "\r\n ", ""); !strings.Contains(unfolded, "SUMMARY:"+text+"\r\n") {
			t.Errorf("%q does not come back", text)
		}
	}
	// Exactly 75 octets are not folded, 76 are.
	if out := write(t, calendar(strings.Repeat("x", 75-len("SUMMARY:")), "")); strings.Contains(out, "\r\n ") {
		t.Error("75 octets are folded")
	}
	if out := write(t, calendar(strings.Repeat("x", 76-len("SUMMARY:")), "")); !strings.Contains(out, "\r\n x\r\n") {
		t.Error("76 octets are not folded")
	}
}

// parse reads a calendar with another program's parser.
func parse(t testing.TB, data string) *ical.Event {
	t.Helper()
	cal, err := ical.NewDecoder(strings.NewReader(data)).Decode()
	if err != nil {
		t.Fatalf("%v\n%q", err, data)
	}
	events := cal.Events()
	if len(events) != 1 {
		t.Fatalf("%d events", len(events))
	}
	return &events[0]
}

func TestOtherParser(t *testing.T) {
	for _, text := range []string{"Plain", `back\slash, comma; semicolon: "quotes"`, "two\nlines\n\nand a blank one", `ends with \`, `\n is no line end`, strings.Repeat("long, ", 60), "Ağrı বাংলা العربية 😀"} {
		e := parse(t, write(t, calendar("s", text)))
		if got, err := e.Props.Text(ical.PropDescription); err != nil || got != text {
			t.Errorf("%q became %q, %v", text, got, err)
		}
		start, err1 := e.DateTimeStart(time.UTC)
		end, err2 := e.DateTimeEnd(time.UTC)
		if err1 != nil || err2 != nil || start.Format(time.DateOnly) != "2026-12-31" || end.Sub(start) != 24*time.Hour {
			t.Errorf("from %v to %v, %v, %v", start, end, err1, err2)
		}
	}
}

// No text of a user breaks out of its property.
func FuzzWrite(f *testing.F) {
	f.Add("a\r\nEND:VEVENT\r\nBEGIN:VALARM", "x\x00\x1b[2J\u2028")
	f.Add("\xff\xfe\\", "\\,;\n\t")
	f.Fuzz(func(t *testing.T, summary, description string) {
		out := write(t, calendar(summary, description))
		for _, line := range strings.Split(out, "\r\n") {
			if len(line) > 75 || !utf8.ValidString(line) || strings.ContainsAny(line, "\r\n\x00\x1b") {
				t.Errorf("bad line %q", line)
			}
		}
		if n := strings.Count(out, "\r\nBEGIN:") + strings.Count(out, "\r\nEND:"); n != 3 {
			t.Errorf("%d begins and ends in %q", n, out)
		}
		if got, err := parse(t, out).Props.Text(ical.PropSummary); err != nil || strings.ReplaceAll(got, "\n", "") != clean(summary) {
			t.Errorf("%q became %q, %v", summary, got, err)
		}
	})
}

// clean is what is left of a text, but for its line ends.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\t' {
			return ' '
		}
		if r < ' ' || r == 0x7f {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}
