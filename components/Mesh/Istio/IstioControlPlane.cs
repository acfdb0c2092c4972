using System.Collections.Immutable;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Kubernetes.Helm.V3;

namespace CrossCloudMesh.Mesh.Istio;

/// <summary>Installs Istio's control plane in a cluster that is one of several primaries, each in a network of its own.</summary>
/// <remarks>
/// Makes 2 Helm releases and one per revision: <c>base</c> in the newest version, as definitions of kinds go up before what reads them;
/// <c>cni</c> where it is wanted; and an istiod per revision, after both. Of two revisions one is current: it validates, and gateways are
/// its own; a namespace belongs to the one that its label <c>istio.io/rev</c> names. Istiod trusts several roots at once and has proxies
/// make keys of ECDSA. All of it goes after <see cref="IstioControlPlaneArgs.WaitFor"/>: without <c>cacerts</c> istiod makes a root of its own.
/// Source: https://istio.io/latest/docs/setup/install/multicluster/multi-primary_multi-network/ and the charts of 1.31, read 2026-11-20.
/// </remarks>
public sealed class IstioControlPlane : ComponentResource
{
    public const string Token = "infra:mesh:IstioControlPlane";

    private readonly IstioControlPlaneArgs args;

    /// <summary>What must be there before anything that istiod validates or injects into, and must outlive it.</summary>
    public IReadOnlyList<Resource> Ready { get; }

    /// <exception cref="ResourceException">Every fault in <paramref name="args"/>, one per line.</exception>
    public IstioControlPlane(string name, IstioControlPlaneArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Faults.ThrowIfAny(this, args.Check());
        this.args = args;
        var newest = args.Revisions.Values.MaxBy(Version.Parse)!;
        var current = args.Revisions[args.Current];
        var kinds = new IstioChart("base", newest, args.Mirror).Install($"{name}-base", "istio-base", this, args.Cluster, new()
        {
            ["defaultRevision"] = args.Current,
        }, args.WaitFor);
        Release[] before = args.Cni is { } cni ? [kinds, Install(cni, $"{name}-cni", current, kinds)] : [kinds];
        var istiods = args.Revisions.ToImmutableSortedDictionary(revision => revision.Key, revision =>
            new IstioChart("istiod", revision.Value, args.Mirror)
                .Install($"{name}-{revision.Key}", $"istiod-{revision.Key}", this, args.Cluster, ValuesOf(revision.Key), [.. before, .. args.WaitFor]));
        Ready = [istiods[args.Current]];
        RegisterOutputs();
    }

    private Release Install(IstioCni cni, string name, string version, Release kinds)
    {
        var global = new Dictionary<string, object> { ["hub"] = IstioChart.HubOf(args.Mirror) };
        if (cni.Platform is { } platform)
        {
            global["platform"] = platform;
        }

        return new IstioChart("cni", version, args.Mirror).Install(name, "istio-cni", this, args.Cluster, new() { ["global"] = global }, [kinds, .. args.WaitFor]);
    }

    private InputMap<object> ValuesOf(string revision)
    {
        var values = CommonValues(revision);
        if (args.Buckets is { } buckets)
        {
            // By the injector, so that it is on whatever pod gets a proxy, gateways too: the mesh's own settings have no word for it.
            values["sidecarInjectorWebhook"] = new Dictionary<string, object>
            {
                ["injectedAnnotations"] = new Dictionary<string, object> { [LatencyBuckets.Annotation] = buckets.Value },
            };
        }

        return values;
    }

