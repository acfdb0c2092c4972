namespace CrossCloudMesh.Plan.Rules.Links;

/// <summary>Three switches that let a link come up, and fail it later.</summary>
public sealed class LinkVpnOptions() : Rule(new()
{
    Id = "link-vpn-options",
    Title = "VPN connections share their load by BGP over all tunnels, and none is accelerated",
    Severity = Severity.Error,
    Scope = RuleScope.Resource,
    Fix = "set enableAcceleration and staticRoutesOnly to false, and vpnEcmpSupport of the hub to enable",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var connection in plan.Of(Types.VpnConnection))
        {
            if (connection.Is("enableAcceleration", true))
            {
                yield return Found(connection, "is accelerated, so AWS waits for the other side to renew keys, which Cloud VPN does not do by itself", "enableAcceleration");
            }

            if (connection.Is("staticRoutesOnly", true))
            {
                yield return Found(connection, "has routes that stay when its tunnels fail", "staticRoutesOnly");
            }

            if (plan.Source(connection, "transitGatewayId", Types.TransitGateway) is { } hub && hub.Is("vpnEcmpSupport", "disable"))
            {
                yield return Found(hub, $"sends all traffic of {connection.Name} through one tunnel", "vpnEcmpSupport") with { Related = [connection.Urn] };
            }
        }
    }
}
