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

    /// <summary>So many of those that are alike are named.</summary>
    private const int MostNamed = 4;

    /// <param name="plan">The plan.</param>
    /// <param name="most">So many items of each list at most.</param>
    public static IEnumerable<string> Of(PlanDocument plan, int most)
    {
        var words = new ChangeWords(plan);
        var changes = plan.Changes.Where(Danger.Is).Order(Comparer<PlannedChange>.Create(Danger.Compare)).ToLookup(change => change.Op == Operation.Delete && FoldedChanges.IsGroup(change.Urn));
        var before = StateWords.Of(plan).Select(MarkdownText.Escaped);
        var losses = plan.Risk.Pairs.Select(loss => $"{MarkdownText.Escaped(RiskWords.Of(loss))}; {MarkdownText.Escaped(RiskWords.Evidence(loss))}");
        yield return Listed("Look at these first", before.Concat(losses).Concat(FoldedChanges.Of([.. changes[false]]).Groups.Select(alike => Told(alike, words))).Concat(Components([.. changes[true]])), most);
        yield return Listed("Findings", plan.Findings.Where(finding => finding is { Suppressed: null, Severity: not Severity.Info })
            .GroupBy(finding => (finding.Severity, finding.Stood, finding.Rule, finding.Message, finding.Fix)).Select(alike => Told([.. alike])), most);
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

    private static string Told(IReadOnlyList<PlannedChange> alike, ChangeWords words)
    {
        var remarks = words.Of(alike).Select(MarkdownText.Escaped).ToList();
        var subject = alike.Count == 1 ? MarkdownText.Code(Signs.Short(alike[0].Urn)) : $"{alike.Count} {MarkdownText.Code(FoldedChanges.Kind(alike[0].Urn))}";
        return $"**{Words.Of(alike[0].Op)}** {subject}{(remarks.Count > 0 ? $": {string.Join("; ", remarks)}" : "")}{Names(alike.Select(change => Signs.Short(change.Urn).Split(' ', 2)[1]))}";
    }

    /// <summary>Components that go with what was in them; one alone may be all that goes.</summary>
    private static IEnumerable<string> Components(IReadOnlyList<PlannedChange> groups) => groups.Count == 0 ? []
        : [$"**delete** {Signs.Plural(groups.Count, "component")} that held some of it: {MarkdownText.Escaped(FoldedChanges.Kinds(groups))}"];

    private static string Told(IReadOnlyList<Finding> alike)
    {
        var finding = alike[0];
        var subject = finding.Urn is not { } urn ? "" : alike.Count == 1 ? $" {MarkdownText.Code(Signs.Short(urn))}" : $" {alike.Count} resources";
        return $"**{Words.Of(finding.Severity)}** {MarkdownText.Code(finding.Rule)}{subject}{(finding.Stood ? ", as before" : "")}: {MarkdownText.Escaped(finding.Message)}. To mend it: {MarkdownText.Escaped(finding.Fix)}"
            + Names(alike.Select(each => each.Urn).OfType<string>().Select(Signs.Short));
    }

    /// <summary>The first of several by name; all of them are in a folded part.</summary>
    private static string Names(IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.Count < 2 ? ""
            : $" ({string.Join(", ", all.Take(MostNamed).Select(MarkdownText.Code))}{(all.Count > MostNamed ? $" and {all.Count - MostNamed} more" : "")})";
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
