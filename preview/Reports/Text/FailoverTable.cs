using CrossCloudMesh.Plan.Network;

namespace CrossCloudMesh.Preview.Reports.Text;

/// <summary>What carries the traffic of two sites, and what does after each loss: how much, and from when on.</summary>
internal static class FailoverTable
{
    private const int MbpsWidth = 8;
    private const int SecondsWidth = 10;
    private const int Indent = 2;
    private const int Text = Indent + MbpsWidth + SecondsWidth + Indent;

    /// <summary>What joins the sites, where that is more than one kind.</summary>
    public static void Paths(Canvas page, PairVerdict pair, int column)
    {
        if (pair.Paths.Count > 1)
        {
            page.To(column).Flow($"by: {string.Join(", ", pair.Paths.Select(path => $"{path.Up} of {path.Made} {path.Kind} with {path.MtuBytes} bytes"))}".Split(' '));
        }
    }

    /// <summary>A row for each effect, and under it what has it.</summary>
    public static void Write(Canvas page, PairVerdict pair, int column)
    {
        if (pair.Failover.Count == 0)
        {
            return;
        }

        page.To(column).Flow($"carried by {pair.Usual}".Split(' '));
        page.To(column + Indent).Write("Mbit/s".PadLeft(MbpsWidth), Ink.Faint).Write("within".PadLeft(SecondsWidth), Ink.Faint).To(column + Text).Line("by, after the loss of", Ink.Faint);
        foreach (var row in pair.Failover)
        {
            page.To(column + Indent).Write($"{row.Mbps}".PadLeft(MbpsWidth), row.Mbps < pair.DemandedMbps || row.Mbps == 0 ? Ink.Bad : Ink.Plain)
                .Write((row.Seconds is { } seconds ? $"{seconds} s" : "?").PadLeft(SecondsWidth));
            page.To(column + Text).Flow(row.After.Split(' '));
            page.To(column + Text + Indent).Flow($"{string.Join(", ", row.Failures)}{(row.Why is null ? "" : $": {row.Why}")}".Split(' '), Ink.Faint);
        }
    }
}
