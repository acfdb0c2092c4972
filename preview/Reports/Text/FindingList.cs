using CrossCloudMesh.Plan;

namespace CrossCloudMesh.Preview.Reports.Text;

/// <summary>The findings, the worst first, and last those that somebody has taken responsibility for.</summary>
/// <remarks>A remark that is waived is counted, and shown only to those who want to see everything.</remarks>
internal static class FindingList
{
    private const int Column = 10;

    public static void Write(Canvas page, PlanDocument plan, Detail detail)
    {
        foreach (var finding in plan.Findings)
        {
            if (finding.Suppressed is { } waiver)
            {
                if (finding.Severity == Severity.Info && detail != Detail.Full)
                {
                    continue;
                }

                Head(page, finding, "waived", Ink.Faint);
                page.To(Column).Flow($"until {waiver.Expires}: {waiver.Reason}".Split(' '), Ink.Faint);
                page.Line();
                continue;
            }

            var ink = finding.Severity switch { Severity.Error => Ink.Bad, Severity.Warning => Ink.Warning, _ => Ink.Plain };
            Head(page, finding, Words.Of(finding.Severity), ink);
            foreach (var evidence in finding.Evidence)
            {
                page.To(Column).Flow($"{evidence.Path}: {Said(evidence.Value)}".Split(' '), Ink.Faint);
            }

            page.To(Column).Flow($"fix: {finding.Fix}".Split(' '), Ink.Faint);
            page.Line();
        }
    }

    public static (int Errors, int Warnings, int Infos, int Suppressed) Count(PlanDocument plan)
    {
        var (errors, warnings, infos, suppressed) = (0, 0, 0, 0);
        foreach (var finding in plan.Findings)
        {
            _ = finding switch
            {
                { Suppressed: not null } => suppressed++,
                { Severity: Severity.Error } => errors++,
                { Severity: Severity.Warning } => warnings++,
                _ => infos++,
            };
        }

        return (errors, warnings, infos, suppressed);
    }

    private static void Head(Canvas page, Finding finding, string word, Ink ink)
    {
        page.Write("  ").Write(word.PadRight(Column - 2), ink);
        if (finding.Urn is { } urn)
        {
            page.Write(Signs.Short(urn), Ink.Strong).Write("  ");
        }

        page.Line($"[{finding.Rule}]", Ink.Faint).To(Column).Flow(finding.Message.Split(' '));
    }

    /// <summary>A value that shows something, on one line; never that of a secret.</summary>
    public static string Said(PlanValue? value) => value switch
    {
        null => "(not there)",
        PlanValue.ListValue { Items: { Count: > 0 } items } => string.Join(", ", items.Select(Said)),
        PlanValue.ObjectValue { Members: { Count: > 0 } members } => $"{{ {string.Join(", ", members.Select(member => $"{member.Key}: {Said(member.Value)}"))} }}",
        _ => ResourceView.Scalar(value).Said,
    };
}
