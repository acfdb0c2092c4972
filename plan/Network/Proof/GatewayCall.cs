using CrossCloudMesh.Plan.Certificates;
using CrossCloudMesh.Plan.Rules;
using CrossCloudMesh.Plan.Rules.Mesh;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Plan.Network.Proof;

/// <summary>A port that a load balancer of a cluster admits others to, and that is none of those which every pair of sites must let through.</summary>
/// <remarks>Whoever it names as a caller is to get there: the bridge between kinds of mesh asks for it so.</remarks>
/// <param name="Network">The URN of the VPC or the network that it is in.</param>
/// <param name="Ports">The port.</param>
/// <param name="From">The ranges of whoever may call.</param>
internal sealed record GatewayCall(string Network, PortClass Ports, IReadOnlyList<Cidr> From)
{
    private const string Balanced = "LoadBalancer";

    /// <summary>All that a plan has.</summary>
    public static IReadOnlyList<GatewayCall> Of(PlanIndex plan) =>
    [
        .. plan.Of(Types.Release).SelectMany(release => Of(plan, release, release.At("values").At("service"))),
        .. plan.Of(Types.Service).SelectMany(service => Of(plan, service, service.At("spec"))),
    ];

    /// <summary>Whether it is a port of something in that place.</summary>
    public bool IsAt(Place place) => Network == place.Urn;

    /// <summary>Whether an address is one of its callers'.</summary>
    public bool Admits(uint address) => From.Any(range => range.First <= address && address <= range.Last);

    /// <summary>The VPC or the network in which the cluster of an object is; null where the plan does not tell.</summary>
    public static string? NetworkOf(PlanIndex plan, PlannedResource resource) =>
        plan.ClusterOf(resource) is { } cluster && ReaderPlace.Of(plan, cluster) is { } place ? place.Vpc?.Resource.Urn ?? place.Network!.Resource.Urn : null;

    private static IEnumerable<GatewayCall> Of(PlanIndex plan, PlannedResource resource, PlanValue? service)
    {
        if (service.At("type").Text() != Balanced || NetworkOf(plan, resource) is not { } network)
        {
            return [];
        }

        Cidr[] from = [.. service.At("loadBalancerSourceRanges").Texts().Select(Cidr.Parse).OfType<Cidr>()];
        return service.At("ports").Items()
            .Select(port => port.At("port")).OfType<PlanValue.NumberValue>()
            .Select(port => (int)port.Value)
            .Where(port => !PortClass.All.Any(known => known.Protocol == "tcp" && known.Port == port))
            .Select(port => new GatewayCall(network, new("bridge", "tcp", port), from));
    }
}
