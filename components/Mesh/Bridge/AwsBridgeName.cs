using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Aws.Route53;
using Pulumi.Aws.Route53.Inputs;

namespace CrossCloudMesh.Mesh.Bridge;

/// <summary>Has a VPC find addresses of the bridge by a name.</summary>
/// <remarks>
/// Makes 1 private zone for that very name and 1 record in it. The zone hides nothing else of the domain, and since the addresses never change
/// nobody need be asked for them across a link.
/// </remarks>
public sealed class AwsBridgeName : ComponentResource
{
    public const string Token = "infra:mesh:AwsBridgeName";

    /// <summary>What must be there before anybody calls.</summary>
    public IReadOnlyList<Resource> Ready { get; }

    public AwsBridgeName(string name, AwsBridgeNameArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var host = args.Host.ToString();
        var zone = new Zone(name, new()
        {
            Name = host,
            Comment = $"The bridge of the mesh, as {args.PhysicalName} finds it",
            Vpcs = { new ZoneVpcArgs { VpcId = args.VpcId, VpcRegion = args.Region } },
            Tags = { ["Name"] = args.PhysicalName },
        }, new() { Parent = this });
        var record = new Record(name, new()
        {
            ZoneId = zone.ZoneId,
            Name = host,
            Type = "A",
            Ttl = BridgeFacts.RecordSeconds,
            Records = args.Addresses.Apply(addresses => addresses),
        }, new() { Parent = this });
        Ready = [record];
        RegisterOutputs();
    }
}

/// <summary>What <see cref="AwsBridgeName"/> needs.</summary>
public sealed record AwsBridgeNameArgs
{
    /// <summary>The name of the site that asks: <c>dev-aws-east</c>.</summary>
    public required string PhysicalName { get; init; }

    public required Input<string> VpcId { get; init; }

    public required string Region { get; init; }

    /// <summary>The name.</summary>
    public required DnsName Host { get; init; }

    /// <summary>The addresses of the load balancers before the ends that it stands for.</summary>
    public required Output<ImmutableArray<string>> Addresses { get; init; }
}
