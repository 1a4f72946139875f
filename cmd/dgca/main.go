// Command dgca runs digital government capability assessments without a
// network: it asks, scores, keeps the answers and writes the report.
package main

import (
	"context"
	"os"
	"time"

	"dgca/cmd/internal/cli"
	"dgca/cmd/internal/terminal"
)

func main() {
	os.Exit(cli.Main(context.Background(), os.Args[1:], terminal.New(os.Stdin, os.Stdout, os.Stderr, os.Getenv), time.Now))
}
