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
        if (plan.Base is not null)
        {
            var view = new DiffView(page, plan, style.Detail);
            view.WriteDanger();
            FindingList.Write(page, plan, style.Detail);
            view.WriteRest();
        }
        else
        {
            FindingList.Write(page, plan, style.Detail);
            First(page, plan, style.Detail);
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

    /// <summary>What a first deployment makes.</summary>
    private static void First(Canvas page, PlanDocument plan, Detail detail)
    {
        if (detail == Detail.Full)
        {
            new TreeView(page, plan).Write();
        }
        else if (detail == Detail.Changes)
        {
            PlaceView.Write(page, plan);
        }
    }
}
