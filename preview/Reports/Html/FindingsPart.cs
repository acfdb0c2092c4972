using CrossCloudMesh.Plan;
using CrossCloudMesh.Preview.Reports.Text;

namespace CrossCloudMesh.Preview.Reports.Html;

/// <summary>The findings, the worst first, and folded those that somebody has taken responsibility for.</summary>
internal static class FindingsPart
{
    /// <summary>So many are shown at once, the worst first; more are folded.</summary>
    private const int MostOpen = 40;

    public static void Write(Markup page, PlanDocument plan)
    {
        var counting = plan.Findings.Where(finding => finding.Suppressed is null).ToList();
        var waived = plan.Findings.Where(finding => finding.Suppressed is not null).ToList();
        if (counting.Count == 0)
        {
            page.Element("p", "Nothing to mend.", "lead");
        }
        else
        {
            List(counting.Take(MostOpen));
            if (counting.Count > MostOpen)
            {
                page.Folded($"{counting.Count - MostOpen} more, the worst of them: {Words.Of(counting[MostOpen].Severity)}", () => List(counting.Skip(MostOpen)));
            }
        }

        if (waived.Count > 0)
        {
            page.Folded($"{Signs.Plural(waived.Count, "finding")} waived", () => List(waived));
        }

        void List(IEnumerable<Finding> some) => page.In("ul", () =>
        {
            foreach (var finding in some)
            {
                Item(page, finding);
            }
        }, ("class", "items"));
    }

    private static void Item(Markup page, Finding finding) => page.In("li", () =>
    {
        var kind = finding switch { { Suppressed: not null } => "tag", { Severity: Severity.Error } => "tag bad", { Severity: Severity.Warning } => "tag look", _ => "tag" };
        page.Element("span", finding.Suppressed is null ? Words.Of(finding.Severity) : "waived", kind).Text(" ");
        if (finding.Urn is { } urn)
        {
            page.Element("code", Signs.Short(urn)).Text(" ");
        }

        page.Element("span", finding.Message);
        foreach (var evidence in finding.Evidence)
        {
            page.In("p", () => page.Element("code", evidence.Path).Text(" is ").Element("code", FindingList.Said(evidence.Value)), ("class", "soft"));
        }

        page.In("p", () =>
        {
            if (finding.Suppressed is { } waiver)
            {
                page.Text($"Waived until {waiver.Expires}: {waiver.Reason}. ");
            }
            else
            {
                page.Text($"To mend it: {finding.Fix}. ");
            }

            page.Element("span", finding.Rule, "rule");
        }, ("class", "soft"));
    });
}
