namespace CrossCloudMesh.Plan.Rules.Links;

/// <summary>What made a tunnel fail is told in the logs of its negotiation and of its BGP session, and nowhere else.</summary>
public sealed class LinkLogs() : Rule(new()
{
    Id = "link-logs",
    Title = "Both tunnels of every VPN connection log their negotiation and their BGP",
    Severity = Severity.Warning,
    Scope = RuleScope.Resource,
    Fix = "set logEnabled and bgpLogEnabled in the log options of both tunnels",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var connection in plan.Of(Types.VpnConnection))
        {
            foreach (var option in new[] { "tunnel1LogOptions.cloudwatchLogOptions", "tunnel2LogOptions.cloudwatchLogOptions" })
            {
                foreach (var log in new[] { "logEnabled", "bgpLogEnabled" })
                {
                    if (connection.IsNot($"{option}.{log}", true))
                    {
                        yield return Found(connection, "keeps no log of it", $"{option}.{log}");
                    }
                }
            }
        }
    }
}
