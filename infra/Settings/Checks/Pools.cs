using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>A pool's sizes and machines agree with one another.</summary>
internal static class Pools
{
    public static IEnumerable<Fault> Check(MeshSettings settings) => settings.Sites.SelectMany(site => site.Value switch
    {
        AwsSite aws => aws.Cluster.Pools.SelectMany(pool => Check($"sites.{site.Key}.cluster.pools.{pool.Key}", pool.Value)),
        _ => [],
    });

    private static IEnumerable<Fault> Check(string path, EksPoolSettings pool)
    {
        if (pool.MinNodes > pool.MaxNodes)
        {
            yield return Crossed($"{path}.minNodes", "maxNodes", pool.MinNodes, pool.MaxNodes);
        }

        for (var index = 0; index < pool.InstanceTypes.Length; index++)
        {
            var type = pool.InstanceTypes[index];
            var actual = type.IsArm64 ? Architecture.Arm64 : Architecture.X86;
            if (actual != pool.Architecture)
            {
                yield return new Fault(
                    $"{path}.instanceTypes[{index}]",
                    $"must be of the pool's architecture, {Word(pool.Architecture)}",
                    $"{type}, which is {Word(actual)}",
                    "change the type or the architecture; a pool of the other architecture can stand beside this one");
            }
        }
    }

    private static Fault Crossed(string path, string other, int least, int most) =>
        new(path, $"must not be above {other}, which is {most}", least.ToString());

    private static string Word(Architecture architecture) => architecture == Architecture.Arm64 ? "arm64" : "x86_64";
}
