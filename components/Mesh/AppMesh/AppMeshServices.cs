using System.Collections.Immutable;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Mesh.Moves;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace CrossCloudMesh.Mesh.AppMesh;

/// <summary>Tells one cluster of App Mesh all that it needs to know of the services that run in it.</summary>
/// <remarks>
/// Makes 1 namespace for each that services are in which run here or are called from here, whose labels have its objects belong to the mesh
/// and its pods get a proxy; 1 Service for each of those, without which no caller finds an address for the name; and 1
/// <see cref="AppMeshServiceObjects"/> for each that runs here. What stands for a service elsewhere is the bridge's.
/// </remarks>
public sealed class AppMeshServices : ComponentResource
{
    public const string Token = KeptObject.AppMesh;

    /// <summary>What must be there before a gateway leads to the services that run here.</summary>
    public IReadOnlyList<Resource> Ready { get; }

    /// <summary>The namespaces, by name.</summary>
    public ImmutableSortedDictionary<string, Namespace> Namespaces { get; }

    /// <exception cref="ResourceException">What App Mesh cannot do of the policy, one per line.</exception>
    public AppMeshServices(string name, AppMeshServicesArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, ComponentResourceOptions.Merge(options, new() { Aliases = { KeptObject.Of(KeptObject.Istio) } }))
    {
        var neighbours = new AppMeshNeighbours(args.Policy, args.Site, args.Mesh.CloudMapNamespace, args.Bridge);
        Faults.ThrowIfAny(this, args.Check().Concat(AppMeshFaults.Of(neighbours)));
        ImmutableArray<ServicePolicy> known = [.. neighbours.Here, .. neighbours.Elsewhere];
        Namespaces = known
            .Select(service => $"{service.Name.Namespace}")
            .Distinct(StringComparer.Ordinal)
            .ToImmutableSortedDictionary(space => space, space => MakeNamespace(name, space, args), StringComparer.Ordinal);
        foreach (var service in known)
        {
            MakeService(NameOf(name, service), service, args);
        }

        var ready = new List<Resource>();
        foreach (var service in neighbours.Here)
        {
            ready.AddRange(new AppMeshServiceObjects(NameOf(name, service), new()
            {
                Cluster = args.Cluster,
                Place = args.Mesh.Place,
                Service = service,
                Neighbours = neighbours,
                Trust = args.Trust,
                Issuer = args.Issuer,
                Tracing = args.Tracing,
                Space = Namespaces[$"{service.Name.Namespace}"],
                WaitFor = args.Mesh.Ready,
            }, new() { Parent = this }).Ready);
        }

        Ready = ready;

        RegisterOutputs();
    }

    private static string NameOf(string name, ServicePolicy service) => $"{name}-{service.Name.Name}.{service.Name.Namespace}";

    private Namespace MakeNamespace(string name, string space, AppMeshServicesArgs args) => new($"{name}-{space}", new()
    {
        Metadata = new ObjectMetaArgs
        {
            Name = space,
            Labels = { [AppMeshFacts.MeshLabel] = args.Mesh.Place.Mesh, [AppMeshFacts.InjectionLabel] = "enabled" },
        },
    }, new() { Parent = this, Provider = args.Cluster.Provider, DependsOn = { args.Mesh.Ready.ToArray() } });

    private void MakeService(string name, ServicePolicy service, AppMeshServicesArgs args)
    {
        var protocol = service.Protocol.ToString().ToLowerInvariant();
        _ = new Service(name, new()
        {
            Metadata = new ObjectMetaArgs
            {
                Name = $"{service.Name.Name}",
                Namespace = $"{service.Name.Namespace}",
                // Its pods come later, from elsewhere, and for a service of another mesh never.
                Annotations = { ["pulumi.com/skipAwait"] = "true" },
            },
            Spec = new ServiceSpecArgs
            {
                Selector = { ["app"] = $"{service.Name.Name}" },
                Ports = { new ServicePortArgs { Name = protocol, AppProtocol = protocol, Port = service.Port } },
            },
        }, new()
        {
            Parent = this,
            Provider = args.Cluster.Provider,
            DependsOn = { Namespaces[$"{service.Name.Namespace}"] },
            Aliases = { KeptObject.At($"{KeptObject.Istio}${KeptObject.IstioService}${KeptObject.Service}", name) },
        });
    }
}

/// <summary>What <see cref="AppMeshServices"/> needs.</summary>
public sealed record AppMeshServicesArgs
{
    public required IKubernetesCluster Cluster { get; init; }

    /// <summary>The key of the cluster's site, which services name where they run.</summary>
    public required string Site { get; init; }

    /// <summary>The policy of the whole mesh, of all kinds.</summary>
    public required MeshPolicy Policy { get; init; }

    /// <summary>App Mesh in this cluster.</summary>
    public required AppMeshControlPlane Mesh { get; init; }

    /// <summary>Who vouches for its pods.</summary>
    public required AppMeshTrust Trust { get; init; }

    /// <summary>The issuer of the cluster's tokens.</summary>
    public required AwsTokenIssuer Issuer { get; init; }

    /// <summary>Whether proxies write to X-Ray.</summary>
    public required bool Tracing { get; init; }

    /// <summary>How this cluster and what is outside it reach each other; null where they do not.</summary>
    public AppMeshBridge? Bridge { get; init; }

    internal IEnumerable<Fault> Check() =>
        from service in Bridge?.Servers ?? ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty
        from server in service.Value
        where ProxySecret.HasWildcard(server)
        select new Fault(
            $"bridge.servers[{service.Key}]", "must be a name to the letter: where TLS is enforced, App Mesh takes no wildcard", server,
            "give the gateway a name of its own, and its certificate the same");
}
