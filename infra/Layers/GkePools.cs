using System.Collections.Immutable;
using System.Diagnostics;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Infra.Settings;

namespace CrossCloudMesh.Infra.Layers;

/// <summary>The settings' words for a pool of GKE nodes, in the components' and Google's words.</summary>
internal static class GkePools
{
    public static GkePool Of(GkePoolSettings pool) => new()
    {
        AtCreation = new()
        {
            MaxPodsPerNode = pool.MaxPodsPerNode,
            Spot = pool.Spot,
            ConfidentialType = pool.Confidential switch
            {
                null => null,
                ConfidentialTechnology.Sev => "SEV",
                ConfidentialTechnology.SevSnp => "SEV_SNP",
                ConfidentialTechnology.Tdx => "TDX",
                _ => throw new UnreachableException(),
            },
            Accelerator = pool.Gpu is { } gpu ? new(gpu.Type.ToString(), gpu.Count) : null,
        },
        MachineType = pool.MachineType.ToString(),
        Size = pool switch
        {
            { MinNodesPerZone: { } least, MaxNodesPerZone: { } most } => new GkePoolSize.PerZone(least, most),
            { MinNodes: { } least, MaxNodes: { } most } => new GkePoolSize.Total(least, most),
            _ => throw new UnreachableException(),
        },
        Zones = [.. (pool.Zones ?? []).Select(zone => zone.ToString())],
        DiskGibibytes = pool.DiskGibibytes,
        DiskType = pool.DiskType switch
        {
            null => null,
            NodeDisk.PdBalanced => "pd-balanced",
            NodeDisk.PdSsd => "pd-ssd",
            NodeDisk.PdStandard => "pd-standard",
            NodeDisk.HyperdiskBalanced => "hyperdisk-balanced",
            _ => throw new UnreachableException(),
        },
        ImageType = pool.Image switch
        {
            GkeImage.Cos => "COS_CONTAINERD",
            GkeImage.Ubuntu => "UBUNTU_CONTAINERD",
            _ => throw new UnreachableException(),
        },
        Upgrade = pool.Upgrade switch
        {
            SurgeUpgrade surge => new GkeUpgrade.Surge(surge.MaxSurge, surge.MaxUnavailable),
            BlueGreenUpgrade blueGreen => new GkeUpgrade.BlueGreen(
                blueGreen.BatchPercent, TimeSpan.FromMinutes(blueGreen.BatchSoakMinutes), TimeSpan.FromMinutes(blueGreen.PoolSoakMinutes)),
            _ => throw new UnreachableException(),
        },
        Labels = pool.Labels.ToImmutableSortedDictionary(label => label.Key, label => label.Value.ToString(), StringComparer.Ordinal),
        Taints = [.. pool.Taints.Select(taint => new GkeTaint(taint.Key.ToString(), taint.Value.ToString(), taint.Effect switch
        {
            GkeTaintEffect.NoSchedule => "NO_SCHEDULE",
            GkeTaintEffect.PreferNoSchedule => "PREFER_NO_SCHEDULE",
            GkeTaintEffect.NoExecute => "NO_EXECUTE",
            _ => throw new UnreachableException(),
        }))],
    };
}
