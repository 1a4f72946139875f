// Command barecobra is the least that a program with cobra can be: the measure
// for the start of dgca.
package main

import (
	"os"

	"github.com/spf13/cobra"
)

func main() {
	cmd := &cobra.Command{Use: "bare", Version: "1", Run: func(*cobra.Command, []string) {}}
	if cmd.Execute() != nil {
		os.Exit(1)
	}
}
