package cli

import (
	"errors"
	"strings"
	"sync"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// The groups of commands in the help, in order.
const (
	groupStart   = "start"
	groupResults = "results"
	groupFiles   = "files"
	groupProgram = "program"
)

// configureCobra sets what cobra keeps for the whole process: no message that
// stops a start by double click on Windows, and commands in our own order.
var configureCobra = sync.OnceFunc(func() {
	cobra.MousetrapHelpText = ""
	cobra.EnableCommandSorting = false
})

// newRootCmd makes the tree of commands.
func newRootCmd(a *app) *cobra.Command {
	configureCobra()
	var line bool // for the menu
	root := &cobra.Command{
		Use:   "dgca",
		Short: "Assess the digital capability of a public institution",
		Long: `dgca runs a Digital Government Capability Assessment without a network. It
asks about six dimensions, keeps your answers in a file that you can read, and
writes a report that says what to do first.

New here? Open the menu:        dgca
Look at an example:             dgca demo
Start your own assessment:      dgca assess`,
		Version:       versionDetails(),
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          a.unknownCommand,
		RunE:          func(cmd *cobra.Command, _ []string) error { return a.runHome(cmd.Context(), cmd, line) },
		CompletionOptions: cobra.CompletionOptions{
			DisableDefaultCmd: true, // ours has the same words as the other commands
		},
	}
	root.SetIn(a.streams.In)
	root.SetOut(a.streams.Out)
	root.SetErr(a.streams.Err)
	root.SetFlagErrorFunc(flagError)
	root.Flags().BoolVar(&line, "line", false, "show the menu line by line, without a full screen; good for screen readers")
	root.PersistentFlags().BoolVar(&a.streams.NoColor, "no-color", false, "use no colour (as does the environment variable NO_COLOR)")
	root.AddGroup(
		&cobra.Group{ID: groupStart, Title: "Start here:"},
		&cobra.Group{ID: groupResults, Title: "Read results:"},
		&cobra.Group{ID: groupFiles, Title: "Work with files:"},
		&cobra.Group{ID: groupProgram, Title: "This program:"},
	)
	add := func(group string, cmds ...*cobra.Command) {
		for _, cmd := range cmds {
			cmd.GroupID = group
			root.AddCommand(cmd)
		}
	}
	add(groupStart, newAssessCmd(a), newPlanCmd(a), newWorkshopCmd(a), newDemoCmd(a))
	add(groupResults, newShowCmd(a), newReportCmd(a), newExplainCmd(a), newCompareCmd(a), newRoundsCmd(a))
	add(groupFiles, newFormCmd(a), newEnterCmd(a), newMergeCmd(a), newCorrectCmd(a), newStateCmd(a), newCheckCmd(a), newQuestionnaireCmd(a))
	add(groupProgram, newCompletionCmd(a), newManCmd(a), newVersionCmd(a))
	root.SetHelpCommand(newHelpCmd(a))
	root.SetHelpCommandGroupID(groupProgram)
	root.AddCommand(helpTopics()...)
	return root
}

// unknownCommand refuses a word that is no command below cmd, and suggests the
// one that was probably meant.
func (a *app) unknownCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	hint := "dgca help"
	if name := commandName(cmd); name != "" {
		hint += " " + name
	}
	cmd.SuggestionsMinimumDistance = 2
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		hint = "did you mean " + cmd.CommandPath() + " " + near[0] + "?"
	}
	return usagef(hint, "there is no command %q", cmd.CommandPath()+" "+args[0])
}

// commandName returns the words of a command after "dgca".
func commandName(cmd *cobra.Command) string {
	if !cmd.HasParent() {
		return ""
	}
	if parent := commandName(cmd.Parent()); parent != "" {
		return parent + " " + cmd.Name()
	}
	return cmd.Name()
}

// arguments wraps a check of the number of arguments, so that a fault is a
// fault of usage with the right line to type.
func arguments(atLeast, atMost int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		hint := "type: " + cmd.UseLine()
		if atMost == anyNumber {
			args = matching(args)
		}
		switch {
		case len(args) < atLeast:
			return usagef(hint, "%s: the %s is missing", commandName(cmd), missingArgument(cmd))
		case atMost >= 0 && len(args) > atMost:
			return usagef(hint, "%s: there is one argument too many: %q", commandName(cmd), args[atMost])
		}
		return nil
	}
}

// missingArgument is the word for the first argument of a command, as its
// usage names it.
func missingArgument(cmd *cobra.Command) string {
	word := strings.TrimSuffix(strings.Fields(cmd.Use + " argument")[1], "...")
	switch word {
	case "FILE":
		return "name of a file"
	case "FOLDER":
		return "name of a folder"
	}
	return "argument " + word
}

// flagError says what is wrong with a flag, and how to name a file that looks
// like one.
func flagError(cmd *cobra.Command, err error) error {
	hint := strings.TrimSpace("see all flags with: dgca help " + commandName(cmd))
	var unknown *pflag.NotExistError
	if errors.As(err, &unknown) {
		if shorts := unknown.GetSpecifiedShortnames(); shorts != "" {
			return usagef(hint+"; if it is the name of a file, write ./-"+shorts, "there is no flag -%s", shorts)
		}
		return usagef(hint, "there is no flag --%s", unknown.GetSpecifiedName())
	}
	return usagef(hint, "%w", err)
}

// anyNumber as the upper limit of arguments is no limit.
const anyNumber = -1
