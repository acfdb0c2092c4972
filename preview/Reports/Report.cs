using CrossCloudMesh.Plan;
using CrossCloudMesh.Preview.Reports.Html;
using CrossCloudMesh.Preview.Reports.Markdown;
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
    public static string[] Formats { get; } = ["text", "md", "json", "html", "svg", "mermaid", "dot"];

    /// <summary>The report of one of the words.</summary>
    public static IReport Of(string format) => format switch
    {
        "text" => new TextReport(),
        "md" => new MarkdownReport(),
        "json" => new JsonReport(),
        "html" => new HtmlReport(),
        "svg" => new SvgReport(),
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
public sealed record ReportStyle(Detail Detail, bool IsColored, bool IsUnicode);
