using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Json;

namespace CrossCloudMesh.Preview.Reports;

/// <summary>The plan itself, in the form of <c>docs/plan.schema.json</c>; always whole, never coloured.</summary>
internal sealed class JsonReport : IReport
{
    public ReadOnlyMemory<byte> Render(PlanDocument plan, ReportStyle style) => PlanWriter.Write(plan);

    public bool TellsSources(Detail detail) => true;
}
