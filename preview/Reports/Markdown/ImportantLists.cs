using System.Text;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Diff;
using CrossCloudMesh.Plan.Network;
using CrossCloudMesh.Preview.Reports.Text;

namespace CrossCloudMesh.Preview.Reports.Markdown;

/// <summary>What is told in the open: what may be lost, findings, and a line each on network, cost and time.</summary>
internal static class ImportantLists
{
    /// <summary>So many items of a list are told where not all can be.</summary>
    public const int Most = 64;

    /// <param name="plan">The plan.</param>
    /// <param name="most">So many items of each list at most.</param>
    public static IEnumerable<string> Of(PlanDocument plan, int most)
    {
        var words = new ChangeWords(plan);
        var before = StateWords.Of(plan).Select(MarkdownText.Escaped);
        var losses = plan.Risk.Pairs.Select(loss => $"{MarkdownText.Escaped(RiskWords.Of(loss))}; {MarkdownText.Escaped(RiskWords.Evidence(loss))}");
        yield return Listed("Look at these first", before.Concat(losses).Concat(plan.Changes.Where(Danger.Is).Order(Comparer<PlannedChange>.Create(Danger.Compare)).Select(change => Told(change, words))), most);
        yield return Listed("Findings", plan.Findings.Where(finding => finding is { Suppressed: null, Severity: not Severity.Info }).Select(Told), most);
        yield return Facts(plan);
    }

    private static string Listed(string title, IEnumerable<string> items, int most)
    {
        var all = items.ToList();
        if (all.Count == 0)
        {
            return "";
        }

        var list = new StringBuilder($"**{title}**\n");
        foreach (var item in all.Take(most))
        {
            list.Append($"\n- {item}");
        }

        return all.Count > most ? list.Append($"\n- and {all.Count - most} more").ToString() : list.ToString();
    }

    private static string Told(PlannedChange change, ChangeWords words)
    {
        var remarks = words.Of(change).Select(MarkdownText.Escaped).ToList();
        return $"**{Words.Of(change.Op)}** {MarkdownText.Code(Signs.Short(change.Urn))}{(remarks.Count > 0 ? $": {string.Join("; ", remarks)}" : "")}";
    }

    private static string Told(Finding finding)
    {
        var subject = finding.Urn is { } urn ? $" {MarkdownText.Code(Signs.Short(urn))}" : "";
        return $"**{Words.Of(finding.Severity)}** {MarkdownText.Code(finding.Rule)}{subject}: {MarkdownText.Escaped(finding.Message)}. To mend it: {MarkdownText.Escaped(finding.Fix)}";
    }

    private static string Facts(PlanDocument plan)
    {
        List<string> lines = [];
        if (plan.Network is { } network)
        {
            lines.Add($"Network: {MarkdownText.Escaped(NetworkSection.Sentence(network))}");
            lines.AddRange(network.Pairs.Where(pair => pair.Counterexample is not null)
                .Select(pair => $"{MarkdownText.Escaped($"{pair.From} and {pair.To}")}: {MarkdownText.Escaped(NetworkSection.Sentence(pair.Counterexample!))}"));
        }

        if (plan.Cost is { } cost)
        {
            lines.Add($"Cost: {(plan.CostChange is { } change ? $"{CostSection.Told(change)}: " : "")}{CostSection.Usd(cost.FixedMonthlyUsd)} USD a month, fixed{CostSection.Use(cost)}{(cost.NotPriced.Count > 0 ? $", and {Signs.Plural(cost.NotPriced.Count, "item")} without a price" : "")}");
            if (cost.Old is { } old)
            {
                lines.Add($"Prices: {CostSection.Told(old)}");
            }
        }

        if (plan is { Base: null, Timeline: { } timeline })
        {
            lines.Add($"Time: `up` takes about {TimelineSection.Minutes(timeline.CriticalPathSeconds)}");
        }

        return lines.Count == 0 ? "" : "- " + string.Join("\n- ", lines);
    }
}
