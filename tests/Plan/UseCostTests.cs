using System.Text;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Cost;
using CrossCloudMesh.Plan.Json;
using FsCheck;
using FsCheck.Fluent;

namespace CrossCloudMesh.Tests.Plan;

/// <summary>What assumed use costs, worked out by hand, and what must be so for any use.</summary>
public class UseCostTests
{
    private static readonly PlannedResource Aws = Of("pulumi:providers:aws", "aws", ("region", PlanValue.Of("us-east-1")));

    private static readonly PlannedResource[] Sites =
    [
        Aws,
        Of("aws:ec2/vpc:Vpc", "aws-east-network") with { Provider = Aws.Urn },
        Of("gcp:compute/network:Network", "gcp-east-network"),
        Of("gcp:compute/subnetwork:Subnetwork", "gcp-east-network", ("region", PlanValue.Of("us-east4"))),
    ];

    /// <summary>Two connections with their attachments at 0.05 an hour each, and four tunnels at the 0.05 of most regions, for 730 hours.</summary>
    [Fact]
    public void AClassicHaVpn_Costs292_AMonth_BeforeTraffic()
    {
        var hub = new PlanValue.ListValue([]);
        PlannedResource[] connections =
        [
            .. Enumerable.Range(0, 2).Select(i => Of("aws:ec2/vpnConnection:VpnConnection", $"c{i}", ("x", hub)) with
            {
                Provider = Aws.Urn,
                PropertyDependencies = new([KeyValuePair.Create("transitGatewayId", Sequence.Sorted(["urn:hub"]))]),
            }),
        ];
        PlannedResource[] tunnels = [.. Enumerable.Range(0, 4).Select(i => Of("gcp:compute/vPNTunnel:VPNTunnel", $"t{i}", ("region", PlanValue.Of("us-central1"))))];

        Assert.Equal(292.00m, CostEstimate.Of([Aws, .. connections, .. tunnels]).FixedMonthlyUsd);
    }

    /// <summary>2,000 GB at 0.02 into the hub, 2,000 at 0.09 out of AWS. 1,000 GB are 931.322574615478515625 GiB, all in the first TiB, at 0.12; and 0.02 for each GB where the hub takes them.</summary>
    [Fact]
    public void ALinkByVpn_CostsWhatTheInternetCosts_EachWay()
    {
        var cost = Linked("haVpn", ("aws-east", 2000), ("gcp-east", 1000));

        Assert.Equal(
            [
                "2000 GB from aws-east out of AWS 180",
                "931.322574615478515625 GiB from gcp-east out of Google Cloud 111.758708953857421875",
                "2000 GB from aws-east into its hub 40",
                "1000 GB from gcp-east into the hub of the other side 20",
            ],
            cost.Assumed.Select(row => $"{row.Quantity} {row.Unit} {row.Item} {row.MonthlyUsd}"));
        Assert.Equal(351.758708953857421875m, cost.UsageMonthlyUsd);
        Assert.Equal(0, cost.FixedMonthlyUsd);
    }

    /// <summary>10,240 GB at 0.09 and 9,760 at 0.085; 18,626.4514923095703125 GiB: 1,024 at 0.12, 9,216 at 0.11 and 8,386.4514923095703125 at 0.08.</summary>
    [Fact]
    public void MuchTraffic_CostsByTiers()
    {
        var cost = Linked("haVpn", ("aws-east", 20_000), ("gcp-east", 20_000));

        Assert.Equal(921.60m + 829.60m, cost.Assumed.Single(row => row.Sku == "aws.internet-egress").MonthlyUsd);
        Assert.Equal(122.88m + 1013.76m + 670.916119384765625m, cost.Assumed.Single(row => row.Sku == "compute.internet-egress").MonthlyUsd);
    }

    [Theory]
    [InlineData("managedInterconnect", "ec2.transit-attachment.data 40, ec2.transit-attachment.data 20")]
    [InlineData("crossCloudInterconnect", "compute.interconnect-egress 18.6264514923095703125, directconnect.egress 40, ec2.transit-attachment.data 40, ec2.transit-attachment.data 20")]
    public void AnInterconnect_CostsLess(string kind, string rows) => Assert.Equal(
        rows, string.Join(", ", Linked(kind, ("aws-east", 2000), ("gcp-east", 1000)).Assumed.Select(row => $"{row.Sku} {row.MonthlyUsd}")));

    [Fact]
    public void APathOfNoKnownKind_IsNotPriced_AndNotFree()
    {
        var cost = Linked("pigeons", ("aws-east", 2000));

        Assert.Equal(["no price here for from aws-east out of AWS in us-east-1, use of east"], cost.NotPriced.Select(row => row.Why));
    }

    [Fact]
    public void ASite_CostsForNatEndpointsAndLogs_EachByItsCloudsUnit()
    {
        var cost = Used(new("aws-east", UseKind.Nat, 100), new("aws-east", UseKind.Endpoints, 100), new("aws-east", UseKind.Logs, 10), new("gcp-east", UseKind.Nat, 100), new("gcp-east", UseKind.Logs, 10));

        Assert.Equal(
            [
                "aws-east cloudwatch.logs.ingested 10 GB 5", "aws-east ec2.nat-gateway.data 100 GB 4.5", "aws-east ec2.vpc-endpoint.data 100 GB 1",
                "gcp-east compute.nat.data 93.1322574615478515625 GiB 4.1909515857696533203125", "gcp-east logging.ingested 9.31322574615478515625 GiB 4.656612873077392578125",
            ],
            cost.Assumed.Select(row => $"{row.Place} {row.Sku} {row.Quantity} {row.Unit} {row.MonthlyUsd}"));
    }

