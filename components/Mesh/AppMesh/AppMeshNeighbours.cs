using System.Collections.Immutable;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Mesh.AppMesh;

/// <summary>Who calls whom in one cluster of App Mesh, and by which names they know each other.</summary>
public sealed class AppMeshNeighbours
{
    private readonly MeshPolicy policy;
    private readonly AppMeshBridge? bridge;
    private readonly HashSet<ServiceName> here;

    /// <param name="policy">The policy of the whole mesh.</param>
    /// <param name="site">The cluster's site.</param>
    /// <param name="cloudMapNamespace">Where its pods are found.</param>
    /// <param name="bridge">How it and what is outside it reach each other; null where they do not.</param>
    public AppMeshNeighbours(MeshPolicy policy, string site, string cloudMapNamespace, AppMeshBridge? bridge)
    {
        (this.policy, this.bridge) = (policy, bridge);
        (Site, CloudMapNamespace) = (site, cloudMapNamespace);
        Here = InOrder(policy.Services.Where(service => service.Sites.Contains(site, StringComparer.Ordinal)));
        here = [.. Here.Select(service => service.Name)];
        Elsewhere = InOrder(policy.Services.Where(service => !here.Contains(service.Name) && service.Callers.Any(here.Contains)));
    }

    /// <summary>The key of the cluster's site.</summary>
    public string Site { get; }

    /// <summary>The namespace of Cloud Map.</summary>
    public string CloudMapNamespace { get; }

    /// <summary>The services that run here, in the order of their names.</summary>
    public ImmutableArray<ServicePolicy> Here { get; }

    /// <summary>The services that run elsewhere and are called from here.</summary>
    public ImmutableArray<ServicePolicy> Elsewhere { get; }

    /// <summary>What a service calls.</summary>
    internal ImmutableArray<ServicePolicy> CalledBy(ServicePolicy caller) => InOrder(policy.Services.Where(service => service.Callers.Contains(caller.Name)));

    /// <summary>What callers of a service here present: each its own identity, and those from elsewhere that of the gateway by which they come.</summary>
    internal ImmutableArray<string> CallersOf(ServicePolicy service) =>
    [
        .. service.Callers.Select(caller => caller.IdentityIn(policy.TrustDomain)),
        .. bridge is not null && !service.Callers.All(here.Contains) ? [bridge.Identity] : Array.Empty<string>(),
    ];

    /// <summary>What a service presents to callers here: its own identity, or the names of the gateways behind which it is.</summary>
    internal ImmutableArray<string> ServersOf(ServicePolicy service) => here.Contains(service.Name) ? [service.Name.IdentityIn(policy.TrustDomain)] : bridge!.Servers[service.Name.Host];

    /// <summary>Whether callers here have a way to a service.</summary>
    internal bool Reaches(ServicePolicy service) => here.Contains(service.Name) || bridge?.Servers.ContainsKey(service.Name.Host) == true;

    private static ImmutableArray<ServicePolicy> InOrder(IEnumerable<ServicePolicy> services) =>
        [.. services.OrderBy(service => $"{service.Name}", StringComparer.Ordinal)];
}

/// <summary>How a cluster of App Mesh and what is outside it reach each other.</summary>
public sealed record AppMeshBridge
{
    /// <summary>What the gateway presents to services here by which calls from outside come: <c>spiffe://…</c>.</summary>
    public required string Identity { get; init; }

    /// <summary>Host of each service elsewhere that is called from here, to the names that answer for it.</summary>
    public required ImmutableSortedDictionary<string, ImmutableArray<string>> Servers { get; init; }
}
