using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Networks;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Tests.Components;

[Collection(Evaluations.Name)]
public sealed class AwsNetworkTests
{
    internal static readonly AwsNetworkArgs ThreeZones = new()
    {
        AccountId = "123456789012",
        Region = "us-east-1",
        PhysicalName = "test-east",
        Range = Cidr.Parse("10.16.0.0/16")!.Value,
        Zones = Zones(("use1-az1", 0), ("use1-az2", 1), ("use1-az4", 2)),
        PeerRanges = [Cidr.Parse("10.0.0.0/8")!.Value],
        Nat = NatMode.Regional,
        Features = EksFacts.Features.Union(EksAddonFacts.Of(isAutoModeAlone: false, []).SelectMany(addon => addon.Features)),
        LogRetentionDays = 30,
        Protect = true,
    };

    [Fact]
    public async Task Makes_EveryKindOnce_OrOncePerZone()
    {
        var asked = await RunAsync(ThreeZones);
        Assert.Equal(
            [
                "aws:cloudwatch/logGroup:LogGroup 1",
                "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup 1",
                "aws:ec2/flowLog:FlowLog 1",
                "aws:ec2/internetGateway:InternetGateway 1",
                "aws:ec2/natGateway:NatGateway 1",
                "aws:ec2/networkAcl:NetworkAcl 3",
                "aws:ec2/networkAclAssociation:NetworkAclAssociation 9",
                "aws:ec2/route:Route 4",
                "aws:ec2/routeTable:RouteTable 5",
                "aws:ec2/routeTableAssociation:RouteTableAssociation 9",
                "aws:ec2/subnet:Subnet 9",
                "aws:ec2/vpc:Vpc 1",
                "aws:ec2/vpcEndpoint:VpcEndpoint 1",
                "aws:iam/role:Role 1",
                "aws:iam/rolePolicy:RolePolicy 1",
                "aws:kms/alias:Alias 1",
                "aws:kms/key:Key 1",
            ],
            asked.Counts());
    }

    [Fact]
    public async Task MovesNothing_WhenAZoneComes()
    {
        var before = await RunAsync(ThreeZones);
        var after = await RunAsync(ThreeZones with { Zones = ThreeZones.Zones.Add("use1-az3", 3) });
        var added = after.Resources.Where(now => before.Find(now.Urn) is null).Select(now => now.Name);
        var changed = before.Resources.Where(old => !old.Inputs.Equals(after.Find(old.Urn)?.Inputs)).Select(old => old.Name);

        Assert.NotEmpty(added);
        Assert.All(added, name => Assert.Contains("use1-az3", name, StringComparison.Ordinal));
        // The endpoint for S3 learns of the new zone's route table; nothing else changes.
        Assert.Equal(["east-endpoint-s3"], changed);
    }

    [Fact]
    public async Task ChangesOnlyRoutes_WhenNatBecomesPerZone()
    {
        var before = await RunAsync(ThreeZones);
        var after = await RunAsync(ThreeZones with { Nat = NatMode.PerZone });
        Assert.Equal(3, after.OfType("aws:ec2/natGateway:NatGateway").Count());
        Assert.Equal(3, after.OfType("aws:ec2/eip:Eip").Count());

        var changed = before.Resources
            .Where(old => after.Find(old.Urn) is { } now && !now.Inputs.Equals(old.Inputs))
            .Select(old => old.Type)
            .Distinct(StringComparer.Ordinal);
        Assert.Equal(["aws:ec2/route:Route"], changed);
    }

    [Fact]
    public async Task ClosesTheDefaultGroup()
    {
        var group = (await RunAsync(ThreeZones)).One("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup");
        Assert.Equal("absent", group.Input("ingress"));
        Assert.Equal("absent", group.Input("egress"));
    }

    [Fact]
    public async Task GivesNoSubnet_PublicAddresses() => Assert.All(
        (await RunAsync(ThreeZones)).OfType("aws:ec2/subnet:Subnet"),
        subnet => Assert.Equal("false", subnet.Input("mapPublicIpOnLaunch")));

    [Fact]
    public async Task GivesIntraSubnets_NoWayOut()
    {
        var asked = await RunAsync(ThreeZones);
        var table = asked.One("aws:ec2/routeTable:RouteTable", "east-intra").Urn;
        Assert.DoesNotContain(asked.OfType("aws:ec2/route:Route"), route => route.PropertyDependencies["routeTableId"]!.Contains(table));
    }

