using CrossCloudMesh.Plan.Rules.Observability;

namespace CrossCloudMesh.Plan.Rules.Links;

/// <summary>A link survives the loss of a tunnel, so nobody notices, until the next one is lost too.</summary>
/// <remarks>
/// A plan without any alarm is judged where collectors look at everything else in it, and told so once; else its stack wants to see nothing.
/// An attachment that a partner has not joined yet has no session.
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
        plan.Of(Types.MetricAlarm).Count + plan.Of(Types.AlertPolicy).Count == 0 ? Unwatched(plan) : [.. Aws(plan), .. Google(plan)];

    private IEnumerable<Finding> Unwatched(PlanIndex plan)
    {
        PlannedResource[] parts = !CollectorReading.Of(plan).Any() ? [] : [.. plan.Of(Types.VpnConnection), .. plan.Of(Types.TransitInterface), .. GoogleParts(plan).Select(part => part.Part)];
        if (parts is [var first, .. var others])
        {
            var message = others.Length == 0
                ? "has no alarm, and nothing else in the plan has one"
                : $"has no alarm, and {others.Length} other parts of links have none either";
            yield return Found(first, message, "name") with { Related = [.. others.Select(other => other.Urn)] };
        }
    }

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
        foreach (var (part, metric) in GoogleParts(plan))
        {
            if (part.Text("name") is { } name && !filters.Exists(filter => filter.Contains(metric, StringComparison.Ordinal) && filter.Contains($"\"{name}\"", StringComparison.Ordinal)))
            {
                yield return Found(part, "is in no alerting policy", "name");
            }
        }
    }

    private static IEnumerable<(PlannedResource Part, string Metric)> GoogleParts(PlanIndex plan) => plan.Of(Types.VpnTunnel)
        .Select(tunnel => (tunnel, "tunnel_established"))
        .Concat(plan.Of(Types.RouterPeer).Select(peer => (peer, "bgp/session_up")))
        .Concat(plan.Of(Types.VlanAttachment).Where(attachment => IsJoined(plan, attachment)).Select(attachment => (attachment, "network/attachment/")));

    private static IEnumerable<PlannedResource> AlarmsOf(PlanIndex plan, PlannedResource part, string metric) =>
        plan.Users(part, Types.MetricAlarm, "dimensions").Where(alarm => !alarm.IsNot("metricName", metric));

    private static bool IsJoined(PlanIndex plan, PlannedResource attachment) =>
        plan.Dependents(attachment).Any(reference => reference.User.Type is Types.TransitInterface or Types.RouterInterface);
}
