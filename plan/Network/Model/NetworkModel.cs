using CrossCloudMesh.Plan.Graph;
using CrossCloudMesh.Plan.Rules;

namespace CrossCloudMesh.Plan.Network.Model;

/// <summary>The networks of a plan and what joins them, read from its resources alone.</summary>
/// <remarks>
/// Who belongs to whom is told by the plan's property dependencies, never by comparing ids; only where one input could be one of several
/// addresses of a resource do the addresses themselves decide. What the plan does not know is not there: no route leads by it.
/// </remarks>
internal sealed class NetworkModel
{
    private NetworkModel()
    {
    }

    public required IReadOnlyList<Vpc> Vpcs { get; init; }

    public required IReadOnlyList<Hub> Hubs { get; init; }

    public required IReadOnlyList<GoogleNetwork> GoogleNetworks { get; init; }

    /// <summary>Google's ends, whether anything of AWS answers them or not.</summary>
    public required IReadOnlyList<GoogleTunnelEnd> GoogleEnds { get; init; }

    /// <summary>Google's ends of VLANs, whether anything of AWS answers them or not.</summary>
    public required IReadOnlyList<VlanAttachment> VlanAttachments { get; init; }

    /// <summary>AWS's ends of VLANs, whether anything of Google answers them or not.</summary>
    public required IReadOnlyList<VirtualInterface> VirtualInterfaces { get; init; }

    /// <summary>All that joins a hub with something else, each at the place of its index.</summary>
    public required IReadOnlyList<Conduit> Conduits { get; init; }

    public required IReadOnlyList<CloudRouter> Routers { get; init; }

    /// <summary>What makes the Direct Connect gateways and the transports of the plan, whether they lead anywhere or not, by its name.</summary>
    public required IReadOnlySet<string> Lines { get; init; }

    /// <summary>Those of the conduits that are tunnels between the two clouds.</summary>
    public IEnumerable<Tunnel> Tunnels => Conduits.OfType<Tunnel>();

    public static NetworkModel Of(IReadOnlyList<PlannedResource> resources) => Of(new PlanIndex(resources));

    public static NetworkModel Of(PlanIndex plan)
    {
        var sites = new Lineage(plan.Resources);
        var vpcs = VpcReader.Read(plan, sites);
        var hubs = HubReader.Read(plan, vpcs);
        var networks = GoogleReader.Read(plan, sites);
        var routers = new RouterReader(plan, networks);
        var (attachments, interfaces) = (VlanReader.OfGoogle(plan, routers), VlanReader.OfAws(plan));
        var ends = GoogleTunnelReader.Read(plan, routers, attachments);
        return new()
        {
            Vpcs = [.. vpcs.Values],
            Hubs = [.. hubs.Values],
            GoogleNetworks = [.. networks.Values],
            Routers = [.. routers.Routers],
            Lines = plan.Of(Types.DirectConnectGateway).Concat(plan.Of(Types.Transport)).Select(line => sites.RootOf(line).Name).ToHashSet(StringComparer.Ordinal),
            GoogleEnds = ends,
            VlanAttachments = attachments,
            VirtualInterfaces = interfaces,
            Conduits = Join(plan, sites, hubs, networks, VlanPairing.Pair(hubs.Values, interfaces, attachments, 0), ends),
        };
    }

    /// <summary>VLANs first, as tunnels may stand on them.</summary>
    private static List<Conduit> Join(
        PlanIndex plan,
        Lineage sites,
        SortedDictionary<string, Hub> hubs,
        SortedDictionary<string, GoogleNetwork> networks,
        List<VlanConduit> vlans,
        List<GoogleTunnelEnd> ends)
    {
        List<Conduit> conduits = [.. vlans];
        var tunnels = TunnelPairing.Pair(hubs.Values, ends, vlans, conduits.Count);
        conduits.AddRange(tunnels);
        conduits.AddRange(TransportReader.Read(plan, hubs.Values, networks, conduits.Count));
        conduits.AddRange(DeviceReader.Read(plan, sites, hubs.Values, tunnels, conduits.Count));
        conduits.AddRange(PeeringReader.Read(plan, hubs.Values, conduits.Count));
        return conduits;
    }
}
