namespace CrossCloudMesh.Facts;

/// <summary>What Google documents about when and how it upgrades a GKE cluster.</summary>
public static class GkeUpgradeFacts
{
    /// <summary>How many maintenance exclusions a cluster has at most.</summary>
    public const int MostExclusions = 20;

    /// <summary>How many of them may forbid every upgrade.</summary>
    public const int MostFullExclusions = 3;

    /// <summary>How long one of those lasts at most, in days.</summary>
    public const int LongestFullExclusionDays = 30;

    /// <summary>The longest time that can be asked for between two upgrades of the control plane, minor or patch, in days.</summary>
    public const int LongestIntervalDays = 90;

    /// <summary>How many nodes of a pool a surge upgrade touches at once at most: those that come and those that go.</summary>
    public const int MostNodesInSurge = 20;

    public static Source ExclusionSource { get; } =
        new("https://cloud.google.com/kubernetes-engine/docs/concepts/maintenance-windows-and-exclusions", new(2026, 11, 21))
        {
            NotRead = "the limits in the newest text of the page; they were read in an older copy, and the end at the end of support in newer texts",
        };

    public static Source IntervalSource { get; } =
        new("https://cloud.google.com/kubernetes-engine/docs/how-to/cluster-disruption-budget", new(2026, 11, 21));

    public static Source SurgeSource { get; } =
        new("https://cloud.google.com/kubernetes-engine/docs/concepts/node-pool-upgrade-strategies", new(2026, 11, 21)) { NotRead = "the page" };
}
