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
    /// <summary>What a router must have for attachments of partners.</summary>
    /// <remarks>Source: https://cloud.google.com/network-connectivity/docs/router/how-to/configuring-bgp, read 2026-11-20.</remarks>
    private const int PartnerAsn = 16550;

    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var tunnel in plan.Network.Tunnels)
        {
            if (tunnel.Google is { Peer: { } peer, PeerAsn: { } expected } && tunnel.Aws.Connection.Hub.Asn is { } hub && expected != hub)
            {
                yield return Found(peer, $"expects AS {expected} of a hub that has {hub}", "peerAsn") with { Related = [tunnel.Aws.Connection.Hub.Resource.Urn] };
            }
        }

        foreach (var finding in (IEnumerable<Finding>)
            [
                .. plan.Network.Conduits.OfType<VlanConduit>().SelectMany(Vlan),
                .. plan.Network.Hubs.SelectMany(hub => hub.DirectConnects).SelectMany(Gateway),
                .. Partners(plan),
            ])
        {
            yield return finding;
        }

        foreach (var (connection, router) in plan.Network.Tunnels.Select(tunnel => (tunnel.Aws.Connection, tunnel.Google.Router)).Distinct())
        {
            foreach (var finding in Between(connection, router))
            {
                yield return finding;
            }
        }
    }

    private IEnumerable<Finding> Vlan(VlanConduit vlan)
    {
        var (gateway, aws) = ((vlan.At as DirectConnectAttachment)?.Asn, vlan.Aws.Resource);
        if (vlan.Google is { Peer: { } peer, PeerAsn: { } expected } && gateway is { } other && expected != other)
        {
            yield return Found(peer, $"expects AS {expected} of a gateway that has {other}", "peerAsn") with { Related = [vlan.Aws.Gateway.Urn] };
        }

        if (vlan.Asn is { } own && aws.Number("bgpAsn") is { } awaited && (long)awaited != own)
        {
            yield return Found(aws, $"awaits AS {awaited} of a router that has {own}", "bgpAsn") with { Related = [vlan.Google.Router!.Resource.Urn] };
        }

        if (gateway is { } same && vlan.Asn == same)
        {
            yield return Found(aws, $"leads to a router with the AS number {same} of the gateway itself") with { Related = [vlan.Aws.Gateway.Urn] };
        }
    }

    private IEnumerable<Finding> Partners(PlanIndex plan)
    {
        foreach (var router in plan.Network.VlanAttachments.Where(each => each.IsPartner).Select(each => each.Router).OfType<CloudRouter>().Distinct())
        {
            if (router.Asn is { } given && given != PartnerAsn)
            {
                yield return Found(router.Resource, $"has AS {given}, and Partner Interconnect takes {PartnerAsn} alone", "bgp.asn");
            }
        }
    }

    private IEnumerable<Finding> Gateway(DirectConnectAttachment direct)
    {
        if (direct.Asn is { } asn && asn == direct.Hub.Asn)
        {
            yield return Found(direct.Gateway, $"has the AS number {asn} of the hub behind it", "amazonSideAsn") with { Related = [direct.Hub.Resource.Urn] };
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
