package cli

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"dgca/reports"
)

// setOutput is where a command about a set of results puts what it has found:
// text and tables on the screen, reports in a file.
type setOutput struct {
	command        string   // for messages
	tables         []string // formats for programs
	format, output string
	force          bool
}

func (o *setOutput) formats() []string {
	return slices.Concat([]string{textFormat}, o.tables, reports.Formats)
}

func (o *setOutput) addTo(cmd *cobra.Command) {
	o.command = cmd.Name()
	f := cmd.Flags()
	f.StringVar(&o.format, "format", "", "`format` of the output: "+strings.Join(o.formats(), ", ")+" (default text)")
	f.StringVarP(&o.output, "output", "o", "", "write to this `file`; its ending chooses the format")
	f.BoolVar(&o.force, "force", false, "replace the output file, whatever it is")
	complete(cmd, "format", cobra.FixedCompletions(o.formats(), cobra.ShellCompDirectiveNoFileComp))
	complete(cmd, "output", completeEndings("pdf", "html", "md", "json", "csv"))
}

// choose settles the format.
func (o *setOutput) choose() error {
	ending := strings.ToLower(strings.TrimPrefix(filepath.Ext(o.output), "."))
	if usual, ok := otherEndings[ending]; ok {
		ending = usual
	}
	known := slices.Contains(o.formats(), ending)
	same := o.format == ending || ending == "csv" && o.format == "csv-semicolon"
	switch {
	case o.format == "" && known:
		o.format = ending
	case o.format == "" && ending != "":
		return usagef("use one of the endings .txt, ."+strings.Join(o.formats()[1:], ", .")+", or say --format", "%s: the ending of %s is not known", o.command, o.output)
	case o.format == "":
		o.format = textFormat
	case !slices.Contains(o.formats(), o.format):
		return usagef("possible: "+strings.Join(o.formats(), ", "), "%s: there is no format %q", o.command, o.format)
	case known && !same:
		return usagef("let the ending and --format say the same", "%s: the format is %s, but %s ends in .%s", o.command, o.format, o.output, ending)
	}
	return nil
}

// isReport tells a report, which goes to a file, from text and tables.
func (o *setOutput) isReport() bool { return slices.Contains(reports.Formats, o.format) }

// target is the file that the output goes to, or "" for the screen. The name is
// that of a report when nobody gives one.
func (o *setOutput) target(name string) string {
	if o.output == "" && o.isReport() {
		return name + "." + o.format
	}
	return o.output
}

// replaces reports whether the file at path may be replaced unasked: it is a
// report of the same set of results. The identity is empty for a report that
// never has a successor.
func (o *setOutput) replaces(path, identity string) bool {
	if o.force || !o.isReport() || identity == "" {
		return o.force
	}
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() || info.Size() > maxReport {
		return false
	}
	data, err := os.ReadFile(path)
	return err == nil && isReport(data, identity)
}

// free reports an error where the output could not be written because another
// file stands in its place.
func (o *setOutput) free(path, identity string) error {
	if path == "" {
		return nil
	}
	if _, err := os.Lstat(path); err != nil || o.replaces(path, identity) {
		return nil
	}
	return leftAsItIs(path)
}

// put prints to the screen, or writes a file. A large table is not collected
// before it is printed.
func (a *app) put(o *setOutput, path, identity string, inputs []string, print func(w io.Writer, text reports.TextOptions) error) error {
	if path == "" {
		out := bufio.NewWriterSize(a.streams.Out, 1<<16)
		return errors.Join(print(out, a.textOptions()), out.Flush())
	}
	var b bytes.Buffer
	if err := print(&b, reports.TextOptions{Width: maxTextWidth}); err != nil {
		return err
	}
	return a.writeOutput(path, b.Bytes(), o.replaces(path, identity), inputs...)
}
