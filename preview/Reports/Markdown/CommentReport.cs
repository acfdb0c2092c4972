using System.Text;

namespace CrossCloudMesh.Preview.Reports.Markdown;

/// <summary>One comment of a pull request for all its stacks: the verdict on every stack first, then what stands behind it, folded.</summary>
/// <remarks>
/// It fits a comment whatever the plans hold. Stacks share the room: what one leaves goes to those that have more to tell. A stack of which
/// nothing changes and against which nothing stands has its row and no more.
/// </remarks>
internal static class CommentReport
{
    /// <summary>The remark by which the comment is known, the same for every pull request.</summary>
    public const string Marker = "<!-- preview of all stacks -->";

    private const int MostRows = 100;
    private const int Apart = 2;

    private static readonly string[] Order = [VerdictLine.Stop, VerdictLine.LookFirst, VerdictLine.Fine, VerdictLine.NothingChanges];

    /// <param name="stacks">In any order; those that need a reader most are told first.</param>
    public static string Of(IEnumerable<StackComment> stacks)
    {
        StackComment[] ordered = [.. stacks.OrderBy(stack => Array.IndexOf(Order, stack.Word)).ThenBy(stack => stack.Name, StringComparer.Ordinal)];
        var head = $"{Marker}\n### {Verdict(ordered)}\n\n{Table(ordered)}\n";
        return head + string.Concat(Shared([.. ordered.Where(stack => stack.HasMore)], MarkdownReport.MostCharacters - head.Length).Select(part => $"\n{part}"));
    }

    /// <summary>Which stacks need what, in one line: <c>Stop: prod. Look first: dev, staging</c>.</summary>
    private static string Verdict(StackComment[] ordered)
    {
        var words = ordered.GroupBy(stack => stack.Word, StringComparer.Ordinal).Select(group =>
        {
            var names = string.Join(", ", group.Take(Order.Length).Select(stack => MarkdownText.Escaped(stack.Name)));
            return $"{group.Key}: {names}{(group.Count() > Order.Length ? $" and {group.Count() - Order.Length} more" : "")}";
        });
        return string.Join(". ", words);
    }

    private static string Table(StackComment[] ordered)
    {
        var table = new StringBuilder("| stack | verdict | resources | a month, fixed |\n| --- | --- | --- | ---: |");
        foreach (var stack in ordered.Take(MostRows))
        {
            table.Append($"\n| {Cell(MarkdownText.Code(stack.Name))} | **{stack.Word}**: {MarkdownText.Escaped(stack.Why)} | {Cell(stack.Counts)} | {stack.Cost} |");
        }

        return ordered.Length > MostRows ? table.Append($"\n\n_And {ordered.Length - MostRows} more stacks._").ToString() : table.ToString();
    }

    /// <summary>A bar would end the cell, inside code too.</summary>
    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    /// <summary>The folded reports, each with its share of the room; the shortest take what they need, and the others share the rest.</summary>
    private static IEnumerable<string> Shared(StackComment[] stacks, int room)
    {
        var shares = new Dictionary<StackComment, int>(ReferenceEqualityComparer.Instance);
        var left = stacks.Length;
        foreach (var stack in stacks.OrderBy(stack => stack.Told(MarkdownReport.MostCharacters).Length))
        {
            var share = Math.Min(stack.Told(MarkdownReport.MostCharacters).Length + Apart, room / left--);
            shares[stack] = share - Apart;
            room -= share;
        }

        return stacks.Select(stack => (Text: stack.Told(shares[stack]), Share: shares[stack])).Where(part => part.Text.Length <= part.Share).Select(part => part.Text);
    }
}
