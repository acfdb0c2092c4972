using CrossCloudMesh.Facts;
using CrossCloudMesh.Plan.Graph;

namespace CrossCloudMesh.Plan.Cost;

/// <summary>Costs of interconnects that two clouds run together, each side by its bandwidth, which the transport states.</summary>
internal static class InterconnectPricing
{
    private const string TransportType = "gcp:networkconnectivity/transport:Transport";
    private const int MbpsPerGbps = 1000;

    public static void Transport(CostSheet sheet, PlannedResource transport)
    {
        if (BandwidthOf(sheet, transport, transport) is { } mbps)
        {
            sheet.Hourly(transport, InterconnectPrices.TransportSku(mbps), $"transport of {mbps / MbpsPerGbps} Gbit/s");
        }
    }

    /// <summary>What Cloud Control makes is priced where it is a connection.</summary>
    public static void Controlled(CostSheet sheet, PlannedResource resource)
    {
        if (resource.Text("typeName") != "AWS::Interconnect::Connection")
        {
            sheet.NotPriced(resource, "of what Cloud Control makes only interconnects have a price here");
        }
        else if (BandwidthOf(sheet, resource, sheet.Behind(resource, "desiredState", TransportType)) is { } mbps)
        {
            sheet.Hourly(resource, InterconnectPrices.ConnectionSku(mbps), $"interconnect of {mbps / MbpsPerGbps} Gbit/s");
        }
    }

    private static int? BandwidthOf(CostSheet sheet, PlannedResource priced, PlannedResource? transport)
    {
        var word = transport?.Text("bandwidth");
        var known = InterconnectPairs.Bandwidths.FirstOrDefault(row => row.Google == word);
        if (known is null)
        {
            sheet.NotPriced(priced, "its bandwidth is not in the plan, or none that is sold");
        }

        return known?.Mbps;
    }
}
