using System.Collections.Immutable;

namespace CrossCloudMesh.Facts;

/// <summary>How many of what an AWS account may have before it asks for more.</summary>
public static class QuotaFacts
{
    /// <summary>Where the numbers are from; those of VPN are from https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-limits.html, read
    /// 2026-11-20. Routes per table were 50 until June 2025.</summary>
    public static Source Source { get; } = new("https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html", new(2026, 11, 21));

    /// <summary>The quotas that a plan can meet. All of them can be raised.</summary>
    public static ImmutableArray<QuotaFact> All { get; } =
    [
        new("aws:ec2/vpc:Vpc", "VPCs in the region", 5),
        new("aws:ec2/eip:Eip", "public addresses in the region", 5),
        new("aws:ec2/internetGateway:InternetGateway", "internet gateways in the region", 5),
        new("aws:ec2transitgateway/transitGateway:TransitGateway", "Transit Gateways in the region", 5),
        new("aws:ec2/customerGateway:CustomerGateway", "customer gateways in the region", 50),
        new("aws:ec2/vpnConnection:VpnConnection", "VPN connections in the region", 50),
        new("aws:ec2/vpcEndpoint:VpcEndpoint", "gateway endpoints in the region", 20) { Condition = ("vpcEndpointType", "Gateway") },
        new("aws:ec2/vpcEndpoint:VpcEndpoint", "interface endpoints", 50) { PerProperty = "vpcId", Condition = ("vpcEndpointType", "Interface") },
        new("aws:ec2/subnet:Subnet", "subnets", 200) { PerProperty = "vpcId" },
        new("aws:ec2/routeTable:RouteTable", "route tables", 200) { PerProperty = "vpcId" },
        new("aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation", "further address ranges", 4) { PerProperty = "vpcId" },
        new("aws:ec2/route:Route", "routes", 500) { PerProperty = "routeTableId" },
    ];
}

/// <summary>One quota.</summary>
/// <param name="Type">The type token of what is counted.</param>
/// <param name="What">What is counted, in the plural.</param>
/// <param name="Default">How many there may be.</param>
public sealed record QuotaFact(string Type, string What, int Default)
{
    /// <summary>The input that names what the count is per; null where it is per region.</summary>
    public string? PerProperty { get; init; }

    /// <summary>Only what has this value in this input is counted.</summary>
    public (string Property, string Value)? Condition { get; init; }
}
