using CrossCloudMesh.Facts;

namespace CrossCloudMesh.Plan.Diff;

/// <summary>What an update in place brings that one would look at twice.</summary>
internal static class Hazards
{
    /// <returns>The ends of sentences that begin with the resource, in the order of the table.</returns>
    public static Sequence<string> Of(Pair pair, Sequence<PathChange> paths) => paths.Count == 0
        ? []
        : Sequence.Create<string>([.. UpdateHazards.Of(pair.After.Type).Where(row => paths.Any(path => Is(row, path))).Select(row => row.Says).Distinct()]);

    private static bool Is(UpdateHazard row, PathChange change) => row.When switch
    {
        HazardWhen.Touched => PropertyPath.Parse(row.Path)!.Covers(change.Path),
        HazardWhen.Lowered => change.Path.ToString() == row.Path && change is { Before: PlanValue.NumberValue old, After: PlanValue.NumberValue now } && now.Value < old.Value,
        _ => change.Path.ToString() == row.Path && change is { Before: not null, After: not null },
    };
}
