using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.Ec2;

namespace CrossCloudMesh.Networks;

/// <summary>Makes the NAT gateways of a VPC as its children, and the routes by which private subnets leave through them.</summary>
/// <remarks>
/// Makes 1 regional gateway; or, for each zone, 1 gateway in the zone's public subnet, with an address that stays as long as the stack
/// stands. And 1 default route per zone.
/// </remarks>
internal sealed class AwsNats(string name, AwsNetworkArgs args, Input<string> vpcId, Resource parent)
{
    /// <param name="internet">What the gateways themselves leave by.</param>
    /// <param name="publicSubnets">By zone.</param>
    /// <param name="privateTables">The private subnets' route tables, by zone.</param>
    /// <returns>The routes.</returns>
    public IReadOnlyList<Resource> Make(
        InternetGateway internet,
        ImmutableSortedDictionary<string, Subnet> publicSubnets,
        ImmutableSortedDictionary<string, RouteTable> privateTables)
    {
        var options = new CustomResourceOptions { Parent = parent, DependsOn = { internet } };
        var regional = args.Nat == NatMode.Regional ? MakeRegional(options) : null;
        return [.. privateTables.Select(table => new Route($"{name}-private-{table.Key}-default", new()
        {
            RouteTableId = table.Value.Id,
            DestinationCidrBlock = AwsNetwork.Anywhere,
            NatGatewayId = (regional ?? MakeOf(table.Key, publicSubnets[table.Key], options)).Id,
        }, new() { Parent = parent }))];
    }

    private NatGateway MakeRegional(CustomResourceOptions options) => new(name, new()
    {
        VpcId = vpcId,
        AvailabilityMode = "regional",
        ConnectivityType = "public",
        Tags = { ["Name"] = args.PhysicalName },
    }, options);

    private NatGateway MakeOf(string zone, Subnet subnet, CustomResourceOptions options)
    {
        var address = new Eip($"{name}-nat-{zone}", new()
        {
            Domain = "vpc",
            Tags = { ["Name"] = $"{args.PhysicalName}-nat-{zone}" },
        }, new() { Parent = parent, Protect = args.Protect });
        return new NatGateway($"{name}-{zone}", new()
        {
            SubnetId = subnet.Id,
            AllocationId = address.Id,
            ConnectivityType = "public",
            Tags = { ["Name"] = $"{args.PhysicalName}-{zone}" },
        }, options);
    }
}
