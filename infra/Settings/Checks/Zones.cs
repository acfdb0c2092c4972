using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>The zones of a site lie in its region, and in AWS each has a slot of its own.</summary>
internal static class Zones
{
    public static IEnumerable<Fault> Check(MeshSettings settings) => settings.Sites.SelectMany(site => site.Value switch
    {
        AwsSite aws => Check($"sites.{site.Key}.zones", aws),
        GcpSite gcp => Check($"sites.{site.Key}.zones", gcp),
        _ => [],
    });

    private static IEnumerable<Fault> Check(string path, AwsSite site)
    {
        var prefix = site.Region.ZonePrefix + "-";
        var bySlot = new Dictionary<int, string>();
        foreach (var (zone, slot) in site.Zones)
        {
            if (!zone.StartsWith(prefix, StringComparison.Ordinal))
            {
                yield return new Fault(
                    $"{path}.{zone}",
                    $"is not a zone of {site.Region}",
                    Cure: $"the zone ids there begin with {prefix}az");
            }

            if (!bySlot.TryAdd(slot, zone))
            {
                yield return new Fault(
                    $"{path}.{zone}",
                    $"must have a slot of its own, and {bySlot[slot]} has the same",
                    slot.ToString(),
                    "give it a free slot, and leave the other as it is");
            }
        }
    }

    private static IEnumerable<Fault> Check(string path, GcpSite site)
    {
        for (var index = 0; index < site.Zones.Length; index++)
        {
            var zone = site.Zones[index];
            if (zone.Region != site.Region)
            {
                yield return new Fault(
                    $"{path}[{index}]",
                    $"must be a zone of {site.Region}",
                    zone.ToString(),
                    $"the zones there begin with {site.Region}-");
            }
        }
    }
}
