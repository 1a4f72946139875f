package cli

import (
	"fmt"
	"runtime"

	"github.com/spf13/cobra"

	"dgca/assessment"
	"dgca/questionnaires"
)

const programVersion = "0.1.0"

// programName stands in reports as their author.
const programName = "dgca " + programVersion

func versionDetails() string {
	return fmt.Sprintf("%s (%s/%s, %s)", programVersion, runtime.GOOS, runtime.GOARCH, runtime.Version())
}

func newVersionCmd(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version of the program and of its file formats",
		Args:  arguments(0, 0), ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(*cobra.Command, []string) error {
			q := questionnaires.BuiltIn()
			_, err := fmt.Fprintf(a.streams.Out, "dgca version %s\nquestionnaire: %s %s (%s)\nresult files:  %s\nmethod:        %s\n",
				versionDetails(), q.ID, q.Version, q.Digest(), assessment.Format, assessment.Method)
			return err
		},
	}
}
