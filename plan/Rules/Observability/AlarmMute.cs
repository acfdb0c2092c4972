namespace CrossCloudMesh.Plan.Rules.Observability;

/// <summary>A mute rule without names mutes the whole account.</summary>
public sealed class AlarmMute() : Rule(new()
{
    Id = "alarm-mute",
    Title = "Every rule that mutes alarms names them",
    Severity = Severity.Error,
    Scope = RuleScope.Resource,
    Fix = "give muteTargets.alarmNames",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var mute in plan.Of(Types.AlarmMuteRule))
        {
            if (mute.IsEmpty("muteTargets.alarmNames"))
            {
                yield return Found(mute, "mutes every alarm of the account", "muteTargets.alarmNames");
            }
        }
    }
}
