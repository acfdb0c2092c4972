using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Aws.Vpc;

namespace CrossCloudMesh.Links;

/// <summary>
/// Opens a site on AWS to a peer, whichever paths lead there: sends what its network has for the peer to the hub, and admits the peer's
/// nodes and pods to its own nodes, at some of the ports of <see cref="LinkPorts"/>.
/// </summary>
/// <remarks>
/// Makes 1 <see cref="HubRoutes"/>, and for each range 1 rule per port and 1 for too-big messages, without which a path with smaller packets
/// swallows answers. Peers are named by range, as a group of one cloud means nothing in the other.
/// </remarks>
public sealed class AwsLinkDoor : ComponentResource
{
    public const string Token = "infra:links:AwsLinkDoor";

    /// <summary>"Destination unreachable", and of its codes "fragmentation needed". Source: RFC 792, RFC 1191.</summary>
    private const int UnreachableType = 3;

    private const int TooBigCode = 4;

    public AwsLinkDoor(string name, AwsLinkDoorArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        _ = new HubRoutes(name, new()
        {
            TransitGatewayId = args.TransitGatewayId,
            Attached = args.Attached,
            RouteTableIds = args.RouteTableIds,
            PeerRanges = args.PeerRanges,
        }, new() { Parent = this });

        foreach (var range in args.PeerRanges)
        {
            foreach (var port in args.Ports)
            {
                Admit(range, port.Port.ToString(), port.What, "tcp", port.Port, port.Port);
            }

            Admit(range, "too-big", "packets that were too big for the path", "icmp", UnreachableType, TooBigCode);
        }

        RegisterOutputs();

        void Admit(Cidr range, string key, string what, string protocol, int from, int to) =>
            _ = new SecurityGroupIngressRule($"{name}-{key}-{range.ToString().Replace('/', '-')}", new()
            {
                SecurityGroupId = args.SecurityGroupId,
                Description = $"{args.PhysicalName}: {what}",
                CidrIpv4 = range.ToString(),
                IpProtocol = protocol,
                FromPort = from,
                ToPort = to,
            }, new() { Parent = this });
    }
}

/// <summary>What <see cref="AwsLinkDoor"/> needs.</summary>
public sealed record AwsLinkDoorArgs
{
    /// <summary>The link's name: <c>dev-east</c>.</summary>
    public required string PhysicalName { get; init; }

    public required Input<string> TransitGatewayId { get; init; }

    /// <summary>What attaches the network to the hub.</summary>
    public required Resource Attached { get; init; }

    /// <summary>The network's route tables that need a way to the peer, by a stable key.</summary>
    public required ImmutableSortedDictionary<string, Output<string>> RouteTableIds { get; init; }

    /// <summary>The group of the cluster's nodes.</summary>
    public required Input<string> SecurityGroupId { get; init; }

    /// <summary>The ports at which the peer calls.</summary>
    public required ImmutableArray<CalledPort> Ports { get; init; }

    /// <summary>Nodes and pods of the peer.</summary>
    public required ImmutableArray<Cidr> PeerRanges { get; init; }
}
