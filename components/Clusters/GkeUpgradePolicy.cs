using System.Collections.Immutable;
using System.Diagnostics;
using CrossCloudMesh.Facts;
using Pulumi.Gcp.Container.Inputs;

namespace CrossCloudMesh.Clusters;

/// <summary>When Google may upgrade and repair a cluster, and how carefully.</summary>
public sealed record GkeUpgradePolicy
{
    /// <summary>In Google's words: <c>REGULAR</c>.</summary>
    public required string ReleaseChannel { get; init; }

    public required MaintenanceWindow Window { get; init; }

    /// <summary>Times of no or fewer upgrades, by a name that Google shows.</summary>
    public ImmutableSortedDictionary<string, MaintenanceExclusion> Exclusions { get; init; } =
        ImmutableSortedDictionary.Create<string, MaintenanceExclusion>(StringComparer.Ordinal);

    /// <summary>How many days lie at least between two minor upgrades of the control plane, 1 to 90.</summary>
    /// <remarks>Left out: 30, which is Google's own.</remarks>
    public int? MinDaysBetweenMinors { get; init; }

    /// <summary>How many days lie at least between two patches of the control plane, 1 to 90.</summary>
    /// <remarks>Left out: 1, which is Google's own.</remarks>
    public int? MinDaysBetweenPatches { get; init; }

    /// <summary>For how many hours a minor upgrade of the control plane can be taken back, 6 to 168.</summary>
    /// <remarks>Left out: a minor upgrade is done in one step, and stays.</remarks>
    public int? RollbackHours { get; init; }

    /// <summary>Whether the newest patch of the minor version comes at once, not with the channel.</summary>
    public bool AcceleratedPatches { get; init; }

    internal ClusterMaintenancePolicyArgs RenderMaintenance()
    {
        var policy = new ClusterMaintenancePolicyArgs { RecurringWindow = Window.Render() };
        foreach (var (name, exclusion) in Exclusions)
        {
            policy.MaintenanceExclusions.Add(exclusion.Render(name));
        }

        if (MinDaysBetweenMinors is not null || MinDaysBetweenPatches is not null)
        {
            var budget = new ClusterMaintenancePolicyDisruptionBudgetArgs();
            if (MinDaysBetweenMinors is { } minors)
            {
                budget.MinorVersionDisruptionInterval = Seconds(TimeSpan.FromDays(minors));
            }

            if (MinDaysBetweenPatches is { } patches)
            {
                budget.PatchVersionDisruptionInterval = Seconds(TimeSpan.FromDays(patches));
            }

            policy.DisruptionBudget = budget;
        }

        return policy;
    }

    internal static string Seconds(TimeSpan time) => $"{(long)time.TotalSeconds}s";
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
            StartTime = opens.ToString(Rfc3339),
            EndTime = (opens + Length).ToString(Rfc3339),
            Recurrence = $"FREQ=WEEKLY;BYDAY={string.Join(',', Days.Order().Select(day => day.ToString()[..2].ToUpperInvariant()))}",
        };
    }

    internal const string Rfc3339 = "yyyy-MM-dd'T'HH:mm:ss'Z'";
}

/// <summary>A time in which Google leaves some upgrades be.</summary>
/// <param name="From">Its first day, from midnight on, in UTC.</param>
/// <param name="Through">Its last day, in UTC; null where it lasts until the minor version's support ends.</param>
/// <param name="Scope">What is left be.</param>
public sealed record MaintenanceExclusion(DateOnly From, DateOnly? Through, ExclusionScope Scope)
{
    internal ClusterMaintenancePolicyMaintenanceExclusionArgs Render(string name)
    {
        var options = new ClusterMaintenancePolicyMaintenanceExclusionExclusionOptionsArgs
        {
            Scope = Scope switch
            {
                ExclusionScope.NoUpgrades => "NO_UPGRADES",
                ExclusionScope.NoMinorUpgrades => "NO_MINOR_UPGRADES",
                ExclusionScope.NoMinorOrNodeUpgrades => "NO_MINOR_OR_NODE_UPGRADES",
                _ => throw new UnreachableException(),
            },
        };
        var exclusion = new ClusterMaintenancePolicyMaintenanceExclusionArgs
        {
            ExclusionName = name,
            StartTime = Midnight(From),
            ExclusionOptions = options,
        };
        if (Through is { } last)
        {
            exclusion.EndTime = Midnight(last.AddDays(1));
        }
        else
        {
            options.EndTimeBehavior = "UNTIL_END_OF_SUPPORT";
        }

        return exclusion;
    }

    private static string Midnight(DateOnly day) => day.ToDateTime(TimeOnly.MinValue).ToString(MaintenanceWindow.Rfc3339);
}

/// <summary>Which upgrades a maintenance exclusion keeps away.</summary>
/// <remarks>Source: <see cref="GkeUpgradeFacts.ExclusionSource"/>.</remarks>
public enum ExclusionScope
{
    NoUpgrades,
    NoMinorUpgrades,
    NoMinorOrNodeUpgrades,
}
