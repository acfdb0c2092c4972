using CrossCloudMesh.Facts;
using CrossCloudMesh.Plan.Cost;
using CrossCloudMesh.Plan.Rules;

namespace CrossCloudMesh.Plan.Diff;

/// <summary>A plan as an update of a stack that is deployed, instead of the first one.</summary>
public static class PlanComparison
{
    /// <summary>The later plan, with the changes that lead to it from the earlier one, and what is wrong with them.</summary>
    public static PlanDocument Of(PlanDocument before, PlanDocument after)
    {
        var diff = PlanDiff.Of(before, after);
        PlannedChange[] changes = [.. diff.Changes.Select(c => c.Change)];
        Array.Sort(changes, (a, b) => string.CompareOrdinal(a.Urn, b.Urn));
        var findings = after.Findings.Concat(ProtectedLoss.Of(diff)).Concat(LinkChanges.Of(before, after, diff)).Concat(TrustChanges.Of(before, after)).Order();
        return PlanDocument.Compared(after, new(before.Resources.Count, Unknown(diff), diff.Outputs), new(changes)) with
        {
            Findings = Sequence.Create<Finding>([.. findings]),
            CostChange = CostDifference.Of(before, after),
        };
    }

    private static Sequence<string> Unknown(PlanDiff diff) => Sequence.Sorted(
        from change in diff.Changes
        where change is { Change.Op: Operation.Update, Before: not null, After: { IsCustom: true, IsProvider: false } }
        select change.After!.Type into type
        where ReplaceFacts.Of(type) is null
        select type);
}
