namespace CrossCloudMesh.Plan.Rules.Links;

/// <summary>A link survives the loss of a tunnel, so nobody notices, until the next one is lost too.</summary>
/// <remarks>
/// A plan without any alarm is not judged: its stack wants none. An attachment that a partner has not joined yet has no session.
/// </remarks>
public sealed class LinkAlarms() : Rule(new()
{
    Id = "link-alarms",
    Title = "Every tunnel and every session of a link has its alarm, on both clouds",
    Severity = Severity.Warning,
    Scope = RuleScope.Network,
    Fix = "watch TunnelState of both tunnels by their addresses, VirtualInterfaceBgpStatus of each virtual interface, and name tunnels and sessions in an alerting policy",
})
{
    private const int TunnelsPerConnection = 2;

    public override IEnumerable<Finding> Judge(PlanIndex plan) =>
    [
        .. plan.Of(Types.MetricAlarm).Count == 0 ? [] : Aws(plan),
        .. plan.Of(Types.MetricAlarm).Count == 0 && plan.Of(Types.AlertPolicy).Count == 0 ? [] : Google(plan),
    ];

    private IEnumerable<Finding> Aws(PlanIndex plan)
    {
        foreach (var connection in plan.Of(Types.VpnConnection))
        {
            var watched = AlarmsOf(plan, connection, "TunnelState").Select(alarm => alarm.At("dimensions.TunnelIpAddress")).Where(address => address is not null).Distinct().Count();
            if (watched < TunnelsPerConnection)
            {
                yield return Found(connection, $"has an alarm on {watched} of its {TunnelsPerConnection} tunnels", "type");
            }
        }

        foreach (var session in plan.Of(Types.TransitInterface))
        {
            if (!AlarmsOf(plan, session, "VirtualInterfaceBgpStatus").Any())
            {
                yield return Found(session, "has no alarm on its session", "name");
            }
        }
    }

    private IEnumerable<Finding> Google(PlanIndex plan)
    {
        var told = plan.Of(Types.AlertPolicy)
            .SelectMany(policy => policy.Items("conditions").Select(condition => policy.At(condition + ".conditionThreshold.filter")).Append(policy.At("conditions")))
            .ToList();
        if (told.Exists(Inputs.IsHidden))
        {
            yield break;
        }

        var filters = told.OfType<PlanValue.TextValue>().Select(filter => filter.Value).ToList();
        var parts = plan.Of(Types.VpnTunnel).Select(tunnel => (Part: tunnel, Metric: "tunnel_established"))
            .Concat(plan.Of(Types.RouterPeer).Select(peer => (peer, "bgp/session_up")))
            .Concat(plan.Of(Types.VlanAttachment).Where(attachment => IsJoined(plan, attachment)).Select(attachment => (attachment, "network/attachment/")));
        foreach (var (part, metric) in parts)
        {
            if (part.Text("name") is { } name && !filters.Exists(filter => filter.Contains(metric, StringComparison.Ordinal) && filter.Contains($"\"{name}\"", StringComparison.Ordinal)))
            {
                yield return Found(part, "is in no alerting policy", "name");
            }
        }
    }

    private static IEnumerable<PlannedResource> AlarmsOf(PlanIndex plan, PlannedResource part, string metric) =>
        plan.Users(part, Types.MetricAlarm, "dimensions").Where(alarm => !alarm.IsNot("metricName", metric));

    private static bool IsJoined(PlanIndex plan, PlannedResource attachment) =>
        plan.Dependents(attachment).Any(reference => reference.User.Type is Types.TransitInterface or Types.RouterInterface);
}
