using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Aws.Vpc;

namespace CrossCloudMesh.Links;

/// <summary>Admits a peer's nodes and pods to a cluster's nodes on AWS, at the ports of <see cref="LinkPorts"/>.</summary>
/// <remarks>
/// Makes, for each range, 1 rule per port and 1 for too-big messages, without which a path with smaller packets swallows answers. Groups are
/// named by range, as a group of one cloud means nothing in the other.
/// </remarks>
public sealed class AwsLinkDoor : ComponentResource
{
    public const string Token = "infra:links:AwsLinkDoor";

    /// <summary>"Destination unreachable", and of its codes "fragmentation needed". Source: RFC 792, RFC 1191.</summary>
    private const int UnreachableType = 3;

    private const int TooBigCode = 4;

    internal AwsLinkDoor(string name, AwsLinkDoorArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        foreach (var range in args.PeerRanges)
        {
            foreach (var port in LinkPorts.All)
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
internal sealed record AwsLinkDoorArgs
{
    /// <summary>The link's name: <c>dev-east</c>.</summary>
    public required string PhysicalName { get; init; }

    /// <summary>The group of the cluster's nodes.</summary>
    public required Input<string> SecurityGroupId { get; init; }

    /// <summary>Nodes and pods of the peer.</summary>
    public required ImmutableArray<Cidr> PeerRanges { get; init; }
}
