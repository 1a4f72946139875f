package assessment

import "reflect"

// joinPlans keeps every different action of the parts, and the first start that
// was chosen. Where an id is taken by another action, the later one gets a new
// id.
func (m *Merge) joinPlans() {
	plan := &m.result.Plan
	for _, part := range m.parts {
		theirs := part.Assessment.Plan.fitted(&m.result.Asked)
		switch {
		case theirs.Start == "":
		case plan.Start == "":
			plan.Start = theirs.Start
		case plan.Start != theirs.Start:
			m.remark("The start of the plan differs: %s stands, %s said %s.", plan.Start, part.who(), theirs.Start)
		}
		renamed := map[ActionID]ActionID{}
		var added []ActionID
		for _, act := range theirs.Actions {
			switch same := plan.Action(act.ID); {
			case same == nil:
			case reflect.DeepEqual(*same, act):
				continue
			default:
				id := joinedID(plan, &theirs)
				m.remark("The action %s of %s is another one than the first with this id: it is %s now.", act.ID, part.who(), id)
				renamed[act.ID], act.ID = id, id
			}
			plan.Actions = append(plan.Actions, act)
			added = append(added, act.ID)
		}
		for _, id := range added {
			after := plan.Action(id).After
			for i := range after {
				if to, ok := renamed[after[i]]; ok {
					after[i] = to
				}
			}
		}
	}
}

// joinedID returns an id that neither of two plans uses.
func joinedID(a, b *Plan) ActionID {
	both := Plan{Actions: append(a.Clone().Actions, b.Actions...)}
	return both.NextID()
}
