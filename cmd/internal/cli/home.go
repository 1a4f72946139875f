package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/home"
	"dgca/questionnaires"
)

// runHome opens the menu on a terminal. Anywhere else it prints the help, so
// that nothing waits for a person who is not there.
func (a *app) runHome(ctx context.Context, root *cobra.Command, line bool) error {
	if !a.streams.InIsTerminal() || !a.streams.OutIsTerminal() {
		return root.Help()
	}
	err := home.Run(ctx, a.streams, home.Options{
		Line: line,
		Load: func() *home.Page { return homePage(root, terminal.CleanLine(folderName()), listResults(".")) },
		Run:  a.runChosen,
	})
	if errors.Is(err, home.ErrStopped) {
		// On a screen Ctrl+C is a key that leaves the menu. Line by line it is a
		// signal and means the same; Main names any other signal.
		var sig signalError
		a.left = errors.As(signalCause(ctx), &sig) && sig.number == int(syscall.SIGINT)
		return nil
	}
	return err
}

// runChosen runs a command as if it had been typed, and shows what would have
// been typed. Only what stops the whole program is an error.
func (a *app) runChosen(ctx context.Context, line bool, args []string) error {
	noColor := a.streams.NoColor || line // line by line there are no escape codes at all
	root := newRootCmd(a)
	a.streams.NoColor = noColor // the new tree of commands has set the flag back
	if cmd, _, err := root.Find(args); err == nil && line && cmd.Flag("line") != nil {
		args = append(args[:len(args):len(args)], "--line")
	}
	a.say("\n%s\n", typed(args))
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	if ctx.Err() != nil || ExitCode(err) >= exitSignal {
		return errors.Join(err, ctx.Err())
	}
	a.explainError(err)
	return nil
}

// typed is a command as a person would type it.
func typed(args []string) string {
	line := "dgca"
	for _, arg := range args {
		line += " " + quoteArgument(arg)
	}
	return line
}

// folderName returns the folder whose files are listed.
func folderName() string {
	dir, err := os.Getwd()
	if err != nil {
		return "."
	}
	return dir
}

// homePage makes the first page of the menu. A command that the program does
// not have is not in it.
func homePage(root *cobra.Command, folder string, files results) *home.Page {
	p := &home.Page{Title: "Digital Government Capability Assessment", Corner: programName, Intro: "Folder: " + folder}
	add := func(e home.Entry, words ...string) {
		if hasCommand(root, words...) {
			p.Entries = append(p.Entries, e)
		}
	}
	add(home.Entry{Title: "Start a new assessment", Args: []string{"assess"}}, "assess")
	add(home.Entry{Title: "Go on with an assessment", End: files.count(), Page: files.page("Go on with an assessment", toResume, "assess")}, "assess")
	add(home.Entry{Title: "Show a result", End: files.count(), Page: files.page("Show a result", toRead, "show")}, "show")
	add(home.Entry{Title: "Write a report", End: files.count(), Page: files.page("Write a report", toRead, "report")}, "report")
	add(home.Entry{Title: "Plan what to do", End: files.count(), Page: files.page("Plan what to do", toRead, "plan")}, "plan")
	add(compareEntry(files), "compare")
	add(workshopEntry(root, "."), "workshop", "new")
	add(demoEntry(hasCommand(root, "show")), "demo")
	add(home.Entry{Title: "The questionnaire, and help", Page: helpPage(root)}, "help")
	return p
}

// compareEntry compares the results of the folder, where there are several.
func compareEntry(files results) home.Entry {
	e := home.Entry{Title: "Compare the results in this folder", End: files.count(), Args: []string{"compare", "."}}
	if len(files.entries) < 2 {
		e.Problem = "it needs results of two units"
	}
	return e
}

// hasCommand reports whether the program has a command.
func hasCommand(root *cobra.Command, words ...string) bool {
	found, rest, err := root.Find(words)
	return err == nil && len(rest) == 0 && found.HasParent()
}

// demoEntry writes the demo, or shows its results when it was written before.
func demoEntry(canShow bool) home.Entry {
	if demos := listResults(demoFolder); canShow && len(demos.entries) > 0 {
		return home.Entry{Title: "Look at the example", End: "in the folder " + demoFolder, Page: demos.page("Look at the example", toRead, "show")}
	}
	return home.Entry{Title: "Write an example to look at", End: "into the folder " + demoFolder, Args: []string{"demo"}}
}

// questionnairePage lists the dimensions: each is a few screens long.
func questionnairePage() *home.Page {
	q := questionnaires.BuiltIn()
	p := &home.Page{Title: "Read the questionnaire", Intro: q.Title}
	for i := range q.Dimensions {
		d := &q.Dimensions[i]
		statements := 0
		for j := range d.Elements {
			statements += len(d.Elements[j].Statements)
		}
		p.Entries = append(p.Entries, home.Entry{Title: d.Title, End: fmt.Sprintf("%d statements", statements),
			Args: []string{"questionnaire", "show", "--dimension", string(d.ID)}})
	}
	p.Entries = append(p.Entries, home.Entry{Title: "All dimensions", Args: []string{"questionnaire", "show"}})
	return p
}

// helpPage lists the topics of the help.
func helpPage(root *cobra.Command) *home.Page {
	p := &home.Page{Title: "The questionnaire, and help", Entries: []home.Entry{
		{Title: "Read the questionnaire", Page: questionnairePage()}, {Title: "All commands", Args: []string{"help"}}}}
	for _, cmd := range root.Commands() {
		if cmd.IsAdditionalHelpTopicCommand() {
			p.Entries = append(p.Entries, home.Entry{Title: strings.TrimSuffix(cmd.Short, "."), Args: []string{"help", cmd.Name()}})
		}
	}
	return p
}
