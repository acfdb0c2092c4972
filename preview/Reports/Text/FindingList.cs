using CrossCloudMesh.Plan;

namespace CrossCloudMesh.Preview.Reports.Text;

/// <summary>The findings, the worst first, those alike together, and last those that somebody has taken responsibility for.</summary>
/// <remarks>A remark that is waived is counted, and shown only to those who want to see everything.</remarks>
internal static class FindingList
{
    private const int Column = 10;

    public static void Write(Canvas page, PlanDocument plan, Detail detail)
    {
        foreach (var alike in plan.Findings.GroupBy(finding => detail == Detail.Full ? finding : finding with { Urn = finding.Urn is null ? null : "", Related = [] }).Select(group => group.ToList()))
        {
            var finding = alike[0];
            if (finding.Suppressed is { } waiver)
            {
                if (finding.Severity == Severity.Info && detail != Detail.Full)
                {
                    continue;
                }

                Head(page, alike, "waived", Ink.Faint);
                page.To(Column).Flow($"until {waiver.Expires}: {waiver.Reason}".Split(' '), Ink.Faint);
                page.Line();
                continue;
            }

            var ink = finding.Severity switch { Severity.Error => Ink.Bad, Severity.Warning => Ink.Warning, _ => Ink.Plain };
            Head(page, alike, Words.Of(finding.Severity), ink);
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

    private static void Head(Canvas page, List<Finding> alike, string word, Ink ink)
    {
        var finding = alike[0];
        page.Write("  ").Write(word.PadRight(Column - 2), ink);
        if (finding.Urn is { } urn)
        {
            page.Write(alike.Count == 1 ? Signs.Short(urn) : $"{alike.Count} resources", Ink.Strong).Write("  ");
        }

        page.Line($"[{finding.Rule}]{(finding.Stood ? " as before" : "")}", Ink.Faint).To(Column).Flow(finding.Message.Split(' '));
        if (alike.Count > 1 && finding.Urn is not null)
        {
            page.To(Column).Flow(string.Join(", ", alike.Select(each => Signs.Short(each.Urn!))).Split(' '), Ink.Faint);
        }
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
