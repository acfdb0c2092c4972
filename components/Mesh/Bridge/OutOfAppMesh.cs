using System.Collections.Immutable;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Mesh.AppMesh;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace CrossCloudMesh.Mesh.Bridge;

/// <summary>Tells App Mesh in one cluster how a service is called that runs in another kind of mesh: by its own name, over the bridge.</summary>
/// <remarks>
/// Makes 3 objects of the service's name in its namespace: a <see cref="VirtualNode"/> without pods, which is the other end of the bridge by
/// its DNS name, or all of several ends by one name; a <see cref="VirtualRouter"/> with the service's own timeout and retries, which App Mesh
/// would otherwise choose itself; and the <see cref="VirtualService"/> that callers name as their backend, where they say what the other end
/// must present. The Kubernetes Service beside them is that of every service that is called from the cluster. Several ends are not several
/// nodes with weights, as App Mesh leaves no node out: of the calls to one that is lost, none would get through.
/// Source: https://docs.aws.amazon.com/app-mesh/latest/userguide/virtual_nodes.html, read 2026-11-21, but not where it says that ejection
/// needs a name whose addresses are told to be endpoints: that rests on older notes of it.
/// </remarks>
public sealed class OutOfAppMesh : ComponentResource
{
    public const string Token = "infra:mesh:OutOfAppMesh";

    /// <exception cref="ResourceException">Every fault in <paramref name="args"/>, one per line.</exception>
    public OutOfAppMesh(string name, OutOfAppMeshArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Faults.ThrowIfAny(this, args.Check());
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
            new ListenerArgs
            {
                PortMapping = new PortMappingArgs { Port = BridgeFacts.Port, Protocol = args.Service.Protocol.ToString().ToLowerInvariant() },
                OutlierDetection = args.Ends.Length > 1 ? (Input<OutlierDetectionArgs>)ServiceNodes.EjectionOf(args.Service) : null,
            },
        ],
        ServiceDiscovery = new ServiceDiscoveryArgs
        {
            Dns = args.Ends is [var only]
                // One place with several addresses, and not several places: behind each of them is the whole of the gateway.
                ? new DnsDiscoveryArgs { Hostname = only.Host.ToString(), ResponseType = "LOADBALANCER" }
                : new DnsDiscoveryArgs { Hostname = args.Policy.EntryHost(args.Service), ResponseType = "ENDPOINTS" },
        },
    };
}

/// <summary>What <see cref="OutOfAppMesh"/> needs.</summary>
public sealed record OutOfAppMeshArgs
{
    public required IKubernetesCluster Cluster { get; init; }

    /// <summary>The service that is called.</summary>
    public required ServicePolicy Service { get; init; }

    /// <summary>The policy of the whole mesh.</summary>
    public required MeshPolicy Policy { get; init; }

    /// <summary>The ends of the bridge behind which it runs, and to which a link leads from here; at least one.</summary>
    public required ImmutableArray<BridgeEnd> Ends { get; init; }

    /// <summary>The mesh, and the namespace.</summary>
    public required IReadOnlyList<Resource> WaitFor { get; init; }

    internal IEnumerable<Fault> Check() => BridgeFaults.OfEnds(Service, Ends);
}
