using CrossCloudMesh.Plan;
using CrossCloudMesh.Preview.Reports.Html;
using CrossCloudMesh.Preview.Reports.Markdown;
using CrossCloudMesh.Preview.Reports.Sarif;
using CrossCloudMesh.Preview.Reports.Text;

namespace CrossCloudMesh.Preview.Reports;

/// <summary>One way to tell a plan.</summary>
public interface IReport
{
    /// <summary>The whole report as UTF-8, the same bytes for the same plan and style.</summary>
    ReadOnlyMemory<byte> Render(PlanDocument plan, ReportStyle style);

    /// <summary>Whether the report shows source lines, which cost time to find.</summary>
    bool TellsSources(Detail detail);
}

/// <summary>The formats that can be asked for.</summary>
internal static class Report
{
    /// <summary>The words for <c>--format</c>.</summary>
    public static string[] Formats { get; } = ["text", "md", "json", "html", "svg", "sarif", "mermaid", "dot"];

    /// <summary>The report of one of the words.</summary>
    public static IReport Of(string format) => format switch
    {
        "text" => new TextReport(),
        "md" => new MarkdownReport(),
        "json" => new JsonReport(),
        "html" => new HtmlReport(),
        "svg" => new SvgReport(),
        "sarif" => new SarifReport(),
        "mermaid" => new MermaidReport(),
        "dot" => new DotReport(),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };
}

/// <summary>How much of a plan to tell.</summary>
public enum Detail
{
    /// <summary>The verdict and what is worth knowing.</summary>
    Summary,

    /// <summary>And the components, with what each makes by kind.</summary>
    Changes,

    /// <summary>And each resource with its inputs.</summary>
    Full,
}

/// <summary>What a report may use.</summary>
/// <param name="Detail">How much to tell.</param>
/// <param name="IsColored">Terminal colours.</param>
/// <param name="IsUnicode">Characters beyond ASCII.</param>
public sealed record ReportStyle(Detail Detail, bool IsColored, bool IsUnicode)
{
    /// <summary>Of which run of the command it tells; null where it is told outside of one.</summary>
    public ReportOccasion? Occasion { get; init; }
}

/// <summary>What a report may tell beyond the plan: of the run, which is another tomorrow.</summary>
/// <param name="Today">The day in UTC.</param>
/// <param name="ExitCode">How the command ends.</param>
/// <param name="StackFile">The stack's settings, from the root of the repository; null where they are in no file.</param>
/// <param name="Pages">Where the repository's files can be read, with a slash at the end; null where nobody said.</param>
public sealed record ReportOccasion(DateOnly Today, int ExitCode, string? StackFile, string? Pages);
