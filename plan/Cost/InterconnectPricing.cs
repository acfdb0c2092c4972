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

    /// <summary>A VLAN attachment of one's own; one of a partner is billed by the partner as well.</summary>
    public static void Attachment(CostSheet sheet, PlannedResource attachment)
    {
        if (attachment.Text("type") == "PARTNER")
        {
            sheet.NotPriced(attachment, "an attachment of a partner costs by the bandwidth that the partner gives it, and the partner bills too");
        }
        else if (attachment.Text("bandwidth") is { } bandwidth && Prices.Find(TrafficPrices.AttachmentSku(bandwidth), Facts.Price.AnyRegion) is not null)
        {
            sheet.Hourly(attachment, TrafficPrices.AttachmentSku(bandwidth), $"VLAN attachment of {bandwidth["BPS_".Length..]}bit/s");
        }
        else
        {
            sheet.NotPriced(attachment, "its bandwidth is not in the plan, or has no price here");
        }
    }

    public static void Port(CostSheet sheet, PlannedResource port) =>
        sheet.NotPriced(port, "ports of Cross-Cloud Interconnect have no price here: those of Dedicated Interconnect cost otherwise");

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
