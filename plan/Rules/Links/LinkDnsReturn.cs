using CrossCloudMesh.Facts;
using CrossCloudMesh.Plan.Network.Model;

namespace CrossCloudMesh.Plan.Rules.Links;

/// <summary>Cloud DNS asks from a range that no subnet has: unless it is announced and led back, queries arrive and every answer is lost.</summary>
public sealed class LinkDnsReturn() : Rule(new()
{
    Id = "link-dns-return",
    Title = "The range of Cloud DNS is announced and led back where its queries are forwarded, and nowhere else",
    Severity = Severity.Error,
    Scope = RuleScope.Network,
    Fix = "announce 35.199.192.0/19 on the router of the VPN that leads to the resolver, and give the tables of the resolver's subnets a route to it by the hub",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        var forwarding = plan.Of(Types.GoogleZone).Where(NameRoads.Forwards).ToList();
        foreach (var zone in forwarding)
        {
            if (NameRoads.NetworkBehind(plan, zone, "forwardingConfig") is { } urn && plan.Network.Vpcs.FirstOrDefault(vpc => vpc.Resource.Urn == urn) is { } vpc)
            {
                foreach (var finding in Announced(plan, zone, vpc).Concat(LedBack(plan, zone, vpc)))
                {
                    yield return finding;
                }
            }
        }

        var askers = forwarding.SelectMany(zone => Askers(plan, zone)).ToHashSet(StringComparer.Ordinal);
        foreach (var end in plan.Network.Tunnels.Select(tunnel => tunnel.Google))
        {
            if (end is { Peer: { } peer, Router: { } router } && !askers.Contains(router.Network.Resource.Urn) && end.Announced.Contains(DnsFacts.CloudDnsRange))
            {
                yield return Found(peer, $"announces {DnsFacts.CloudDnsRange}, from which nothing is asked", "advertiseMode") with { Related = [router.Resource.Urn] };
            }
        }
    }

    private IEnumerable<Finding> Announced(PlanIndex plan, PlannedResource zone, Vpc vpc)
    {
        var askers = Askers(plan, zone).ToHashSet(StringComparer.Ordinal);
        Tunnel[] tunnels =
        [
            .. plan.Network.Tunnels.Where(tunnel => tunnel.Aws.Connection.Hub == vpc.Attachment?.Hub
                && tunnel.Google.Router is { } router && askers.Contains(router.Network.Resource.Urn)),
        ];
        if (askers.Count > 0 && tunnels.Length == 0)
        {
            yield return Found(zone, $"asks {vpc.Resource.Name}, from which no VPN leads back", "forwardingConfig") with { Related = [vpc.Resource.Urn] };
        }

        foreach (var end in tunnels.Select(tunnel => tunnel.Google))
        {
            if (end is { Peer: { } peer, Router: { } router } && !Hidden.In(peer) && !Hidden.In(router.Resource)
                && !end.Announced.Any(range => range.Contains(DnsFacts.CloudDnsRange)))
            {
                yield return Found(peer, $"does not announce {DnsFacts.CloudDnsRange}, from which {zone.Name} asks", "advertiseMode") with { Related = [zone.Urn] };
            }
        }
    }

    private IEnumerable<Finding> LedBack(PlanIndex plan, PlannedResource zone, Vpc vpc)
    {
        var doors = plan.Sources(zone, "forwardingConfig", Types.ResolverEndpoint)
            .SelectMany(endpoint => plan.Sources(endpoint, "ipAddresses", Types.Subnet))
            .Select(subnet => subnet.Urn)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var table in vpc.Subnets.Where(subnet => doors.Contains(subnet.Resource.Urn)).Select(subnet => subnet.Table).OfType<VpcRouteTable>().Distinct())
        {
            var isHidden = plan.Users(table.Resource, Types.Route, "routeTableId").Any(Hidden.In);
            if (!isHidden && table.Find(DnsFacts.CloudDnsRange.First)?.Hub != vpc.Attachment?.Hub.Resource.Urn)
            {
                yield return Found(table.Resource, $"does not lead to {DnsFacts.CloudDnsRange} by the hub, from where {zone.Name} asks") with { Related = [zone.Urn] };
            }
        }
    }

    private static IEnumerable<string> Askers(PlanIndex plan, PlannedResource zone) =>
        plan.Sources(zone, "privateVisibilityConfig", Types.GoogleNetwork).Select(network => network.Urn);
}
