package cli

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"dgca/assessment/store"
)

// manDate stands in the manual pages instead of the day they were made, so that
// the same program gives the same pages.
const manDate = "November 2026"

func newManCmd(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "man FOLDER",
		Short: "Write the manual pages into a folder",
		Long: `Write one manual page for each command and topic into a folder, which is made
if it does not exist. Read one with: man FOLDER/dgca.1`,
		Args:              arguments(1, 1),
		ValidArgsFunction: completeFolder,
		RunE: func(cmd *cobra.Command, args []string) error {
			pages, err := writeManual(cmd.Root(), args[0])
			if err == nil {
				a.say("%d manual pages are in %s", pages, args[0])
			}
			return err
		},
	}
}

// writeManual writes the pages of a command and of all below it.
func writeManual(cmd *cobra.Command, dir string) (int, error) {
	if err := makeFolder(dir); err != nil {
		return 0, err
	}
	pages := 1
	path := filepath.Join(dir, manName(cmd)+".1")
	if err := store.WriteFile(path, []byte(manPage(cmd)), store.Replace); err != nil {
		return 0, err
	}
	for _, sub := range cmd.Commands() {
		n, err := writeManual(sub, dir)
		if err != nil {
			return 0, err
		}
		pages += n
	}
	return pages, nil
}

func manName(cmd *cobra.Command) string { return strings.ReplaceAll(cmd.CommandPath(), " ", "-") }

// manPage returns the page of a command in roff.
func manPage(cmd *cobra.Command) string {
	cmd.InitDefaultHelpFlag()
	var b strings.Builder
	fmt.Fprintf(&b, ".TH %s 1 \"%s\" \"%s\" \"User commands\"\n", strings.ToUpper(manName(cmd)), manDate, programName)
	fmt.Fprintf(&b, ".SH NAME\n%s \\- %s\n", roff(manName(cmd)), roff(cmd.Short))
	if cmd.Runnable() {
		fmt.Fprintf(&b, ".SH SYNOPSIS\n.B %s\n", roff(cmd.UseLine()))
	}
	text := cmd.Long
	if text == "" {
		text = cmd.Short + "."
	}
	fmt.Fprintf(&b, ".SH DESCRIPTION\n.nf\n%s\n.fi\n", roffText(text))
	if cmd.HasAvailableSubCommands() {
		b.WriteString(".SH COMMANDS\n")
		for _, sub := range cmd.Commands() {
			fmt.Fprintf(&b, ".TP\n.B %s\n%s\n", roff(sub.Name()), roff(sub.Short))
		}
	}
	if cmd.Runnable() {
		b.WriteString(".SH OPTIONS\n")
		option := func(f *pflag.Flag) {
			name, usage := pflag.UnquoteUsage(f)
			flag := "--" + f.Name
			if f.Shorthand != "" {
				flag = "-" + f.Shorthand + ", " + flag
			}
			fmt.Fprintf(&b, ".TP\n.B %s\n%s\n", roff(strings.TrimSpace(flag+" "+name)), roff(usage))
		}
		cmd.NonInheritedFlags().VisitAll(option)
		cmd.InheritedFlags().VisitAll(option)
	}
	if cmd.Example != "" {
		fmt.Fprintf(&b, ".SH EXAMPLES\n.nf\n%s\n.fi\n", roffText(cmd.Example))
	}
	if !cmd.HasParent() {
		fmt.Fprintf(&b, ".SH EXIT STATUS\n.nf\n%s\n.fi\n", roffText(exitCodesTopic))
		return b.String()
	}
	fmt.Fprintf(&b, ".SH SEE ALSO\n.BR %s (1)\n", roff(manName(cmd.Parent())))
	return b.String()
}

// roff escapes a text of one line.
func roff(s string) string {
	return strings.NewReplacer(`\`, `\e`, "-", `\-`, "'", `\(aq`).Replace(s)
}

// roffText escapes a text of several lines, none of which becomes a request.
func roffText(s string) string {
	lines := strings.Split(strings.TrimRight(s, "\n"), "\n")
	for i, line := range lines {
		if line = roff(line); strings.HasPrefix(line, ".") {
			line = `\&` + line
		}
		lines[i] = line
	}
	return strings.Join(lines, "\n")
}
