using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Diff;
using FsCheck;
using FsCheck.Fluent;

namespace CrossCloudMesh.Tests.Plan.Diff;

/// <summary>What holds for any two plans.</summary>
public class DiffLawTests
{
    private static readonly Gen<(PlanDocument Before, PlanDocument After)> Two =
        from before in DiffPlans.Any
        from after in Gen.OneOf(DiffPlans.Any, DiffPlans.Edited(before))
        select (before, after);

    [Fact]
    public void Diff_OfAPlanAndItself_IsEmpty_ForAnyPlan() =>
        Holds(Plans.Any, plan => PlanDiff.Of(plan, plan) is { Changes.Count: 0, Outputs.Count: 0 });

    [Fact]
    public void Diff_Applied_LeavesNothingToDo_ForAnyTwoPlans() => Holds(Two, two =>
        PlanDiff.Of(PlanPatch.Apply(two.Before, PlanDiff.Of(two.Before, two.After)), two.After) is { Changes.Count: 0, Outputs.Count: 0 });

    [Fact]
    public void Diff_Applied_GivesTheInputsThemselves_WhereNoListIsASet() => Holds(Two, two =>
    {
        var applied = PlanPatch.Apply(two.Before, PlanDiff.Of(two.Before, two.After));
        return (DiffPlans.HasDocuments(two.After.Outputs) || applied.Outputs.Equals(two.After.Outputs))
            && applied.Resources.Select(r => r.Urn).SequenceEqual(two.After.Resources.Select(r => r.Urn), StringComparer.Ordinal)
            && applied.Resources.Zip(two.After.Resources).All(pair => DiffPlans.IsSpecial(pair.Second) || pair.First.Inputs.Equals(pair.Second.Inputs));
    });

    [Fact]
    public void Diff_OfInputs_Applied_GivesWhatMeansTheSame_ForAnySetsAndDocuments() =>
        Holds(from a in DiffPlans.Inputs from b in DiffPlans.Inputs select (a, b), two =>
        {
            var shape = Shape.Of(DiffPlans.TypeWithSets);
            var applied = ValuePatch.Apply(two.a, ValueDiff.Of(two.a, two.b, shape), shape);
            return Canonical.Of(applied, shape).Equals(Canonical.Of(two.b, shape));
        });

    [Fact]
    public void Diff_IsEmpty_ExactlyWhereInputsMeanTheSame() =>
        Holds(from a in DiffPlans.Inputs from b in Gen.OneOf(DiffPlans.Inputs, Gen.Constant(a)) select (a, b), two =>
        {
            var shape = Shape.Of(DiffPlans.TypeWithSets);
            return ValueDiff.Of(two.a, two.b, shape).Count == 0 == Canonical.Of(two.a, shape).Equals(Canonical.Of(two.b, shape));
        });

    [Fact]
    public void Diff_SaysTheSame_OnEveryRun_WithTheDangerousFirst() => Holds(Two, two =>
    {
        var diff = PlanDiff.Of(two.Before, two.After);
        var ranks = diff.Changes.Select(c => Danger.Rank(c.Change)).ToList();
        return diff.Equals(PlanDiff.Of(two.Before, two.After)) && ranks.SequenceEqual(ranks.Order());
    });

    [Fact]
    public void Counts_OfAComparison_AddUpToBothPlans() => Holds(Two, two =>
    {
        var counts = PlanComparison.Of(two.Before, two.After).Summary.Changes;
        var made = counts["create"] + counts["import"];
        var total = counts.Sum(c => c.Value);
        return total - counts["delete"] == two.After.Resources.Count && total - made <= two.Before.Resources.Count + counts["read"];
    });

    [Fact]
    public void Path_ReadsBack_AsItWasWritten() =>
        Holds(
            from steps in Gen.NonEmptyListOf(Gen.OneOf(
                Gen.Elements("a", "b.c", "", "*", "[", "\"", "\\", "é", "x-y_z", "a]").Select(PathStep.Of),
                Gen.Elements(0, 7, 10_000).Select(PathStep.Of),
                Gen.Elements(PathStep.SetItem, PathStep.Any)))
            select new PropertyPath(Sequence.Create<PathStep>([.. steps])),
            path => path.Equals(PropertyPath.Parse(path.ToString())));

    private static void Holds<T>(Gen<T> any, Func<T, bool> law) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(any.ToArbitrary(), law));
}
