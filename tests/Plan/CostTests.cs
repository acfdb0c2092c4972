using CrossCloudMesh.Facts;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Cost;

namespace CrossCloudMesh.Tests.Plan;

public class CostTests
{
    private const string Subnet = "aws:ec2/subnet:Subnet";

    private static readonly PlannedResource Aws = Of("pulumi:providers:aws", "aws", ("region", PlanValue.Of("us-east-1")));

    private static readonly PlannedResource Frankfurt = Of("pulumi:providers:aws", "frankfurt", ("region", PlanValue.Of("eu-central-1")));

    [Fact]
    public void Sum_IsThatOfTheRows()
    {
        var cost = CostEstimate.Of([Aws, Made(Aws, "aws:kms/key:Key", "a"), Made(Aws, "aws:kms/key:Key", "b"), Made(Aws, "aws:ec2/eip:Eip", "c")]);

        Assert.Equal(1 + 1 + (0.005m * 730), cost.FixedMonthlyUsd);
        Assert.All(cost.Fixed, row => Assert.Equal(row.Quantity * row.UnitUsd, row.MonthlyUsd));
    }

    [Fact]
    public void WhatHasNoPrice_IsNamed_AndNeverZero()
    {
        var nat = Made(Frankfurt, "aws:ec2/natGateway:NatGateway", "nat");
        var cost = CostEstimate.Of([Frankfurt, nat, Made(Frankfurt, "aws:rds/cluster:Cluster", "unheard-of")]);

        Assert.Empty(cost.Fixed);
        Assert.Equal(
            ["no price here for NAT gateway in 1 zone in eu-central-1", "no price here for NAT traffic in eu-central-1", "its type is in no price table here"],
            cost.NotPriced.Select(row => row.Why));
        Assert.Null(cost.PricesAsOf);
    }

    [Fact]
    public void WhatNobodyBills_IsNotNamed() => Assert.Empty(CostEstimate.Of([Aws, Made(Aws, "aws:iam/role:Role", "role")]).NotPriced);

    [Fact]
    public void APeering_CostsAtEachEnd_AndNothingForWhatComesOutOfIt()
    {
        PlannedResource[] ends =
        [
            Made(Aws, "aws:ec2transitgateway/peeringAttachment:PeeringAttachment", "request"),
            Made(Aws, "aws:ec2transitgateway/peeringAttachmentAccepter:PeeringAttachmentAccepter", "accepted"),
        ];

        Assert.Equal(["transit gateway peering, one end 36.5", "transit gateway peering, one end 36.5"], Rows([Aws, .. ends]));
        Assert.Empty(CostEstimate.Of([Aws, .. ends]).Usage);
    }

    [Fact]
    public void ARegionalNatGateway_CostsInEachZoneOfItsNetwork()
    {
        var vpc = Made(Aws, "aws:ec2/vpc:Vpc", "net");
        var nat = From(Made(Aws, "aws:ec2/natGateway:NatGateway", "nat", ("availabilityMode", PlanValue.Of("regional"))), ("vpcId", vpc));
        PlannedResource[] subnets =
            [.. new[] { "use1-az1", "use1-az1", "use1-az2" }.Select((zone, i) => From(Made(Aws, Subnet, $"s{i}", ("availabilityZoneId", PlanValue.Of(zone))), ("vpcId", vpc)))];

        Assert.Equal(["2 public IPv4 addresses 7.3", "NAT gateway in 2 zones 65.7"], Rows([Aws, vpc, nat, .. subnets]));
    }

    [Fact]
    public void AnInterfaceEndpoint_CostsInEachZone_AndAGatewayEndpointNothing()
    {
        var subnets = new PlanValue.ListValue([PlanValue.Of("subnet-1"), PlanValue.Of("subnet-2")]);

        Assert.Equal(
            ["interface endpoint in 2 zones 14.6"],
            Rows(
                Aws,
                Made(Aws, "aws:ec2/vpcEndpoint:VpcEndpoint", "ecr", ("vpcEndpointType", PlanValue.Of("Interface")), ("subnetIds", subnets)),
                Made(Aws, "aws:ec2/vpcEndpoint:VpcEndpoint", "s3", ("vpcEndpointType", PlanValue.Of("Gateway")))));
    }

    [Fact]
    public void ANodeGroup_CostsItsFewestMachines_AndTheirDisks()
    {
        var template = Made(Aws, "aws:ec2/launchTemplate:LaunchTemplate", "t", ("blockDeviceMappings", new PlanValue.ListValue(
            [Map(("ebs", Map(("volumeSize", PlanValue.Of(50)), ("volumeType", PlanValue.Of("gp3")))))])));
        var group = From(Group("t4g.large"), ("launchTemplate", template));

        Assert.Equal(["2 × 50 GB gp3 disk 8", "2 × t4g.large 98.112"], Rows(Aws, template, group));
    }

