using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>The mesh over all clusters.</summary>
public sealed record ServiceMeshSettings
{
    [Description("Istio in every cluster, each a primary; those of linked sites read one another. Left out: no mesh is installed.")]
    public IstioSettings? Istio { get; init; }

    [Description("AWS App Mesh in the clusters of some sites, which then have no Istio. AWS ended it on 2026-09-30: for estates that are to be "
        + "described, checked and moved. Left out: none.")]
    public AppMeshSettings? AppMesh { get; init; }

    [Description("Envoy on the machines of data centres on which services run. Left out: none does.")]
    public EnvoySettings? Envoy { get; init; }

    [Description("Pods that answer for every service on Istio, and call what each may call, so that a prototype has traffic. Left out: none.")]
    public DemoSettings? Demo { get; init; }
}

/// <summary>Istio.</summary>
public sealed record IstioSettings
{
    [Description("The revisions of istiod, by a name of yours: one, or two while namespaces move from one to the other. A namespace belongs to the one "
        + "that its label istio.io/rev names. A key is part of the names of everything in the revision.")]
    [Keys<EntryKey>, MinLength(1), MaxLength(2)]
    public required ImmutableSortedDictionary<string, IstioRevisionSettings> Revisions { get; init; }

    [Description("The revision that validates what is asked of the mesh, and that gateways belong to: one of revisions.")]
    public required EntryKey Current { get; init; }

    [Description("A registry to take charts and images from: each chart under charts, images under istio. Left out: where Istio publishes them, which "
        + "needs the internet.")]
    public RegistryPath? Mirror { get; init; }

    [Description("Whether an agent on each node joins pods to the mesh. Else each pod does it itself, and needs rights over its network. Left out: true.")]
    public bool Cni { get; init; } = true;

    [Description("How many of each istiod and each gateway run at least in a cluster. More come with load. Left out: 2.")]
    [Range(1, 10)]
    public int Replicas { get; init; } = 2;

    [Description("The how-manieth token it is by which istiods read other clusters. Raise it to have all made anew. Left out: 1.")]
    [Range(1, 1000)]
    public int TokenGeneration { get; init; } = 1;
}

/// <summary>A revision of istiod.</summary>
public sealed record IstioRevisionSettings
{
    [Description("The version of Istio, which its charts and images have too.")]
    public required PatchVersion Version { get; init; }
}
