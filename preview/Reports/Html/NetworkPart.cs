using CrossCloudMesh.Plan.Network;
using CrossCloudMesh.Plan.Pictures;
using CrossCloudMesh.Preview.Reports.Text;

namespace CrossCloudMesh.Preview.Reports.Html;

/// <summary>The network proof: the verdict, a table of the pairs, and of each its way, its weakest point and what takes over after which loss.</summary>
internal static class NetworkPart
{
    private static readonly string[] Losses = ["#Mbit/s", "#within", "carried by", "after the loss of"];

    public static void Write(Markup page, NetworkReport report)
    {
        page.Element("p", NetworkSection.Sentence(report) + ".", report.Pairs.Any(pair => pair.Counterexample is not null) ? "lead bad" : "lead");
        page.Table(
            "Pairs of sites, and the Mbit/s that failures leave in the worse direction",
            ["sites", "joined by", "#largest packet", "#demanded", .. Enumerable.Range(0, report.Depth + 1).Select(failures => $"#{failures} down")],
            report.Pairs.Select(pair => Row(pair, report.Depth)));
        foreach (var pair in report.Pairs)
        {
            page.Folded($"{pair.From} and {pair.To}", () => Pair(page, pair), isOpen: pair.Counterexample is not null);
        }
    }

    private static Cell[] Row(PairVerdict pair, int depth) =>
    [
        new($"{pair.From} and {pair.To}", pair.Counterexample is null ? "" : "bad"),
        string.Join("; ", pair.Paths.Select(path => LinkWords.Of(path.Kind, path)).DefaultIfEmpty("nothing between them")),
        $"{NetworkSection.Bytes(pair)} B",
        $"{pair.DemandedMbps:#,0}",
        .. Enumerable.Range(0, depth + 1).Select(failures => pair.Left.FirstOrDefault(left => left.Failures == failures) is { } left
            ? new Cell($"{left.Mbps:#,0}", left.Mbps == 0 || left.Mbps < pair.DemandedMbps ? "bad" : "")
            : new Cell("", "")),
    ];

    private static void Pair(Markup page, PairVerdict pair)
    {
        if (pair.Counterexample is { } shown)
        {
            page.Element("p", NetworkSection.Sentence(shown), "bad");
        }

        if (pair.Left is [.., { Weakest.Count: > 0 } last])
        {
            page.Element("p", $"Weakest: {string.Join(" and ", last.Weakest)}, which leave {last.Mbps:#,0} Mbit/s.");
        }

        if (pair.Failover.Count > 0)
        {
            page.Table(
                $"What carries the traffic of {pair.From} and {pair.To}, {pair.Usual} while nothing has failed, and what does after each loss",
                Losses,
                pair.Failover.Select(row => new Cell[]
                {
                    new($"{row.Mbps:#,0}", row.Mbps < pair.DemandedMbps || row.Mbps == 0 ? "bad" : ""),
                    row.Seconds is { } seconds ? $"{seconds} s" : "not known",
                    row.After,
                    new($"{string.Join(", ", row.Failures)}{(row.Why is null ? "" : $": {row.Why}")}", "soft"),
                }));
        }

        page.Element("p", "The way of a packet while nothing has failed:", "soft");
        page.In("ol", () =>
        {
            foreach (var step in pair.Path.Split(" > "))
            {
                page.Element("li", step.Replace(" | ", " or ", StringComparison.Ordinal));
            }
        }, ("class", "way"));
    }
}
