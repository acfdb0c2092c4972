namespace CrossCloudMesh.Plan.Rules.Observability;

/// <summary>What goes off and tells nobody has not gone off.</summary>
public sealed class AlarmAction() : Rule(new()
{
    Id = "alarm-action",
    Title = "Every alarm tells somebody, or another alarm looks at it that does",
    Severity = Severity.Error,
    Scope = RuleScope.Resource,
    Fix = "give it an action, or name it in a composite alarm that has one; give an alerting policy a channel",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var alarm in plan.Of(Types.MetricAlarm).Concat(plan.Of(Types.CompositeAlarm)))
        {
            if (alarm.Is("actionsEnabled", false))
            {
                yield return Found(alarm, "has its actions switched off", "actionsEnabled");
            }
            else if (alarm.IsEmpty("alarmActions") && !IsWatched(plan, alarm))
            {
                yield return Found(alarm, "tells nobody, and no other alarm looks at it", "alarmActions");
            }
        }

        foreach (var policy in plan.Of(Types.AlertPolicy))
        {
            if (policy.IsEmpty("notificationChannels"))
            {
                yield return Found(policy, "tells nobody", "notificationChannels");
            }
        }
    }

    private static bool IsWatched(PlanIndex plan, PlannedResource alarm) =>
        plan.Users(alarm, Types.CompositeAlarm, "alarmRule").Any() || plan.Users(alarm, Types.CompositeAlarm, "actionsSuppressor").Any();
}
