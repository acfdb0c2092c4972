using System.Collections.Immutable;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Mesh.Moves;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Values.Mesh;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace CrossCloudMesh.Mesh.Istio;

/// <summary>Tells one cluster all that it needs to know of the mesh's services: those that run in it, and those that these call.</summary>
/// <remarks>
/// Makes 1 namespace for each that these are in, and 1 <see cref="ServiceObjects"/> for each of them that is of Istio; of the others the
/// bridge tells. The namespace has its pods join the mesh by the revision that its label names.
/// Source: https://istio.io/latest/docs/setup/additional-setup/sidecar-injection/, read 2026-11-21.
/// </remarks>
public sealed class MeshServices : ComponentResource
{
    public const string Token = KeptObject.Istio;

    /// <summary>The label of a namespace that says which istiod its pods belong to.</summary>
    private const string RevisionLabel = "istio.io/rev";

    /// <summary>The namespaces, by name: what must be there before the pods of a service.</summary>
    public ImmutableSortedDictionary<string, Namespace> Namespaces { get; }

    /// <summary>The accounts of the services that run in the cluster: what must be there before the pods of each.</summary>
    public ImmutableDictionary<ServiceName, ServiceAccount> Accounts { get; }

    /// <exception cref="ResourceException">What Istio cannot do of the policy, one per line.</exception>
    public MeshServices(string name, MeshServicesArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, ComponentResourceOptions.Merge(options, new() { Aliases = { KeptObject.Of(KeptObject.AppMesh) } }))
    {
        var services = Known(args.Policy, args.Site);
        Faults.ThrowIfAny(this, services.Where(service => args.Policy.KindOf(service) is PolicyTargets.Istio).SelectMany(IstioFaults.Of));
        Namespaces = services
            .Select(service => $"{service.Name.Namespace}")
            .Distinct(StringComparer.Ordinal)
            .ToImmutableSortedDictionary(space => space, space => MakeNamespace(name, space, args), StringComparer.Ordinal);
        var accounts = ImmutableDictionary.CreateBuilder<ServiceName, ServiceAccount>();
        foreach (var service in services.Where(service => args.Policy.KindOf(service) is PolicyTargets.Istio))
        {
            var objects = new ServiceObjects($"{name}-{service.Name.Name}.{service.Name.Namespace}", new()
            {
                Cluster = args.Cluster,
                Policy = args.Policy,
                Service = service,
                Site = args.Site,
                RunsHere = service.Sites.Contains(args.Site, StringComparer.Ordinal),
                Tracing = args.Tracing,
                WaitFor = [Namespaces[$"{service.Name.Namespace}"]],
            }, new() { Parent = this });
            if (objects.Account is { } account)
            {
                accounts.Add(service.Name, account);
            }
        }

        Accounts = accounts.ToImmutable();
        RegisterOutputs();
    }

    /// <summary>The services that run on a site, and those that these may call, in the order of their names.</summary>
    private static ImmutableArray<ServicePolicy> Known(MeshPolicy policy, string site)
    {
        var here = policy.Services
            .Where(service => service.Sites.Contains(site, StringComparer.Ordinal))
            .Select(service => service.Name)
            .ToHashSet();
        return
        [
            .. policy.Services
                .Where(service => here.Contains(service.Name) || service.Callers.Any(here.Contains))
                .OrderBy(service => $"{service.Name}", StringComparer.Ordinal),
        ];
    }

    private Namespace MakeNamespace(string name, string space, MeshServicesArgs args) => new($"{name}-{space}", new()
    {
        Metadata = new ObjectMetaArgs { Name = space, Labels = { [RevisionLabel] = args.Revision } },
    }, new() { Parent = this, Provider = args.Cluster.Provider, DependsOn = { args.WaitFor.ToArray() } });
}

/// <summary>What <see cref="MeshServices"/> needs.</summary>
public sealed record MeshServicesArgs
{
    public required IKubernetesCluster Cluster { get; init; }

    /// <summary>The key of the cluster's site, which services name where they run.</summary>
    public required string Site { get; init; }

    /// <summary>The policy of the whole mesh.</summary>
    public required MeshPolicy Policy { get; init; }

    /// <summary>The revision of istiod that pods belong to.</summary>
    public required string Revision { get; init; }

    /// <summary>Whom proxies tell of calls; null for nobody.</summary>
    public MeshTracing? Tracing { get; init; }

    /// <summary>That istiod, which validates.</summary>
    public required IReadOnlyList<Resource> WaitFor { get; init; }
}
