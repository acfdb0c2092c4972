using System.Collections.Immutable;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Aws.Ec2TransitGateway;

namespace CrossCloudMesh.Networks;

/// <summary>Makes the Transit Gateway of a region, through which a site's network meets everything outside it.</summary>
/// <remarks>
/// Makes 1 gateway with 1 <see cref="AwsFlowLog"/>, 1 route table per segment with 1 route per blackhole, and for every network 1
/// attachment, 1 association and 1 propagation. The gateway's own default tables are off, it is shared with no other account and
/// accepts no foreign attachment: nothing is reachable that is not stated here.
/// </remarks>
public sealed class TransitHub : ComponentResource
{
    public const string Token = "infra:networks:TransitHub";

    [Output("transitGatewayId")] public Output<string> TransitGatewayId { get; }

    /// <summary>Route tables by segment.</summary>
    [Output("routeTableIds")] public Output<ImmutableDictionary<string, string>> RouteTableIds { get; }

    /// <summary>Attachments by the key of their network.</summary>
    public ImmutableSortedDictionary<string, VpcAttachment> Attachments { get; }

    /// <summary>Route tables by segment, one by one: what needs one does not wait for the others.</summary>
    public ImmutableSortedDictionary<string, Output<string>> SegmentTables { get; }

    /// <exception cref="ResourceException">Every fault in <paramref name="args"/>, one per line.</exception>
    public TransitHub(string name, TransitHubArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Faults.ThrowIfAny(this, args.Check());
        var kept = new CustomResourceOptions { Parent = this, Protect = args.Protect };
        var child = new CustomResourceOptions { Parent = this };

        var gateway = new TransitGateway(name, new()
        {
            Description = args.PhysicalName,
            AmazonSideAsn = args.Asn,
            AutoAcceptSharedAttachments = "disable",
            DefaultRouteTableAssociation = "disable",
            DefaultRouteTablePropagation = "disable",
            DnsSupport = "enable",
            TransitGatewayCidrBlocks = args.OwnRanges.Select(range => range.ToString()).ToArray(),
            VpnEcmpSupport = "enable",
            Tags = { ["Name"] = args.PhysicalName },
        }, kept);

        var tables = args.Networks.Values.Select(network => network.Segment).Distinct(StringComparer.Ordinal)
            .ToImmutableSortedDictionary(segment => segment, segment => new RouteTable($"{name}-{segment}", new()
            {
                TransitGatewayId = gateway.Id,
                Tags = { ["Name"] = $"{args.PhysicalName}-{segment}" },
            }, child), StringComparer.Ordinal);

        foreach (var (segment, ranges) in args.Blackholes)
        {
            foreach (var range in ranges)
            {
                _ = new Route($"{name}-{segment}-blackhole-{range.ToString().Replace('/', '-')}", new()
                {
                    TransitGatewayRouteTableId = tables[segment].Id,
                    DestinationCidrBlock = range.ToString(),
                    Blackhole = true,
                }, child);
            }
        }

        _ = new AwsFlowLog($"{name}-flow", new()
        {
            AccountId = args.AccountId,
            Region = args.Region,
            PhysicalName = $"{args.PhysicalName}-hub-flow",
            Source = FlowSource.TransitGateway(gateway.Id),
            LogRetentionDays = args.LogRetentionDays,
            Protect = args.Protect,
        }, new() { Parent = this });

        Attachments = args.Networks.ToImmutableSortedDictionary(
            network => network.Key, network => Attach(network.Key, network.Value, tables[network.Value.Segment]), StringComparer.Ordinal);
        SegmentTables = tables.ToImmutableSortedDictionary(table => table.Key, table => table.Value.Id, StringComparer.Ordinal);
        TransitGatewayId = gateway.Id;
        RouteTableIds = Output.All(tables.Values.Select(table => table.Id))
            .Apply(ids => tables.Keys.Zip(ids).ToImmutableDictionary(pair => pair.First, pair => pair.Second));
        RegisterOutputs();

        VpcAttachment Attach(string key, AttachedNetwork network, RouteTable table)
        {
            var attachment = new VpcAttachment($"{name}-{key}", new()
            {
                TransitGatewayId = gateway.Id,
                VpcId = network.VpcId,
                SubnetIds = network.SubnetIds,
                DnsSupport = "enable",
                // Only a stateful appliance in the network needs both directions to take one zone; here it would send traffic astray.
                ApplianceModeSupport = "disable",
                TransitGatewayDefaultRouteTableAssociation = false,
                TransitGatewayDefaultRouteTablePropagation = false,
                Tags = { ["Name"] = $"{args.PhysicalName}-{key}" },
            }, child);
            _ = new RouteTableAssociation($"{name}-{key}", new()
            {
                TransitGatewayAttachmentId = attachment.Id,
                TransitGatewayRouteTableId = table.Id,
            }, child);
            _ = new RouteTablePropagation($"{name}-{key}", new()
            {
                TransitGatewayAttachmentId = attachment.Id,
                TransitGatewayRouteTableId = table.Id,
            }, child);
            return attachment;
        }
    }
}

/// <summary>What <see cref="TransitHub"/> needs.</summary>
public sealed record TransitHubArgs
{
    public required string AccountId { get; init; }

    public required string Region { get; init; }

    /// <summary>The name that the console shows: <c>dev-aws-east</c>.</summary>
    public required string PhysicalName { get; init; }

    /// <summary>The gateway's own private ASN; it cannot be changed later without making the gateway anew.</summary>
    public required int Asn { get; init; }

    /// <summary>The networks to attach, by a stable key that is part of their resources' identity.</summary>
    public required ImmutableSortedDictionary<string, AttachedNetwork> Networks { get; init; }

    /// <summary>By segment, ranges for which it drops what no more specific route takes.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<Cidr>> Blackholes { get; init; } =
        ImmutableSortedDictionary.Create<string, ImmutableArray<Cidr>>(StringComparer.Ordinal);

    /// <summary>Ranges of the gateway itself, from which AWS takes the outer addresses of tunnels that run over cables.</summary>
    public ImmutableArray<Cidr> OwnRanges { get; init; } = [];

    /// <summary>How long flow logs are kept, in days.</summary>
    public required int LogRetentionDays { get; init; }

    /// <summary>Whether the engine refuses to delete the gateway, and keeps the log of its flows.</summary>
    public required bool Protect { get; init; }

    internal IEnumerable<Fault> Check()
    {
        if (Networks.Count == 0)
        {
            yield return new("networks", "must hold at least one network", "none", "attach one, or leave the hub out");
        }

        foreach (var segment in Blackholes.Keys.Where(segment => Networks.Values.All(network => network.Segment != segment)))
        {
            yield return new($"blackholes.{segment}", "must be a segment of the hub", segment, "name one that a network belongs to");
        }
    }
}

/// <summary>A network that a <see cref="TransitHub"/> attaches.</summary>
public sealed record AttachedNetwork
{
    public required Input<string> VpcId { get; init; }

    /// <summary>One subnet per zone, with room for one interface each.</summary>
    public required InputList<string> SubnetIds { get; init; }

    /// <summary>The segment whose route table it uses and announces itself to: only members of one segment reach one another.</summary>
    public required string Segment { get; init; }
}
