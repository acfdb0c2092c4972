using System.Collections.Immutable;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Aws.Ec2;

namespace CrossCloudMesh.Links;

/// <summary>Sends what a VPC has for peers to its Transit Gateway, whose own routes never appear in the tables of a VPC.</summary>
/// <remarks>Makes 1 route per table and range.</remarks>
public sealed class HubRoutes : ComponentResource
{
    public const string Token = "infra:links:HubRoutes";

    internal HubRoutes(string name, HubRoutesArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        foreach (var (key, table) in args.RouteTableIds)
        {
            foreach (var range in args.PeerRanges)
            {
                _ = new Route($"{name}-{key}-{range.ToString().Replace('/', '-')}", new()
                {
                    RouteTableId = table,
                    DestinationCidrBlock = range.ToString(),
                    TransitGatewayId = args.TransitGatewayId,
                }, new() { Parent = this, DependsOn = { args.Attached } });
            }
        }

        RegisterOutputs();
    }
}

/// <summary>What <see cref="HubRoutes"/> needs.</summary>
internal sealed record HubRoutesArgs
{
    public required Input<string> TransitGatewayId { get; init; }

    /// <summary>What attaches the VPC to the hub: AWS refuses a route to a hub that the VPC has no part in.</summary>
    public required Resource Attached { get; init; }

    /// <summary>The route tables, by a stable key.</summary>
    public required ImmutableSortedDictionary<string, Output<string>> RouteTableIds { get; init; }

    /// <summary>Where the peers are.</summary>
    public required ImmutableArray<Cidr> PeerRanges { get; init; }
}
