using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>The zones of a site lie in its region; in AWS each has a slot of its own, and EKS takes it.</summary>
/// <remarks>Where the region is not known, neither are its zones, and the check of regions says so.</remarks>
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
        var region = AwsRegions.Find(site.Region.ToString());
        var bySlot = new Dictionary<int, string>();
        foreach (var (zone, slot) in site.Zones)
        {
            if (AwsRegions.WithoutEksControlPlane.Contains(zone))
            {
                yield return new Fault(
                    $"{path}.{zone}",
                    "is a zone in which EKS takes no subnet for its control plane",
                    Cure: region is null ? "choose another zone" : Choose(region, AwsRegions.WithoutEksControlPlane));
            }
            else if (region is not null && Check($"{path}.{zone}", region, zone, AwsRegions.OfZone(zone), got: null) is { } fault)
            {
                yield return fault;
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
        if (GoogleRegions.Find(site.Region.ToString()) is not { } region)
        {
            yield break;
        }

        for (var index = 0; index < site.Zones.Length; index++)
        {
            var zone = site.Zones[index].ToString();
            if (Check($"{path}[{index}]", region, zone, GoogleRegions.OfZone(zone), got: zone) is { } fault)
            {
                yield return fault;
            }
        }
    }

    private static Fault? Check(string path, CloudRegion region, string zone, CloudRegion? actual, string? got)
    {
        if (region.Zones.Contains(zone))
        {
            return null;
        }

        var rule = actual is null ? $"is not a known zone of {region.Name}" : $"is a zone of {actual.Name}, not of {region.Name}";
        return new Fault(path, rule, got, Choose(region, []));
    }

    private static string Choose(CloudRegion region, IReadOnlyCollection<string> without) =>
        "choose of " + string.Join(", ", region.Zones.Except(without));
}
