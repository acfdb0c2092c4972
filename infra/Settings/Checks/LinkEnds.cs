using CrossCloudMesh.Infra.Settings.Binding;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>A link joins two sites that there are, on the clouds that its path can join, and no two links join the same pair.</summary>
internal static class LinkEnds
{
    public static IEnumerable<Fault> Check(MeshSettings settings)
    {
        var joined = new Dictionary<(string, string), string>();
        foreach (var (key, link) in settings.Links)
        {
            var path = $"links.{key}";
            var unknown = Unknown(path, link, settings).ToList();
            if (unknown.Count > 0)
            {
                foreach (var fault in unknown)
                {
                    yield return fault;
                }

                continue;
            }

            if (LinkPlan.AwsEnd(link, settings) is null || LinkPlan.GoogleEnd(link, settings) is not { } google)
            {
                yield return new Fault(
                    $"{path}.primary.by",
                    "haVpn joins a site on AWS and one on Google Cloud, and both sites are on the same cloud",
                    string.Join(", ", link.Sites),
                    "choose a site of each cloud");
                continue;
            }

            if (google.Value.Router is null)
            {
                yield return new Fault($"sites.{google.Key}.router", $"is missing, and {path} ends there", Cure: "add a map with the key asn");
            }

            var pair = (link.Sites.Min(site => site.ToString())!, link.Sites.Max(site => site.ToString())!);
            if (!joined.TryAdd(pair, path))
            {
                yield return new Fault(
                    $"{path}.sites", $"must be a pair of its own, and {joined[pair]} joins the same two", string.Join(", ", link.Sites), "keep one of the two");
            }
        }
    }

    private static IEnumerable<Fault> Unknown(string path, LinkSettings link, MeshSettings settings)
    {
        for (var index = 0; index < link.Sites.Length; index++)
        {
            var site = link.Sites[index].ToString();
            if (!settings.Sites.ContainsKey(site))
            {
                yield return new Fault($"{path}.sites[{index}]", "is not a site of sites", site, Wrong.MeantOrKnown(site, [.. settings.Sites.Keys]));
            }
        }
    }
}
