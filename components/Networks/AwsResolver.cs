using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Foundation;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Route53;
using Pulumi.Aws.Route53.Inputs;

namespace CrossCloudMesh.Networks;

/// <summary>Gives a VPC a domain of its own, a record of all queries, and doors through which others ask for its names and it for theirs.</summary>
/// <remarks>
/// Makes 1 private zone, and 1 record of all queries with its association and 1 <see cref="AwsLogGroup"/>. Where names pass to others also
/// 2 security groups and 2 endpoints of Route 53 Resolver, one for each direction, with 1 address in each subnet; AWS chooses the
/// addresses. The groups admit nobody: each link opens what it needs.
/// Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-overview-DSN-queries-to-vpc.html, read 2026-11-21.
/// </remarks>
public sealed class AwsResolver : ComponentResource
{
    public const string Token = "infra:networks:AwsResolver";

    [Output("zoneId")] public Output<string> ZoneId { get; }

    /// <summary>The doors to others; null where names pass to nobody.</summary>
    public AwsResolverDoors? Doors { get; }

    /// <exception cref="ResourceException">Every fault in <paramref name="args"/>, one per line.</exception>
    public AwsResolver(string name, AwsResolverArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Faults.ThrowIfAny(this, args.Check());
        var child = new CustomResourceOptions { Parent = this };

        var zone = new Zone(name, new()
        {
            Name = args.Domain.ToString(),
            Comment = $"Names of {args.PhysicalName}",
            Vpcs = { new ZoneVpcArgs { VpcId = args.VpcId, VpcRegion = args.Region } },
            Tags = Named(),
        }, new() { Parent = this, Protect = args.Protect });

        // Of this folder AWS needs no policy of the group's own for each sender.
        var log = new AwsLogGroup($"{name}-log", new()
        {
            AccountId = args.AccountId,
            Region = args.Region,
            LogGroupName = $"/aws/vendedlogs/route53resolver/{args.PhysicalName}",
            KeyAliasName = $"{args.PhysicalName}-names",
            RetentionDays = args.LogRetentionDays,
            Protect = args.Protect,
        }, new() { Parent = this });
        var queries = new ResolverQueryLogConfig(name, new() { Name = args.PhysicalName, DestinationArn = log.Arn, Tags = Named() }, child);
        _ = new ResolverQueryLogConfigAssociation(name, new() { ResolverQueryLogConfigId = queries.Id, ResourceId = args.VpcId }, child);

        ZoneId = zone.ZoneId;
        Doors = args.Forwards ? MakeDoors() : null;
        RegisterOutputs();

        AwsResolverDoors MakeDoors()
        {
            var (inside, outside) = (Group("inbound", "names asked for by others"), Group("outbound", "names asked for at others"));
            var inbound = Endpoint("inbound", inside);
            return new()
            {
                InboundAddresses = [.. args.SubnetIds.Values.Select(subnet => Output.Tuple(inbound.IpAddresses, subnet)
                    .Apply(made => made.Item1.First(address => address.SubnetId == made.Item2).Ip!))],
                InboundGroupId = inside.Id,
                OutboundEndpointId = Endpoint("outbound", outside).Id,
                OutboundGroupId = outside.Id,
            };
        }

        SecurityGroup Group(string part, string what) => new($"{name}-{part}", new()
        {
            VpcId = args.VpcId,
            Description = $"Resolver of {args.PhysicalName}: {what}",
            Tags = Named(part),
        }, child);

        ResolverEndpoint Endpoint(string part, SecurityGroup group) => new($"{name}-{part}", new()
        {
            Name = $"{args.PhysicalName}-{part}",
            Direction = part.ToUpperInvariant(),
            ResolverEndpointType = "IPV4",
            IpAddresses = args.SubnetIds.Values.Select(subnet => new ResolverEndpointIpAddressArgs { SubnetId = subnet }).ToArray(),
            SecurityGroupIds = { group.Id },
            Tags = Named(part),
        }, child);

        InputMap<string> Named(string? part = null) => new() { ["Name"] = part is null ? args.PhysicalName : $"{args.PhysicalName}-{part}" };
    }
}

/// <summary>What a link needs of an <see cref="AwsResolver"/>.</summary>
public sealed record AwsResolverDoors
{
    /// <summary>Where others ask for names of the VPC, one address for each zone.</summary>
    public required ImmutableArray<Output<string>> InboundAddresses { get; init; }

    /// <summary>Who may ask.</summary>
    public required Output<string> InboundGroupId { get; init; }

    /// <summary>What asks for names of others.</summary>
    public required Output<string> OutboundEndpointId { get; init; }

    /// <summary>Whom it may ask.</summary>
    public required Output<string> OutboundGroupId { get; init; }
}

/// <summary>What <see cref="AwsResolver"/> needs.</summary>
public sealed record AwsResolverArgs
{
    public required string AccountId { get; init; }

    public required string Region { get; init; }

    /// <summary>The name that the console shows, and the first part of every other: <c>dev-aws-east</c>.</summary>
    public required string PhysicalName { get; init; }

    public required Input<string> VpcId { get; init; }

    /// <summary>The domain whose names the VPC finds in its own zone.</summary>
    public required DomainName Domain { get; init; }

    /// <summary>Whether names pass to others and from them; the endpoints for that are the costly part.</summary>
    public required bool Forwards { get; init; }

    /// <summary>The subnets of the endpoints, by zone, two or more.</summary>
    public required ImmutableSortedDictionary<string, Output<string>> SubnetIds { get; init; }

    /// <summary>How long queries are kept, in days.</summary>
    public required int LogRetentionDays { get; init; }

    /// <summary>Whether the engine refuses to delete the zone, and keeps the log of queries.</summary>
    public required bool Protect { get; init; }

    internal IEnumerable<Fault> Check()
    {
        if (SubnetIds.Count < DnsFacts.LeastAddresses)
        {
            yield return new("subnetIds", $"must be in {DnsFacts.LeastAddresses} zones or more", SubnetIds.Count.ToString(), "add a subnet of another zone");
        }
    }
}
