using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Rules;
using CrossCloudMesh.Plan.Rules.Mesh;
using CrossCloudMesh.Tests.Preview;

namespace CrossCloudMesh.Tests.Plan.Rules;

/// <summary>The way of each istiod to the other cluster's API, seen failing on the dev stack with one thing broken.</summary>
[Collection(Evaluations.Name)]
public sealed class MeshRuleTests(DevPlan dev) : IClassFixture<DevPlan>
{
    private const string Secret = "kubernetes:core/v1:Secret";
    private const string Eks = "aws:eks/cluster:Cluster";
    private const string Gke = "gcp:container/cluster:Cluster";
    private const string Peer = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    private const string Nat = "gcp:compute/routerNat:RouterNat";
    private const string Blocks = "masterAuthorizedNetworksConfig.cidrBlocks";
    private const string OfEks = "gcp-east-reads-aws-east";
    private const string OfGke = "aws-east-reads-gcp-east";

    [Fact]
    public void Dev_HasItBothWays()
    {
        Assert.Equal([OfGke, OfEks], Resources.Where(each => each.Is("metadata.labels.istio/multiCluster", "true")).Select(each => each.Name).Order(StringComparer.Ordinal));
        Assert.Empty(Told(Resources));
    }

    [Fact]
    public void MeshApiPath_Fails_When_ItLeadsNowhere_OrHome()
    {
        Assert.Equal([$"{OfEks}: does not lead to one cluster of the plan"], Told(Holding(OfEks)));
        Assert.Equal([$"{OfEks}: leads to the cluster that it is in"], Told(Holding(OfEks, One(Gke).Urn)));
    }

    [Fact]
    public void MeshApiPath_Fails_When_TheTokenIsMissing_OrOfAnotherCluster()
    {
        const string None = $"{OfEks}: holds no token of a service account of aws-east-cluster";
        Assert.Equal([None], Told(Holding(OfEks, One(Eks).Urn)));
        Assert.Equal([None], Told(Holding(OfEks, One(Eks).Urn, Named($"{OfGke}-token").Urn)));
        Assert.Equal([None], Told(With(Named($"{OfEks}-token"), token => token.With("type", "\"Opaque\""))));
    }

    [Fact]
    public void MeshApiPath_Fails_When_IstiodWouldHaveToRunAProgram() => Assert.Equal(
        [$"{OfEks}: has istiod run a program, which it refuses"],
        Told(With(Named(OfEks), secret => secret.With("stringData", """{"aws-east":"users: [{user: {exec: {command: aws}}}]"}"""))));

    [Fact]
    public void MeshApiPath_Fails_When_APublicAddressDoesNotAdmitTheReader()
    {
        var address = Named("gcp-east-network-nat-0");
        Assert.Equal(
            [$"{OfEks}: reaches aws-east-cluster at its public address, which does not admit gcp-east-network-nat-0"],
            Told(With(One(Eks), cluster => cluster.Referring("vpcConfig", [.. cluster.PropertyDependencies["vpcConfig"]!.Where(urn => urn != address.Urn)]))));
        Assert.Equal(
            [$"{OfEks}: reaches aws-east-cluster at its public address, from addresses that nobody knows before"],
            Told(With(One(Nat), nat => nat.Referring("natIps"))));
    }

    [Fact]
    public void MeshApiPath_Fails_When_APrivateAddressAdmitsNobody_OrNoLinkLeadsThere()
    {
        var hidden = With(One(Eks), cluster => cluster.With("vpcConfig.endpointPublicAccess", "false"));
        Assert.Empty(Told(hidden));
        Assert.StartsWith(
            $"{OfEks}: is not let in by aws-east-cluster, which does not admit ",
            Assert.Single(Told([.. hidden.Where(each => each.Type != Peer || each.Number("fromPort") != 443)])),
            StringComparison.Ordinal);
        Assert.Equal(
            [$"{OfEks}: asks aws-east-cluster at a private address, and no link leads there"],
            Told([.. hidden.Where(each => each.Type != "aws:ec2/vpnConnection:VpnConnection")]));
    }

    [Fact]
    public void MeshApiPath_Fails_When_ANameTakesNoToken_OrThereIsNone()
    {
        const string Dns = "controlPlaneEndpointsConfig.dnsEndpointConfig.";
        Assert.Equal(
            [$"{OfGke}: asks gcp-east-cluster by a name that takes no token of Kubernetes"],
            Told(With(One(Gke), cluster => cluster.With(Dns + "enableK8sTokensViaDns", "false"))));
        var nameless = One(Gke).With(Dns + "allowExternalTraffic", "false");
        Assert.Equal([$"{OfGke}: asks gcp-east-cluster, which answers to no name and has no address"], Told(With(One(Gke), _ => nameless)));
        var addressed = nameless.With("controlPlaneEndpointsConfig.ipEndpointsConfig.enabled", "true");
        Assert.StartsWith(
            $"{OfGke}: is not let in by gcp-east-cluster, which does not admit 10.",
            Assert.Single(Told(With(One(Gke), _ => addressed.With(Blocks, """[{"cidrBlock":"192.168.0.0/16"}]""")))),
            StringComparison.Ordinal);
        Assert.Empty(Told(With(One(Gke), _ => addressed.With(Blocks, """[{"cidrBlock":"10.0.0.0/8"}]"""))));
    }

    private IReadOnlyList<PlannedResource> Resources => dev.Plan.Resources;

    private PlannedResource One(string type) => Resources.Single(each => each.Type == type);

    private PlannedResource Named(string name) => Resources.Single(each => each.Name == name && (each.Type is Secret or "gcp:compute/address:Address"));

    private IReadOnlyList<PlannedResource> Holding(string name, params string[] urns) => With(Named(name), secret => secret.Referring("stringData", urns));

    private IReadOnlyList<PlannedResource> With(PlannedResource resource, Func<PlannedResource, PlannedResource> change) =>
        [.. Resources.Select(each => ReferenceEquals(each, resource) ? change(each) : each)];

    private static IEnumerable<string> Told(IReadOnlyList<PlannedResource> resources) =>
        new MeshApiPath().Judge(new(resources)).Select(finding => $"{Run.Names([finding.Urn!])}: {finding.Message}");
}
