using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.Ec2TransitGateway;

namespace CrossCloudMesh.Links;

/// <summary>Has a Transit Gateway route what comes in over an attachment of a link, and lets its networks learn what lies behind it.</summary>
/// <remarks>Makes 1 association with the table of links, which must go before another can come, and 1 propagation per segment.</remarks>
public sealed class LinkedAttachment : ComponentResource
{
    public const string Token = "infra:links:LinkedAttachment";

    internal LinkedAttachment(string name, LinkedAttachmentArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var child = new CustomResourceOptions { Parent = this };
        _ = new RouteTableAssociation(name, new()
        {
            TransitGatewayAttachmentId = args.AttachmentId,
            TransitGatewayRouteTableId = args.LinkTableId,
        }, CustomResourceOptions.Merge(child, new() { DeleteBeforeReplace = true }));
        foreach (var (segment, table) in args.SegmentTables)
        {
            _ = new RouteTablePropagation($"{name}-{segment}", new()
            {
                TransitGatewayAttachmentId = args.AttachmentId,
                TransitGatewayRouteTableId = table,
            }, child);
        }

        RegisterOutputs();
    }
}

/// <summary>What <see cref="LinkedAttachment"/> needs.</summary>
internal sealed record LinkedAttachmentArgs
{
    public required Input<string> AttachmentId { get; init; }

    /// <summary>The table by which what comes in over links is routed.</summary>
    public required Input<string> LinkTableId { get; init; }

    /// <summary>The tables that learn what lies behind the link, by segment.</summary>
    public required ImmutableSortedDictionary<string, Output<string>> SegmentTables { get; init; }
}
