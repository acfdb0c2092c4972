using System.Collections.Immutable;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Mesh.AppMesh;
using CrossCloudMesh.Mesh.Istio;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Values;
using CrossCloudMesh.Values.Mesh;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using ClientTlsArgs = CrossCloudMesh.Mesh.AppMesh.ClientTlsArgs;

namespace CrossCloudMesh.Mesh.Bridge;

/// <summary>Lets services of other kinds of mesh call some of a cluster of App Mesh: a gateway of its own, which ends their TLS and takes no others.</summary>
/// <remarks>
/// Makes 1 namespace, a <see cref="ProxySecret"/> with the gateway's certificate, a <see cref="BridgeProxies"/> behind a private load balancer,
/// 1 <see cref="VirtualGateway"/>, and for each service that is called 1 <see cref="GatewayRoute"/> of its name in its namespace. The gateway
/// lets in exactly the callers of all of them, since App Mesh has one list for a port; it calls exactly their identities. Which of them may
/// call which is therefore told by its callers' own mesh, and by the routes there are.
/// Source: https://docs.aws.amazon.com/app-mesh/latest/userguide/virtual_gateways.html, read 2026-11-20.
/// </remarks>
public sealed class IntoAppMesh : ComponentResource
{
    public const string Token = "infra:mesh:IntoAppMesh";

    private readonly IntoAppMeshArgs args;

    /// <summary>What must be there before others are sent here.</summary>
    public IReadOnlyList<Resource> Ready { get; }

    /// <exception cref="ResourceException">Every fault in <paramref name="args"/>, one per line.</exception>
    public IntoAppMesh(string name, IntoAppMeshArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Faults.ThrowIfAny(this, args.Check());
        this.args = args;
        var space = new Namespace(name, new()
        {
            Metadata = new ObjectMetaArgs
            {
                Name = BridgeFacts.AppMeshNamespace,
                Labels = { [AppMeshFacts.MeshLabel] = args.Place.Mesh, [AppMeshFacts.InjectionLabel] = "enabled" },
            },
        }, Options(args.WaitFor));
        var secret = new ProxySecret(name, new()
        {
            Cluster = args.Cluster,
            Trust = args.Trust,
            Namespace = args.End.Namespace,
            ServiceAccount = BridgeEnd.ServiceAccount,
            DnsNames = [args.End.Host],
            WaitFor = [space],
        }, new() { Parent = this });
        var gateway = new VirtualGateway(name, new() { Metadata = Named(), Spec = Gateway() }, Options([space]));
        var proxies = new BridgeProxies(name, new()
        {
            Cluster = args.Cluster,
            Place = args.Place,
            Issuer = args.Issuer,
            Mirror = args.Mirror,
            Balancer = args.Balancer,
            Callers = args.Callers,
            Replicas = args.Replicas,
            WaitFor = [.. secret.Ready, gateway],
        }, new() { Parent = this });
        Ready = [.. proxies.Ready, .. args.Exported.Select(service => Open($"{name}-{service.Name.Name}.{service.Name.Namespace}", service, gateway))];
        RegisterOutputs();
    }

    private static ObjectMetaArgs Named() => new() { Name = BridgeFacts.Name, Namespace = BridgeFacts.AppMeshNamespace };

    private VirtualGatewaySpecArgs Gateway() => new()
    {
        // It is the only one of the mesh, so every route there may be is its own.
        NamespaceSelector = new SelectorArgs { MatchLabels = new() { [AppMeshFacts.MeshLabel] = args.Place.Mesh } },
        PodSelector = new SelectorArgs { MatchLabels = BridgeProxies.Pods },
        Listeners =
        {
            new GatewayListenerArgs
            {
                PortMapping = new PortMappingArgs { Port = BridgeFacts.Port, Protocol = args.Exported[0].Protocol.ToString().ToLowerInvariant() },
                Tls = new ListenerTlsArgs
                {
                    Mode = "STRICT",
                    Certificate = ProxySecret.Presented,
                    Validation = ProxySecret.Asked([.. args.Exported.SelectMany(service => args.Policy.ForeignCallers(service)).Select(Identity)]),
                },
            },
        },
        BackendDefaults = new BackendDefaultsArgs
        {
            ClientPolicy = new ClientPolicyArgs
            {
                Tls = new ClientTlsArgs
                {
                    Enforce = true,
                    Certificate = ProxySecret.Presented,
                    Validation = ProxySecret.Asked([.. args.Exported.Select(Identity)]),
                },
            },
        },
        Logging = new LoggingArgs { AccessLog = new AccessLogArgs { File = new FileAccessLogArgs { Path = "/dev/stdout" } } },
    };

