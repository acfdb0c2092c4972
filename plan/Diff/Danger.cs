namespace CrossCloudMesh.Plan.Diff;

/// <summary>How much a reader should worry about a change.</summary>
public static class Danger
{
    /// <summary>0 for the worst: what stops the update.</summary>
    public static int Rank(PlannedChange change) => change switch
    {
        { IsRefused: true } => 0,
        { Op: Operation.Replace } => 1,
        { Op: Operation.Delete } => 2,
        { MayReplace: true } or { Hazards.Count: > 0 } => 3,
        { Op: Operation.Update } => 4,
        { Op: Operation.Create or Operation.Import or Operation.Read } => 5,
        _ => 6,
    };

    /// <summary>The worst first, causes before what follows from them, then by URN.</summary>
    public static int Compare(PlannedChange a, PlannedChange b)
    {
        var order = Rank(a).CompareTo(Rank(b));
        order = order != 0 ? order : Follows(a).CompareTo(Follows(b));
        return order != 0 ? order : string.CompareOrdinal(a.Urn, b.Urn);
    }

    /// <summary>Something that stands may be lost, or not come back as it was.</summary>
    public static bool Is(PlannedChange change) => Rank(change) <= 3;

    private static int Follows(PlannedChange change) => change.Reasons.Count(r => r.Source == ReasonSource.Follows) switch
    {
        0 => 0,
        var count when count < change.Reasons.Count => 1,
        _ => 2,
    };
}
