using System.Collections.Immutable;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Aws.DirectConnect;

namespace CrossCloudMesh.Links;

/// <summary>Makes the Direct Connect gateway at which virtual interfaces meet a Transit Gateway.</summary>
/// <remarks>
/// Makes 1 gateway, 1 association with the hub and 1 <see cref="LinkedAttachment"/>. AWS announces to the other end what is stated here, and
/// nothing else, whether the hub knows it or not.
/// Source: https://docs.aws.amazon.com/directconnect/latest/UserGuide/allowed-to-prefixes.html, read 2026-11-21.
/// </remarks>
public sealed class DirectGateway : ComponentResource
{
    public const string Token = "infra:links:DirectGateway";

    public Output<string> GatewayId { get; }

    /// <summary>The hub's attachment of the gateway.</summary>
    public Output<string> AttachmentId { get; }

    /// <summary>What of it the clouds measure, each by itself up or down.</summary>
    public ImmutableArray<LinkPoint> Points { get; }

    internal DirectGateway(string name, DirectGatewayArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var kept = new CustomResourceOptions { Parent = this, Protect = args.Protect };
        var gateway = new Gateway(name, new()
        {
            Name = args.PhysicalName,
            AmazonSideAsn = args.Asn.ToString(),
            Tags = { ["Name"] = args.PhysicalName },
        }, kept);
        var association = new GatewayAssociation(name, new()
        {
            DxGatewayId = gateway.Id,
            AssociatedGatewayId = args.Aws.TransitGatewayId,
            AllowedPrefixes = args.Announced.Select(range => range.ToString()).ToArray(),
        }, kept);
        _ = new LinkedAttachment(name, new()
        {
            AttachmentId = association.TransitGatewayAttachmentId,
            LinkTableId = args.Aws.LinkTableId,
            SegmentTables = args.Aws.SegmentTables,
        }, new() { Parent = this });

        GatewayId = gateway.Id;
        AttachmentId = association.TransitGatewayAttachmentId;
        Points = [new AttachmentPoint("gateway", args.Aws.Region, args.Aws.TransitGatewayId, AttachmentId)];
        RegisterOutputs();
    }
}

/// <summary>What <see cref="DirectGateway"/> needs.</summary>
internal sealed record DirectGatewayArgs
{
    /// <summary>The name that the console shows: <c>prod-us</c>.</summary>
    public required string PhysicalName { get; init; }

    /// <summary>The gateway's own private ASN; it cannot be changed later without making the gateway anew.</summary>
    public required int Asn { get; init; }

    /// <summary>The hub that it is associated with.</summary>
    public required AwsLinkEnd Aws { get; init; }

    /// <summary>What AWS announces to the other end, at most 200.</summary>
    public required ImmutableArray<Cidr> Announced { get; init; }

    /// <summary>Whether the engine refuses to delete gateway and association.</summary>
    public required bool Protect { get; init; }
}
