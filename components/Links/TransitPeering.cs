using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Aws.Ec2TransitGateway;

namespace CrossCloudMesh.Links;

/// <summary>Joins two sites on AWS in two regions by a peering of their Transit Gateways.</summary>
/// <remarks>
/// Makes 1 request on the requester's side, 1 acceptance on the accepter's, and on each 1 association and 1 static route per segment and
/// range of the other end: a peering has no BGP, so nothing is learned, nothing is announced, and a range that a site gains is routed by the
/// next deployment alone. Each end's own provider makes what is on its side. Source: <see cref="TransitFacts"/>.
/// </remarks>
public sealed class TransitPeering : ComponentResource
{
    public const string Token = "infra:links:TransitPeering";

    private readonly string name;
    private readonly TransitPeeringArgs args;

    /// <summary>The largest packet that passes uncut, in bytes.</summary>
    [Output("pathMtuBytes")] public Output<int> PathMtuBytes { get; }

    /// <summary>The largest payload of a TCP segment, in bytes, to which AWS cuts new connections.</summary>
    [Output("tcpMssBytes")] public Output<int> TcpMssBytes { get; }

    /// <summary>What of it the clouds measure, each by itself up or down.</summary>
    public ImmutableArray<LinkPoint> Points { get; }

    /// <exception cref="ResourceException">Every fault in <paramref name="args"/>, one per line.</exception>
    public TransitPeering(string name, TransitPeeringArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Faults.ThrowIfAny(this, args.Check());
        (this.name, this.args) = (name, args);

        var request = new PeeringAttachment(name, new()
        {
            TransitGatewayId = args.Requester.Aws.TransitGatewayId,
            PeerAccountId = args.Accepter.Aws.AccountId,
            PeerRegion = args.Accepter.Aws.Region,
            PeerTransitGatewayId = args.Accepter.Aws.TransitGatewayId,
            Tags = { ["Name"] = args.PhysicalName },
        }, new() { Parent = this, Provider = args.Requester.Provider, Protect = args.Protect });
        var accepted = new PeeringAttachmentAccepter(name, new()
        {
            TransitGatewayAttachmentId = request.Id,
            Tags = { ["Name"] = args.PhysicalName },
        }, new() { Parent = this, Provider = args.Accepter.Provider, Protect = args.Protect });

        // What is only asked for can be neither associated nor routed to.
        Route("requester", args.Requester, args.Accepter, request.Id, accepted);
        Route("accepter", args.Accepter, args.Requester, accepted.TransitGatewayAttachmentId, accepted);

        Points =
        [
            new AttachmentPoint("requester", args.Requester.Aws.Region, args.Requester.Aws.TransitGatewayId, request.Id),
            new AttachmentPoint("accepter", args.Accepter.Aws.Region, args.Accepter.Aws.TransitGatewayId, accepted.TransitGatewayAttachmentId),
        ];
        PathMtuBytes = Output.Create(TransitFacts.PathMtuBytes);
        TcpMssBytes = Output.Create(TcpFacts.MssBytes(TransitFacts.PathMtuBytes));
        RegisterOutputs();
    }

    /// <summary>What comes in at an end is routed by its table of links; what it has for the other end is sent there.</summary>
    private void Route(string side, PeeringEnd end, PeeringEnd other, Input<string> attachmentId, Resource accepted)
    {
        var child = new CustomResourceOptions { Parent = this, Provider = end.Provider, DependsOn = { accepted } };
        _ = new RouteTableAssociation($"{name}-{side}", new()
        {
            TransitGatewayAttachmentId = attachmentId,
            TransitGatewayRouteTableId = end.Aws.LinkTableId,
        }, CustomResourceOptions.Merge(child, new() { DeleteBeforeReplace = true }));
        foreach (var (segment, table) in end.Aws.SegmentTables)
        {
            foreach (var range in other.Aws.Ranges)
            {
                _ = new Route($"{name}-{side}-{segment}-{range.ToString().Replace('/', '-')}", new()
                {
                    TransitGatewayRouteTableId = table,
                    DestinationCidrBlock = range.ToString(),
                    TransitGatewayAttachmentId = attachmentId,
                }, child);
            }
        }
    }
}

/// <summary>What <see cref="TransitPeering"/> needs.</summary>
public sealed record TransitPeeringArgs
{
    /// <summary>The name that the console shows: <c>prod-atlantic</c>.</summary>
    public required string PhysicalName { get; init; }

    /// <summary>The end that asks. It makes no difference to traffic, but the two cannot change places without a new peering.</summary>
    public required PeeringEnd Requester { get; init; }

    /// <summary>The end that accepts.</summary>
    public required PeeringEnd Accepter { get; init; }

    /// <summary>Whether the engine refuses to delete the peering.</summary>
    public required bool Protect { get; init; }

    internal IEnumerable<Fault> Check()
    {
        if (Requester.Aws.Region == Accepter.Aws.Region)
        {
            yield return new(
                "accepter.region",
                "must differ from the requester's: within one region AWS gives the accepter's end an id that the provider does not tell, so nothing can accept it",
                Accepter.Aws.Region,
                "peer sites of two regions");
        }

        if (Requester.Aws.Asn == Accepter.Aws.Asn)
        {
            yield return new(
                "accepter.asn",
                "must differ from the requester's, as AWS advises for routes that peerings may one day learn, and a hub with BGP cannot change it then",
                Accepter.Aws.Asn.ToString());
        }

        foreach (var range in Accepter.Aws.Ranges)
        {
            foreach (var other in Requester.Aws.Ranges.Where(other => other.Overlaps(range)))
            {
                yield return new("accepter.ranges", $"must not overlap the requester's, which hold {other}: neither hub could tell the two apart", range.ToString());
            }
        }
    }
}

/// <summary>An end of a peering.</summary>
public sealed record PeeringEnd
{
    public required AwsLinkEnd Aws { get; init; }

    /// <summary>The provider of the end's region: a component can be given but one of each cloud by its options.</summary>
    public required ProviderResource Provider { get; init; }
}
