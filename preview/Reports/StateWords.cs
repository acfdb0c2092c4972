using CrossCloudMesh.Plan;
using CrossCloudMesh.Preview.Reports.Text;

namespace CrossCloudMesh.Preview.Reports;

/// <summary>What an engine's state says of itself, the same in every report.</summary>
internal static class StateWords
{
    /// <summary>What to look at before any change: what was interrupted, what waits, what never got ready.</summary>
    public static IReadOnlyList<string> Of(PlanDocument plan) => plan.Base?.State is not { } state
        ? []
        :
        [
            .. state.Pending.Select(operation => $"{operation.Type} {Signs.Short(operation.Urn)} was interrupted: see what became of it, then pulumi refresh"),
            .. state.Doomed.Select(urn => $"an old copy of {Signs.Short(urn)} is left over, and the next update deletes it"),
            .. state.Unfinished.Select(urn => $"{Signs.Short(urn)} was made and never got ready, so the next update tries again"),
        ];

    /// <summary>What could not be compared, by why, and how often; null where everything was.</summary>
    public static string? NotCompared(PlanDocument plan) => plan.Base?.State is { NotCompared: { Count: > 0 } places }
        ? string.Join(", ", places.GroupBy(place => place.Why, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => $"{Signs.Plural(group.Count(), "place")} with {group.Key}"))
        : null;
}
