using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Network;

namespace CrossCloudMesh.Preview.Reports.Text;

/// <summary>The network proof alone and in full: the verdict, a table of the pairs, then of each its way, its weakest point and what takes over after which loss.</summary>
internal static class ProofPage
{
    private const int Margin = 2;
    private const int Column = 6;
    private const int NumberWidth = 10;

    /// <param name="stack">Of which stack.</param>
    /// <param name="report">Null where nothing joins any sites.</param>
    /// <param name="style">Colour and characters.</param>
    public static ReadOnlyMemory<byte> Render(StackIdentity stack, NetworkReport? report, ReportStyle style)
    {
        var page = new Canvas(style);
        page.Write($"{stack.Project} · {stack.Name}", Ink.Strong).Line("   network proof, from the planned resources alone", Ink.Faint).Line();
        if (report is null)
        {
            page.To(Margin).Line("no two sites are to be joined, so there is nothing to prove");
            return page.ToUtf8();
        }

        page.To(Margin);
        NetworkSection.Verdict(page, report);
        page.To(Margin).Line($"left out: {report.NotIndependent:N0} sets that are two parts of one redundancy", Ink.Faint).Line();
        Table(page, report);
        foreach (var pair in report.Pairs)
        {
            page.Line().To(Margin).Line($"{pair.From} and {pair.To}", Ink.Strong);
            page.To(Column).Flow(Way(pair.Path));
            FailoverTable.Paths(page, pair, Column);
            NetworkSection.Weakest(page, pair, Column);
            FailoverTable.Write(page, pair, Column);
            NetworkSection.Counterexample(page, pair, Column);
        }

        return page.ToUtf8();
    }

    private static void Table(Canvas page, NetworkReport report)
    {
        var widest = report.Pairs.Select(pair => Sites(pair).Length).DefaultIfEmpty(0).Max();
        page.To(Margin).Write(new string(' ', widest)).Write("up".PadLeft(NumberWidth), Ink.Faint).Write("bytes".PadLeft(NumberWidth), Ink.Faint)
            .Write("demanded".PadLeft(NumberWidth), Ink.Faint);
        for (var failures = 0; failures <= report.Depth; failures++)
        {
            page.Write($"{failures} down".PadLeft(NumberWidth), Ink.Faint);
        }

        page.Line();
        foreach (var pair in report.Pairs)
        {
            page.To(Margin).Write(Sites(pair).PadRight(widest)).Write($"{pair.Up} of {pair.Made}".PadLeft(NumberWidth))
                .Write(NetworkSection.Bytes(pair).PadLeft(NumberWidth)).Write($"{pair.DemandedMbps}".PadLeft(NumberWidth));
            foreach (var left in pair.Left)
            {
                page.Write($"{left.Mbps}".PadLeft(NumberWidth), left.Mbps == 0 || left.Mbps < pair.DemandedMbps ? Ink.Bad : Ink.Plain);
            }

            page.Line();
        }

        page.To(Margin).Line("up: what joins them; bytes: the largest packet; then Mbit/s, in the worse direction", Ink.Faint);
    }

    private static string Sites(PairVerdict pair) => $"{pair.From}  {pair.To}";

    /// <summary>Each step with the sign in front of it, so that no line ends in one.</summary>
    private static string[] Way(string path) => [.. path.Split(" > ").SelectMany(Alternatives)];

    private static IEnumerable<string> Alternatives(string step, int index) =>
        step.Split(" | ").Select((one, alternative) => alternative > 0 ? $"| {one}" : index > 0 ? $"> {one}" : $"way: {one}");
}
