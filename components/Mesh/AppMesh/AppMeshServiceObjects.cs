using System.Collections.Immutable;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Mesh.Moves;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace CrossCloudMesh.Mesh.AppMesh;

/// <summary>Tells App Mesh in one cluster what it does for one service that runs there.</summary>
/// <remarks>
/// Makes a <see cref="ProxySecret"/>, an <see cref="AwsTokenRole"/> and the service account that names it; a <see cref="VirtualNode"/> per
/// version, a <see cref="VirtualRouter"/> with one route, and the <see cref="VirtualService"/> that callers name as their backend. Its pods have
/// the label <c>app</c> with its name, <c>version</c> where there are several, and the annotation <see cref="ProxySecret.MountOf"/>.
/// All versions of all steps are there from the first on, so that a step changes only the route.
/// </remarks>
public sealed class AppMeshServiceObjects : ComponentResource
{
    public const string Token = KeptObject.AppMeshService;

    /// <summary>What must be there before the pods.</summary>
    public IReadOnlyList<Resource> Ready { get; }

    public AppMeshServiceObjects(string name, AppMeshServiceObjectsArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, ComponentResourceOptions.Merge(options, new() { Aliases = { KeptObject.Of(KeptObject.IstioService) } }))
    {
        var service = args.Service;
        NodeName[] versions = [.. NodeName.Of(service)];
        var secret = new ProxySecret(name, new()
        {
            Cluster = args.Cluster,
            Trust = args.Trust,
            Namespace = service.Name.Namespace,
            ServiceAccount = service.Name.Name,
            DnsNames = [DnsName.Parse(service.Name.Host)!.Value],
            WaitFor = [args.Space],
        }, new() { Parent = this });
        var role = new AwsTokenRole(name, new()
        {
            Issuer = args.Issuer,
            Namespace = $"{service.Name.Namespace}",
            ServiceAccount = $"{service.Name.Name}",
            Policy = AppMeshRights.Proxy(args.Place, versions.Select(version => version.Resource)),
            ManagedPolicyArns = args.Tracing ? Traces : ImmutableSortedDictionary<string, string>.Empty,
        }, new() { Parent = this });
        var account = new ServiceAccount(name, new()
        {
            Metadata = new ObjectMetaArgs
            {
                Name = $"{service.Name.Name}",
                Namespace = $"{service.Name.Namespace}",
                Annotations = { [AppMeshFacts.RoleAnnotation] = role.Arn },
            },
        }, Options(args, [args.Space]));
        VirtualNode[] nodes =
        [
            .. versions.Select(version => new VirtualNode(version.Version is { } label ? $"{name}-{label}" : name, new()
            {
                Metadata = new ObjectMetaArgs { Name = version.Name, Namespace = version.Namespace },
                Spec = ServiceNodes.Node(service, version, args.Neighbours),
            }, Options(args, [args.Space, .. args.WaitFor]))),
        ];
        var router = new VirtualRouter(name, new() { Metadata = Named(service), Spec = ServiceRoutes.Router(service) }, Options(args, nodes));
        var called = new VirtualService(name, new() { Metadata = Named(service), Spec = ServiceRoutes.Named(service) }, Options(args, [router]));
        Ready = [.. secret.Ready, .. role.Ready, account, called];
        RegisterOutputs();
    }

    private static ImmutableSortedDictionary<string, string> Traces { get; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("traces", AppMeshFacts.TracePolicy);

    private static ObjectMetaArgs Named(ServicePolicy service) => new() { Name = $"{service.Name.Name}", Namespace = $"{service.Name.Namespace}" };

    private CustomResourceOptions Options(AppMeshServiceObjectsArgs args, IEnumerable<Resource> waitFor) =>
        new() { Parent = this, Provider = args.Cluster.Provider, DependsOn = { waitFor.ToArray() } };
}

/// <summary>What <see cref="AppMeshServiceObjects"/> needs.</summary>
public sealed record AppMeshServiceObjectsArgs
{
    public required IKubernetesCluster Cluster { get; init; }

    /// <summary>The mesh.</summary>
    public required AppMeshPlace Place { get; init; }

    /// <summary>A service that runs here.</summary>
    public required ServicePolicy Service { get; init; }

    /// <summary>Who calls whom.</summary>
    public required AppMeshNeighbours Neighbours { get; init; }

    /// <summary>Who vouches for its pods.</summary>
    public required AppMeshTrust Trust { get; init; }

    /// <summary>The issuer of the cluster's tokens.</summary>
    public required AwsTokenIssuer Issuer { get; init; }

    /// <summary>Whether its proxies write to X-Ray.</summary>
    public required bool Tracing { get; init; }

    /// <summary>Its namespace.</summary>
    public required Namespace Space { get; init; }

    /// <summary>The mesh, with the controller that validates.</summary>
    public required IReadOnlyList<Resource> WaitFor { get; init; }
}
