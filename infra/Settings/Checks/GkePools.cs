using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>A GKE pool's sizes agree with one another, and its machines have what it asks of them.</summary>
internal static class GkePools
{
    public static IEnumerable<Fault> Check(MeshSettings settings) =>
        from site in settings.Sites
        where site.Value is GcpSite
        let gcp = (GcpSite)site.Value
        from pool in gcp.Cluster.Pools
        from fault in Check($"sites.{site.Key}.cluster.pools.{pool.Key}", pool.Value, gcp)
        select fault;

    private static IEnumerable<Fault> Check(string path, GkePoolSettings pool, GcpSite site) =>
        Sizes(path, pool).Concat(Machines(path, pool)).Concat(ZonesOf(path, pool, site)).Concat(Upgrades(path, pool));

    private static IEnumerable<Fault> Sizes(string path, GkePoolSettings pool)
    {
        switch (pool)
        {
            case { MinNodesPerZone: { } least, MaxNodesPerZone: { } most, MinNodes: null, MaxNodes: null }:
                return PoolSize.Check(path, ("minNodesPerZone", least), ("maxNodesPerZone", most));
            case { MinNodes: { } least, MaxNodes: { } most, MinNodesPerZone: null, MaxNodesPerZone: null }:
                return PoolSize.Check(path, ("minNodes", least), ("maxNodes", most));
            default:
                return
                [
                    new Fault(
                        path,
                        "must say how many nodes it has, by minNodesPerZone and maxNodesPerZone or by minNodes and maxNodes",
                        Given(pool),
                        "give both of one pair, and neither of the other"),
                ];
        }
    }

    private static IEnumerable<Fault> Machines(string path, GkePoolSettings pool)
    {
        var type = pool.MachineType.ToString();
        var family = GkeMachineFacts.FamilyOf(type);
        var actual = GkeMachineFacts.IsArm64(type) ? Architecture.Arm64 : Architecture.X86;
        if (pool.Architecture is { } wanted && wanted != actual)
        {
            yield return new Fault(
                $"{path}.machineType",
                $"must be of the pool's architecture, {Word(wanted)}",
                $"{type}, which is {Word(actual)}",
                "change the type or the architecture");
        }

        if (pool.DiskType is { } disk and not NodeDisk.HyperdiskBalanced && GkeMachineFacts.HyperdiskFamilies.Contains(family))
        {
            yield return new Fault($"{path}.diskType", $"must be hyperdiskBalanced with {type}", CamelCase(disk), "leave it out");
        }

        if (pool.Confidential is { } technology && GkeMachineFacts.ConfidentialFamilies[GoogleWord(technology)] is var families && !families.Contains(family))
        {
            yield return new Fault(
                $"{path}.confidential",
                $"is a technology that {type} does not have",
                CamelCase(technology),
                "choose a machine type of " + string.Join(", ", families));
        }

        if (pool.Gpu is { } gpu && GkeMachineFacts.AcceleratorsOf(type) is var known && !known.Contains(gpu.Type.ToString()))
        {
            yield return new Fault(
                $"{path}.gpu.type",
                $"is not known to go with {type}",
                gpu.Type.ToString(),
                known.IsEmpty ? "choose a machine type that takes graphics processors, such as g2-standard-4" : "it takes " + string.Join(", ", known));
        }
    }

    private static IEnumerable<Fault> ZonesOf(string path, GkePoolSettings pool, GcpSite site)
    {
        for (var index = 0; index < pool.Zones?.Length; index++)
        {
            if (!site.Zones.Contains(pool.Zones.Value[index]))
            {
                yield return new Fault(
                    $"{path}.zones[{index}]",
                    "is not a zone of the site",
                    pool.Zones.Value[index].ToString(),
                    "choose of " + string.Join(", ", site.Zones));
            }
        }
    }

    /// <summary>Source: <see cref="GkeUpgradeFacts.SurgeSource"/>.</summary>
    private static IEnumerable<Fault> Upgrades(string path, GkePoolSettings pool)
    {
        if (pool.Upgrade is SurgeUpgrade surge && surge.MaxSurge + surge.MaxUnavailable is var moved and (0 or > GkeUpgradeFacts.MostNodesInSurge))
        {
            yield return new Fault(
                $"{path}.upgrade",
                $"must exchange 1 to {GkeUpgradeFacts.MostNodesInSurge} nodes at a time, maxSurge and maxUnavailable together",
                moved.ToString());
        }
    }

    private static string Given(GkePoolSettings pool)
    {
        var given = new[]
        {
            pool.MinNodesPerZone is null ? null : "minNodesPerZone",
            pool.MaxNodesPerZone is null ? null : "maxNodesPerZone",
            pool.MinNodes is null ? null : "minNodes",
            pool.MaxNodes is null ? null : "maxNodes",
        }.OfType<string>().ToArray();
        return given.Length == 0 ? "none of them" : string.Join(", ", given);
    }

    private static string GoogleWord(ConfidentialTechnology technology) => technology switch
    {
        ConfidentialTechnology.SevSnp => "SEV_SNP",
        _ => technology.ToString().ToUpperInvariant(),
    };

    private static string CamelCase<T>(T word)
        where T : struct, Enum
        => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(word.ToString());

    private static string Word(Architecture architecture) => architecture == Architecture.Arm64 ? "arm64" : "x86_64";
}
