using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>All sites speak to one another without translation, so every range is private and no two overlap.</summary>
/// <remarks>Ranges by plan cannot overlap one another, or the checks of pools and places say so; a stated range may lie in a pool, as
/// long as no site holds that slot.</remarks>
internal static class AddressRanges
{
    public static IEnumerable<Fault> Check(MeshSettings settings)
    {
        var all = TakenRange.All(settings);
        for (var index = 0; index < all.Length; index++)
        {
            var each = all[index];
            if (each.IsStated && UsableSpace.Refuse(each.Path, each.Range) is { } unusable)
            {
                yield return unusable;
            }

            foreach (var other in all[..index])
            {
                if ((each.IsStated || other.IsStated) && each.Range.Overlaps(other.Range))
                {
                    // The one that is stated is the one that can be changed.
                    var (wrong, right) = each.IsStated ? (each, other) : (other, each);
                    yield return UsableSpace.Overlap(wrong.Path, wrong.Range, right.Told);
                }
            }
        }
    }
}
