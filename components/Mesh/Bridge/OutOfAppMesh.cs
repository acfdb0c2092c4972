using CrossCloudMesh.Clusters;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Mesh.AppMesh;
using CrossCloudMesh.Mesh.Policy;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace CrossCloudMesh.Mesh.Bridge;

/// <summary>Tells App Mesh in one cluster how a service is called that runs in another kind of mesh: by its own name, over the bridge.</summary>
/// <remarks>
/// Makes 3 objects of the service's name in its namespace: a <see cref="VirtualNode"/> without pods, which is the other end of the bridge by
/// its DNS name; a <see cref="VirtualRouter"/> with the service's own timeout and retries, which App Mesh would otherwise choose itself; and
/// the <see cref="VirtualService"/> that callers name as their backend, where they say what the other end must present. The Kubernetes
/// Service beside them is that of every service that is called from the cluster.
/// Source: https://docs.aws.amazon.com/app-mesh/latest/userguide/virtual_nodes.html, read 2026-11-20.
/// </remarks>
public sealed class OutOfAppMesh : ComponentResource
{
    public const string Token = "infra:mesh:OutOfAppMesh";

    public OutOfAppMesh(string name, OutOfAppMeshArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var service = args.Service;
        var node = new VirtualNode(name, new() { Metadata = Named(), Spec = Beyond(args) }, Options(args.WaitFor));
        var itself = new ReferenceArgs { Name = $"{service.Name.Name}", Namespace = $"{service.Name.Namespace}" };
        var router = new VirtualRouter(name, new() { Metadata = Named(), Spec = ServiceRoutes.Router(service, itself) }, Options([node]));
        _ = new VirtualService(name, new() { Metadata = Named(), Spec = ServiceRoutes.Named(service) }, Options([router]));
        RegisterOutputs();

        ObjectMetaArgs Named() => new() { Name = $"{service.Name.Name}", Namespace = $"{service.Name.Namespace}" };

        CustomResourceOptions Options(IEnumerable<Resource> waitFor) => new()
        {
            Parent = this,
            Provider = args.Cluster.Provider,
            DependsOn = { waitFor.ToArray() },
        };
    }

    private static VirtualNodeSpecArgs Beyond(OutOfAppMeshArgs args) => new()
    {
        Listeners =
        [
            new ListenerArgs { PortMapping = new PortMappingArgs { Port = BridgeFacts.Port, Protocol = args.Service.Protocol.ToString().ToLowerInvariant() } },
        ],
        // One place with several addresses, and not several places: behind each of them is the whole of the gateway.
        ServiceDiscovery = new ServiceDiscoveryArgs { Dns = new DnsDiscoveryArgs { Hostname = args.End.Host.ToString(), ResponseType = "LOADBALANCER" } },
    };
}

/// <summary>What <see cref="OutOfAppMesh"/> needs.</summary>
public sealed record OutOfAppMeshArgs
{
    public required IKubernetesCluster Cluster { get; init; }

    /// <summary>The service that is called.</summary>
    public required ServicePolicy Service { get; init; }

    /// <summary>The end of the bridge behind which it runs.</summary>
    public required BridgeEnd End { get; init; }

    /// <summary>The mesh, and the namespace.</summary>
    public required IReadOnlyList<Resource> WaitFor { get; init; }
}
