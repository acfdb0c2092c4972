using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Risk;

namespace CrossCloudMesh.Preview.Reports.Text;

/// <summary>Sites that lose something between them, and how much hangs on what is lost.</summary>
internal static class RiskBlock
{
    private const int Inner = 6;

    public static bool IsEmpty(PlanDocument plan) => plan.Risk.Pairs.Count == 0 && plan.Risk.Dependents == 0 && StateWords.Of(plan).Count == 0;

    public static void Write(Canvas page, PlanDocument plan)
    {
        foreach (var sentence in StateWords.Of(plan))
        {
            page.Write("  ").Write("!", Ink.Bad).To(5).Flow(sentence.Split(' '));
        }

        foreach (var loss in plan.Risk.Pairs)
        {
            var ink = loss.Kind == LossKind.Paths ? Ink.Warning : Ink.Bad;
            page.Write("  ").Write("!", ink).To(5).Flow(RiskWords.Of(loss).Split(' '), Ink.Strong);
            page.To(Inner).Flow(RiskWords.Evidence(loss).Split(' '));
        }

        if (plan.Risk.Dependents > 0)
        {
            page.Write("  ").Write("!", Ink.Warning).To(5).Line($"{Signs.Plural(plan.Risk.Dependents, "other resource")} {(plan.Risk.Dependents == 1 ? "depends" : "depend")} on what is deleted or replaced");
        }
    }
}
