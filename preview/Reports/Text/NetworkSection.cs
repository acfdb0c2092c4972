using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Network;

namespace CrossCloudMesh.Preview.Reports.Text;

/// <summary>Which sites reach one another whatever fails: a line for each pair, its weakest point, and what shows that it does not.</summary>
internal static class NetworkSection
{
    private const int Column = 14;

    public static void Write(Canvas page, PlanDocument plan, Detail detail)
    {
        if (plan.Network is not { } report)
        {
            return;
        }

        page.Write("  ").Write("network", Ink.Faint).To(Column);
        Verdict(page, report);
        if (detail != Detail.Summary)
        {
            foreach (var pair in report.Pairs)
            {
                Pair(page, pair, detail);
            }
        }

        page.Line();
    }

    /// <summary>Whether all is proven, and against what.</summary>
    public static void Verdict(Canvas page, NetworkReport report) =>
        page.Line(Sentence(report), report.Pairs.Any(pair => pair.Counterexample is not null) ? Ink.Bad : Ink.Good);

    /// <summary>The same as a sentence.</summary>
    public static string Sentence(NetworkReport report)
    {
        var (all, broken) = (report.Pairs.Count, report.Pairs.Count(pair => pair.Counterexample is not null));
        return broken > 0
            ? $"{(broken == all ? "" : $"{broken} of ")}{Signs.Plural(all, "pair")} of sites not joined as demanded"
            : $"{Signs.Plural(all, "pair")} of sites joined, whatever {(report.Depth == 1 ? "one" : "one or two")} of {report.Domains} parts fail: {report.FailureSets:N0} sets tried";
    }

    private static void Pair(Canvas page, PairVerdict pair, Detail detail)
    {
        page.To(Column).Write($"{pair.From} and {pair.To}", Ink.Strong)
            .Line($"  {Paths(pair)}, {Bytes(pair)} bytes, {string.Join("/", pair.Left.Select(left => left.Mbps))} for {pair.DemandedMbps} Mbit/s");
        Weakest(page, pair, Column);
        if (detail == Detail.Full)
        {
            FailoverTable.Write(page, pair, Column);
        }

        Counterexample(page, pair, Column);
    }

    /// <summary>The failures that leave the least.</summary>
    public static void Weakest(Canvas page, PairVerdict pair, int column)
    {
        if (pair.Left is [.., { Weakest.Count: > 0 } last])
        {
            page.To(column).Flow($"weakest: {string.Join(" and ", last.Weakest)}, which leave {last.Mbps} Mbit/s".Split(' '), Ink.Faint);
        }
    }

    /// <summary>What shows that the sites are not joined as they must be, if anything does.</summary>
    public static void Counterexample(Canvas page, PairVerdict pair, int column)
    {
        if (pair.Counterexample is { } shown)
        {
            page.To(column).Flow($"fails: {Sentence(shown)}".Split(' '), Ink.Bad);
        }
    }

    /// <summary>The largest packet that passes; nothing passes where nothing comes up.</summary>
    public static string Bytes(PairVerdict pair) => pair.Up == 0 ? "0" : $"{pair.PathMtuBytes}";

    private static string Paths(PairVerdict pair) => pair.Paths is [{ Kind: "haVpn" } only] ? $"{only.Up} of {only.Made} tunnels"
        : string.Join(", ", pair.Paths.Select(path => $"{path.Up} of {path.Made} {path.Kind}").DefaultIfEmpty("nothing between them"));

    /// <summary>What fails, and what does not get through then.</summary>
    public static string Sentence(Counterexample shown)
    {
        var down = shown.Failures.Count == 0 ? "with nothing down" : $"with {string.Join(" and ", shown.Failures)} down";
        return shown.Flow.Length == 0 ? $"{down}, {shown.Fault}" : $"{down}, {shown.Flow} does not get through: {shown.Fault}";
    }
}