    [Fact]
    public async Task TagsSubnets_ForTheLoadBalancersThatBelongThere()
    {
        var asked = await RunAsync(ThreeZones);
        Assert.Equal("1", asked.One("aws:ec2/subnet:Subnet", "east-public-use1-az1").Input("tags>kubernetes.io/role/elb"));
        Assert.Equal("1", asked.One("aws:ec2/subnet:Subnet", "east-private-use1-az1").Input("tags>kubernetes.io/role/internal-elb"));
        Assert.Equal("{Name: test-east-intra-use1-az1}", asked.One("aws:ec2/subnet:Subnet", "east-intra-use1-az1").Input("tags"));
    }

    [Fact]
    public async Task EncryptsFlowLogs_AndKeepsThemAsLongAsSaid()
    {
        var asked = await RunAsync(ThreeZones);
        var group = asked.One("aws:cloudwatch/logGroup:LogGroup");
        Assert.Equal("30", group.Input("retentionInDays"));
        Assert.StartsWith("arn:aws:kms:", group.Input("kmsKeyId"), StringComparison.Ordinal);
        Assert.Equal("ALL", asked.One("aws:ec2/flowLog:FlowLog").Input("trafficType"));
        Assert.Contains(
            "arn:aws:logs:us-east-1:123456789012:log-group:/aws/vpc/test-east-flow",
            asked.One("aws:kms/key:Key").Input("policy"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ProtectsWhatCannotBeMadeAgain_WhereTold(bool protect)
    {
        var kept = (await RunAsync(ThreeZones with { Protect = protect })).Resources.Where(resource => resource.Options.Protect).Select(resource => resource.Type);
        Assert.Equal(
            protect ? ["aws:ec2/subnet:Subnet", "aws:ec2/vpc:Vpc", "aws:kms/key:Key"] : [],
            kept.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Refuses_BadArguments_AllAtOnce()
    {
        var message = await Harness.FailAsync((aws, gcp) => _ = new AwsNetwork(
            "east",
            ThreeZones with
            {
                Range = Cidr.Parse("10.0.0.0/24")!.Value,
                PodRange = Cidr.Parse("10.0.0.0/22")!.Value,
                Zones = Zones(("use1-az1", 0)),
                Nat = NatMode.None,
                Features = [],
            },
            aws));
        Assert.Contains("range: must be a /16 to a /20; got 10.0.0.0/24", message, StringComparison.Ordinal);
        Assert.Contains("podRange: must be a /16 to a /21; got 10.0.0.0/22", message, StringComparison.Ordinal);
        Assert.Contains("podRange: must not overlap the network's range, which is 10.0.0.0/24; got 10.0.0.0/22; choose another range", message, StringComparison.Ordinal);
        Assert.Contains("features: must hold at least one where there is no NAT; got none; name what calls AWS, or it reaches nothing", message, StringComparison.Ordinal);
        Assert.Contains("zones: must be at least 2, which EKS asks for; got use1-az1; add a zone", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChangesOnlyTheWayOut_WhenThereIsNoNat()
    {
        var before = await RunAsync(ThreeZones);
        var after = await RunAsync(ThreeZones with { Nat = NatMode.None });
        Assert.Empty(after.OfType("aws:ec2/natGateway:NatGateway"));
        Assert.Equal("east-public-default", after.One("aws:ec2/route:Route").Name);

        var gone = before.Resources.Where(old => after.Find(old.Urn) is null).Select(old => old.Type).Distinct(StringComparer.Ordinal);
        Assert.Equal(["aws:ec2/natGateway:NatGateway", "aws:ec2/route:Route"], gone.Order(StringComparer.Ordinal));
        var come = after.Resources.Where(now => before.Find(now.Urn) is null).Select(now => now.Type).Distinct(StringComparer.Ordinal);
        Assert.Equal(
            ["aws:ec2/securityGroup:SecurityGroup", "aws:ec2/vpcEndpoint:VpcEndpoint", "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"],
            come.Order(StringComparer.Ordinal));
        var changed = before.Resources.Where(old => after.Find(old.Urn) is { } now && !now.Inputs.Equals(old.Inputs)).Select(old => old.Name);
        Assert.Equal(["east-private"], changed);
    }

    private static Task<Asked> RunAsync(AwsNetworkArgs args) => Harness.RunAsync((aws, gcp) => _ = new AwsNetwork("east", args, aws));

    private static ImmutableSortedDictionary<string, int> Zones(params (string Zone, int Slot)[] zones) =>
        zones.ToImmutableSortedDictionary(zone => zone.Zone, zone => zone.Slot, StringComparer.Ordinal);
}
