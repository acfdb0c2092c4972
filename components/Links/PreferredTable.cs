using System.Collections.Immutable;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Aws.Ec2TransitGateway;

namespace CrossCloudMesh.Links;

/// <summary>A route table of the hub for VPN connections that Google shall prefer to others: what it announces on them is each range in halves.</summary>
/// <remarks>
/// Makes 1 route table, 1 propagation and 2 static routes for each range. A VPN announces what its table holds, so a VPN beside it, whose
/// table knows whole ranges alone, is second by the length of its prefixes; on the hub a VPN over Direct Connect comes before one over the
/// internet. That AWS announces static routes on a VPN is documented, but was not tried here.
/// Source: https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpn-attachments.html, not read in full, 2026-11-21.
/// </remarks>
internal sealed class PreferredTable : ComponentResource
{
    public const string Token = "infra:links:PreferredTable";

    /// <summary>The table by which what comes in over those connections is routed.</summary>
    public Output<string> Id { get; }

    public PreferredTable(string name, PreferredTableArgs args, ComponentResourceOptions options)
        : base(Token, name, options)
    {
        var child = new CustomResourceOptions { Parent = this };
        var table = new RouteTable(name, new() { TransitGatewayId = args.TransitGatewayId, Tags = { ["Name"] = args.PhysicalName } }, child);
        _ = new RouteTablePropagation(name, new()
        {
            TransitGatewayAttachmentId = args.NetworkAttachmentId,
            TransitGatewayRouteTableId = table.Id,
        }, child);
        foreach (var half in PreferredRanges.Of(args.Ranges))
        {
            _ = new Route($"{name}-{half.ToString().Replace('/', '-')}", new()
            {
                TransitGatewayRouteTableId = table.Id,
                DestinationCidrBlock = half.ToString(),
                TransitGatewayAttachmentId = args.NetworkAttachmentId,
            }, child);
        }

        Id = table.Id;
        RegisterOutputs();
    }
}

/// <summary>What <see cref="PreferredTable"/> needs.</summary>
internal sealed record PreferredTableArgs
{
    /// <summary>The name of the table in AWS.</summary>
    public required string PhysicalName { get; init; }

    public required Input<string> TransitGatewayId { get; init; }

    /// <summary>The attachment of the network that has the ranges.</summary>
    public required Input<string> NetworkAttachmentId { get; init; }

    public required ImmutableArray<Cidr> Ranges { get; init; }
}