    private string Identity(ServicePolicy service) => service.Name.IdentityIn(args.Policy.TrustDomain);

    private GatewayRoute Open(string name, ServicePolicy service, Resource gateway)
    {
        var target = new GatewayTargetArgs
        {
            VirtualService = new GatewayServiceArgs { VirtualServiceRef = new ReferenceArgs { Name = $"{service.Name.Name}", Namespace = $"{service.Name.Namespace}" } },
        };
        return new(name, new()
        {
            Metadata = new ObjectMetaArgs { Name = $"{service.Name.Name}", Namespace = $"{service.Name.Namespace}" },
            Spec = RouteTo(service, new HostnameMatchArgs { Exact = service.Name.Host }, target),
        }, Options([gateway, .. args.Services]));
    }

    private static GatewayRouteSpecArgs RouteTo(ServicePolicy service, HostnameMatchArgs host, GatewayTargetArgs target)
    {
        if (service.Protocol is ServiceProtocol.Grpc)
        {
            return new() { GrpcRoute = new GrpcGatewayRouteArgs { Match = new GrpcGatewayMatchArgs { Hostname = host }, Action = new GrpcGatewayActionArgs { Target = target } } };
        }

        var route = new HttpGatewayRouteArgs { Match = new HttpGatewayMatchArgs { Prefix = "/", Hostname = host }, Action = new HttpGatewayActionArgs { Target = target } };
        return service.Protocol is ServiceProtocol.Http ? new() { HttpRoute = route } : new() { Http2Route = route };
    }

    private CustomResourceOptions Options(IEnumerable<Resource> waitFor) => new()
    {
        Parent = this,
        Provider = args.Cluster.Provider,
        DependsOn = { waitFor.ToArray() },
    };
}

/// <summary>What <see cref="IntoAppMesh"/> needs.</summary>
public sealed record IntoAppMeshArgs
{
    public required IKubernetesCluster Cluster { get; init; }

    /// <summary>The mesh.</summary>
    public required AppMeshPlace Place { get; init; }

    /// <summary>The policy of the whole mesh, of all kinds.</summary>
    public required MeshPolicy Policy { get; init; }

    /// <summary>This end of the bridge.</summary>
    public required BridgeEnd End { get; init; }

    /// <summary>The services that are called from another kind of mesh, all of the cluster and of one protocol; at least one.</summary>
    public required ImmutableArray<ServicePolicy> Exported { get; init; }

    /// <summary>Who vouches for the gateway.</summary>
    public required AppMeshTrust Trust { get; init; }

    /// <summary>The issuer of the cluster's tokens.</summary>
    public required AwsTokenIssuer Issuer { get; init; }

    /// <summary>A registry that holds the proxy's image; null for AWS's own.</summary>
    public string? Mirror { get; init; }

    public required IGatewayBalancer Balancer { get; init; }

    /// <summary>The ranges of whoever may call: nodes and pods of linked sites of another kind. At least one, or everybody might.</summary>
    public required ImmutableArray<Cidr> Callers { get; init; }

    /// <summary>How many of it run.</summary>
    public required int Replicas { get; init; }

    /// <summary>The mesh, with the controller that validates.</summary>
    public required IReadOnlyList<Resource> WaitFor { get; init; }

    /// <summary>What stands for the services in the mesh, and their namespaces.</summary>
    public required IReadOnlyList<Resource> Services { get; init; }

    internal IEnumerable<Fault> Check() => [.. GatewayChart.Check(Callers), .. BridgeFaults.OfExports(Exported, Policy), .. BridgeFaults.OfProtocols(Exported)];
}
