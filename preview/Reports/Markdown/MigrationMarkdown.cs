using System.Text;
using CrossCloudMesh.Plan.Migration;
using CrossCloudMesh.Preview.Migration;
using CrossCloudMesh.Preview.Reports.Text;

namespace CrossCloudMesh.Preview.Reports.Markdown;

/// <summary>The move of a stack from App Mesh to Istio, for a ticket or a pull request: steps that can be ticked off.</summary>
internal static class MigrationMarkdown
{
    public static ReadOnlyMemory<byte> Render(MigrationReport report)
    {
        var page = new StringBuilder();
        page.Append($"## {MarkdownText.Code(report.Stack.Name)} from App Mesh to Istio in {string.Join(", ", report.Sites.Select(MarkdownText.Code))}\n\n");
        page.Append(report.IsSame ? "**Behaviour is unchanged, in all that both kinds of mesh can do.**\n\n" : $"**{Signs.Plural(report.Differences.Count, "difference")}:**\n\n");
        foreach (var difference in report.Differences)
        {
            page.Append($"- {MarkdownText.Escaped(difference)}\n");
        }

        page.Append(report.IsSame ? "" : "\n");
        page.Append("| cluster | go | come | change | stay |\n| --- | --- | --- | --- | --- |\n");
        foreach (var site in report.Objects.Objects.GroupBy(each => each.Site, StringComparer.Ordinal))
        {
            page.Append($"| {MarkdownText.Code(site.Key)} | {Count(ObjectFate.Goes)} | {Count(ObjectFate.Comes)} | {Count(ObjectFate.Changes)} | {Count(ObjectFate.Stays)} |\n");

            int Count(ObjectFate fate) => site.Count(each => each.Fate == fate);
        }

        page.Append('\n');
        foreach (var (index, step) in report.Steps.Index())
        {
            page.Append($"- [ ] **{index + 1}. {MarkdownText.Escaped(step.Title)}**\n");
            foreach (var said in step.Says)
            {
                page.Append($"\n  {MarkdownText.Escaped(said)}\n");
            }

            if (step.Commands.Count > 0)
            {
                page.Append($"\n  {MarkdownText.Fenced(string.Join('\n', step.Commands)).Replace("\n", "\n  ", StringComparison.Ordinal)}\n");
            }

            page.Append($"\n  Then: {MarkdownText.Escaped(step.Before)}\n\n");
        }

        page.Append(MarkdownText.Folded("The change of the settings", MarkdownText.Fenced(report.Change.Diff))).Append('\n');
        return Encoding.UTF8.GetBytes(page.ToString());
    }
}
