using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Aws.Ec2;

namespace CrossCloudMesh.Networks;

/// <summary>Gives a VPC a second range, with a subnet in each zone from which pods take their addresses.</summary>
/// <remarks>
/// Makes, for Z zones: 1 association of the range, Z subnets and Z associations with the route tables of the nodes, so that pods leave
/// by the same way. The network add-on finds the subnets by their tag; nodes themselves stay in their own. A zone's subnet is the part
/// of the range that its slot names, one of eight, so a zone that comes or goes moves nothing.
/// </remarks>
public sealed class AwsPodSubnets : ComponentResource
{
    public const string Token = "infra:networks:AwsPodSubnets";

    /// <summary>The shortest prefix (largest range) that AWS accepts, in bits.</summary>
    public const int MinPrefixLength = 16;

    /// <summary>The longest prefix (smallest range) whose eighth part, a /24, still holds prefixes for pods, in bits.</summary>
    public const int MaxPrefixLength = 21;

    /// <summary>By how many bits the prefix of a zone's subnet is longer than the range's: eight parts, one for each slot of <see cref="SubnetPlan"/>.</summary>
    public const int SlotBits = 3;

    /// <summary>Subnets by zone.</summary>
    public ImmutableSortedDictionary<string, Output<string>> SubnetIds { get; }

    /// <summary>What pods need before they reach anything outside.</summary>
    public IReadOnlyList<Resource> WayOut { get; }

    public AwsPodSubnets(string name, AwsPodSubnetsArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var range = new VpcIpv4CidrBlockAssociation(name, new()
        {
            VpcId = args.VpcId,
            CidrBlock = args.Range.ToString(),
        }, new() { Parent = this, Protect = args.Protect });

        var subnets = args.Zones.ToImmutableSortedDictionary(zone => zone.Key, zone => new Subnet($"{name}-{zone.Key}", new()
        {
            VpcId = args.VpcId,
            AvailabilityZoneId = zone.Key,
            CidrBlock = args.Range.Part(args.Range.PrefixLength + SlotBits, zone.Value).ToString(),
            MapPublicIpOnLaunch = false,
            Tags =
            {
                ["Name"] = $"{args.PhysicalName}-{zone.Key}",
                [AwsNetworkFacts.PodSubnetTag] = "1",
            },
        }, new() { Parent = this, Protect = args.Protect, DependsOn = { range } }), StringComparer.Ordinal);

        SubnetIds = subnets.ToImmutableSortedDictionary(subnet => subnet.Key, subnet => subnet.Value.Id, StringComparer.Ordinal);
        WayOut =
        [
            .. subnets.Select(subnet => new RouteTableAssociation(
                $"{name}-{subnet.Key}",
                new() { SubnetId = subnet.Value.Id, RouteTableId = args.RouteTableIds[subnet.Key] },
                new() { Parent = this })),
        ];
        RegisterOutputs();
    }
}

/// <summary>What <see cref="AwsPodSubnets"/> needs.</summary>
public sealed record AwsPodSubnetsArgs
{
    /// <summary>The name that the console shows, and the first part of every subnet's: <c>dev-aws-east-pods</c>.</summary>
    public required string PhysicalName { get; init; }

    public required Input<string> VpcId { get; init; }

    /// <summary>The second range, /16 to /21.</summary>
    public required Cidr Range { get; init; }

    /// <summary>Zone id to slot, 0 to 7.</summary>
    public required ImmutableSortedDictionary<string, int> Zones { get; init; }

    /// <summary>The route table of each zone's nodes.</summary>
    public required ImmutableSortedDictionary<string, Output<string>> RouteTableIds { get; init; }

    /// <summary>Whether the engine refuses to delete range and subnets.</summary>
    public required bool Protect { get; init; }
}
