using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>Every pool is made of ranges that sites may use, has room for at least one, and shares nothing with another pool.</summary>
internal static class AddressPools
{
    public static IEnumerable<Fault> Check(MeshSettings settings)
    {
        var before = new List<(string Path, Cidr Range)>();
        foreach (var (key, settled) in settings.Addresses.Pools)
        {
            foreach (var (name, pool) in settled.Ranges)
            {
                var path = $"addresses.pools.{key}.{name}";
                if (UsableSpace.Refuse(path, pool.Range) is { } unusable)
                {
                    yield return unusable;
                }

                if (pool.Slots == 0)
                {
                    yield return new Fault(
                        path,
                        $"must have room for at least one site, which takes a /{pool.PartLength}",
                        pool.Range.ToString(),
                        "choose a larger range, or lower the counts");
                }

                foreach (var (otherPath, other) in before)
                {
                    if (pool.Range.Overlaps(other))
                    {
                        yield return UsableSpace.Overlap(path, pool.Range, $"{otherPath}, which is {other}");
                    }
                }

                before.Add((path, pool.Range));
            }
        }
    }
}
