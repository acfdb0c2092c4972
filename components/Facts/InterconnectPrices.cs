using System.Collections.Immutable;

namespace CrossCloudMesh.Facts;

/// <summary>List prices of interconnects that two clouds run together. Each cloud bills its own side, by the hour, and neither the data.</summary>
public static class InterconnectPrices
{
    private static readonly Source Aws = new("https://aws.amazon.com/interconnect/multicloud/pricing/", new(2026, 9, 21))
    {
        NotRead = "the page itself: a public note quotes it, with this one size between neighbouring regions; the page prices no other",
    };

    private static readonly Source Google = new("https://cloud.google.com/network-connectivity/docs/interconnect/pricing", new(2026, 9, 21))
    {
        NotRead = "the page itself: a public note quotes its table",
    };

    private static readonly ImmutableArray<string> NorthAmericaAndEurope = ["europe-west2", "europe-west3", "us-east4", "us-west1", "us-west2"];

    /// <summary>What the connection of a bandwidth is sold as by AWS.</summary>
    public static string ConnectionSku(int mbps) => $"aws.interconnect.{mbps}";

    /// <summary>What the transport of a bandwidth is sold as by Google.</summary>
    public static string TransportSku(int mbps) => $"google.transport.{mbps}";

    internal static IEnumerable<Price> Rows { get; } =
    [
        .. InterconnectPairs.All.Select(pair => Hourly(ConnectionSku(10_000), pair.AwsRegion, 12.33m, Aws)),
        .. NorthAmericaAndEurope.SelectMany(region => Transport(region, 3.50m, 17.30m, 19.00m, 146.60m)),
        .. Transport("asia-southeast1", 5.00m, 24.90m, 26.40m, 196.10m),
    ];

    private static IEnumerable<Price> Transport(string region, decimal usd1000, decimal usd5000, decimal usd10000, decimal usd100000) =>
    [
        Hourly(TransportSku(1_000), region, usd1000, Google),
        Hourly(TransportSku(5_000), region, usd5000, Google),
        Hourly(TransportSku(10_000), region, usd10000, Google),
        Hourly(TransportSku(100_000), region, usd100000, Google),
    ];

    private static Price Hourly(string sku, string region, decimal usd, Source source) => new(sku, region, "hour", [new(0, usd)], source);
}
