using CrossCloudMesh.Facts;
using CrossCloudMesh.Plan.Cost;
using CrossCloudMesh.Plan.Risk;
using CrossCloudMesh.Plan.Rules;
using CrossCloudMesh.Plan.State;

namespace CrossCloudMesh.Plan.Diff;

/// <summary>A plan as an update of a stack that is deployed, instead of the first one.</summary>
public static class PlanComparison
{
    /// <summary>The later plan, with the changes that lead to it from the earlier one, and what is wrong with them.</summary>
    /// <param name="before">What is taken for deployed.</param>
    /// <param name="after">What the program makes now.</param>
    /// <param name="source">What the earlier one is, for a reader.</param>
    public static PlanDocument Of(PlanDocument before, PlanDocument after, BaseSource? source = null)
    {
        var diff = PlanDiff.Of(before, after);
        PlannedChange[] changes = [.. diff.Changes.Select(c => c.Change)];
        Array.Sort(changes, (a, b) => string.CompareOrdinal(a.Urn, b.Urn));
        var (risk, links) = (Risks(before, after, diff), LinkChanges.Of(before, after, diff).ToList());
        var findings = StandingFindings.Of(before, after).Concat(ProtectedLoss.Of(diff)).Concat(links.Count > 0 ? links : LinkChanges.Of(risk)).Concat(LinkChanges.OfSites(risk)).Concat(TrustChanges.Of(before, after)).Order();
        return PlanDocument.Compared(after, new(before.Resources.Count, Unknown(diff), diff.Outputs) { Source = source }, new(changes)) with
        {
            Risk = risk,
            Findings = Sequence.Create<Finding>([.. findings]),
            CostChange = CostDifference.Of(before, after),
        };
    }

    /// <summary>The same against what an engine has written down.</summary>
    /// <param name="state">What is deployed.</param>
    /// <param name="after">What the program makes now, with the ids and outputs of the state where it has them.</param>
    /// <param name="name">The state's file, for a reader.</param>
    public static PlanDocument Of(StateDocument state, PlanDocument after, string name)
    {
        var (before, remarks) = StateBase.Of(state, after);
        var compared = Of(before, after, new(BaseKind.State, name));
        return compared with { Base = compared.Base! with { State = remarks } };
    }

    private static UpdateRisk Risks(PlanDocument before, PlanDocument after, PlanDiff diff)
    {
        var lost = diff.Changes.Where(change => change.Change.Op is Operation.Replace or Operation.Delete).Select(change => change.Before!.Urn).ToList();
        return new(lost.Count == 0 ? 0 : new Dependents(before.Resources).CountOfAll(lost), LostPairs.Of(before, after, diff));
    }

    private static Sequence<string> Unknown(PlanDiff diff) => Sequence.Sorted(
        from change in diff.Changes
        where change is { Change.Op: Operation.Update, Before: not null, After: { IsCustom: true, IsProvider: false } }
        select change.After!.Type into type
        where ReplaceFacts.Of(type) is null
        select type);
}
