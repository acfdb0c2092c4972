using CrossCloudMesh.Facts;
using CrossCloudMesh.Networks;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Tests.Components;

[Collection(Evaluations.Name)]
public sealed class AwsServiceEndpointsTests
{
    private const string Endpoint = "aws:ec2/vpcEndpoint:VpcEndpoint";
    private const string Rule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

    [Fact]
    public async Task ReachesS3Only_WhereThereIsNat() =>
        Assert.Equal(["com.amazonaws.us-east-1.s3"], Services(await RunAsync(AwsNetworkTests.ThreeZones)));

    [Fact]
    public async Task ReachesWhatTheClusterCalls_WhereThereIsNone() => Assert.Equal(
        ["ec2", "ec2messages", "ecr.api", "ecr.dkr", "eks", "eks-auth", "logs", "s3", "ssm", "ssmmessages", "sts"],
        Services(await RunAsync(AwsNetworkTests.ThreeZones with { Nat = NatMode.None })).Select(service => service["com.amazonaws.us-east-1.".Length..]));

    [Fact]
    public async Task ReachesNoMore_ThanItsFeaturesNeed() => Assert.Equal(
        ["com.amazonaws.us-east-1.eks-auth", "com.amazonaws.us-east-1.s3", "com.amazonaws.us-east-1.xray"],
        Services(await RunAsync(AwsNetworkTests.ThreeZones with { Nat = NatMode.None, Features = [AwsFeature.PodIdentity, AwsFeature.Traces] })));

    [Fact]
    public async Task AddsNamedServices_WithNatToo_AndMovesNothing()
    {
        var before = await RunAsync(AwsNetworkTests.ThreeZones);
        var after = await RunAsync(AwsNetworkTests.ThreeZones with { Endpoints = ["kms"] });
        Assert.All(before.Resources, old => Assert.Equal(old.Inputs, after.Find(old.Urn)!.Inputs));
        Assert.Equal(
            ["east-endpoint", "east-endpoint-10.16.0.0-16", "east-endpoint-kms"],
            after.Resources.Where(now => before.Find(now.Urn) is null).Select(now => now.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task AnswersToTheServicesOwnName_InEveryZone()
    {
        var asked = await RunAsync(AwsNetworkTests.ThreeZones with { Nat = NatMode.None });
        var endpoint = asked.One(Endpoint, "east-endpoint-ecr.api");
        Assert.Equal("Interface", endpoint.Input("vpcEndpointType"));
        Assert.Equal("true", endpoint.Input("privateDnsEnabled"));
        Assert.Equal(
            ["east-private-use1-az1", "east-private-use1-az2", "east-private-use1-az4"],
            endpoint.PropertyDependencies["subnetIds"]!.Select(urn => asked.Find(urn)!.Name).Order(StringComparer.Ordinal));
        Assert.Equal("true", asked.One("aws:ec2/vpc:Vpc").Input("enableDnsSupport"));
        Assert.Equal("true", asked.One("aws:ec2/vpc:Vpc").Input("enableDnsHostnames"));
    }

    [Fact]
    public async Task RoutesGateways_ForNodesOnly()
    {
        var endpoint = (await RunAsync(AwsNetworkTests.ThreeZones)).One(Endpoint);
        Assert.Equal("Gateway", endpoint.Input("vpcEndpointType"));
        Assert.Equal("absent", endpoint.Input("securityGroupIds"));
        Assert.Equal(3, endpoint.PropertyDependencies["routeTableIds"]!.Count);
    }

    [Fact]
    public async Task AdmitsHttps_FromTheNetworkAlone()
    {
        var asked = await RunAsync(AwsNetworkTests.ThreeZones with { Nat = NatMode.None, PodRange = Cidr.Parse("100.64.0.0/16")!.Value });
        var group = asked.One("aws:ec2/securityGroup:SecurityGroup");
        Assert.Equal("absent", group.Input("ingress"));
        Assert.Equal("absent", group.Input("egress"));
        Assert.Equal(
            ["10.16.0.0/16 tcp 443 443", "100.64.0.0/16 tcp 443 443"],
            asked.OfType(Rule).Select(rule => $"{rule.Input("cidrIpv4")} {rule.Input("ipProtocol")} {rule.Input("fromPort")} {rule.Input("toPort")}").Order(StringComparer.Ordinal));
        Assert.All(
            asked.OfType(Endpoint).Where(endpoint => endpoint.Input("vpcEndpointType") == "Interface"),
            endpoint => Assert.Equal([group.Urn], endpoint.PropertyDependencies["securityGroupIds"]!));
    }

    [Fact]
    public async Task Refuses_AServiceThatIsNotKnown() => Assert.Contains(
        "endpoints: must be services whose endpoint is known; got clock; known: appmesh, appmesh-envoy-management, aps-workspaces, autoscaling, dynamodb, ec2,",
        await Harness.FailAsync((aws, gcp) => _ = new AwsNetwork("east", AwsNetworkTests.ThreeZones with { Endpoints = ["clock"] }, aws)),
        StringComparison.Ordinal);

    [Fact]
    public void Catalogue_HasEachServiceOnce_AndEachFeatureAtLeastOnce()
    {
        var services = AwsEndpoints.Catalogue.Select(row => row.Service).ToList();
        Assert.Equal(services.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), services);
        Assert.Equal(Enum.GetValues<AwsFeature>().Order(), AwsEndpoints.Catalogue.SelectMany(row => row.NeededBy).Distinct().Order());
        Assert.All(services, service => Assert.NotNull(AwsService.Parse(service)));
    }

    private static IEnumerable<string> Services(Asked asked) =>
        asked.OfType(Endpoint).Select(endpoint => endpoint.Input("serviceName")).Order(StringComparer.Ordinal);

    private static Task<Asked> RunAsync(AwsNetworkArgs args) => Harness.RunAsync((aws, gcp) => _ = new AwsNetwork("east", args, aws));
}
