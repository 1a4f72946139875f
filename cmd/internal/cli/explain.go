package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"dgca/assessment/store"
	"dgca/reports"
)

type explainOptions struct {
	file          string
	topic         string
	questionnaire questionnaireFlag
}

func newExplainCmd(a *app) *cobra.Command {
	var opts explainOptions
	cmd := &cobra.Command{
		Use:   "explain FILE [TOPIC]",
		Short: "Explain how a number came about, with your own answers",
		Long: `Show the sum behind a number, with the answers of a result file. A topic is the
id of a dimension, an element or a statement, or a word such as "overall".
Without a topic, the topics of the file are listed.`,
		Example: `  dgca explain results.yaml overall
  dgca explain results.yaml leadership`,
		Args: arguments(1, 2),
		ValidArgsFunction: func(cmd *cobra.Command, args []string, word string) ([]string, cobra.ShellCompDirective) {
			switch len(args) {
			case 0:
				return completeYAML(cmd, args, word)
			case 1:
				if result, err := store.Read(args[0]); err == nil {
					return reports.Topics(reports.Input{Assessment: result}), cobra.ShellCompDirectiveNoFileComp
				}
			}
			return nil, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.file = args[0]
			if len(args) > 1 {
				opts.topic = args[1]
			}
			return a.runExplain(cmd.Context(), opts)
		},
	}
	opts.questionnaire.addTo(cmd)
	return cmd
}

func (a *app) runExplain(_ context.Context, opts explainOptions) error {
	created, err := a.now()
	if err != nil {
		return err
	}
	in, err := a.input(opts.file, created, opts.questionnaire)
	if err != nil {
		return err
	}
	topics := reports.Topics(in)
	if opts.topic == "" {
		return a.print(strings.Join(topics, "\n") + "\n")
	}
	doc, err := reports.Explain(in, opts.topic)
	if err != nil {
		return usagef("dgca explain "+quoteArgument(opts.file)+" lists the topics", "explain: %w", err)
	}
	return reports.WriteText(a.streams.Out, doc, a.textOptions())
}
