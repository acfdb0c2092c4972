using CrossCloudMesh.Plan.Graph;

namespace CrossCloudMesh.Plan.Cost;

/// <summary>Costs of private names: zones, and the doors by which clouds ask one another.</summary>
internal static class DnsPricing
{
    /// <summary>A zone of Route 53, or a namespace of Cloud Map, which makes one; what is registered there costs besides.</summary>
    public static void AwsZone(CostSheet sheet, PlannedResource zone) => sheet.Monthly(zone, "route53.zone", "hosted zone");

    public static void GoogleZone(CostSheet sheet, PlannedResource zone)
    {
        sheet.Monthly(zone, "cloud-dns.zone", "Cloud DNS zone");
        sheet.Usage(zone, "cloud-dns.queries", "queries of the zone");
    }

    public static void ResolverEndpoint(CostSheet sheet, PlannedResource endpoint)
    {
        if (endpoint.List("ipAddresses") is not { } addresses)
        {
            sheet.NotPriced(endpoint, "its addresses are not in the plan");
            return;
        }

        sheet.Hourly(endpoint, "route53.resolver-address", $"resolver endpoint with {AwsPricing.Counted(addresses.Count, "address", "addresses")}", addresses.Count);
        sheet.Usage(endpoint, "route53.resolver-queries", "queries through the resolver endpoint");
    }
}
