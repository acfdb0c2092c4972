using CrossCloudMesh.Plan.Rules.Clusters;
using CrossCloudMesh.Tests.Preview;

namespace CrossCloudMesh.Tests.Plan.Rules;

/// <summary>More rules about GKE and about both clouds, each seen failing on the dev stack with one thing broken.</summary>
[Collection(Evaluations.Name)]
public sealed class GkeRuleTests(DevPlan dev) : IClassFixture<DevPlan>
{
    private const string Eks = "aws:eks/cluster:Cluster";
    private const string Cluster = "gcp:container/cluster:Cluster";
    private const string Pool = "gcp:container/nodePool:NodePool";

    [Theory]
    [InlineData("networkingMode", "\"ROUTES\"")]
    [InlineData("ipAllocationPolicy", null)]
    public void GkeVpcNative_Fails_When_PodsAreReachedByRoutes(string path, string? value) =>
        dev.Fails<GkeVpcNative>(dev.With(Cluster, path, value), "gcp-east-cluster ipAllocationPolicy");

    [Theory]
    [InlineData("autoRepair", "false")]
    [InlineData("autoUpgrade", null)]
    public void GkeNodeManagement_Fails_When_NobodyDoesIt(string duty, string? value) =>
        dev.Fails<GkeNodeManagement>(dev.With(Pool, "management." + duty, value), "gcp-east-cluster-general management." + duty);

    [Theory]
    [InlineData("\"UBUNTU_CONTAINERD\"", "gcp-east-cluster-general nodeConfig.imageType")]
    [InlineData("\"cos_containerd\"")]
    [InlineData(null)]
    public void GkeNodeImage_Fails_When_ItIsAnother(string? image, params string[] found) =>
        dev.Fails<GkeNodeImage>(dev.With(Pool, "nodeConfig.imageType", image), found);

    [Theory]
    [InlineData("loggingService", "\"none\"", "gcp-east-cluster loggingService")]
    [InlineData("monitoringService", "\"none\"", "gcp-east-cluster monitoringService")]
    [InlineData("loggingConfig.enableComponents", """["WORKLOADS"]""", "gcp-east-cluster loggingConfig.enableComponents")]
    [InlineData("monitoringConfig.enableComponents", "[]", "gcp-east-cluster monitoringConfig.enableComponents")]
    [InlineData("monitoringConfig", null)]
    public void GkeLogs_Fails_When_TheyAreOff(string path, string? value, params string[] found) =>
        dev.Fails<GkeLogs>(dev.With(Cluster, path, value), found);

    [Fact]
    public void GkeGroups_Fails_When_ThereAreNone() => Assert.Equal(
        ["gcp-east-cluster authenticatorGroupsConfig.securityGroup"],
        DevPlan.Found<GkeGroups>(dev.With(Cluster, "authenticatorGroupsConfig", null)));

    [Fact]
    public void GkeGroups_AreThere_WhereTheGroupIsNamed() => Assert.Empty(
        DevPlan.Found<GkeGroups>(dev.With(Cluster, "authenticatorGroupsConfig.securityGroup", "\"gke-security-groups@example.com\"")));

    [Theory]
    [InlineData(null)]
    [InlineData("\"DISABLED\"")]
    public void GkeBinaryAuthorization_Fails_When_NoPolicyIsEvaluated(string? mode) => Assert.Equal(
        ["gcp-east-cluster binaryAuthorization.evaluationMode"],
        DevPlan.Found<GkeBinaryAuthorization>(dev.With(Cluster, "binaryAuthorization.evaluationMode", mode)));

    [Fact]
    public void GkeBinaryAuthorization_IsThere_WhereThePolicyOfTheProjectIs() => Assert.Empty(
        DevPlan.Found<GkeBinaryAuthorization>(dev.With(Cluster, "binaryAuthorization.evaluationMode", "\"PROJECT_SINGLETON_POLICY_ENFORCE\"")));

    [Theory]
    [InlineData(Eks, "aws", "defaultTags", "{\\\"tags\\\":{}}", "aws-east-cluster tags")]
    [InlineData(Eks, "aws", "defaultTags", null, "aws-east-cluster tags")]
    [InlineData(Cluster, "gcp", "defaultLabels", "{}", "gcp-east-cluster resourceLabels")]
    [InlineData(Cluster, "gcp", "defaultLabels", null, "gcp-east-cluster resourceLabels")]
    public void ClusterTags_Fails_When_NobodyOwnsIt(string type, string package, string property, string? value, string found)
    {
        var broken = dev.With($"pulumi:providers:{package}", property, value is null ? null : $"\"{value}\"");

        dev.Fails<ClusterTags>(broken, found);
        dev.Fails<ClusterTags>(DevPlan.Edited(broken, type, cluster => cluster.With(found.Split(' ')[1], """{"owner":"platform"}""")));
    }
}
