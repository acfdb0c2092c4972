using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

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

    [Description("Times in which Google leaves upgrades be, by name: quarter ends, freezes.")]
    [Keys<EntryKey>, MaxLength(20)]
    public ImmutableSortedDictionary<string, ExclusionSettings> Exclusions { get; init; } =
        ImmutableSortedDictionary.Create<string, ExclusionSettings>(StringComparer.Ordinal);
}

/// <summary>A time in which Google leaves upgrades be.</summary>
public sealed record ExclusionSettings
{
    [Description("Its first day, in quotes, in UTC.")]
    public required CalendarDay From { get; init; }

    [Description("Its last day, in quotes, in UTC. Left out: it lasts until support of the minor version ends.")]
    public CalendarDay? To { get; init; }

    [Description("noUpgrades: none at all, for 30 days at most. noMinorUpgrades: patches only. "
        + "noMinorOrNodeUpgrades: patches of the control plane only.")]
    public required ExclusionScope Scope { get; init; }
}

/// <summary>How carefully Google upgrades a cluster.</summary>
public sealed record GkeUpgradeSettings
{
    [Description("How many days lie at least between two minor upgrades of the control plane. Left out: Google's own 30.")]
    [Range(1, 90)]
    public int? MinDaysBetweenMinors { get; init; }

    [Description("How many days lie at least between two patches of the control plane. Left out: Google's own 1.")]
    [Range(1, 90)]
    public int? MinDaysBetweenPatches { get; init; }

    [Description("For how many hours a minor upgrade of the control plane can be taken back: it goes in two steps, so far apart. Left out: one step.")]
    [Range(6, 168)]
    public int? RollbackHours { get; init; }

    [Description("Whether the newest patch of the minor version comes at once, not with the release channel.")]
    public bool AcceleratedPatches { get; init; }
}

/// <summary>Which upgrades an exclusion keeps away.</summary>
public enum ExclusionScope
{
    NoUpgrades,
    NoMinorUpgrades,
    NoMinorOrNodeUpgrades,
}
