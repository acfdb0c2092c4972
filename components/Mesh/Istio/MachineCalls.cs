using System.Collections.Immutable;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace CrossCloudMesh.Mesh.Istio;

/// <summary>Tells a cluster of Istio how a service is called that runs on machines: by its own name, at their addresses.</summary>
/// <remarks>
/// Makes 4 objects of the service's name in its namespace: the Service, without which no caller finds an address for it, a
/// <see cref="ServiceEntry"/> with the machines, a <see cref="DestinationRule"/> by which they must present the service's identity, and a
/// <see cref="VirtualService"/> with its timeout, retries and weights. Callers present the certificates that istiod gives them.
/// </remarks>
public sealed class MachineCalls : ComponentResource
{
    public const string Token = "infra:mesh:MachineCalls";

    /// <exception cref="ResourceException">Every fault in <paramref name="args"/>, one per line.</exception>
    public MachineCalls(string name, MachineCallsArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Faults.ThrowIfAny(this, args.Check());
        var (service, policy) = (args.Service, args.Policy);
        _ = ServiceStub.Make(name, service, Options(args.WaitFor));
        var entry = new ServiceEntry(name, new() { Metadata = Named(), Spec = Entry(args) }, Options(args.WaitFor));
        var rule = new DestinationRule(name, new() { Metadata = Named(), Spec = ServiceCalls.MachineRule(service, policy) }, Options(args.WaitFor));
        _ = new VirtualService(name, new() { Metadata = Named(), Spec = ServiceCalls.MachineRoute(service, policy) }, Options([entry, rule]));
        RegisterOutputs();

        ObjectMetaArgs Named() => new() { Name = $"{service.Name.Name}", Namespace = $"{service.Name.Namespace}" };

        CustomResourceOptions Options(IEnumerable<Resource> waitFor) => new()
        {
            Parent = this,
            Provider = args.Cluster.Provider,
            DependsOn = { waitFor.ToArray() },
        };
    }

    private static ServiceEntrySpecArgs Entry(MachineCallsArgs args)
    {
        var protocol = args.Service.Protocol.ToString();
        return new()
        {
            Hosts = { args.Policy.EntryHost(args.Service) },
            // What the callers' proxies are handed, before they encrypt it.
            Ports = { new IstioPortArgs { Number = args.Service.Port, Name = protocol.ToLowerInvariant(), Protocol = protocol.ToUpperInvariant() } },
            Location = "MESH_EXTERNAL",
            Resolution = "STATIC",
            Endpoints = args.Machines.Select(machine => new ServiceEndpointArgs
            {
                Address = machine.Address,
                Labels = machine.Version.Length > 0 ? new InputMap<string> { [ServiceCalls.Version] = machine.Version } : null,
            }).ToArray(),
        };
    }
}

/// <summary>What <see cref="MachineCalls"/> needs.</summary>
public sealed record MachineCallsArgs
{
    public required IKubernetesCluster Cluster { get; init; }

    /// <summary>The policy of the whole mesh.</summary>
    public required MeshPolicy Policy { get; init; }

    /// <summary>The service that is called.</summary>
    public required ServicePolicy Service { get; init; }

    /// <summary>The machines on which it runs, and that are reached from here; at least one.</summary>
    public required ImmutableArray<CalledMachine> Machines { get; init; }

    /// <summary>The istiod that validates, and the namespace.</summary>
    public required IReadOnlyList<Resource> WaitFor { get; init; }

    internal IEnumerable<Fault> Check() =>
    [
        .. IstioFaults.Of(Service),
        .. Machines.IsEmpty ? [new Fault("machines", $"must hold at least one, or nobody reaches {Service.Name}", "none", "join the sites by a link")] : Array.Empty<Fault>(),
    ];
}

/// <summary>A machine.</summary>
/// <param name="Address">Its IPv4 address.</param>
/// <param name="Version">The version of the service on it; empty where all are alike.</param>
public sealed record CalledMachine(string Address, string Version);
