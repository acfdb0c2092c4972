using System.Collections.Immutable;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Clusters.Controllers;
using CrossCloudMesh.Mesh.Istio;
using CrossCloudMesh.Tests.Components.Controllers;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Values;
using Pulumi;

namespace CrossCloudMesh.Tests.Components.Istio;

/// <summary>The gateway by which the clusters of other networks come in, on either cloud.</summary>
[Collection(Evaluations.Name)]
public sealed class EastWestGatewayTests
{
    internal const string Gateway = "kubernetes:networking.istio.io/v1:Gateway";
    private const string Reservation = "aws:ec2/subnetCidrReservation:SubnetCidrReservation";
    private const string Address = "gcp:compute/address:Address";

    [Fact]
    public async Task Makes_AReleaseAndAGateway_AndOnAws_AReservationInEachZone() => Assert.Equal(
        [$"{Reservation} 2", $"{InCluster.Release} 1", $"{Gateway} 1"],
        await InCluster.CountsAsync((cluster, aws) => Make(cluster, OnAws([], aws))));

    [Fact]
    public async Task Makes_AnAddress_OnGoogle() => Assert.Equal(["INTERNAL us-east4 subnet test-east-gateway"], (await OnGoogleAsync())
        .OfType(Address).Select(address => $"{address.Input("addressType")} {address.Input("region")} {address.Input("subnetwork")} {address.Input("name")}"));

    [Fact]
    public async Task OpensTwoPorts_AndNoneOfTheControlPlane()
    {
        var values = (await OnAwsAsync()).One(InCluster.Release, "east-gateway");
        Assert.Equal(
            "[{name: status-port, port: 15021, protocol: TCP, targetPort: 15021}, {name: tls, port: 15443, protocol: TCP, targetPort: 15443}]",
            values.Input("values>service>ports"));
        Assert.Equal("absent", values.Input("values>networkGateway"));
        Assert.Equal("[10.32.0.0/23, 10.64.0.0/17]", values.Input("values>service>loadBalancerSourceRanges"));
    }

    [Fact]
    public async Task IsFound_ByTheLabelOfItsNetwork_AndShowsThatNetworkAlone()
    {
        var release = (await OnAwsAsync()).One(InCluster.Release, "east-gateway");
        Assert.Equal("istio-eastwestgateway", release.Input("name"));
        Assert.Equal("gateway", release.Input("chart"));
        Assert.Equal("r1-31", release.Input("values>revision"));
        Assert.Equal("{topology.istio.io/network: east}", release.Input("values>labels"));
        Assert.Equal("{ISTIO_META_REQUESTED_NETWORK_VIEW: east}", release.Input("values>env"));
        Assert.Equal("{enabled: true, maxReplicas: 5, minReplicas: 2}", release.Input("values>autoscaling"));
        Assert.Equal("{maxUnavailable: 1}", release.Input("values>podDisruptionBudget"));
    }

