using System.Collections.Immutable;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Mesh.Istio;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Kubernetes.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace CrossCloudMesh.Mesh.Bridge;

/// <summary>Lets services of other kinds of mesh call some of a cluster of Istio: a gateway of its own, which ends their TLS and knows who they are.</summary>
/// <remarks>
/// Makes 1 Helm release, whose Service a private load balancer is for, and 1 <see cref="IstioGateway"/>; for each service that is called, 1
/// <see cref="VirtualService"/> and 1 <see cref="AuthorizationPolicy"/>, both in Istio's own namespace, named <c>risk.trading</c>. The east-west
/// gateway cannot do it: it passes on what names its callee the way that only Istio's own proxies do. Here any name is taken in the greeting,
/// as App Mesh may give none, and the request's own host decides. Who comes in must have a certificate of one of the callers, and then be a
/// caller of that very service.
/// Source: https://istio.io/latest/docs/reference/config/networking/gateway/, read 2026-11-20.
/// </remarks>
public sealed class IntoIstio : ComponentResource
{
    public const string Token = "infra:mesh:IntoIstio";

    private readonly IntoIstioArgs args;

    /// <summary>What must be there before others are sent here.</summary>
    public IReadOnlyList<Resource> Ready { get; }

    /// <exception cref="ResourceException">Every fault in <paramref name="args"/>, one per line.</exception>
    public IntoIstio(string name, IntoIstioArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Faults.ThrowIfAny(this, args.Check());
        this.args = args;
        var release = new GatewayChart
        {
            Cluster = args.Cluster,
            Revision = args.Revision,
            Version = args.Version,
            Mirror = args.Mirror,
            Balancer = args.Balancer,
            Callers = args.Callers,
            Replicas = args.Replicas,
            Port = new("https", BridgeFacts.Port),
        }.Install(name, BridgeFacts.Name, this, args.WaitFor);
        Resource gateway = Listen(name, release);
        Ready = [release, gateway, .. args.Exported.SelectMany(service => Open(name, service, gateway))];
        RegisterOutputs();
    }

    /// <summary>What the chart makes of its release's name.</summary>
    private static InputMap<string> Pods => new() { ["istio"] = BridgeFacts.Name };

    private IstioGateway Listen(string name, Release release) => new(name, new()
    {
        Metadata = new ObjectMetaArgs { Name = BridgeFacts.Name, Namespace = IstioFacts.Namespace },
        Spec = new IstioGatewaySpecArgs
        {
            Selector = Pods,
            Servers =
            {
                new IstioServerArgs
                {
                    Port = new IstioPortArgs { Number = BridgeFacts.Port, Name = "https", Protocol = "HTTPS" },
                    Tls = new IstioServerTlsArgs
                    {
                        Mode = "MUTUAL",
                        CredentialName = BridgeFacts.Credential,
                        SubjectAltNames = args.Exported.SelectMany(service => ServiceDoor.Foreign(service, args.Policy))
                            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray(),
                    },
                    Hosts = { "*" },
                },
            },
        },
    }, Options([release]));

    private Resource[] Open(string name, ServicePolicy service, Resource gateway)
    {
        var child = $"{name}-{service.Name.Name}.{service.Name.Namespace}";
        var named = new ObjectMetaArgs { Name = $"{service.Name.Name}.{service.Name.Namespace}", Namespace = IstioFacts.Namespace };
        return
        [
            new VirtualService(child, new() { Metadata = named, Spec = ServiceCalls.Route(service, $"{IstioFacts.Namespace}/{BridgeFacts.Name}") }, Options([gateway])),
            new AuthorizationPolicy(child, new() { Metadata = named, Spec = ServiceDoor.ForeignCallers(service, args.Policy, Pods) }, Options(args.WaitFor)),
        ];
    }

    private CustomResourceOptions Options(IEnumerable<Resource> waitFor) => new()
    {
        Parent = this,
        Provider = args.Cluster.Provider,
        DependsOn = { waitFor.ToArray() },
    };
}

/// <summary>What <see cref="IntoIstio"/> needs.</summary>
public sealed record IntoIstioArgs
{
    public required IKubernetesCluster Cluster { get; init; }

    /// <summary>The policy of the whole mesh, which tells who is of which kind.</summary>
    public required MeshPolicy Policy { get; init; }

    /// <summary>The services that are called from another kind of mesh, all of Istio and known to the cluster; at least one.</summary>
    public required ImmutableArray<ServicePolicy> Exported { get; init; }

    /// <summary>The revision of istiod that it belongs to.</summary>
    public required string Revision { get; init; }

    /// <summary>That revision's version, three numbers.</summary>
    public required string Version { get; init; }

    /// <summary>A registry that holds the chart; null for Istio's own.</summary>
    public string? Mirror { get; init; }

    public required IGatewayBalancer Balancer { get; init; }

    /// <summary>The ranges of whoever may call: nodes and pods of linked sites of another kind. At least one, or everybody might.</summary>
    public required ImmutableArray<Cidr> Callers { get; init; }

    /// <summary>How many of it run at least.</summary>
    public required int Replicas { get; init; }

    /// <summary>The istiod that configures it, and the secret of its certificate.</summary>
    public required IReadOnlyList<Resource> WaitFor { get; init; }

    internal IEnumerable<Fault> Check() => [.. GatewayChart.Check(Callers), .. BridgeFaults.OfExports(Exported, Policy)];
}
