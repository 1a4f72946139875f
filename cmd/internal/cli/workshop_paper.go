package cli

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"dgca/assessment/store"
	"dgca/reports"
	"dgca/reports/document"
)

// paperOutput says in which format a paper of a workshop is made, and where.
type paperOutput struct {
	format, output string
	force          bool
	more           []string // formats besides text and those of reports
}

func (o *paperOutput) formats() []string {
	return slices.Concat([]string{textFormat}, o.more, reports.Formats)
}

func (o *paperOutput) addTo(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&o.format, "format", "", "`format`: "+strings.Join(o.formats(), ", ")+" (default: by the ending of the output file, else text)")
	f.StringVarP(&o.output, "output", "o", "", "write into this `file`")
	f.BoolVar(&o.force, "force", false, "replace the output file, whatever it is")
	complete(cmd, "format", cobra.FixedCompletions(o.formats(), cobra.ShellCompDirectiveNoFileComp))
}

// check finds the format, and refuses one that is not known.
func (o *paperOutput) check(command string) error {
	if o.format == "" {
		o.format = textFormat
		if ext := strings.TrimPrefix(strings.ToLower(filepath.Ext(o.output)), "."); slices.Contains(o.formats(), ext) {
			o.format = ext
		}
	}
	if !slices.Contains(o.formats(), o.format) {
		return usagef("possible: "+strings.Join(o.formats(), ", "), "%s: there is no format %q", command, o.format)
	}
	return nil
}

// putPaper prints a paper as text, or writes it in another format; without a
// file into the papers of the workshop, by its name.
func (a *app) putPaper(r *room, doc document.Document, name string, o paperOutput) error {
	if o.format != textFormat {
		out := o.output
		if out == "" {
			out = r.Path(store.PapersFolder + "/" + name + "." + o.format)
		}
		return a.writePaper(r, doc, o.format, out, o.force)
	}
	var b bytes.Buffer
	if err := reports.WriteText(&b, doc, a.exportTextOptions(o.output)); err != nil {
		return err
	}
	return a.putData(b.Bytes(), o)
}

// putData prints data, or writes it into the output file.
func (a *app) putData(data []byte, o paperOutput) error {
	if o.output == "" {
		_, err := a.streams.Out.Write(data)
		return err
	}
	return a.writeOutput(o.output, data, o.force)
}
