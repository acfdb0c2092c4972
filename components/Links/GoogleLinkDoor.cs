using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Gcp.Compute;
using Pulumi.Gcp.Compute.Inputs;

namespace CrossCloudMesh.Links;

/// <summary>Opens a site on Google Cloud to a peer, whichever paths lead there: admits the peer's nodes and pods at some of the ports of <see cref="LinkPorts"/>.</summary>
/// <remarks>
/// Makes 1 rule, which also admits ICMP: Google's firewall knows no types of it, and too-big messages must come in. Makes another for each of the
/// bridge and the probe, where there is one: their ports are for the link's other end alone and not for whoever passes through it, and each goes
/// without a change of the others.
/// </remarks>
public sealed class GoogleLinkDoor : ComponentResource
{
    public const string Token = "infra:links:GoogleLinkDoor";

    private const int Priority = 1000;

    public GoogleLinkDoor(string name, GoogleLinkDoorArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Admit(name, "in", "Admits the mesh and the probes of the site at the other end of the link", args.PeerRanges, [.. Tcp(args.Ports), new() { Protocol = "icmp" }]);
        if (!args.BridgePorts.IsEmpty)
        {
            Admit($"{name}-bridge", "bridge-in", "Admits services of another kind of mesh at the other end of the link", args.EndRanges, Tcp(args.BridgePorts));
        }

        if (!args.EndPorts.IsEmpty)
        {
            Admit($"{name}-end", "end-in", "Admits the latency probe of the site at the other end of the link", args.EndRanges, Tcp(args.EndPorts));
        }

        RegisterOutputs();

        void Admit(string logicalName, string part, string what, ImmutableArray<Cidr> ranges, ImmutableArray<FirewallAllowArgs> allows) => _ = new Firewall(logicalName, new()
        {
            Name = $"{args.PhysicalName}-{part}",
            Project = args.Project,
            Network = args.NetworkSelfLink,
            Description = what,
            Direction = "INGRESS",
            Priority = Priority,
            SourceRanges = ranges.Select(range => range.ToString()).ToArray(),
            Allows = allows,
        }, new() { Parent = this });
    }

    /// <summary>Nothing for no ports, as without any Google takes all of them to be meant.</summary>
    private static ImmutableArray<FirewallAllowArgs> Tcp(ImmutableArray<CalledPort> ports) =>
        ports.IsEmpty ? [] : [new() { Protocol = "tcp", Ports = ports.Select(port => port.Port.ToString()).ToArray() }];
}

/// <summary>What <see cref="GoogleLinkDoor"/> needs.</summary>
public sealed record GoogleLinkDoorArgs
{
    public required string Project { get; init; }

    /// <summary>The link's name: <c>dev-east</c>.</summary>
    public required string PhysicalName { get; init; }

    public required Input<string> NetworkSelfLink { get; init; }

    /// <summary>The ports at which the peer, and whoever passes through the link, calls; may be none.</summary>
    public required ImmutableArray<CalledPort> Ports { get; init; }

    /// <summary>Nodes and pods of the peer, and of whoever passes through the link.</summary>
    public required ImmutableArray<Cidr> PeerRanges { get; init; }

    /// <summary>The ports at which the peer alone calls over the bridge between kinds of mesh.</summary>
    public ImmutableArray<CalledPort> BridgePorts { get; init; } = [];

    /// <summary>The ports at which the peer alone measures.</summary>
    public ImmutableArray<CalledPort> EndPorts { get; init; } = [];

    /// <summary>Nodes and pods of the peer alone.</summary>
    public ImmutableArray<Cidr> EndRanges { get; init; } = [];
}
