using System.Collections.Immutable;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Mesh.Istio;
using CrossCloudMesh.Mesh.Moves;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace CrossCloudMesh.Mesh.Bridge;

/// <summary>Tells a cluster of Istio how a service is called that runs in another kind of mesh: by its own name, over the bridge.</summary>
/// <remarks>
/// Makes 4 objects in the service's namespace, of its name: the Service, without which no caller finds an address for it, a
/// <see cref="ServiceEntry"/> for the ends of the bridge, a <see cref="DestinationRule"/> by which they must present those ends' names, and a
/// <see cref="VirtualService"/> with the service's own timeout and retries. Callers present the certificates that istiod gives them. The rule has a
/// name of its own, <c>payment.bridge</c>, so that that of the service itself can stand beside it while a cluster moves, and the route goes from the one
/// to the other at once.
/// Source: pilot/pkg/networking/core/cluster_tls.go of https://github.com/istio/istio at 1.31.0-rc.0, read 2026-11-20: it heeds both the name
/// in the greeting and the names that the other end must present where the mode is ISTIO_MUTUAL.
/// </remarks>
public sealed class OutOfIstio : ComponentResource
{
    public const string Token = KeptObject.Bridge;

    /// <exception cref="ResourceException">Every fault in <paramref name="args"/>, one per line.</exception>
    public OutOfIstio(string name, OutOfIstioArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Faults.ThrowIfAny(this, args.Check());
        var (service, policy) = (args.Service, args.Policy);
        _ = ServiceStub.Make(name, service, Options(args.WaitFor, KeptObject.Service));
        var entry = new ServiceEntry(name, new() { Metadata = Named(), Spec = Entry(args) }, Options(args.WaitFor));
        var rule = new DestinationRule(name, new() { Metadata = Named(BridgeFacts.RuleOf($"{service.Name.Name}")), Spec = ServiceCalls.Rule(service, policy, args.Ends) }, Options(args.WaitFor));
        _ = new VirtualService(name, new() { Metadata = Named(), Spec = ServiceCalls.Route(service, policy) }, Options([entry, rule], KeptObject.Route));
        RegisterOutputs();

        ObjectMetaArgs Named(string? own = null) => new() { Name = own ?? $"{service.Name.Name}", Namespace = $"{service.Name.Namespace}" };

        CustomResourceOptions Options(IEnumerable<Resource> waitFor, string? kept = null) => new()
        {
            Parent = this,
            Provider = args.Cluster.Provider,
            DependsOn = { waitFor.ToArray() },
            Aliases = kept is null ? [] : [KeptObject.At($"{KeptObject.Istio}${KeptObject.IstioService}${kept}", KeptObject.InMesh(args.Site, service.Name))],
        };
    }

    private static ServiceEntrySpecArgs Entry(OutOfIstioArgs args)
    {
        var protocol = args.Service.Protocol.ToString();
        return new()
        {
            Hosts = { args.Policy.EntryHost(args.Service) },
            // What the callers' proxies are handed, before they encrypt it.
            Ports = { new IstioPortArgs { Number = BridgeFacts.Port, Name = protocol.ToLowerInvariant(), Protocol = protocol.ToUpperInvariant() } },
            Location = "MESH_EXTERNAL",
            Resolution = "DNS",
            Endpoints = args.Ends.Select(end => new ServiceEndpointArgs { Address = end.Host.ToString() }).ToArray(),
        };
    }
}

/// <summary>What <see cref="OutOfIstio"/> needs.</summary>
public sealed record OutOfIstioArgs
{
    public required IKubernetesCluster Cluster { get; init; }

    /// <summary>The key of the cluster's site.</summary>
    public required string Site { get; init; }

    /// <summary>The policy of the whole mesh.</summary>
    public required MeshPolicy Policy { get; init; }

    /// <summary>The service that is called.</summary>
    public required ServicePolicy Service { get; init; }

    /// <summary>The ends of the bridge behind which it runs, and to which a link leads from here; at least one.</summary>
    public required ImmutableArray<BridgeEnd> Ends { get; init; }

    /// <summary>The istiod that validates, and the namespace.</summary>
    public required IReadOnlyList<Resource> WaitFor { get; init; }

    internal IEnumerable<Fault> Check() => BridgeFaults.OfEnds(Service, Ends);
}
