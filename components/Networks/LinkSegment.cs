using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.Ec2TransitGateway;

namespace CrossCloudMesh.Networks;

/// <summary>Makes the route table of a Transit Gateway by which everything that comes in over a link is routed.</summary>
/// <remarks>
/// Makes 1 route table, and 1 propagation for every network of the hub. It knows these networks alone: from it AWS announces to the other
/// end, and no link finds another one in it, so that no site is reached through a third.
/// </remarks>
public sealed class LinkSegment : ComponentResource
{
    public const string Token = "infra:networks:LinkSegment";

    [Output("routeTableId")] public Output<string> RouteTableId { get; }

    public LinkSegment(string name, LinkSegmentArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var child = new CustomResourceOptions { Parent = this };
        var table = new RouteTable(name, new()
        {
            TransitGatewayId = args.TransitGatewayId,
            Tags = { ["Name"] = $"{args.PhysicalName}-links" },
        }, child);
        foreach (var (key, attachment) in args.AttachmentIds)
        {
            _ = new RouteTablePropagation($"{name}-{key}", new()
            {
                TransitGatewayAttachmentId = attachment,
                TransitGatewayRouteTableId = table.Id,
            }, child);
        }

        RouteTableId = table.Id;
        RegisterOutputs();
    }
}

/// <summary>What <see cref="LinkSegment"/> needs.</summary>
public sealed record LinkSegmentArgs
{
    /// <summary>The hub's name: <c>dev-aws-east</c>.</summary>
    public required string PhysicalName { get; init; }

    public required Input<string> TransitGatewayId { get; init; }

    /// <summary>The attachments of the networks that links lead to, by a stable key.</summary>
    public required ImmutableSortedDictionary<string, Output<string>> AttachmentIds { get; init; }
}
