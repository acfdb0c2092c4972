using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Risk;

namespace CrossCloudMesh.Preview.Reports.Markdown;

/// <summary>What a reader must know who reads one line: whether the change is to be stopped, looked at, or let pass, and why.</summary>
internal static class VerdictLine
{
    public const string Stop = "Stop";
    public const string LookFirst = "Look first";
    public const string Fine = "Fine";
    public const string NothingChanges = "Nothing changes";

    public static string Of(PlanDocument plan)
    {
        var (word, why) = Judge(plan);
        return $"### {word}: {MarkdownText.Escaped(why)}\n\n{MarkdownText.Code(plan.Stack.Name)} of {MarkdownText.Escaped(plan.Stack.Project)}: {Counts(plan)}";
    }

    /// <summary>The word, and why.</summary>
    public static (string Word, string Why) Judge(PlanDocument plan) => Judge(PlanVerdict.Of(plan));

    private static (string Word, string Why) Judge(PlanVerdict verdict) => (Word(verdict.Word), verdict.Why);

    /// <summary>The word that a verdict begins with.</summary>
    public static string Word(VerdictWord word) => word switch
    {
        VerdictWord.Nothing => NothingChanges,
        VerdictWord.Fine => Fine,
        VerdictWord.Look => LookFirst,
        VerdictWord.Stop => Stop,
        _ => throw new ArgumentOutOfRangeException(nameof(word)),
    };

    /// <summary>How many resources each operation touches, in words.</summary>
    public static string Counts(PlanDocument plan)
    {
        var made = plan.Summary.Changes.Where(count => count.Key != PlanSummary.Same).Select(count => $"{count.Value:#,0} to {count.Key}").ToList();
        var same = plan.Summary.Changes[PlanSummary.Same];
        return string.Join(", ", [.. made, .. same > 0 ? [same == 1 ? "1 stays as it is" : $"{same:#,0} stay as they are"] : Array.Empty<string>()]) is { Length: > 0 } counts ? counts : "no resources";
    }
}
