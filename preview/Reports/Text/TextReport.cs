using CrossCloudMesh.Plan;

namespace CrossCloudMesh.Preview.Reports.Text;

/// <summary>The plan for a person: the verdict first, then what is made and by which component, then what is worth knowing.</summary>
/// <remarks>The same on a terminal and in a pipeline, apart from colour.</remarks>
internal sealed class TextReport : IReport
{
    public bool TellsSources(Detail detail) => detail == Detail.Full;

    public ReadOnlyMemory<byte> Render(PlanDocument plan, ReportStyle style)
    {
        var page = new Canvas(style);
        Heading.Write(page, plan);
        FindingList.Write(page, plan, style.Detail);
        if (plan.Base is not null)
        {
            new DiffView(page, plan, style.Detail).Write();
        }
        else if (style.Detail == Detail.Full)
        {
            new TreeView(page, plan).Write();
        }
        else if (style.Detail == Detail.Changes)
        {
            PlaceView.Write(page, plan);
        }

        NetworkSection.Write(page, plan, style.Detail);
        CertificateSection.Write(page, plan, style.Detail);

        // The timeline is that of a first deployment, which says nothing about an update.
        if (plan.Base is null)
        {
            TimelineSection.Write(page, plan, style.Detail);
        }

        CostSection.Write(page, plan, style.Detail);
        AlarmSection.Write(page, plan);
        WorthKnowing.Write(page, plan);
        return page.ToUtf8();
    }
}
