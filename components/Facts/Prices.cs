using System.Collections.Immutable;

namespace CrossCloudMesh.Facts;

/// <summary>List prices of what the components make, machines left out (<see cref="MachinePrices"/>). What is not here has no price, never 0.</summary>
public static class Prices
{
    private static readonly Source AwsVpc = new("https://aws.amazon.com/vpc/pricing/", new(2026, 9, 20));

    private static readonly Source AwsTransit = new("https://aws.amazon.com/transit-gateway/pricing/", new(2026, 9, 20));

    private static readonly Source Route53 = new("https://aws.amazon.com/route53/pricing/", new(2026, 9, 11))
    {
        NotRead = "the page itself: what quotes it and AWS's price list of that day, which name no other price in any region",
    };

    private static readonly Source DirectConnect = new("https://aws.amazon.com/directconnect/pricing/pay-as-you-go/", new(2026, 9, 20))
    {
        NotRead = "the page itself: the numbers are those that a public transcript of that day quotes. Japan has others",
    };

    private static readonly Source Eks = new("https://aws.amazon.com/eks/pricing/", new(2026, 3, 14));

    private static readonly Source Ebs = new("https://aws.amazon.com/ebs/pricing/", new(2026, 3, 14));

    private static readonly Source AwsKms = new("https://aws.amazon.com/kms/pricing/", new(2026, 3, 14));

    private static readonly Source CloudWatch = new("https://aws.amazon.com/cloudwatch/pricing/", new(2026, 9, 20));

    private static readonly Source CloudWatchTables = CloudWatch with { NotRead = "the page itself: what others quote of it" };

    private static readonly Source Vpn = new("https://aws.amazon.com/vpn/pricing/", new(2026, 9, 20));

    private static readonly Source Gke = new("https://cloud.google.com/kubernetes-engine/pricing", new(2026, 9, 20));

    private static readonly Source GoogleKms = new("https://cloud.google.com/kms/pricing", new(2026, 11, 21))
    {
        NotRead = "the page of today: stored copies of it in several languages, by which these prices hold since 2025-03-17",
    };

    private static readonly Source CloudNat = new("https://cloud.google.com/nat/pricing", new(2026, 9, 20));

    private static readonly Source CloudDns = new("https://cloud.google.com/dns/pricing", new(2026, 11, 21)) { NotRead = "the page itself: what quotes it" };

    private static readonly Source GoogleSkus = new(
        "https://github.com/Cyclenerd/google-cloud-pricing-cost-calculator/blob/master/pricing.yml", new(2026, 8, 20));

    /// <summary>Regions of AWS in the United States that share one price for what a network needs.</summary>
    private static readonly ImmutableArray<string> AwsBase = ["us-east-1", "us-east-2", "us-west-2"];

    private static readonly ImmutableArray<string> AwsEast = ["us-east-1", "us-east-2"];

    private static readonly ImmutableArray<string> OutsideJapan =
        [.. AwsRegions.All.Select(region => region.Name).Where(name => !name.StartsWith("ap-northeast-", StringComparison.Ordinal) || name == "ap-northeast-2")];

