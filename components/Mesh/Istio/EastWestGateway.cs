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

    private const int MostReplicas = 5;

    private readonly EastWestGatewayArgs args;

    /// <summary>What must be there before others are sent here.</summary>
    public IReadOnlyList<Resource> Ready { get; }

    /// <exception cref="ResourceException">Every fault in <paramref name="args"/>, one per line.</exception>
    public EastWestGateway(string name, EastWestGatewayArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Faults.ThrowIfAny(this, args.Check());
        this.args = args;
        var release = new IstioChart("gateway", args.Version, args.Mirror)
            .Install(name, CertificateFacts.EastWestGateway, this, args.Cluster, Values(), [.. args.Balancer.Ready, .. args.WaitFor]);
        Ready = [release, Listen(name, release)];
        RegisterOutputs();
    }

    private InputMap<object> Values() => new()
    {
        ["revision"] = args.Revision,
        ["labels"] = new Dictionary<string, object> { [IstioFacts.NetworkLabel] = args.Network },
        ["env"] = new Dictionary<string, object> { ["ISTIO_META_REQUESTED_NETWORK_VIEW"] = args.Network },
        ["service"] = Output.Tuple(args.Balancer.Annotations, args.Balancer.ServiceAddress ?? Output.Create("")).Apply(known => (object)Service(known.Item1, known.Item2)),
        ["autoscaling"] = new Dictionary<string, object>
        {
            ["enabled"] = true,
            ["minReplicas"] = args.Replicas,
            ["maxReplicas"] = Math.Max(args.Replicas, MostReplicas),
        },
        ["podDisruptionBudget"] = new Dictionary<string, object> { ["maxUnavailable"] = 1 },
    };

    private Dictionary<string, object> Service(ImmutableDictionary<string, string> annotations, string address)
    {
        var service = new Dictionary<string, object>
        {
            ["type"] = "LoadBalancer",
            ["annotations"] = annotations.ToDictionary(annotation => annotation.Key, annotation => (object)annotation.Value, StringComparer.Ordinal),
            ["loadBalancerSourceRanges"] = args.Callers.Select(range => (object)range.ToString()).ToImmutableArray(),
            ["ports"] = ImmutableArray.Create<object>(Port("status-port", IstioFacts.StatusPort), Port("tls", IstioFacts.GatewayPort)),
        };
        if (address.Length > 0)
        {
            service["loadBalancerIP"] = address;
        }

        return service;
    }

    private static Dictionary<string, object> Port(string name, int number) => new()
    {
        ["name"] = name,
        ["port"] = number,
        ["protocol"] = "TCP",
        ["targetPort"] = number,
    };

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

    internal IEnumerable<Fault> Check()
    {
        if (Callers.IsEmpty)
        {
            yield return new("callers", "must hold at least one range, or everybody might call", "none", "name those of linked sites, or leave the gateway out");
        }
    }
}
