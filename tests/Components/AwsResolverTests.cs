using System.Collections.Immutable;
using CrossCloudMesh.Networks;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Values;
using Pulumi;

namespace CrossCloudMesh.Tests.Components;

[Collection(Evaluations.Name)]
public sealed class AwsResolverTests
{
    private const string Endpoint = "aws:route53/resolverEndpoint:ResolverEndpoint";

    [Fact]
    public async Task Makes_TwoDoors_WhereNamesPass()
    {
        var asked = await RunAsync(Args());
        Assert.Equal(
            [
                "aws:cloudwatch/logGroup:LogGroup 1",
                "aws:ec2/securityGroup:SecurityGroup 2",
                "aws:kms/alias:Alias 1",
                "aws:kms/key:Key 1",
                "aws:route53/resolverEndpoint:ResolverEndpoint 2",
                "aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig 1",
                "aws:route53/resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation 1",
                "aws:route53/zone:Zone 1",
            ],
            asked.Counts());
    }

    [Fact]
    public async Task Makes_NoDoor_WhereTheyPassToNobody()
    {
        var asked = await Harness.RunAsync((aws, gcp) => Assert.Null(new AwsResolver("names", Args() with { Forwards = false }, aws).Doors));
        Assert.Empty(asked.OfType(Endpoint));
        Assert.Empty(asked.OfType("aws:ec2/securityGroup:SecurityGroup"));
        Assert.Equal("east.mesh.example", asked.One("aws:route53/zone:Zone").Input("name"));
    }

    [Fact]
    public async Task KeepsItsZone_ForTheVpcAlone()
    {
        var zone = (await RunAsync(Args())).One("aws:route53/zone:Zone", "names");
        Assert.Equal("[{vpcId: vpc-1, vpcRegion: us-east-1}]", zone.Input("vpcs"));
        Assert.True(zone.Options.Protect);
    }

    [Fact]
    public async Task Stands_InEachSubnet_AndAdmitsNobody()
    {
        var asked = await RunAsync(Args());
        foreach (var part in new[] { "inbound", "outbound" })
        {
            var endpoint = asked.One(Endpoint, $"names-{part}");
            Assert.Equal(part.ToUpperInvariant(), endpoint.Input("direction"));
            Assert.Equal("[{subnetId: subnet-a}, {subnetId: subnet-b}]", endpoint.Input("ipAddresses"));
            var group = asked.Find(Assert.Single(endpoint.PropertyDependencies["securityGroupIds"]!))!;
            Assert.Equal($"names-{part}", group.Name);
            Assert.Equal("absent", group.Input("ingress"));
            Assert.Equal("absent", group.Input("egress"));
        }

        Assert.Empty(asked.OfType("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"));
    }

    [Fact]
    public async Task WritesDown_EveryQuery_OfTheVpc()
    {
        var asked = await RunAsync(Args());
        var log = asked.One("aws:cloudwatch/logGroup:LogGroup");
        Assert.Equal("/aws/vendedlogs/route53resolver/test-east", log.Input("name"));
        Assert.Equal("90", log.Input("retentionInDays"));
        Assert.Contains(log.Urn, asked.One("aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig").PropertyDependencies["destinationArn"]!);
        Assert.Equal("vpc-1", asked.One("aws:route53/resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation").Input("resourceId"));
    }

    [Fact]
    public async Task Tells_AnAddress_ForEachSubnet()
    {
        var told = new List<string?>();
        await Harness.RunAsync((aws, gcp) => Output.All(new AwsResolver("names", Args(), aws).Doors!.InboundAddresses).Apply(addresses =>
        {
            told.AddRange(addresses);
            return 0;
        }));
        Assert.Equal(2, told.OfType<string>().Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Refuses_OneZone() => Assert.Contains(
        "subnetIds: must be in 2 zones or more; got 1; add a subnet of another zone",
        await Harness.FailAsync((aws, gcp) => _ = new AwsResolver("names", Args() with { SubnetIds = Args().SubnetIds.Remove("use1-az2") }, aws)),
        StringComparison.Ordinal);

    private static Task<Asked> RunAsync(AwsResolverArgs args) => Harness.RunAsync((aws, gcp) => _ = new AwsResolver("names", args, aws));

    private static AwsResolverArgs Args() => new()
    {
        AccountId = "123456789012",
        Region = "us-east-1",
        PhysicalName = "test-east",
        VpcId = "vpc-1",
        Domain = DomainName.Parse("east.mesh.example")!.Value,
        Forwards = true,
        SubnetIds = ImmutableSortedDictionary.Create<string, Output<string>>(StringComparer.Ordinal)
            .Add("use1-az1", Output.Create("subnet-a"))
            .Add("use1-az2", Output.Create("subnet-b")),
        LogRetentionDays = 90,
        Protect = true,
    };
}
