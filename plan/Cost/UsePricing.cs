using CrossCloudMesh.Plan.Graph;
using CrossCloudMesh.Plan.Network.Proof;

namespace CrossCloudMesh.Plan.Cost;

/// <summary>Costs of the use that is assumed: each GB at each place that bills it, on its way from site to site and out of the clouds.</summary>
/// <remarks>
/// A link's traffic is taken to go by its primary path, and to be alone in its price tiers. Cloud VPN to another cloud costs what the internet
/// costs; an interconnect that both clouds run costs by the hour alone; what comes in is free, but for the hub that takes it. Sources of which
/// way costs what: https://cloud.google.com/network-connectivity/docs/vpn/pricing, https://aws.amazon.com/transit-gateway/pricing/, read 2026-11-21.
/// </remarks>
internal sealed class UsePricing
{
    private const string GoogleNetwork = "gcp:compute/network:Network";
    private const string Subnetwork = "gcp:compute/subnetwork:Subnetwork";
    private const string Vpc = "aws:ec2/vpc:Vpc";

    /// <summary>Bytes of a GB over those of a GiB.</summary>
    private const decimal GibibytesPerGigabyte = 1_000_000_000m / (1L << 30);

    private readonly CostSheet sheet;
    private readonly List<StatedLink> links;
    private readonly Dictionary<string, Place> places = new(StringComparer.Ordinal);

    public UsePricing(CostSheet sheet, IReadOnlyList<PlannedResource> resources, SortedMap<PlanValue> outputs)
    {
        this.sheet = sheet;
        links = StatedLink.Read(outputs) ?? [];
        var lineage = new Lineage(resources);
        foreach (var network in resources.Where(resource => resource.Type is Vpc or GoogleNetwork))
        {
            var site = lineage.SiteOf(network);
            var region = network.Type == Vpc
                ? sheet.RegionOf(network)
                : resources.Where(each => each.Type == Subnetwork && lineage.SiteOf(each) == site).Select(sheet.RegionOf).FirstOrDefault();
            places[site] = new(network, network.Type == Vpc, region ?? "");
        }
    }

    public void Add(AssumedUse use)
    {
        foreach (var link in use.Links)
        {
            Send(link);
        }

        foreach (var site in use.Sites)
        {
            if (places.GetValueOrDefault(site.Site) is { } place)
            {
                Use(site, place);
            }
        }
    }

    private void Send(LinkUse use)
    {
        if (links.Find(link => link.Key == use.Link) is not { } link || Array.IndexOf(link.Sites, use.Site) < 0)
        {
            return;
        }

        var (from, to) = (places.GetValueOrDefault(use.Site), places.GetValueOrDefault(link.Sites[0] == use.Site ? link.Sites[1] : link.Sites[0]));
        if (from is { IsAws: true })
        {
            Charge(from, use, "ec2.transit-attachment.data", $"from {use.Site} into its hub");
            if (Leaving(link.Primary, to, from) is { } sku)
            {
                Charge(from, use, sku, $"from {use.Site} out of AWS");
            }
        }
        else if (from is not null && LeavingGoogle(link.Primary) is { } sku)
        {
            Charge(from, use, sku, $"from {use.Site} out of Google Cloud");
        }

        // What comes out of a peering was paid for where it went into the other hub.
        if (to is { IsAws: true } && link.Primary != "transitPeering")
        {
            Charge(to, use, "ec2.transit-attachment.data", $"from {use.Site} into the hub of the other side");
        }
    }

    private static string? Leaving(string? path, Place? to, Place from) => path switch
    {
        "managedInterconnect" => null,
        "haVpn" or "onPremises" => "aws.internet-egress",
        "crossCloudInterconnect" or "encryptedInterconnect" or "partnerInterconnect" => "directconnect.egress",
        "transitPeering" => IsUnitedStatesEast(from) && to is not null && IsUnitedStatesEast(to) ? "aws.region-egress.near" : "aws.region-egress",
        _ => $"{path ?? "a path of no kind"}.egress",
    };

    private static string? LeavingGoogle(string? path) => path switch
    {
        "managedInterconnect" => null,
        "haVpn" => "compute.internet-egress",
        "crossCloudInterconnect" or "encryptedInterconnect" or "partnerInterconnect" => "compute.interconnect-egress",
        _ => $"{path ?? "a path of no kind"}.egress",
    };

    private static bool IsUnitedStatesEast(Place place) => place.Region.StartsWith("us-east-", StringComparison.Ordinal);

    private void Use(SiteUse use, Place place)
    {
        var (sku, item) = (use.Of, place.IsAws) switch
        {
            (UseKind.Nat, true) => ("ec2.nat-gateway.data", "NAT traffic"),
            (UseKind.Nat, false) => ("compute.nat.data", "NAT traffic"),
            (UseKind.Endpoints, _) => ("ec2.vpc-endpoint.data", "interface endpoint traffic"),
            (UseKind.Logs, true) => ("cloudwatch.logs.ingested", "log ingestion"),
            _ => ("logging.ingested", "log ingestion"),
        };
        sheet.Assume(place.Network, place.Region, use.Site, sku, item, use.Gigabytes, use.Gigabytes * GibibytesPerGigabyte);
    }

    private void Charge(Place place, LinkUse use, string sku, string item) =>
        sheet.Assume(place.Network, place.Region, use.Link, sku, item, use.Gigabytes, use.Gigabytes * GibibytesPerGigabyte);

    /// <summary>Where a site is.</summary>
    private sealed record Place(PlannedResource Network, bool IsAws, string Region);
}
