using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>A blackhole may hold the range of a site, whose own route is more specific, but must not lie in one: it would cut it off.</summary>
internal static class Blackholes
{
    public static IEnumerable<Fault> Check(MeshSettings settings)
    {
        var ranges = TakenRange.All(settings);
        foreach (var (key, site) in settings.Sites)
        {
            if (site is not AwsSite { Hub.Blackholes: var blackholes })
            {
                continue;
            }

            for (var index = 0; index < blackholes.Length; index++)
            {
                foreach (var taken in ranges.Where(each => each.Range.Contains(blackholes[index])))
                {
                    yield return new Fault(
                        $"sites.{key}.hub.blackholes[{index}]",
                        $"must not lie in {taken.Told}",
                        blackholes[index].ToString(),
                        "name a range that no site uses, or a larger one around it");
                }
            }
        }
    }
}