    private InputMap<object> CommonValues(string revision) => new()
    {
        ["revision"] = revision,
        ["global"] = new Dictionary<string, object>
        {
            ["hub"] = IstioChart.HubOf(args.Mirror),
            ["meshID"] = args.MeshId,
            ["multiCluster"] = new Dictionary<string, object> { ["clusterName"] = args.ClusterName },
            ["network"] = args.Network,
            ["networkPolicy"] = new Dictionary<string, object> { ["enabled"] = true },
        },
        ["meshConfig"] = new Dictionary<string, object>(args.Tracing?.Render(args.Revisions[revision]) ?? [])
        {
            ["trustDomain"] = args.TrustDomain.ToString(),
            ["trustDomainAliases"] = ImmutableArray.CreateRange<object>(args.TrustDomainAliases.Select(alias => alias.ToString())),
            ["defaultConfig"] = new Dictionary<string, object>
            {
                ["proxyStatsMatcher"] = new Dictionary<string, object> { ["inclusionSuffixes"] = ImmutableArray.CreateRange<object>(ProxyStats.Suffixes) },
                ["proxyMetadata"] = new Dictionary<string, object>
                {
                    // By this proxies learn of a second root while they run.
                    ["PROXY_CONFIG_XDS_AGENT"] = "true",
                    ["ECC_SIGNATURE_ALGORITHM"] = "ECDSA",
                    ["ECC_CURVE"] = "P256",
                },
            },
        },
        ["env"] = new Dictionary<string, object> { ["ISTIO_MULTIROOT_MESH"] = "true" },
        ["cni"] = new Dictionary<string, object> { ["enabled"] = args.Cni is not null },
        ["autoscaleMin"] = args.Replicas,
    };
}

/// <summary>What <see cref="IstioControlPlane"/> needs.</summary>
public sealed record IstioControlPlaneArgs
{
    public required IKubernetesCluster Cluster { get; init; }

    /// <summary>The name of the mesh, the same in all its clusters.</summary>
    public required string MeshId { get; init; }

    /// <summary>The cluster's name in the mesh, unlike any other's.</summary>
    public required string ClusterName { get; init; }

    /// <summary>The name of the network that the cluster's pods are in; the namespace of the mesh has it as a label.</summary>
    public required string Network { get; init; }

    public required TrustDomain TrustDomain { get; init; }

    /// <summary>Names that the trust domain had before, whose identities still count.</summary>
    public ImmutableArray<TrustDomain> TrustDomainAliases { get; init; } = [];

    /// <summary>Revision to its version of three numbers: one, or two while one gives way to the other.</summary>
    public required ImmutableSortedDictionary<string, string> Revisions { get; init; }

    /// <summary>The revision that validates and that gateways belong to.</summary>
    public required string Current { get; init; }

    /// <summary>A registry that holds charts and images; null for Istio's own.</summary>
    public string? Mirror { get; init; }

    /// <summary>How pods are joined to the mesh by an agent on their node; null where each pod does it itself, with rights over its network.</summary>
    public IstioCni? Cni { get; init; }

    /// <summary>How many istiods run at least, of each revision.</summary>
    public required int Replicas { get; init; }

    /// <summary>Whom proxies may tell of calls; null for nobody.</summary>
    public MeshTracing? Tracing { get; init; }

    /// <summary>The edges at which proxies count how long calls took; null for Istio's own.</summary>
    public LatencyBuckets? Buckets { get; init; }

    /// <summary>The namespace of the mesh with its label, and the authority that istiod signs with.</summary>
    public required IReadOnlyList<Resource> WaitFor { get; init; }

    internal IEnumerable<Fault> Check()
    {
        if (Revisions.Count is < 1 or > 2)
        {
            yield return new("revisions", "must be one, or two while one gives way to the other", Revisions.Count.ToString(), "remove those that no namespace names");
        }

        if (!Revisions.ContainsKey(Current))
        {
            yield return new("current", "must be one of revisions", Current, "known: " + string.Join(", ", Revisions.Keys));
        }
    }
}

/// <summary>The agent on each node that joins pods to the mesh.</summary>
/// <param name="Platform">What the chart calls a cloud that needs settings of its own: <c>gke</c>; null for the others.</param>
public sealed record IstioCni(string? Platform);
