package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"dgca/questionnaires"
)

func newCompletionCmd(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "completion bash|zsh|fish|powershell",
		Short: "Print the completion script for your shell",
		Long: `Print a script that makes the Tab key complete commands, flags and values.

Bash, in ~/.bashrc:      source <(dgca completion bash)
Zsh, after compinit:     source <(dgca completion zsh)
Fish, in config.fish:    dgca completion fish | source
PowerShell, in $PROFILE: dgca completion powershell | Out-String | iex

Start a new shell afterwards.`,
		ValidArgs: []string{"bash", "zsh", "fish", "powershell"},
		Args:      arguments(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			root, out := cmd.Root(), a.streams.Out
			switch args[0] {
			case "bash":
				return root.GenBashCompletionV2(out, true)
			case "zsh":
				return root.GenZshCompletion(out)
			case "fish":
				return root.GenFishCompletion(out, true)
			case "powershell":
				return root.GenPowerShellCompletionWithDesc(out)
			}
			return usagef("possible: bash, zsh, fish, powershell", "there is no completion for the shell %q", args[0])
		},
	}
}

// completeYAML completes the names of YAML files.
func completeYAML(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return []string{"yaml", "yml"}, cobra.ShellCompDirectiveFilterFileExt
}

// completeEndings completes the names of files with one of some endings.
func completeEndings(endings ...string) cobra.CompletionFunc {
	return func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return endings, cobra.ShellCompDirectiveFilterFileExt
	}
}

// completeOneYAML completes one YAML file and nothing after it.
func completeOneYAML(cmd *cobra.Command, args []string, word string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return completeYAML(cmd, args, word)
}

// completeFolder completes the names of folders.
func completeFolder(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return nil, cobra.ShellCompDirectiveFilterDirs
}

// completeDimensions completes ids of dimensions of the built-in questionnaire,
// or of the one that the flag --questionnaire names.
func completeDimensions(cmd *cobra.Command, _ []string, word string) ([]string, cobra.ShellCompDirective) {
	q := questionnaires.BuiltIn()
	if f := cmd.Flag("questionnaire"); f != nil && f.Value.String() != "" {
		custom, err := questionnaires.Load(f.Value.String())
		if err != nil {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		q = custom
	}
	var ids []string
	for _, d := range q.Dimensions {
		if strings.HasPrefix(string(d.ID), word) {
			ids = append(ids, string(d.ID)+"\t"+d.Title)
		}
	}
	return ids, cobra.ShellCompDirectiveNoFileComp
}

// completeKinds completes kinds of unit.
func completeKinds(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	var kinds []string
	for _, u := range questionnaires.BuiltIn().Units {
		kinds = append(kinds, string(u.Kind)+"\t"+u.Name)
	}
	return kinds, cobra.ShellCompDirectiveNoFileComp
}

// complete registers the completion of a flag's values. It fails only when the
// flag does not exist, which a test of all commands would show.
func complete(cmd *cobra.Command, flag string, f cobra.CompletionFunc) {
	if err := cmd.RegisterFlagCompletionFunc(flag, f); err != nil {
		panic(err)
	}
}
