// Package icalendar writes calendar files (RFC 5545) that other programs
// import. It knows days, not plans, and imports the standard library only.
//
// Every entry is an event of one whole day and not a to-do: Outlook and Google
// Calendar leave to-dos out when they import a file. The events are transparent,
// so that the day stays free. A program that imports the file again replaces
// its events by their UID.
package icalendar

import (
	"io"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// Calendar is one file.
type Calendar struct {
	Product string    // name and version of the program that made it
	Name    string    // shown as the name of the calendar
	Stamp   time.Time // when it was made
	Events  []Event   // at least one: RFC 5545 knows no empty calendar
}

// Event is something on one day.
type Event struct {
	UID         string // the same for the same thing in every file
	Sequence    int    // grows with each change
	Day         time.Time
	Summary     string
	Description string // may be empty, and may have several lines
}

// Write writes a calendar.
func Write(w io.Writer, c Calendar) error {
	var b builder
	b.line("BEGIN", "VCALENDAR")
	b.line("VERSION", "2.0")
	b.text("PRODID", "-//"+c.Product+"//EN")
	b.line("CALSCALE", "GREGORIAN")
	b.line("METHOD", "PUBLISH")
	b.text("X-WR-CALNAME", c.Name)
	for _, e := range c.Events {
		b.line("BEGIN", "VEVENT")
		b.text("UID", e.UID)
		b.line("DTSTAMP", c.Stamp.UTC().Format("20060102T150405Z"))
		b.line("SEQUENCE", strconv.Itoa(e.Sequence))
		b.line("DTSTART;VALUE=DATE", e.Day.Format(dayLayout))
		b.line("DTEND;VALUE=DATE", e.Day.AddDate(0, 0, 1).Format(dayLayout)) // the first day that is free again
		b.text("SUMMARY", e.Summary)
		if e.Description != "" {
			b.text("DESCRIPTION", e.Description)
		}
		b.line("STATUS", "CONFIRMED")
		b.line("TRANSP", "TRANSPARENT")
		b.line("END", "VEVENT")
	}
	b.line("END", "VCALENDAR")
	_, err := io.WriteString(w, b.String())
	return err
}

const dayLayout = "20060102"

type builder struct{ strings.Builder }

// text writes a property whose value is text.
func (b *builder) text(name, value string) { b.line(name, escape(value)) }

// maxLine is the longest line in octets, without its end.
const maxLine = 75

// line writes a property, folded into lines of at most maxLine octets. A
// character is never torn apart.
func (b *builder) line(name, value string) {
	rest := name + ":" + value
	room := maxLine
	for len(rest) > room {
		cut := room
		for !utf8.RuneStart(rest[cut]) {
			cut--
		}
		b.WriteString(rest[:cut] + "\r\n ")
		rest, room = rest[cut:], maxLine-1 // the blank takes one
	}
	b.WriteString(rest + "\r\n")
}

// escape makes a value of type TEXT: RFC 5545, section 3.3.11. Control
// characters other than the line end have no place in it.
func escape(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\t':
			return ' '
		case r < ' ', r == 0x7f:
			return -1
		}
		return r
	}, s)
	return strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`).Replace(s)
}
