using CrossCloudMesh.Plan;

namespace CrossCloudMesh.Preview.Reports.Text;

/// <summary>The findings, the worst first.</summary>
internal static class FindingList
{
    public static void Write(Canvas page, PlanDocument plan)
    {
        foreach (var finding in plan.Findings)
        {
            var ink = finding.Severity switch { Severity.Error => Ink.Bad, Severity.Warning => Ink.Warning, _ => Ink.Plain };
            page.Write("  ").Write(Words.Of(finding.Severity).PadRight(8), ink);
            if (finding.Urn is { } urn)
            {
                page.Write(Signs.Short(urn), Ink.Strong).Write("  ");
            }

            page.Line($"[{finding.Rule}]", Ink.Faint).To(10).Flow(finding.Message.Split(' '));
            page.To(10).Flow($"fix: {finding.Fix}".Split(' '), Ink.Faint);
            page.Line();
        }
    }

    public static (int Errors, int Warnings, int Infos) Count(PlanDocument plan)
    {
        var (errors, warnings, infos) = (0, 0, 0);
        foreach (var finding in plan.Findings)
        {
            _ = finding.Severity switch { Severity.Error => errors++, Severity.Warning => warnings++, _ => infos++ };
        }

        return (errors, warnings, infos);
    }
}
