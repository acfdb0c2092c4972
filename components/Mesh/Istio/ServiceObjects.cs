using CrossCloudMesh.Clusters;
using CrossCloudMesh.Mesh.Moves;
using CrossCloudMesh.Mesh.Policy;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace CrossCloudMesh.Mesh.Istio;

/// <summary>Tells one cluster what the mesh does for one service.</summary>
/// <remarks>
/// Makes 3 objects of the service's name wherever it runs or is called: the Service, without which no caller finds its address, a
/// <see cref="DestinationRule"/> and a <see cref="VirtualService"/>, since each cluster's istiod reads its own. Where it runs, 3 more: the
/// service account that its pods are known by, an <see cref="AuthorizationPolicy"/>, a <see cref="Sidecar"/>. Its pods have the label
/// <c>app</c> with its name. None needs a ServiceEntry: other clusters' pods are found by the Service.
/// </remarks>
public sealed class ServiceObjects : ComponentResource
{
    public const string Token = KeptObject.IstioService;

    /// <summary>The account of its pods, which must be there before them; null where it only is called.</summary>
    public ServiceAccount? Account { get; }

    /// <exception cref="ResourceException">What Istio cannot do of the policy, one per line.</exception>
    public ServiceObjects(string name, ServiceObjectsArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, ComponentResourceOptions.Merge(options, new() { Aliases = { KeptObject.Of(KeptObject.AppMeshService) } }))
    {
        Faults.ThrowIfAny(this, IstioFaults.Of(args.Service));
        var (service, domain) = (args.Service, args.Policy.TrustDomain);
        var overBridge = KeptObject.OverBridge(args.Site, service.Name);
        _ = ServiceStub.Make(name, service, Options(args.WaitFor,
        [
            KeptObject.At($"{KeptObject.AppMesh}${KeptObject.Service}", name),
            KeptObject.At($"{KeptObject.Bridge}${KeptObject.Service}", overBridge),
        ]));
        var rule = new DestinationRule(name, new() { Metadata = Named(service), Spec = ServiceCalls.Rule(service, domain) }, Options(args.WaitFor));
        // A route may name only versions that the rule knows.
        _ = new VirtualService(name, new() { Metadata = Named(service), Spec = ServiceCalls.Route(service) }, Options([rule], [KeptObject.At($"{KeptObject.Bridge}${KeptObject.Route}", overBridge)]));
        if (args.RunsHere)
        {
            Account = new ServiceAccount(name, new() { Metadata = Named(service) }, Options(args.WaitFor));
            _ = new AuthorizationPolicy(name, new() { Metadata = Named(service), Spec = ServiceDoor.Callers(service, args.Policy) }, Options(args.WaitFor));
            _ = new Sidecar(name, new() { Metadata = Named(service), Spec = ServiceDoor.Proxy(service, args.Policy, args.Tracing) }, Options(args.WaitFor));
        }

        RegisterOutputs();

        CustomResourceOptions Options(IEnumerable<Resource> waitFor, List<Input<Alias>>? before = null) => new()
        {
            Parent = this,
            Provider = args.Cluster.Provider,
            DependsOn = { waitFor.ToArray() },
            Aliases = before ?? [],
        };
    }

    private static ObjectMetaArgs Named(ServicePolicy service) => new() { Name = $"{service.Name.Name}", Namespace = $"{service.Name.Namespace}" };
}

/// <summary>What <see cref="ServiceObjects"/> needs.</summary>
public sealed record ServiceObjectsArgs
{
    public required IKubernetesCluster Cluster { get; init; }

    /// <summary>The policy of the whole mesh, which tells what the service calls.</summary>
    public required MeshPolicy Policy { get; init; }

    /// <summary>One of its services.</summary>
    public required ServicePolicy Service { get; init; }

    /// <summary>The key of the cluster's site.</summary>
    public required string Site { get; init; }

    /// <summary>Whether it has pods in this cluster, and is not only called from here.</summary>
    public required bool RunsHere { get; init; }

    /// <summary>Whom its proxies tell of calls; null for nobody.</summary>
    public MeshTracing? Tracing { get; init; }

    /// <summary>The istiod that validates, and the namespace.</summary>
    public required IReadOnlyList<Resource> WaitFor { get; init; }
}
