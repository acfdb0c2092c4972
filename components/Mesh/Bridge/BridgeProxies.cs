using System.Collections.Immutable;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Mesh.AppMesh;
using CrossCloudMesh.Mesh.Istio;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Deployment = Pulumi.Kubernetes.Apps.V1.Deployment;

namespace CrossCloudMesh.Mesh.Bridge;

/// <summary>Runs the proxies of a gateway of App Mesh behind a private load balancer.</summary>
/// <remarks>
/// Makes an <see cref="AwsTokenRole"/> that may ask for the configuration of this gateway alone, the service account that names it, 1 Deployment
/// and 1 Service. The controller knows the container by its name, <c>envoy</c>, and gives it the gateway's settings; image and files are
/// ours. Proxies are spread over zones, since each zone has an address of the load balancer.
/// Source: https://docs.aws.amazon.com/app-mesh/latest/userguide/virtual_gateways.html, read 2026-11-20.
/// </remarks>
public sealed class BridgeProxies : ComponentResource
{
    public const string Token = "infra:mesh:BridgeProxies";

    private const string Certificates = "certificates";

    private readonly BridgeProxiesArgs args;

    /// <summary>What must be there before others are sent here.</summary>
    public IReadOnlyList<Resource> Ready { get; }

    public BridgeProxies(string name, BridgeProxiesArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        this.args = args;
        var role = new AwsTokenRole(name, new()
        {
            Issuer = args.Issuer,
            Namespace = BridgeFacts.AppMeshNamespace,
            ServiceAccount = BridgeFacts.Name,
            Policy = AppMeshRights.Proxy(args.Place, $"virtualGateway/{BridgeFacts.Name}_{BridgeFacts.AppMeshNamespace}"),
        }, new() { Parent = this });
        var account = new ServiceAccount(name, new()
        {
            Metadata = new ObjectMetaArgs
            {
                Name = BridgeFacts.Name,
                Namespace = BridgeFacts.AppMeshNamespace,
                Annotations = { [AppMeshFacts.RoleAnnotation] = role.Arn },
            },
        }, Options(args.WaitFor));
        var deployment = new Deployment(name, new() { Metadata = Named(), Spec = Run() }, Options([account, .. role.Ready, .. args.WaitFor]));
        var service = new Service(name, new()
        {
            Metadata = new ObjectMetaArgs { Name = BridgeFacts.Name, Namespace = BridgeFacts.AppMeshNamespace, Annotations = args.Balancer.Annotations },
            Spec = new ServiceSpecArgs
            {
                Type = "LoadBalancer",
                Selector = Pods,
                LoadBalancerSourceRanges = args.Callers.Select(range => range.ToString()).ToArray(),
                Ports = { new ServicePortArgs { Name = "https", Port = BridgeFacts.Port, TargetPort = BridgeFacts.Port, Protocol = "TCP" } },
            },
        }, Options([.. args.Balancer.Ready, .. args.WaitFor]));
        Ready = [deployment, service];
        RegisterOutputs();
    }

    /// <summary>The labels of its pods.</summary>
    public static InputMap<string> Pods => new() { ["app"] = BridgeFacts.Name };

    private static ObjectMetaArgs Named() => new() { Name = BridgeFacts.Name, Namespace = BridgeFacts.AppMeshNamespace };

    private DeploymentSpecArgs Run() => new()
    {
        Replicas = args.Replicas,
        Selector = new LabelSelectorArgs { MatchLabels = Pods },
        Template = new PodTemplateSpecArgs
        {
            Metadata = new ObjectMetaArgs { Labels = Pods },
            Spec = new PodSpecArgs
            {
                ServiceAccountName = BridgeFacts.Name,
                Containers = { Proxy() },
                Volumes = { new VolumeArgs { Name = Certificates, Secret = new SecretVolumeSourceArgs { SecretName = ProxySecret.NameOf(BridgeFacts.Name) } } },
                TopologySpreadConstraints =
                {
                    new TopologySpreadConstraintArgs
                    {
                        MaxSkew = 1,
                        TopologyKey = "topology.kubernetes.io/zone",
                        WhenUnsatisfiable = "ScheduleAnyway",
                        LabelSelector = new LabelSelectorArgs { MatchLabels = Pods },
                    },
                },
            },
        },
    };

    private ContainerArgs Proxy() => new()
    {
        Name = "envoy",
        Image = $"{args.Mirror ?? AppMeshFacts.ImageRegistry}/{AppMeshFacts.GatewayImage}",
        Ports = { new ContainerPortArgs { Name = "https", ContainerPortValue = BridgeFacts.Port } },
        VolumeMounts = { new VolumeMountArgs { Name = Certificates, MountPath = AppMeshFacts.CertificateFolder, ReadOnly = true } },
        ReadinessProbe = new ProbeArgs { TcpSocket = new TCPSocketActionArgs { Port = BridgeFacts.Port } },
        Resources = new ResourceRequirementsArgs
        {
            Requests = { ["cpu"] = "100m", ["memory"] = "128Mi" },
            Limits = { ["memory"] = "1Gi" },
        },
    };

    private CustomResourceOptions Options(IEnumerable<Resource> waitFor) => new()
    {
        Parent = this,
        Provider = args.Cluster.Provider,
        DependsOn = { waitFor.ToArray() },
    };
}

/// <summary>What <see cref="BridgeProxies"/> needs.</summary>
public sealed record BridgeProxiesArgs
{
    public required IKubernetesCluster Cluster { get; init; }

    /// <summary>The mesh.</summary>
    public required AppMeshPlace Place { get; init; }

    /// <summary>The issuer of the cluster's tokens.</summary>
    public required AwsTokenIssuer Issuer { get; init; }

    /// <summary>A registry that holds the proxy's image; null for AWS's own.</summary>
    public required string? Mirror { get; init; }

    public required IGatewayBalancer Balancer { get; init; }

    /// <summary>The ranges of whoever may call.</summary>
    public required ImmutableArray<Cidr> Callers { get; init; }

    /// <summary>How many of it run.</summary>
    public required int Replicas { get; init; }

    /// <summary>The gateway in the mesh, and the secret of its certificate.</summary>
    public required IReadOnlyList<Resource> WaitFor { get; init; }
}