    /// <summary>All rows.</summary>
    public static ImmutableArray<Price> Rows { get; } =
    [
        .. Everywhere("aws.kms.key", "month", 1.00m, AwsKms),
        .. Everywhere("aws.public-ipv4", "hour", 0.005m, AwsVpc),
        .. Everywhere("route53.resolver-address", "hour", 0.125m, Route53),
        .. Everywhere("route53.resolver-queries", "million", 0.40m, Route53),
        .. Everywhere("route53.zone", "month", 0.50m, Route53),
        .. Everywhere("eks.cluster", "hour", 0.10m, Eks),
        .. Everywhere("eks.cluster.extended", "hour", 0.60m, Eks),
        .. In(OutsideJapan, "directconnect.port.10Gbps", "hour", 2.25m, DirectConnect),
        .. In(OutsideJapan, "directconnect.port.100Gbps", "hour", 22.50m, DirectConnect),
        .. In(OutsideJapan, "directconnect.port.400Gbps", "hour", 85.00m, DirectConnect),
        .. In(AwsEast, "ec2.transit-attachment", "hour", 0.05m, AwsTransit),
        .. In(AwsEast, "ec2.transit-attachment.data", "GB", 0.02m, AwsTransit),
        .. In(AwsEast, "ec2.vpc-endpoint", "hour", 0.01m, AwsVpc),
        .. In(AwsEast, "ec2.vpc-endpoint.data", "GB", 0.01m, AwsVpc),
        .. In(AwsEast, "ec2.vpn-connection", "hour", 0.05m, Vpn),
        .. In(AwsBase, "ebs.gp3", "GB-month", 0.08m, Ebs),
        .. In(AwsBase, "ec2.nat-gateway", "hour", 0.045m, AwsVpc),
        .. In(AwsBase, "ec2.nat-gateway.data", "GB", 0.045m, AwsVpc),
        .. In(["us-east-1"], "cloudwatch.logs.ingested", "GB", 0.50m, CloudWatch),
        .. In(["us-east-1"], "cloudwatch.logs.stored", "GB-month", 0.03m, CloudWatch),
        .. In(["us-east-1"], "cloudwatch.alarm-metric", "month", 0.10m, CloudWatchTables),
        .. In(["us-east-1"], "cloudwatch.composite-alarm", "month", 0.50m, CloudWatchTables),
        .. Everywhere("cloudwatch.dashboard", "month", 3.00m, CloudWatchTables),
        .. Everywhere("cloud-dns.queries", "million", 0.40m, CloudDns),
        .. Everywhere("cloud-dns.zone", "month", 0.20m, CloudDns),
        .. Everywhere("compute.nat.ip", "hour", 0.005m, CloudNat),
        .. Everywhere("compute.nat.machine", "hour", 0.0014m, CloudNat),
        .. Everywhere("compute.nat.over-32-machines", "hour", 0.044m, CloudNat),
        .. Everywhere("compute.nat.data", "GiB", 0.045m, CloudNat),
        .. Everywhere("gke.cluster", "hour", 0.10m, Gke),
        .. Everywhere("gke.cluster.extended", "hour", 0.60m, Gke),
        .. Everywhere("google.kms.hsm-version", "month", 1.00m, GoogleKms),
        .. Everywhere("google.kms.software-version", "month", 0.06m, GoogleKms),
        .. ByRegion("compute.pd-balanced", "GiB-month", 1.0m),
        .. ByRegion("compute.pd-ssd", "GiB-month", 1.7m),
        .. ByRegion("compute.pd-standard", "GiB-month", 0.4m),
        .. In(
            ["asia-east1", "asia-south1", "europe-north1", "europe-west1", "europe-west4", "northamerica-northeast1", "us-central1", "us-east1", "us-east5", "us-west1"],
            "compute.ha-vpn-tunnel", "hour", 0.05m, GoogleSkus),
        .. In(["us-east4", "us-west4", "asia-southeast1"], "compute.ha-vpn-tunnel", "hour", 0.055m, GoogleSkus),
        .. In(["europe-west2", "europe-west3"], "compute.ha-vpn-tunnel", "hour", 0.06m, GoogleSkus),
        .. In(["asia-northeast1"], "compute.ha-vpn-tunnel", "hour", 0.075m, GoogleSkus),
        .. InterconnectPrices.Rows,
        .. TrafficPrices.Rows,
    ];

    private static readonly Dictionary<(string Sku, string Region), Price> BySku = Rows.ToDictionary(row => (row.Sku, row.Region));

    /// <summary>The price of something in a region, or null where it is not in the table.</summary>
    public static Price? Find(string sku, string region) => BySku.GetValueOrDefault((sku, region)) ?? BySku.GetValueOrDefault((sku, Price.AnyRegion));

    private static IEnumerable<Price> Everywhere(string sku, string unit, decimal usd, Source source) => In([Price.AnyRegion], sku, unit, usd, source);

    private static IEnumerable<Price> In(ImmutableArray<string> regions, string sku, string unit, decimal usd, Source source) =>
        regions.Select(region => new Price(sku, region, unit, [new(0, usd)], source));

    /// <summary>Disks: every kind keeps its ratio to the balanced one in every region named here.</summary>
    private static IEnumerable<Price> ByRegion(string sku, string unit, decimal ratio) =>
        new (string Region, decimal Usd)[]
        {
            ("asia-northeast1", 0.13m), ("asia-south1", 0.12m), ("asia-southeast1", 0.11m), ("europe-north1", 0.11m), ("europe-west1", 0.10m),
            ("europe-west2", 0.12m), ("europe-west3", 0.12m), ("europe-west4", 0.11m), ("europe-west6", 0.13m), ("europe-west9", 0.116m),
            ("northamerica-northeast1", 0.11m), ("us-central1", 0.10m), ("us-east1", 0.10m), ("us-east4", 0.11m), ("us-east5", 0.10m),
            ("us-west1", 0.10m), ("us-west4", 0.11m),
        }.Select(row => new Price(sku, row.Region, unit, [new(0, row.Usd * ratio)], GoogleSkus));
}
