using System.Text;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Preview.Reports.Text;

namespace CrossCloudMesh.Preview.Reports.Markdown;

/// <summary>What is told once somebody asks for it, in the words of the text report; the most important first.</summary>
internal static class FoldedParts
{
    public static IEnumerable<FoldedPart> Of(PlanDocument plan, Detail detail)
    {
        if (plan.Base is not null && plan.Changes.Count > 0)
        {
            yield return Part("Every change, place by place", detail, page =>
            {
                var view = new DiffView(page, plan, detail);
                view.WriteDanger();
                view.WriteRest();
            });
        }
        else if (plan.Base is null)
        {
            yield return detail == Detail.Full
                ? Part("What is made, resource by resource", detail, page => new TreeView(page, plan).Write())
                : Part("What is made, place by place", detail, page => PlaceView.Write(page, plan));
        }

        if (plan.Findings.Count > plan.Findings.Select(finding => (finding.Rule, finding.Message)).Distinct().Count() || plan.Findings.Any(finding => finding.Suppressed is not null || finding.Severity == Severity.Info))
        {
            yield return Part("All findings, remarks and waived ones too", detail, page => FindingList.Write(page, plan, Detail.Full));
        }

        if (plan.Network is not null)
        {
            yield return Part("Network: paths, packets, and what failures leave", detail, page => NetworkSection.Write(page, plan, detail));
        }

        if (plan.Cost is not null)
        {
            yield return Part("Cost by component", detail, page => CostSection.Write(page, plan, detail));
        }

        if (plan is { Base: null, Timeline: not null })
        {
            yield return Part("Time, step by step", detail, page => TimelineSection.Write(page, plan, detail));
        }

        yield return Part("What this preview did not ask", detail, page => WorthKnowing.Write(page, plan));
    }

    private static FoldedPart Part(string title, Detail detail, Action<Canvas> write)
    {
        var page = new Canvas(new(detail, IsColored: false, IsUnicode: true));
        write(page);
        return new(title, Encoding.UTF8.GetString(page.ToUtf8().Span));
    }
}
