using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>A regional GKE cluster of the Standard mode.</summary>
public sealed record GkeSettings
{
    [Description("The minor version of Kubernetes, in quotes, to create with and not to fall below. The release channel upgrades from there.")]
    public required KubernetesVersion KubernetesVersion { get; init; }

    [Description("How early Google upgrades the cluster.")]
    public required ReleaseChannel ReleaseChannel { get; init; }

    [Description("Who may reach the cluster's API.")]
    public required ApiSettings Api { get; init; }

    [Description("When Google may upgrade and repair.")]
    public required MaintenanceSettings Maintenance { get; init; }

    [Description("Node pools by name.")]
    [Keys<EntryKey>, MinLength(1)]
    public required ImmutableSortedDictionary<string, GkePoolSettings> Pools { get; init; }
}

/// <summary>A weekly window for upgrades and repairs.</summary>
public sealed record MaintenanceSettings
{
    [Description("When the window opens, in UTC.")]
    public required TimeOfDay StartTime { get; init; }

    [Description("How long it stays open, in hours. Google demands 48 hours in any 32 days: 12 a week.")]
    [Range(4, 24)]
    public required int DurationHours { get; init; }

    [Description("The days of the week on which it opens.")]
    [MinLength(1)]
    public required ImmutableArray<DayOfWeek> Days { get; init; }
}

/// <summary>A node pool that spans the site's zones.</summary>
public sealed record GkePoolSettings
{
    [Description("The Compute Engine machine type.")]
    public required MachineType MachineType { get; init; }

    [Description("The fewest nodes in each zone.")]
    [Range(0, 1000)]
    public required int MinNodesPerZone { get; init; }

    [Description("The most nodes in each zone.")]
    [Range(1, 1000)]
    public required int MaxNodesPerZone { get; init; }

    [Description("The size of each node's boot disk, in GiB.")]
    [Range(20, 65536)]
    public required int DiskGibibytes { get; init; }
}

/// <summary>How early Google upgrades a cluster.</summary>
public enum ReleaseChannel
{
    Rapid,
    Regular,
    Stable,
    Extended,
}
