using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Foundation;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Gcp.Container.Inputs;

namespace CrossCloudMesh.Clusters;

/// <summary>What <see cref="GkeCluster"/> needs.</summary>
public sealed record GkeClusterArgs
{
    public required string Project { get; init; }

    public required string Region { get; init; }

    /// <summary>The cluster's name in Google Cloud, at most 40 characters, part of its identity: another name is another cluster.</summary>
    public required string PhysicalName { get; init; }

    /// <summary>The zones in which nodes run.</summary>
    public required ImmutableArray<string> Zones { get; init; }

    /// <summary>The minor version to start with and not to fall below: <c>1.35</c>.</summary>
    public required string KubernetesVersion { get; init; }

    /// <summary>In Google's words: <c>REGULAR</c>.</summary>
    public required string ReleaseChannel { get; init; }

    public required MaintenanceWindow Maintenance { get; init; }

    public required Input<string> NetworkSelfLink { get; init; }

    public required Input<string> SubnetSelfLink { get; init; }

    /// <summary>Every address that a pod can have: the range behind <see cref="PodRangeName"/>.</summary>
    public required Cidr Pods { get; init; }

    /// <summary>The subnet's secondary range for pods.</summary>
    public required string PodRangeName { get; init; }

    /// <summary>The subnet's secondary range for services.</summary>
    public required string ServiceRangeName { get; init; }

    /// <summary>What a node needs of its network before it can join.</summary>
    public required IReadOnlyList<Resource> WayOut { get; init; }

    public required ApiAccess ApiAccess { get; init; }

    /// <summary>IAM members with full rights, by a stable key.</summary>
    public required ImmutableSortedDictionary<string, string> Administrators { get; init; }

    /// <summary>At least one pool, by a stable key.</summary>
    public required ImmutableSortedDictionary<string, GkePool> Pools { get; init; }

    /// <summary>The project's APIs, those of <see cref="GkeFacts.Apis"/> among them.</summary>
    public required GoogleApis Apis { get; init; }

    /// <summary>Whether engine, provider and Google all refuse to delete the cluster.</summary>
    public required bool Protect { get; init; }

    /// <summary>Whether what runs in the cluster counts as gone where its API cannot be reached: only while a stack is taken down.</summary>
    public bool Teardown { get; init; }

    internal IEnumerable<Fault> Check()
    {
        if (PhysicalName.Length > 40)
        {
            yield return new("physicalName", "must be at most 40 characters", PhysicalName, "shorten the name of the site or of the stack");
        }

        if (Pools.Count == 0)
        {
            yield return new("pools", "must hold at least one pool", "none", "add one");
        }
    }
}

/// <summary>When Google may upgrade and repair, every week.</summary>
/// <param name="Start">When the window opens, in UTC.</param>
/// <param name="Length">How long it stays open, 4 to 24 hours.</param>
/// <param name="Days">On which days it opens.</param>
public sealed record MaintenanceWindow(TimeOnly Start, TimeSpan Length, ImmutableArray<DayOfWeek> Days)
{
    // Google takes the time of day and the length from a first window; any day in the past will do.
    private static readonly DateOnly FirstDay = new(2026, 1, 1);

    internal ClusterMaintenancePolicyRecurringWindowArgs Render()
    {
        var opens = FirstDay.ToDateTime(Start, DateTimeKind.Utc);
        return new()
        {
            StartTime = opens.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"),
            EndTime = (opens + Length).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"),
            Recurrence = $"FREQ=WEEKLY;BYDAY={string.Join(',', Days.Order().Select(day => day.ToString()[..2].ToUpperInvariant()))}",
        };
    }
}

/// <summary>A pool of GKE nodes, spread over the cluster's zones.</summary>
public sealed record GkePool
{
    /// <summary>A Compute Engine machine type: <c>e2-standard-2</c>.</summary>
    public required string MachineType { get; init; }

    public required int MinNodesPerZone { get; init; }

    public required int MaxNodesPerZone { get; init; }

    public required int DiskGibibytes { get; init; }
}
