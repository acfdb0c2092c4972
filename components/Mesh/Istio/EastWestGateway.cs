using System.Collections.Immutable;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Kubernetes.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace CrossCloudMesh.Mesh.Istio;

/// <summary>Lets the clusters of other networks reach the services of this one: a gateway behind a private load balancer, which decrypts nothing.</summary>
/// <remarks>
/// Makes 1 Helm release, whose Service the load balancer is for, and 1 <see cref="IstioGateway"/>. The chart's own <c>networkGateway</c> would
/// open 15012 and 15017 too, for a control plane that serves others, which none here does; so its label, its variable and two ports are
/// written out instead: 15443 for services, 15021 for whoever asks whether it is ready. Istiods of other clusters find its addresses by
/// the label of the Service, so no <c>meshNetworks</c> are needed.
/// Source: manifests/charts/gateway of https://github.com/istio/istio, read 2026-11-21.
/// </remarks>
public sealed class EastWestGateway : ComponentResource
{
    public const string Token = "infra:mesh:EastWestGateway";

    /// <summary>What the chart makes of its release's name.</summary>
    private const string Label = "eastwestgateway";

    private readonly EastWestGatewayArgs args;

    /// <summary>What must be there before others are sent here.</summary>
    public IReadOnlyList<Resource> Ready { get; }

    /// <exception cref="ResourceException">Every fault in <paramref name="args"/>, one per line.</exception>
    public EastWestGateway(string name, EastWestGatewayArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Faults.ThrowIfAny(this, args.Check());
        this.args = args;
        var release = Install(name);
        Ready = [release, Listen(name, release)];
        RegisterOutputs();
    }

    private Release Install(string name) => new GatewayChart
    {
        Cluster = args.Cluster,
        Revision = args.Revision,
        Version = args.Version,
        Mirror = args.Mirror,
        Balancer = args.Balancer,
        Callers = args.Callers,
        Replicas = args.Replicas,
        Port = new("tls", IstioFacts.GatewayPort),
        Labels = ImmutableDictionary<string, string>.Empty.Add(IstioFacts.NetworkLabel, args.Network),
        Environment = ImmutableDictionary<string, string>.Empty.Add("ISTIO_META_REQUESTED_NETWORK_VIEW", args.Network),
    }.Install(name, CertificateFacts.EastWestGateway, this, args.WaitFor);

    private IstioGateway Listen(string name, Release release) => new(name, new()
    {
        Metadata = new ObjectMetaArgs { Name = "cross-network-gateway", Namespace = IstioFacts.Namespace },
        Spec = new IstioGatewaySpecArgs
        {
            Selector = { ["istio"] = Label },
            Servers =
            {
                new IstioServerArgs
                {
                    Port = new IstioPortArgs { Number = IstioFacts.GatewayPort, Name = "tls", Protocol = "TLS" },
                    Tls = new IstioServerTlsArgs { Mode = "AUTO_PASSTHROUGH" },
                    Hosts = { "*.local" },
                },
            },
        },
    }, new() { Parent = this, Provider = args.Cluster.Provider, DependsOn = { release } });
}

/// <summary>What <see cref="EastWestGateway"/> needs.</summary>
public sealed record EastWestGatewayArgs
{
    public required IKubernetesCluster Cluster { get; init; }

    /// <summary>The name of the network that the cluster's pods are in.</summary>
    public required string Network { get; init; }

    /// <summary>The revision of istiod that it belongs to.</summary>
    public required string Revision { get; init; }

    /// <summary>That revision's version, three numbers.</summary>
    public required string Version { get; init; }

    /// <summary>A registry that holds the chart; null for Istio's own.</summary>
    public string? Mirror { get; init; }

    public required IGatewayBalancer Balancer { get; init; }

    /// <summary>The ranges of whoever may call: nodes and pods of linked sites. At least one, or everybody might.</summary>
    public required ImmutableArray<Cidr> Callers { get; init; }

    /// <summary>How many of it run at least.</summary>
    public required int Replicas { get; init; }

    /// <summary>The istiod that configures it.</summary>
    public required IReadOnlyList<Resource> WaitFor { get; init; }

    internal IEnumerable<Fault> Check() => GatewayChart.Check(Callers);
}
