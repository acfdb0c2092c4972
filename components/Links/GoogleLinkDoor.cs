using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Gcp.Compute;
using Pulumi.Gcp.Compute.Inputs;

namespace CrossCloudMesh.Links;

/// <summary>Opens a site on Google Cloud to a peer, whichever paths lead there: admits the peer's nodes and pods at some of the ports of <see cref="LinkPorts"/>.</summary>
/// <remarks>Makes 1 rule, which also admits ICMP: Google's firewall knows no types of it, and too-big messages must come in.</remarks>
public sealed class GoogleLinkDoor : ComponentResource
{
    public const string Token = "infra:links:GoogleLinkDoor";

    private const int Priority = 1000;

    public GoogleLinkDoor(string name, GoogleLinkDoorArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        _ = new Firewall(name, new()
        {
            Name = $"{args.PhysicalName}-in",
            Project = args.Project,
            Network = args.NetworkSelfLink,
            Description = "Admits the mesh and the probes of the site at the other end of the link",
            Direction = "INGRESS",
            Priority = Priority,
            SourceRanges = args.PeerRanges.Select(range => range.ToString()).ToArray(),
            Allows =
            {
                new FirewallAllowArgs { Protocol = "tcp", Ports = args.Ports.Select(port => port.Port.ToString()).ToArray() },
                new FirewallAllowArgs { Protocol = "icmp" },
            },
        }, new() { Parent = this });
        RegisterOutputs();
    }
}

/// <summary>What <see cref="GoogleLinkDoor"/> needs.</summary>
public sealed record GoogleLinkDoorArgs
{
    public required string Project { get; init; }

    /// <summary>The link's name: <c>dev-east</c>.</summary>
    public required string PhysicalName { get; init; }

    public required Input<string> NetworkSelfLink { get; init; }

    /// <summary>The ports at which the peer calls.</summary>
    public required ImmutableArray<CalledPort> Ports { get; init; }

    /// <summary>Nodes and pods of the peer.</summary>
    public required ImmutableArray<Cidr> PeerRanges { get; init; }
}
