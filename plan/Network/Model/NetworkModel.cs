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

    public required IReadOnlyList<Tunnel> Tunnels { get; init; }

    public required IReadOnlyList<CloudRouter> Routers { get; init; }

    public static NetworkModel Of(IReadOnlyList<PlannedResource> resources) => Of(new PlanIndex(resources));

    public static NetworkModel Of(PlanIndex plan)
    {
        var sites = new Lineage(plan.Resources);
        var vpcs = VpcReader.Read(plan, sites);
        var hubs = HubReader.Read(plan, vpcs);
        var networks = GoogleReader.Read(plan, sites);
        var (routers, ends) = GoogleTunnelReader.Read(plan, networks);
        return new()
        {
            Vpcs = [.. vpcs.Values],
            Hubs = [.. hubs.Values],
            GoogleNetworks = [.. networks.Values],
            Routers = routers,
            GoogleEnds = ends,
            Tunnels = TunnelPairing.Pair(hubs.Values, ends),
        };
    }
}
