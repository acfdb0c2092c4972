using System.Collections.Immutable;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Mesh.Policy;

/// <summary>What a mesh is to do, whichever kind of mesh: every service once, for wherever it runs.</summary>
/// <remarks>
/// What stands here is what every kind can do alike, the common subset: Istio, App Mesh, and Envoy by itself. What only some can do is a
/// <see cref="PolicyExtension"/>, which says which, and is refused by the others. Not to be chosen at all is mutual TLS: every service takes
/// calls with a certificate of the mesh and from the callers that it names, and no others.
/// </remarks>
public sealed record MeshPolicy
{
    /// <summary>The host of every identity.</summary>
    public required TrustDomain TrustDomain { get; init; }

    /// <summary>The services, no two of one name; their order says nothing.</summary>
    public required ImmutableArray<ServicePolicy> Services { get; init; }

    /// <summary>Site to the one kind of mesh that it runs; one that is left out runs Istio.</summary>
    public ImmutableSortedDictionary<string, PolicyTargets> Kinds { get; init; } =
        ImmutableSortedDictionary.Create<string, PolicyTargets>(StringComparer.Ordinal);

    /// <summary>The kind of mesh that a site runs.</summary>
    public PolicyTargets KindOf(string site) => Kinds.GetValueOrDefault(site, PolicyTargets.Istio);

    /// <summary>The kind of mesh that a service is in: that of its sites, which are all of one.</summary>
    public PolicyTargets KindOf(ServicePolicy service) => KindOf(service.Sites[0]);
}
