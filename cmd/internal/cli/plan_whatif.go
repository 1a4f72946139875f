package cli

import (
	"github.com/spf13/cobra"

	"dgca/reports"
)

func newPlanWhatIfCmd(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "what-if FILE",
		Short: "Show the levels when all actions reach their targets",
		Long: `Compare the levels of today with those when every action of the plan has brought
its statements to its target level, and show which action closes most of the
weighted gap for its cost. Nothing is changed.`,
		Example:           "  dgca plan what-if unit.yaml",
		Args:              arguments(1, 1),
		ValidArgsFunction: completeOneYAML,
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.showPlan(args[0], questionnaireFlag{}, reports.PlanWhatIf)
		},
	}
}
