using CrossCloudMesh.Plan.Graph;

namespace CrossCloudMesh.Plan.Cost;

/// <summary>Costs of AWS networks, keys and logs.</summary>
internal static class AwsPricing
{
    private const string Subnet = "aws:ec2/subnet:Subnet";
    private const string Vpc = "aws:ec2/vpc:Vpc";

    public static void Key(CostSheet sheet, PlannedResource key) => sheet.Monthly(key, "aws.kms.key", "KMS key");

    public static void Address(CostSheet sheet, PlannedResource address) => sheet.Hourly(address, "aws.public-ipv4", "public IPv4 address");

    public static void LogGroup(CostSheet sheet, PlannedResource group)
    {
        sheet.Usage(group, "cloudwatch.logs.ingested", "log ingestion");
        sheet.Usage(group, "cloudwatch.logs.stored", "log storage");
    }

    /// <summary>An interface endpoint costs in each zone, a gateway endpoint nothing.</summary>
    public static void Endpoint(CostSheet sheet, PlannedResource endpoint)
    {
        if (endpoint.Text("vpcEndpointType") is null or "Gateway")
        {
            return;
        }

        if (endpoint.Text("vpcEndpointType") != "Interface" || endpoint.List("subnetIds") is not { } subnets)
        {
            sheet.NotPriced(endpoint, "only interface endpoints with stated subnets have a price here");
            return;
        }

        sheet.Hourly(endpoint, "ec2.vpc-endpoint", $"interface endpoint in {Counted(subnets.Count, "zone")}", subnets.Count);
        sheet.Usage(endpoint, "ec2.vpc-endpoint.data", "interface endpoint traffic");
    }

    public static void Attachment(CostSheet sheet, PlannedResource attachment)
    {
        sheet.Hourly(attachment, "ec2.transit-attachment", "transit gateway attachment");
        sheet.Usage(attachment, "ec2.transit-attachment.data", "traffic into the transit gateway");
    }

    /// <summary>
    /// Each of the two hubs pays for its end by the hour, as for any attachment. What comes out of it was paid for where it went into the
    /// other hub; the traffic between the regions costs as well, and has no price here.
    /// </summary>
    /// <remarks>Source: https://aws.amazon.com/blogs/networking-and-content-delivery/aws-transit-gateway-now-supports-intra-region-peering/,
    /// read 2026-11-21.</remarks>
    public static void Peering(CostSheet sheet, PlannedResource end) => sheet.Hourly(end, "ec2.transit-attachment", "transit gateway peering, one end");

    public static void VpnConnection(CostSheet sheet, PlannedResource connection)
    {
        sheet.Hourly(connection, "ec2.vpn-connection", "VPN connection");
        if (connection.PropertyDependencies["transitGatewayId"] is { Count: > 0 })
        {
            sheet.Hourly(connection, "ec2.transit-attachment", "transit gateway attachment");
            sheet.Usage(connection, "ec2.transit-attachment.data", "traffic into the transit gateway");
        }
    }

    /// <summary>A regional gateway costs in each zone that it serves, and holds its addresses itself; a zonal one is given its address.</summary>
    public static void NatGateway(CostSheet sheet, PlannedResource gateway)
    {
        var zones = gateway.Text("availabilityMode") == "regional" ? Zones(sheet, gateway) : 1;
        if (zones == 0)
        {
            sheet.NotPriced(gateway, "the zones of its network are not in the plan");
            return;
        }

        sheet.Hourly(gateway, "ec2.nat-gateway", $"NAT gateway in {Counted(zones, "zone")}", zones);
        sheet.Usage(gateway, "ec2.nat-gateway.data", "NAT traffic");
        if (gateway.Text("availabilityMode") == "regional" && gateway.Text("connectivityType") is null or "public")
        {
            sheet.Hourly(gateway, "aws.public-ipv4", Counted(zones, "public IPv4 address", "public IPv4 addresses"), zones);
        }
    }

    public static string Counted(decimal count, string noun, string? nouns = null) => count == 1 ? $"1 {noun}" : $"{count} {nouns ?? noun + "s"}";

    private static int Zones(CostSheet sheet, PlannedResource gateway)
    {
        var zones = new HashSet<string>(StringComparer.Ordinal);
        if (sheet.Behind(gateway, "vpcId", Vpc) is { } vpc)
        {
            foreach (var subnet in sheet.UsersOf(vpc, Subnet))
            {
                if ((subnet.Text("availabilityZoneId") ?? subnet.Text("availabilityZone")) is { } zone)
                {
                    zones.Add(zone);
                }
            }
        }

        return zones.Count;
    }
}
