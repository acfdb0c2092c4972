using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>A pool's sizes, machines, image and zones agree with one another, and there is one that add-ons can start on.</summary>
internal static class EksPools
{
    public static IEnumerable<Fault> Check(MeshSettings settings) =>
        from site in settings.Sites
        where site.Value is AwsSite
        let path = $"sites.{site.Key}.cluster"
        let aws = (AwsSite)site.Value
        from fault in CheckSystem($"{path}.pools", aws.Cluster)
            .Concat(aws.Cluster.Pools.SelectMany(pool => Check($"{path}.pools.{pool.Key}", pool.Value, aws)))
        select fault;

    private static IEnumerable<Fault> CheckSystem(string path, EksSettings cluster)
    {
        if (cluster.Compute is EksAutoModeCompute)
        {
            yield break;
        }

        if (cluster.Pools.IsEmpty)
        {
            yield return new Fault(path, "must hold a pool, unless compute is by autoMode", "none", "add one: DNS and the other add-ons need nodes to run on");
        }
        else if (!cluster.Pools.Values.Any(pool => pool is { MinNodesPerZone: > 0, Taints.IsEmpty: true }))
        {
            yield return new Fault(
                path,
                "must hold a pool without taints whose minNodesPerZone is above 0",
                string.Join(", ", cluster.Pools.Keys),
                "add one: DNS and the other add-ons need a node that takes them");
        }
    }

    private static IEnumerable<Fault> Check(string path, EksPoolSettings pool, AwsSite site)
    {
        foreach (var fault in PoolSize.Check(path, ("minNodesPerZone", pool.MinNodesPerZone), ("maxNodesPerZone", pool.MaxNodesPerZone)))
        {
            yield return fault;
        }

        if (pool is { Capacity: NodeCapacity.Spot, InstanceTypes.Length: 1 })
        {
            yield return new Fault(
                $"{path}.instanceTypes",
                "must be at least 2 where capacity is spot: AWS takes back one type at a time",
                pool.InstanceTypes[0].ToString(),
                "add types of the same size");
        }

        for (var index = 0; index < pool.InstanceTypes.Length; index++)
        {
            foreach (var fault in Check($"{path}.instanceTypes[{index}]", pool.InstanceTypes[index], pool))
            {
                yield return fault;
            }
        }

        for (var index = 0; index < pool.Zones?.Length; index++)
        {
            var zone = pool.Zones.Value[index].ToString();
            if (!site.Zones.ContainsKey(zone))
            {
                yield return new Fault($"{path}.zones[{index}]", "must be a zone of the site", zone, "choose of " + string.Join(", ", site.Zones.Keys));
            }
        }
    }

    private static IEnumerable<Fault> Check(string path, InstanceType type, EksPoolSettings pool)
    {
        var actual = type.IsArm64 ? Architecture.Arm64 : Architecture.X86;
        if (actual != pool.Architecture)
        {
            yield return new Fault(
                path,
                $"must be of the pool's architecture, {Word(pool.Architecture)}",
                $"{type}, which is {Word(actual)}",
                "change the type or the architecture; a pool of the other architecture can stand beside this one");
        }

        if (type.HasNvidiaGpu && !pool.Gpu)
        {
            yield return new Fault(path, "has GPUs, for which the image of this pool has no driver", type.ToString(), "set gpu to true");
        }
        else if (!type.HasNvidiaGpu && pool.Gpu)
        {
            yield return new Fault(path, "must have GPUs of NVIDIA, since the pool's gpu is true", type.ToString(), "change the type, or remove gpu");
        }
    }

    private static string Word(Architecture architecture) => architecture == Architecture.Arm64 ? "arm64" : "x86_64";
}
