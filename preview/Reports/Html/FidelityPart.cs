using CrossCloudMesh.Plan;
using CrossCloudMesh.Preview.Reports.Text;

namespace CrossCloudMesh.Preview.Reports.Html;

/// <summary>What the plan could not know, who makes what, and what is guarded and hidden.</summary>
internal static class FidelityPart
{
    public static void Write(Markup page, PlanDocument plan)
    {
        page.Element("p", $"A preview asks nobody, so this is not in it: {string.Join(", ", plan.Fidelity.NotConsulted)}.", "lead");
        page.In("ul", () =>
        {
            if (plan.Fidelity.SurvivesUnknownOutputs)
            {
                page.Element("li", "The program also ran with every computed output unknown, as in a first preview, and did not fail.");
            }

            page.Element("li", plan.Summary.Protected == 0 ? "Nothing is protected." : $"{Signs.Plural(plan.Summary.Protected, "resource")} that no update can delete.");
            page.Element("li", plan.Summary.Secrets == 0 ? "There are no secrets." : $"{Signs.Plural(plan.Summary.Secrets, "secret")}, told only by where they come from.");
            foreach (var (package, count) in plan.Summary.Packages)
            {
                page.Element("li", $"{Signs.Plural(count, "resource")} by the provider of {package}.");
            }

            if (plan.Outputs.Count > 0)
            {
                page.Element("li", $"Handed out: {string.Join(", ", plan.Outputs.Select(output => output.Key))}.");
            }
        });
    }
}
