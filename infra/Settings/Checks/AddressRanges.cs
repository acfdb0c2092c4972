using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>All sites speak to one another without translation, so every range is private and no two overlap.</summary>
/// <remarks>Ranges by plan cannot overlap one another, or the checks of pools and places say so; a stated range may lie in a pool, as
/// long as no site holds that slot.</remarks>
internal static class AddressRanges
{
    public static IEnumerable<Fault> Check(MeshSettings settings)
    {
        var all = settings.Sites
            .SelectMany(site => site.Value.RangesIn(settings.Addresses).Select(each => new Taken(site.Key, each.Key, each.Range, each.Place)))
            .ToArray();
        for (var index = 0; index < all.Length; index++)
        {
            var each = all[index];
            if (each.Place is null && UsableSpace.Refuse(each.Path, each.Range) is { } unusable)
            {
                yield return unusable;
            }

            foreach (var other in all[..index])
            {
                if ((each.Place is null || other.Place is null) && each.Range.Overlaps(other.Range))
                {
                    // The one that is stated is the one that can be changed.
                    var (wrong, right) = each.Place is null ? (each, other) : (other, each);
                    yield return UsableSpace.Overlap(wrong.Path, wrong.Range, right.Told);
                }
            }
        }
    }

    private sealed record Taken(string Site, string Key, Cidr Range, ISlot? Place)
    {
        public string Path => $"sites.{Site}.{Key}";

        public string Told => Place is null
            ? $"{Path}, which is {Range}"
            : $"the {Key.Split('.')[^1]} of sites.{Site}, {Range} by slot {Place.Slot} of pool {Place.Pool}";
    }
}
