using CrossCloudMesh.Links;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>A managed interconnect leads between regions that are paired, is of a size that is sold, and the only one where it ends.</summary>
internal static class Interconnects
{
    public static IEnumerable<Fault> Check(MeshSettings settings)
    {
        var ends = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, link) in settings.Links)
        {
            if (link.Primary is ManagedInterconnectSettings interconnect
                && LinkPlan.AwsEnd(link, settings)?.Value is { } aws
                && LinkPlan.GoogleEnd(link, settings)?.Value is { } google)
            {
                foreach (var fault in Check($"links.{key}", interconnect, link, aws, google, ends))
                {
                    yield return fault;
                }
            }
        }
    }

    private static IEnumerable<Fault> Check(
        string path, ManagedInterconnectSettings interconnect, LinkSettings link, AwsSite aws, GcpSite google, Dictionary<string, string> ends)
    {
        var region = google.Region.ToString();
        var earlier = ends.GetValueOrDefault(region);
        ends.TryAdd(region, path);
        return new[]
        {
            InterconnectRules.Regions($"{path}.sites", aws.Region.ToString(), region),
            InterconnectRules.Bandwidth($"{path}.primary.bandwidthMbps", interconnect.BandwidthMbps),
            InterconnectRules.Packets($"{path}.packetBytes", link.PacketBytes, google.MtuBytes),
            InterconnectRules.Demand($"{path}.demandedMbps", link.DemandedMbps, interconnect.BandwidthMbps),
            InterconnectRules.OneTransport($"{path}.primary.by", earlier, region),
        }.OfType<Fault>();
    }
}