    [Theory]
    [InlineData("x9z.large", null, "no price here for 2 × x9z.large in us-east-1")]
    [InlineData("t4g.large", "SPOT", "machines of capacity type SPOT have no fixed price")]
    public void ANodeGroup_IsNotPriced_WhereThePriceIsNotKnown(string type, string? capacity, string why)
    {
        var cost = CostEstimate.Of([Aws, Group(type, capacity)]);

        Assert.Empty(cost.Fixed);
        Assert.Equal([why, "the size of its disks is not in the plan"], cost.NotPriced.Select(row => row.Why).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("1.36", null, "EKS control plane 73")]
    [InlineData("1.36", "STANDARD", "EKS control plane 73")]
    [InlineData("1.21", "STANDARD", "EKS control plane 73")]
    public void AnEksCluster_CostsByItsSupport(string version, string? support, string row)
    {
        var cluster = Made(Aws, "aws:eks/cluster:Cluster", "c", ("version", PlanValue.Of(version)));
        cluster = support is null ? cluster : cluster with { Inputs = new([.. cluster.Inputs, new("upgradePolicy", Map(("supportType", PlanValue.Of(support))))]) };

        Assert.Equal([row], Rows(Aws, cluster));
    }

    [Fact]
    public void AnEksCluster_OfAVersionThatTheTableDoesNotHave_IsNotPriced() => Assert.Equal(
        ["the support table does not have Kubernetes 1.21"],
        CostEstimate.Of([Aws, Made(Aws, "aws:eks/cluster:Cluster", "c", ("version", PlanValue.Of("1.21")))]).NotPriced.Select(row => row.Why));

    [Theory]
    [InlineData("REGULAR", "1.34", "GKE cluster 73")]
    [InlineData("EXTENDED", "1.34", "GKE cluster in extended support 438")]
    [InlineData("EXTENDED", "1.35.2-gke.1", "GKE cluster 73")]
    public void AGkeCluster_CostsByItsSupport(string channel, string version, string row) => Assert.Equal([row], Rows(Gke(channel, version)));

    [Fact]
    public void AGkePool_CostsItsFewestMachinesInEachZone()
    {
        var cluster = Gke("REGULAR", "1.35");
        var pool = From(
            Of(
                "gcp:container/nodePool:NodePool",
                "pool",
                ("location", PlanValue.Of("us-east4")),
                ("autoscaling", Map(("minNodeCount", PlanValue.Of(2)))),
                ("nodeConfig", Map(("machineType", PlanValue.Of("e2-standard-4")), ("diskSizeGb", PlanValue.Of(100)), ("diskType", PlanValue.Of("pd-ssd"))))),
            ("cluster", cluster));

        Assert.Equal(["6 × 100 GiB pd-ssd 112.2", "6 × e2-standard-4 661.1243832", "GKE cluster 73"], Rows(cluster, pool));
    }

    [Fact]
    public void GoogleCounts_InGiB_AndAws_InGB()
    {
        Assert.All(Prices.Rows.Where(row => row.Sku.StartsWith("compute.", StringComparison.Ordinal)), row => Assert.DoesNotContain("GB", row.Unit, StringComparison.Ordinal));
        Assert.All(Prices.Rows.Where(row => row.Sku.StartsWith("ec2.", StringComparison.Ordinal)), row => Assert.DoesNotContain("GiB", row.Unit, StringComparison.Ordinal));
    }

    [Fact]
    public void APrice_ChargesEachPartAtItsTier()
    {
        var price = new Price("egress", "any", "GB", [new(0, 0.09m), new(10, 0.085m), new(50, 0.07m)], new("https://example.com", new(2026, 11, 21)));

        Assert.Equal((0m, 0.45m, 0.9m, 0.9m + 3.4m + 0.7m), (price.Of(0), price.Of(5), price.Of(10), price.Of(60)));
    }

    [Fact]
    public void Facts_HaveTiersFromZeroUp_AndNoPriceOfZero() => Assert.All(Prices.Rows, row =>
    {
        Assert.Equal(0, row.Tiers[0].From);
        Assert.All(row.Tiers, tier => Assert.True(tier.Usd > 0, row.Sku));
        Assert.Equal(row.Tiers.Select(tier => tier.From).Order(), row.Tiers.Select(tier => tier.From));
    });

    private static List<string> Rows(params PlannedResource[] resources) =>
        [.. CostEstimate.Of(resources).Fixed.Select(row => $"{row.Item} {row.MonthlyUsd}").Order(StringComparer.Ordinal)];

    private static PlannedResource Group(string type, string? capacity = null) => Made(
        Aws,
        "aws:eks/nodeGroup:NodeGroup",
        "g",
        ("instanceTypes", new PlanValue.ListValue([PlanValue.Of(type)])),
        ("capacityType", capacity is null ? PlanValue.Null : PlanValue.Of(capacity)),
        ("scalingConfig", Map(("minSize", PlanValue.Of(2)))));

    private static PlannedResource Gke(string channel, string version) => Of(
        "gcp:container/cluster:Cluster",
        "cluster",
        ("location", PlanValue.Of("us-east4")),
        ("minMasterVersion", PlanValue.Of(version)),
        ("nodeLocations", new PlanValue.ListValue([PlanValue.Of("us-east4-a"), PlanValue.Of("us-east4-b"), PlanValue.Of("us-east4-c")])),
        ("releaseChannel", Map(("channel", PlanValue.Of(channel)))));

    private static PlanValue.ObjectValue Map(params (string Name, PlanValue Value)[] members) =>
        new(new([.. members.Select(m => KeyValuePair.Create(m.Name, m.Value))]));

    private static PlannedResource Made(PlannedResource provider, string type, string name, params (string Name, PlanValue Value)[] inputs) =>
        Of(type, name, inputs) with { Provider = provider.Urn };

    private static PlannedResource From(PlannedResource resource, params (string Input, PlannedResource Source)[] inputs) =>
        resource with { PropertyDependencies = new([.. inputs.Select(i => KeyValuePair.Create(i.Input, Sequence.Sorted([i.Source.Urn])))]) };

    private static PlannedResource Of(string type, string name, params (string Name, PlanValue Value)[] inputs) => new()
    {
        Urn = $"urn:pulumi:dev::mesh::{type}::{name}",
        Type = type,
        Name = name,
        IsCustom = true,
        Inputs = new([.. inputs.Select(i => KeyValuePair.Create(i.Name, i.Value))]),
    };
}
