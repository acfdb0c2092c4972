using System.Text;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Pictures;

namespace CrossCloudMesh.Preview.Reports;

/// <summary>Clouds, sites, networks, clusters and what joins them, as a Mermaid flowchart.</summary>
internal sealed class MermaidReport : IReport
{
    public ReadOnlyMemory<byte> Render(PlanDocument plan, ReportStyle style) => Encoding.UTF8.GetBytes(TopologyPicture.Draw(plan));

    public bool TellsSources(Detail detail) => false;
}

/// <summary>Every resource and what it waits for, in the DOT language.</summary>
internal sealed class DotReport : IReport
{
    public ReadOnlyMemory<byte> Render(PlanDocument plan, ReportStyle style) => Encoding.UTF8.GetBytes(GraphPicture.Draw(plan));

    public bool TellsSources(Detail detail) => false;
}

/// <summary>The same as the Mermaid flowchart in fewer words, as an SVG picture.</summary>
internal sealed class SvgReport : IReport
{
    public ReadOnlyMemory<byte> Render(PlanDocument plan, ReportStyle style) => Encoding.UTF8.GetBytes(TopologySvg.Draw(plan));

    public bool TellsSources(Detail detail) => false;
}
