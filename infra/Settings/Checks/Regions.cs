using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Infra.Settings.Binding;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>The region of a site is one that its cloud is known to have.</summary>
internal static class Regions
{
    public static IEnumerable<Fault> Check(MeshSettings settings) => settings.Sites
        .Select(site => site.Value switch
        {
            AwsSite aws => Check(site.Key, "AWS", AwsRegions.All, aws.Region.ToString(), AwsRegions.Source),
            GcpSite gcp => Check(site.Key, "Google Cloud", GoogleRegions.All, gcp.Region.ToString(), GoogleRegions.Source),
            _ => null,
        })
        .OfType<Fault>();

    private static Fault? Check(string site, string cloud, ImmutableArray<CloudRegion> known, string region, Source source)
    {
        var names = known.Select(each => each.Name).ToArray();
        if (names.Contains(region, StringComparer.Ordinal))
        {
            return null;
        }

        return new Fault(
            $"sites.{site}.region", $"is not a region that {cloud} was known to have on {source.ReadOn:yyyy-MM-dd}", region, MeantOrNear(region, names));
    }

    /// <summary>Which of the known regions was probably meant, or else those of the same continent.</summary>
    internal static string MeantOrNear(string region, IReadOnlyCollection<string> known)
    {
        var continent = region[..(region.IndexOf('-') + 1)];
        var near = known.Where(name => name.StartsWith(continent, StringComparison.Ordinal)).ToArray();
        return Wrong.MeantOrKnown(region, near.Length > 0 ? near : known);
    }
}