    [Fact]
    public async Task SaysNothing_ThatTheChartDoesNotKnow()
    {
        // The members of manifests/charts/gateway/values.schema.json of Istio 1.31, which knows no others.
        string[] known = ["annotations", "autoscaling", "env", "labels", "podDisruptionBudget", "revision", "service"];
        string[] ofService = ["annotations", "loadBalancerIP", "loadBalancerSourceRanges", "ports", "type"];
        foreach (var asked in new[] { await OnAwsAsync(), await OnGoogleAsync() })
        {
            var values = Assert.IsType<CrossCloudMesh.Plan.PlanValue.ObjectValue>(asked.One(InCluster.Release, "east-gateway").Inputs["values"]);
            Assert.Empty(values.Members.Select(member => member.Key).Except(known, StringComparer.Ordinal));
            var service = Assert.IsType<CrossCloudMesh.Plan.PlanValue.ObjectValue>(values.Members["service"]);
            Assert.Empty(service.Members.Select(member => member.Key).Except(ofService, StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task OnAws_HasAPrivateAddressInEachZone_ThatNobodyElseGets()
    {
        var asked = await OnAwsAsync();
        Assert.Equal(["10.0.15.240/28 explicit", "10.0.31.240/28 explicit"], asked.OfType(Reservation).Select(each => $"{each.Input("cidrBlock")} {each.Input("reservationType")}"));
        var annotations = Assert.IsType<CrossCloudMesh.Plan.PlanValue.ObjectValue>(
            Assert.IsType<CrossCloudMesh.Plan.PlanValue.ObjectValue>(Assert.IsType<CrossCloudMesh.Plan.PlanValue.ObjectValue>(
                asked.One(InCluster.Release, "east-gateway").Inputs["values"]).Members["service"]).Members["annotations"]);
        Assert.Equal(
            [
                "attributes load_balancing.cross_zone.enabled=true",
                "healthcheck-path /healthz/ready",
                "healthcheck-port 15021",
                "healthcheck-protocol http",
                "nlb-target-type ip",
                "private-ipv4-addresses 10.0.15.240,10.0.31.240",
                "scheme internal",
                "subnets subnet-3,subnet-4",
                "type external",
            ],
            annotations.Members.Select(each => $"{each.Key["service.beta.kubernetes.io/aws-load-balancer-".Length..]} {((CrossCloudMesh.Plan.PlanValue.TextValue)each.Value).Value}"));
        Assert.Equal("absent", asked.One(InCluster.Release, "east-gateway").Input("values>service>loadBalancerIP"));
    }

    [Fact]
    public async Task OnGoogle_IsReachedFromEveryRegion_AtAnAddressOfTheSubnet()
    {
        var asked = await OnGoogleAsync();
        var release = asked.One(InCluster.Release, "east-gateway");
        Assert.Equal(
            "{networking.gke.io/internal-load-balancer-allow-global-access: true, networking.gke.io/load-balancer-type: Internal}",
            release.Input("values>service>annotations"));
        Assert.Contains(asked.One(Address, "east-balancer").Urn, release.PropertyDependencies["values"]!);
        Assert.Contains(asked.One(Address, "east-balancer").Urn, release.DependsOn);
    }

    [Fact]
    public async Task Listens_AndDecryptsNothing() => Assert.Equal(
        "{selector: {istio: eastwestgateway}, servers: [{hosts: [*.local], port: {name: tls, number: 15443, protocol: TLS}, tls: {mode: AUTO_PASSTHROUGH}}]}",
        (await OnAwsAsync()).One(Gateway).Input("spec"));

    [Fact]
    public async Task WaitsForTheController_ThatMakesItsBalancer_AndForNoComponent()
    {
        var asked = await OnAwsAsync();
        var release = asked.One(InCluster.Release, "east-gateway");
        Assert.Contains(asked.One(InCluster.Release, "east-balancers").Urn, release.DependsOn);
        Assert.All(asked.OfType(Reservation), each => Assert.Contains(each.Urn, release.DependsOn));
        Assert.All(asked.OfType(Reservation), each => Assert.Empty(each.DependsOn));
        Assert.All(release.DependsOn, urn => Assert.True(asked.Find(urn)!.IsCustom, urn));
        Assert.Contains(release.Urn, asked.One(Gateway).DependsOn);
    }

    [Fact]
    public async Task Refuses_ToBeOpenToEverybody() => Assert.Contains(
        "callers: must hold at least one range, or everybody might call; got none; name those of linked sites, or leave the gateway out",
        await Harness.FailAsync((aws, gcp) => Make(new EksCluster("east", EksClusterTests.Args(), aws), OnAws([], aws), callers: [])),
        StringComparison.Ordinal);

    internal static Task<Asked> OnAwsAsync() => InCluster.RunAsync((cluster, aws) =>
        Make(cluster, OnAws(new AwsLoadBalancerController("east-balancers", InCluster.LoadBalancers(cluster), aws).Ready, aws)));

    private static Task<Asked> OnGoogleAsync() => Harness.RunAsync((aws, gcp) => Make(
        GkeClusterTests.Make(gcp),
        new GoogleGatewayBalancer("east-balancer", new() { Project = "acme-mesh", Region = "us-east4", PhysicalName = "test-east", SubnetSelfLink = "subnet" }, gcp)));

    private static AwsGatewayBalancer OnAws(IReadOnlyList<Resource> controller, ComponentResourceOptions aws) => new("east-balancer", new()
    {
        Subnets = ImmutableSortedDictionary.Create<string, BalancerSubnet>(StringComparer.Ordinal)
            .Add("use1-az1", new("subnet-3", Cidr.Parse("10.0.0.0/20")!.Value))
            .Add("use1-az2", new("subnet-4", Cidr.Parse("10.0.16.0/20")!.Value)),
        Controller = controller,
    }, aws);

    private static void Make(IKubernetesCluster cluster, IGatewayBalancer balancer, ImmutableArray<Cidr>? callers = null) => _ = new EastWestGateway("east-gateway", new()
    {
        Cluster = cluster,
        Network = "east",
        Revision = "r1-31",
        Version = "1.31.1",
        Balancer = balancer,
        Callers = callers ?? [Cidr.Parse("10.32.0.0/23")!.Value, Cidr.Parse("10.64.0.0/17")!.Value],
        Replicas = 2,
        WaitFor = [],
    });
}