    [Fact]
    public void Nothing_IsAssumed_WhereNobodySays()
    {
        Assert.Empty(CostEstimate.Of(Sites, Links("haVpn"), AssumedUse.None).Assumed);
        Assert.Empty(Linked("haVpn", ("aws-east", 0)).Assumed);
        Assert.Empty(Linked("haVpn", ("mars", 10)).Assumed);
    }

    [Fact]
    public void MoreUse_NeverCostsLess_AndTheSum_IsThatOfTheRows() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(200),
        Prop.ForAll(Gen.Two(Gen.Choose(0, 300_000)).ToArbitrary(), amounts =>
        {
            var (less, more) = (Math.Min(amounts.Item1, amounts.Item2), Math.Max(amounts.Item1, amounts.Item2));
            var (cheap, dear) = (Linked("haVpn", ("aws-east", less), ("gcp-east", less)), Linked("haVpn", ("aws-east", more), ("gcp-east", less)));
            return cheap.UsageMonthlyUsd <= dear.UsageMonthlyUsd && dear.UsageMonthlyUsd == dear.Assumed.Sum(row => row.MonthlyUsd);
        }));

    [Fact]
    public void ADifference_IsTheOppositeOfTheOneBack_AndNothingToItself() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(200),
        Prop.ForAll(Gen.Two(Gen.Choose(0, 30_000)).ToArbitrary(), amounts =>
        {
            var (a, b) = (Planned(amounts.Item1), Planned(amounts.Item2));
            var (there, back) = (CostDifference.Of(a, b)!, CostDifference.Of(b, a)!);
            return there.DeltaUsd == -back.DeltaUsd
                && there.Components.Select(each => (each.Name, each.DeltaUsd)).SequenceEqual(back.Components.Select(each => (each.Name, -each.DeltaUsd)))
                && there.DeltaUsd == there.Components.Sum(each => each.DeltaUsd)
                && CostDifference.Of(a, a) is { DeltaUsd: 0, Components.Count: 0 };
        }));

    [Fact]
    public void ADifference_NamesTheComponent_AndWhatHasNoPrice()
    {
        var key = Of("aws:kms/key:Key", "key") with { Provider = Aws.Urn };
        var unheard = Of("aws:rds/cluster:Cluster", "unheard-of") with { Provider = Aws.Urn };
        var difference = CostDifference.Of(Reckoned([Aws, key]), Reckoned([Aws, unheard]))!;

        Assert.Equal(-1, difference.DeltaUsd);
        Assert.Equal(
            [new("key", new(1, 0, 0), MonthlyCost.None), new("unheard-of", MonthlyCost.None, new(0, 0, 1))], difference.Components);
        Assert.Null(CostDifference.Of(Reckoned([Aws]), Reckoned([Aws]) with { Cost = null }));
    }

    [Fact]
    public void Prices_AreOld_AfterNinetyDays_AndNoPlanSaysSo()
    {
        var read = Prices.Find("aws.kms.key", "us-east-1")!.Source.ReadOn;
        var plan = Reckoned([Aws, Of("aws:kms/key:Key", "key") with { Provider = Aws.Urn }]);

        Assert.Null(OldPrices.On(read.AddDays(OldPrices.MostDays), plan.Cost!));
        Assert.Equal(new(1, read, 91), OldPrices.On(read.AddDays(91), plan.Cost!));
        var later = plan with { Cost = plan.Cost! with { Old = OldPrices.On(read.AddDays(91), plan.Cost!) } };
        Assert.Equal(Encoding.UTF8.GetString(PlanWriter.Write(plan).Span), Encoding.UTF8.GetString(PlanWriter.Write(later).Span));
    }

    [Fact]
    public void APlan_IsReadBack_WithItsDifference()
    {
        var plan = Planned(700) with { CostChange = CostDifference.Of(Planned(100), Planned(700)) };

        Assert.Equal(plan, PlanReader.Read(PlanWriter.Write(plan)));
    }

    private static PlanDocument Planned(int gigabytes) => Reckoned(Sites) with { Cost = Linked("haVpn", ("aws-east", gigabytes), ("gcp-east", gigabytes / 2)) };

    private static PlanDocument Reckoned(PlannedResource[] resources) =>
        PlanDocument.OfFirstUpdate(new("mesh", "dev"), new(SurvivesUnknownOutputs: true, []), resources, [], SortedMap<PlanValue>.Empty) with { Cost = CostEstimate.Of(resources) };

    private static CostEstimate Linked(string kind, params (string Site, int Gigabytes)[] ways) => CostEstimate.Of(Sites, Links(kind), new()
    {
        Links = Sequence.Create<LinkUse>([.. ways.Select(way => new LinkUse("east", way.Site, way.Gigabytes))]),
    });

    private static CostEstimate Used(params SiteUse[] uses) => CostEstimate.Of(Sites, Links("haVpn"), new() { Sites = Sequence.Create<SiteUse>(uses) });

    private static SortedMap<PlanValue> Links(string kind) => new(
    [
        new("links", Map(("east", Map(("sites", PlanValue.Of("aws-east, gcp-east")), ("primary", PlanValue.Of(kind)))))),
    ]);

    private static PlanValue.ObjectValue Map(params (string Name, PlanValue Value)[] members) => new(new([.. members.Select(m => KeyValuePair.Create(m.Name, m.Value))]));

    private static PlannedResource Of(string type, string name, params (string Name, PlanValue Value)[] inputs) => new()
    {
        Urn = $"urn:pulumi:dev::mesh::{type}::{name}",
        Type = type,
        Name = name,
        IsCustom = true,
        Inputs = new([.. inputs.Select(i => KeyValuePair.Create(i.Name, i.Value))]),
    };
}
