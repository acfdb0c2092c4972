using CrossCloudMesh.Plan;
using CrossCloudMesh.Preview.Reports.Markdown;
using CrossCloudMesh.Preview.Reports.Text;

namespace CrossCloudMesh.Preview.Reports.Html;

/// <summary>What a reader must know who reads no further: the verdict, and a figure of each part.</summary>
internal static class SummaryPart
{
    public static void Write(Markup page, PlanDocument plan)
    {
        var (word, why) = VerdictLine.Judge(plan);
        page.In("p", () => page.Element("span", plan.Stack.Project).Text($" · {Heading.Occasion(plan)}, previewed offline"), ("class", "eyebrow"));
        page.Element("h1", plan.Stack.Name);
        page.In("p", () => page.Element("strong", word).Text(" ").Element("span", why), ("class", $"verdict {Kind(word)}"));
        page.In("dl", () =>
        {
            Figure(page, "Resources", $"{plan.Resources.Count:#,0}", $"{VerdictLine.Counts(plan)}; {Signs.Plural(plan.Summary.Components, "component")}");
            Findings(page, plan);
            if (plan.Network is { } network)
            {
                var joined = network.Pairs.Count(pair => pair.Counterexample is null);
                var kind = joined < network.Pairs.Count ? "bad" : "";
                Figure(page, "Pairs of sites joined", $"{joined} of {network.Pairs.Count}", $"{network.FailureSets:#,0} sets of failures tried", kind);
            }

            if (plan.Cost is { } cost)
            {
                var rest = plan.CostChange is { } change ? CostSection.Told(change)
                    : cost.NotPriced.Count == 0 ? "and use on top" : $"{cost.NotPriced.Count} not priced, and use on top";
                Figure(page, "USD a month, fixed", $"{cost.FixedMonthlyUsd:#,0}", rest);
            }

            if (plan is { Base: null, Timeline: { } timeline })
            {
                var span = $"minutes; from {TimelineSection.Clock(timeline.LowSeconds)} to {TimelineSection.Clock(timeline.HighSeconds)}";
                Figure(page, "First up", TimelineSection.Clock(timeline.CriticalPathSeconds), span);
            }
        }, ("class", "figures"));
    }

    private static void Findings(Markup page, PlanDocument plan)
    {
        var (errors, warnings, remarks, waived) = FindingList.Count(plan);
        string[] counted =
        [
            .. Some(errors, Signs.Plural(errors, "error")),
            .. Some(warnings, Signs.Plural(warnings, "warning")),
            .. Some(remarks, Signs.Plural(remarks, "remark")),
            .. Some(waived, $"{waived} waived"),
        ];
        Figure(page, "Findings", $"{errors + warnings + remarks}", counted.Length == 0 ? "nothing to mend" : string.Join(", ", counted), errors > 0 ? "bad" : "");
    }

    private static string[] Some(int count, string words) => count > 0 ? [words] : [];

    private static void Figure(Markup page, string name, string figure, string remark, string kind = "") => page.In("div", () =>
    {
        page.Element("dt", name);
        page.Element("dd", figure, kind.Length == 0 ? "figure" : $"figure {kind}");
        page.Element("dd", remark, "remark");
    });

    private static string Kind(string word) => word switch { "Stop" => "bad", "Look first" => "look", _ => "good" };
}
