using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Network;

namespace CrossCloudMesh.Preview.Reports.Text;

/// <summary>Whether linked sites reach one another: what is left after how many failures, and what takes the most away.</summary>
internal static class NetworkSection
{
    private const int Column = 14;

    public static void Write(Canvas page, PlanDocument plan, Detail detail)
    {
        if (plan.Network is not { } report)
        {
            return;
        }

        var broken = report.Pairs.Count(pair => pair.Counterexample is not null);
        page.Write("  ").Write("links", Ink.Faint).To(Column);
        page.Write(
            broken == 0
                ? $"{Signs.Plural(report.Pairs.Count, "pair")} of sites joined both ways, whatever fails"
                : $"{broken} of {Signs.Plural(report.Pairs.Count, "pair")} of sites not joined as they must be",
            broken == 0 ? Ink.Strong : Ink.Bad);
        page.Line($"; tried {report.FailureSets:#,0} sets of failures");
        foreach (var pair in report.Pairs)
        {
            if (detail != Detail.Summary || pair.Counterexample is not null)
            {
                Pair(page, pair, detail);
            }
        }

        page.Line();
    }

    private static void Pair(Canvas page, PairVerdict pair, Detail detail)
    {
        var demanded = pair.DemandedMbps == 0 ? "" : $"; {pair.DemandedMbps} must pass";
        page.To(Column).Line($"{pair.Aws} - {pair.Google}: {string.Join(", ", pair.Left.Select(Text))}{demanded}");
        if (pair.Left.Skip(1).FirstOrDefault() is { } weakest)
        {
            page.To(Column + 2).Line($"weakest: {string.Join(" and ", weakest.Weakest)}", Ink.Faint);
        }

        if (pair.Counterexample is { } found)
        {
            page.To(Column + 2).Flow(Because(found).Split(' '), Ink.Bad);
        }

        if (detail == Detail.Full)
        {
            page.To(Column + 2).Line($"{pair.Tunnels} of {Signs.Plural(pair.TunnelsMade, "tunnel")} come up, packets up to {pair.PathMtuBytes} bytes", Ink.Faint);
            page.To(Column + 2).Flow($"by {pair.Path}".Split(' '), Ink.Faint);
        }
    }

    private static string Text(Remainder left) => left.Failures switch
    {
        0 => $"{left.Mbps} Mbit/s",
        1 => $"{left.Mbps} without any one thing",
        _ => $"{left.Mbps} without any two",
    };

    private static string Because(Counterexample found)
    {
        var without = found.Failures.Count == 0 ? "" : $"without {string.Join(" and ", found.Failures)}: ";
        return without + (found.Flow.Length == 0 ? "" : found.Flow + ": ") + found.Fault;
    }
}
