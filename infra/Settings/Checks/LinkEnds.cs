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

            if (Misplaced(path, link, settings) is { } misplaced)
            {
                yield return misplaced;
                continue;
            }

            if (LinkPlan.GoogleEnd(link, settings) is { Value.Router: null } google && LinkPlan.Paths(key, link).Any(each => each.Settings is HaVpnSettings))
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

    private static Fault? Misplaced(string path, LinkSettings link, MeshSettings settings)
    {
        SiteSettings[] ends = [.. link.Sites.Select(site => settings.Sites[site.ToString()])];
        var (isJoined, joins, cure) = link.Primary switch
        {
            TransitPeeringSettings => (
                ends is [AwsSite one, AwsSite other] && one.Region != other.Region,
                "joins two sites on AWS in different regions",
                "choose such sites"),
            OnPremisesSettings => (
                ends is [AwsSite, OnPremisesSite] or [OnPremisesSite, AwsSite],
                "joins a data centre and a site on AWS",
                "choose one of each"),
            _ => (
                ends is [AwsSite, GcpSite] or [GcpSite, AwsSite],
                "joins a site on AWS and one on Google Cloud",
                "choose a site of each cloud"),
        };
        return isJoined ? null : new Fault(
            $"{path}.primary.by", $"{LinkPlan.WordOf(link.Primary)} {joins}, and these are no such two", string.Join(", ", link.Sites), cure);
    }
}
