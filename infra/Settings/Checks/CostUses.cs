using CrossCloudMesh.Infra.Settings.Binding;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>What is assumed of use is of a link, of one of its sites, or of a site that can use it.</summary>
internal static class CostUses
{
    public static IEnumerable<Fault> Check(MeshSettings settings) => [.. Links(settings), .. Sites(settings)];

    private static IEnumerable<Fault> Links(MeshSettings settings)
    {
        foreach (var (key, ways) in settings.Cost.Links)
        {
            if (!settings.Links.TryGetValue(key, out var link))
            {
                yield return new Fault($"cost.links.{key}", "is not a link of links", key, Wrong.MeantOrKnown(key, [.. settings.Links.Keys]));
                continue;
            }

            string[] sites = [.. link.Sites.Select(site => site.ToString())];
            foreach (var site in ways.Keys.Except(sites, StringComparer.Ordinal))
            {
                yield return new Fault($"cost.links.{key}.{site}", "is not a site of the link", site, Wrong.MeantOrKnown(site, sites));
            }
        }
    }

    private static IEnumerable<Fault> Sites(MeshSettings settings)
    {
        foreach (var (key, use) in settings.Cost.Sites)
        {
            if (settings.Sites.GetValueOrDefault(key) is not (AwsSite or GcpSite))
            {
                string[] known = [.. settings.Sites.Where(site => site.Value is AwsSite or GcpSite).Select(site => site.Key)];
                yield return new Fault($"cost.sites.{key}", "is not a site with a cluster", key, Wrong.MeantOrKnown(key, known));
            }
            else if (use.EndpointGb is { } gigabytes && settings.Sites[key] is GcpSite)
            {
                yield return new Fault($"cost.sites.{key}.endpointGb", "is only for a site on AWS, as Google Cloud has no interface endpoints", $"{gigabytes}", "leave it out");
            }
        }
    }
}
