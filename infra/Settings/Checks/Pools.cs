using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>The sizes of a pool of Google Cloud agree with one another.</summary>
internal static class Pools
{
    public static IEnumerable<Fault> Check(MeshSettings settings) => settings.Sites.SelectMany(site => site.Value switch
    {
        GcpSite gcp => gcp.Cluster.Pools.SelectMany(pool => Check($"sites.{site.Key}.cluster.pools.{pool.Key}", pool.Value)),
        _ => [],
    });

    private static IEnumerable<Fault> Check(string path, GkePoolSettings pool)
    {
        if (pool.MinNodesPerZone > pool.MaxNodesPerZone)
        {
            yield return Crossed($"{path}.minNodesPerZone", "maxNodesPerZone", pool.MinNodesPerZone, pool.MaxNodesPerZone);
        }
    }

    internal static Fault Crossed(string path, string other, int least, int most) =>
        new(path, $"must not be above {other}, which is {most}", least.ToString());
}
