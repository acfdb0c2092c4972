using CrossCloudMesh.Plan;
using CrossCloudMesh.Preview.Reports.Text;

namespace CrossCloudMesh.Preview.Reports.Markdown;

/// <summary>What one comment for many stacks tells of one of them.</summary>
internal sealed class StackComment
{
    /// <summary>So many characters of what a preview that failed said.</summary>
    private const int MostOfAFailure = 4_000;

    private readonly Func<int, string> body;

    private StackComment(string name, string word, string why, string counts, string cost, Func<int, string> body, bool hasMore)
    {
        (Name, Word, Why, Counts, Cost, HasMore) = (name, word, why, counts, cost, hasMore);
        this.body = body;
    }

    public string Name { get; }

    /// <summary>The verdict in one of the words of <see cref="VerdictLine"/>.</summary>
    public string Word { get; }

    public string Why { get; }

    public string Counts { get; }

    /// <summary>What it costs in a month, in USD; empty where nobody reckoned.</summary>
    public string Cost { get; }

    /// <summary>There is more to tell than the row in the table.</summary>
    public bool HasMore { get; }

    public static StackComment Of(PlanDocument plan)
    {
        var (word, why) = VerdictLine.Judge(plan);
        var parts = new FittingParts(plan, Detail.Changes);
        return new(
            plan.Stack.Name, word, why, VerdictLine.Counts(plan),
            plan.Cost is { } cost ? $"{CostSection.Usd(cost.FixedMonthlyUsd)} USD" : "",
            room => parts.Fit("", room),
            hasMore: word != VerdictLine.NothingChanges);
    }

    /// <param name="name">The stack.</param>
    /// <param name="said">What its preview said instead of a plan.</param>
    public static StackComment OfFailure(string name, string said)
    {
        var words = said.Trim();
        var kept = words.Length <= MostOfAFailure ? words : words[..MostOfAFailure] + "\n...";
        return new(name, VerdictLine.Stop, "its preview fails", "", "", _ => MarkdownText.Fenced(kept), hasMore: true);
    }

    /// <summary>What stands behind the verdict, folded, and open where somebody must act.</summary>
    /// <param name="room">The most characters; what cannot be told in so few is longer.</param>
    public string Told(int room)
    {
        var opening = $"<details{(Word == VerdictLine.Stop ? " open" : "")}>\n<summary>{MarkdownText.Html($"{Name}: {Word}, {Why}")}</summary>\n\n";
        const string Closing = "\n\n</details>\n";
        return opening + body(room - opening.Length - Closing.Length) + Closing;
    }
}
