using CrossCloudMesh.Facts;
using CrossCloudMesh.Plan.Network.Model;

namespace CrossCloudMesh.Plan.Rules.Links;

/// <summary>A session between wrong numbers stays in OpenSent for ever, and between equal ones no route of the other is believed.</summary>
public sealed class LinkAsn() : Rule(new()
{
    Id = "link-asn",
    Title = "Each end of a BGP session has the AS number that the other expects, unlike its own",
    Severity = Severity.Error,
    Scope = RuleScope.Network,
    Fix = "take the numbers of hub and router from the settings of their sites, and give no two the same",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var tunnel in plan.Network.Tunnels)
        {
            if (tunnel.Google is { Peer: { } peer, PeerAsn: { } expected } && tunnel.Aws.Connection.Hub.Asn is { } hub && expected != hub)
            {
                yield return Found(peer, $"expects AS {expected} of a hub that has {hub}", "peerAsn") with { Related = [tunnel.Aws.Connection.Hub.Resource.Urn] };
            }
        }

        foreach (var (connection, router) in plan.Network.Tunnels.Select(tunnel => (tunnel.Aws.Connection, tunnel.Google.Router)).Distinct())
        {
            foreach (var finding in Between(connection, router))
            {
                yield return finding;
            }
        }
    }

    private IEnumerable<Finding> Between(VpnConnection connection, CloudRouter? router)
    {
        if (connection.Customer is not { } customer || SessionNumbers.OfCustomer(connection) is not { } awaited)
        {
            yield break;
        }

        if (router?.Asn is { } own && own != awaited)
        {
            yield return Found(customer, $"awaits AS {awaited} of a router that has {own}", "bgpAsn") with { Related = [router.Resource.Urn] };
        }

        if (connection.Hub.Asn == awaited)
        {
            yield return Found(customer, $"has the AS number {awaited} of the hub itself", "bgpAsn") with { Related = [connection.Hub.Resource.Urn] };
        }

        if (VpnFacts.RefusedAsns.FirstOrDefault(row => row.Asn == awaited && (row.Region is null || row.Region == connection.Hub.Region)) is not null)
        {
            yield return Found(customer, $"has the AS number {awaited}, which AWS refuses there", "bgpAsn");
        }
    }
}
