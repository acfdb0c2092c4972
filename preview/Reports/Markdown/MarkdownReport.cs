using System.Text;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Preview.Reports.Text;

namespace CrossCloudMesh.Preview.Reports.Markdown;

/// <summary>The plan for a pull request: the verdict in one line, what may be lost, findings, and the rest folded.</summary>
/// <remarks>
/// It fits a comment whatever the plan: GitHub takes 65,536 characters and loses what is more. What is left out goes in a fixed order, the
/// least important first, and the verdict stays. The first line is a remark that nobody sees, by which a workflow finds its comment again.
/// Source of the limit: https://github.com/pulumi/actions/issues/482, read 2026-11-20.
/// </remarks>
internal sealed class MarkdownReport : IReport
{
    /// <summary>The most characters of a report, well under what any host takes.</summary>
    public const int MostCharacters = 60_000;

    public bool TellsSources(Detail detail) => false;

    public ReadOnlyMemory<byte> Render(PlanDocument plan, ReportStyle style) => Encoding.UTF8.GetBytes(Fit(plan, style.Detail));

    /// <summary>The remark by which a comment of a stack is known, the same for every report of it.</summary>
    public static string MarkerOf(StackIdentity stack) => $"<!-- preview of {stack.Project}/{stack.Name} -->";

    /// <summary>The report with as many of its parts as fit: folded parts go from the last, then lists are cut.</summary>
    private static string Fit(PlanDocument plan, Detail detail)
    {
        var head = $"{MarkerOf(plan.Stack)}\n{VerdictLine.Of(plan)}";
        string[] folded = detail == Detail.Summary ? [] : [.. FoldedParts.Of(plan, detail)];
        for (var most = int.MaxValue; ; most = most == int.MaxValue ? ImportantLists.Most : most / 2)
        {
            var lists = ImportantLists.Of(plan, most);
            for (var kept = folded.Length; kept >= 0; kept--)
            {
                var report = Join([head, .. lists, .. folded[..kept], kept == folded.Length ? "" : LeftOut(plan)]);
                if (report.Length <= MostCharacters || (most == 0 && kept == 0))
                {
                    return report;
                }
            }
        }
    }

    private static string Join(string[] parts) => string.Join("\n\n", parts.Where(part => part.Length > 0)) + "\n";

    private static string LeftOut(PlanDocument plan) =>
        $"_The rest does not fit into a comment: `dotnet run --project preview -- {plan.Stack.Name}` tells all._";
}
