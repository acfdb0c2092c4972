using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Diff;
using CrossCloudMesh.Preview.Reports.Text;

namespace CrossCloudMesh.Preview.Reports.Markdown;

/// <summary>What a reader must know who reads one line: whether the change is to be stopped, looked at, or let pass, and why.</summary>
internal static class VerdictLine
{
    public static string Of(PlanDocument plan)
    {
        var (word, why) = Judge(plan);
        return $"### {word}: {why}\n\n{MarkdownText.Code(plan.Stack.Name)} of {MarkdownText.Escaped(plan.Stack.Project)}: {Counts(plan)}";
    }

    /// <summary>The verdict in a word or two, and what it rests on.</summary>
    public static (string Word, string Why) Judge(PlanDocument plan)
    {
        var (errors, warnings, _, _) = FindingList.Count(plan);
        var refused = plan.Changes.Count(change => change.IsRefused);
        var lost = plan.Changes.Count(change => change.Op is Operation.Replace or Operation.Delete && !change.IsRefused);
        var doubtful = plan.Changes.Count(change => change.MayReplace);
        var broken = plan.Network?.Pairs.Count(pair => pair.Counterexample is not null) ?? 0;
        string[] stops =
        [
            .. Some(refused, "protected resource", "would be replaced, so the update stops"),
            .. Some(broken, "pair of sites", "not joined as demanded", "pairs of sites"),
            .. Some(errors, "error", ""),
        ];
        string[] looks =
        [
            .. Some(lost, "resource", "replaced or deleted"),
            .. Some(doubtful, "resource", "may be replaced"),
            .. Some(warnings, "warning", ""),
        ];
        return (stops, looks) switch
        {
            ({ Length: > 0 }, _) => ("Stop", string.Join(", ", [.. stops, .. looks])),
            (_, { Length: > 0 }) => ("Look first", string.Join(", ", looks)),
            _ when plan.Base is not null && plan.Changes.Count == 0 => ("Nothing changes", "what is deployed stays as it is"),
            _ when plan.Base is null => ("Fine", "all of it is new, and nothing stands against it"),
            _ => ("Fine", "nothing is lost, and nothing stands against it"),
        };
    }

    /// <summary>How much of what happens.</summary>
    public static string Counts(PlanDocument plan)
    {
        var made = plan.Summary.Changes.Where(count => count.Key != PlanSummary.Same).Select(count => $"{count.Value} to {count.Key}").ToList();
        var same = plan.Summary.Changes[PlanSummary.Same];
        return string.Join(", ", [.. made, .. same > 0 ? [same == 1 ? "1 stays as it is" : $"{same} stay as they are"] : Array.Empty<string>()]) is { Length: > 0 } counts ? counts : "no resources";
    }

    private static IEnumerable<string> Some(int count, string noun, string what, string? plural = null)
    {
        if (count > 0)
        {
            var counted = count > 1 && plural is not null ? $"{count} {plural}" : Signs.Plural(count, noun);
            yield return what.Length > 0 ? $"{counted} {what}" : counted;
        }
    }
}
