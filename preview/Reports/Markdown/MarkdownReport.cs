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

    public ReadOnlyMemory<byte> Render(PlanDocument plan, ReportStyle style) => Encoding.UTF8.GetBytes(
        new FittingParts(plan, style.Detail).Fit($"{MarkerOf(plan.Stack)}\n{VerdictLine.Of(plan)}", MostCharacters - 1) + "\n");

    /// <summary>The remark by which a comment of a stack is known, the same for every report of it.</summary>
    public static string MarkerOf(StackIdentity stack) => $"<!-- preview of {stack.Project}/{stack.Name} -->";
}
