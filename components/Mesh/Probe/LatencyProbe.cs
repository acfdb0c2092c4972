using System.Collections.Immutable;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Mesh.Istio;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace CrossCloudMesh.Mesh.Probe;

/// <summary>Measures from one cluster how long a call to others takes, by the mesh and beside it, and answers theirs.</summary>
/// <remarks>
/// Makes for each of the two ways 1 ConfigMap and 1 Deployment of one pod; and for the direct way 1 namespace, 1 service account and 1 Service
/// with a private load balancer, of the same kind as the gateway's, so that the two differ by proxies alone. What it is in the mesh is a service
/// like any other, whose objects <see cref="MeshServices"/> makes. Nobody waits for pods.
/// </remarks>
public sealed class LatencyProbe : ComponentResource
{
    public const string Token = "infra:mesh:LatencyProbe";

    private readonly LatencyProbeArgs args;

    /// <exception cref="ResourceException">Every fault in <paramref name="args"/>, one per line.</exception>
    public LatencyProbe(string name, LatencyProbeArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Faults.ThrowIfAny(this, args.Check());
        this.args = args;
        new ProbePod
        {
            Name = args.Site,
            Namespace = ProbeFacts.MeshNamespace,
            Labels = ImmutableSortedDictionary<string, string>.Empty.Add("app", args.Site),
            Program = Program(ProbeWay.Mesh, args.Targets.ToImmutableSortedDictionary(target => target.Site, target => target.MeshHost, StringComparer.Ordinal)),
            Image = args.Image,
        }.Make($"{name}-mesh", InCluster(args.MeshAccount));
        MakeDirect(name);
        RegisterOutputs();
    }

    private void MakeDirect(string name)
    {
        var space = new Namespace($"{name}-direct", new()
        {
            Metadata = new ObjectMetaArgs { Name = ProbeFacts.DirectNamespace, Labels = { ["pod-security.kubernetes.io/enforce"] = "restricted" } },
        }, InCluster([.. args.Cluster.Ready]));
        var account = new ServiceAccount($"{name}-direct", new()
        {
            Metadata = new ObjectMetaArgs { Name = ProbeFacts.DirectName, Namespace = ProbeFacts.DirectNamespace },
        }, InCluster(space));
        var labels = ImmutableSortedDictionary<string, string>.Empty.Add("app", ProbeFacts.DirectName);
        new ProbePod
        {
            Name = ProbeFacts.DirectName,
            Namespace = ProbeFacts.DirectNamespace,
            Labels = labels,
            Program = Program(ProbeWay.Direct, args.Targets.ToImmutableSortedDictionary(target => target.Site, target => DirectHost(target.Site), StringComparer.Ordinal)),
            Image = args.Image,
            Hosts = Output.All(args.Targets.Select(target => (Input<ImmutableArray<string>>)target.Addresses)).Apply(Aliases),
        }.Make($"{name}-direct", InCluster(account));
        MakeService(name, labels, space);
    }

    private void MakeService(string name, ImmutableSortedDictionary<string, string> labels, Namespace space)
    {
        var spec = new ServiceSpecArgs
        {
            Type = "LoadBalancer",
            Selector = labels.ToDictionary(StringComparer.Ordinal),
            LoadBalancerSourceRanges = args.Callers.Select(range => range.ToString()).ToArray(),
            Ports = { new ServicePortArgs { Name = "http", Port = ProbeFacts.DirectPort, TargetPort = ProbeFacts.DirectPort } },
        };
        if (args.Balancer.ServiceAddress is { } address)
        {
            spec.LoadBalancerIP = address;
        }

        _ = new Service($"{name}-direct", new()
        {
            Metadata = new ObjectMetaArgs
            {
                Name = ProbeFacts.DirectName,
                Namespace = ProbeFacts.DirectNamespace,
                Annotations = args.Balancer.Annotations.Apply(annotations => annotations.Add("pulumi.com/skipAwait", "true")),
            },
            Spec = spec,
        }, InCluster([space, .. args.Balancer.Ready]));
    }

    private ProbeProgram Program(ProbeWay way, ImmutableSortedDictionary<string, string> targets) => new()
    {
        Site = args.Site,
        Way = way,
        Targets = targets,
        CallsPerSecond = args.CallsPerSecond,
        Buckets = args.Buckets,
    };

    /// <summary>A load balancer has an address in each zone, and a name is what goes on when one of them does not answer.</summary>
    private ImmutableArray<HostAliasArgs> Aliases(ImmutableArray<ImmutableArray<string>> addresses) =>
    [
        .. args.Targets.Zip(addresses).SelectMany(pair => pair.Second.Select(address => new HostAliasArgs { Ip = address, Hostnames = { DirectHost(pair.First.Site) } })),
    ];

    private static string DirectHost(string site) => $"{site}.{ProbeFacts.DirectNamespace}";

    private CustomResourceOptions InCluster(params Resource[] waitFor) => new()
    {
        Parent = this,
        Provider = args.Cluster.Provider,
        DependsOn = { waitFor },
    };
}

/// <summary>What <see cref="LatencyProbe"/> needs.</summary>
public sealed record LatencyProbeArgs
{
    public required IKubernetesCluster Cluster { get; init; }

    /// <summary>The key of the cluster's site, which is the name of its service in the mesh too.</summary>
    public required string Site { get; init; }

    /// <summary>The account of that service.</summary>
    public required ServiceAccount MeshAccount { get; init; }

    /// <summary>The load balancer at which it answers beside the mesh.</summary>
    public required IGatewayBalancer Balancer { get; init; }

    /// <summary>The ranges of whoever may call that one: nodes and pods of the sites that measure. At least one, or everybody might.</summary>
    public required ImmutableArray<Cidr> Callers { get; init; }

    /// <summary>Whom it asks, at least one, no two of one site.</summary>
    public required ImmutableArray<ProbeTarget> Targets { get; init; }

    /// <summary>How often it asks each by each way.</summary>
    public required int CallsPerSecond { get; init; }

    /// <inheritdoc cref="ProbeProgram.Buckets"/>
    public required LatencyBuckets Buckets { get; init; }

    /// <summary>The image of the program, with its tag.</summary>
    public required string Image { get; init; }

    internal IEnumerable<Fault> Check()
    {
        if (Callers.IsEmpty)
        {
            yield return new("callers", "must hold at least one range, or everybody might call", "none", "name those of the sites that measure");
        }

        if (Targets.IsEmpty)
        {
            yield return new("targets", "must hold at least one site, or there is nothing to measure", "none", "name one, or leave the probe out");
        }
    }
}

/// <summary>A site that is asked.</summary>
/// <param name="Site">Its key.</param>
/// <param name="MeshHost">By which the mesh knows what answers there.</param>
/// <param name="Addresses">The addresses at which it answers beside the mesh.</param>
public sealed record ProbeTarget(string Site, string MeshHost, Output<ImmutableArray<string>> Addresses);
