using System.Collections.Immutable;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Tests.Preview;

namespace CrossCloudMesh.Tests.Components;

[Collection(Evaluations.Name)]
public sealed class EksAddonsTests
{
    private const string Addon = "aws:eks/addon:Addon";
    private const string Attachment = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";

    [Fact]
    public async Task PinsTheVersions_ThatGoWithTheCluster() => Assert.Equal(
        [
            "aws-ebs-csi-driver v1.66.0-eksbuild.1", "coredns v1.14.7-eksbuild.10", "eks-node-monitoring-agent v1.7.2-eksbuild.1",
            "eks-pod-identity-agent v1.4.0-eksbuild.3", "kube-proxy v1.36.0-eksbuild.25", "metrics-server v0.9.0-eksbuild.11",
            "vpc-cni v1.23.2-eksbuild.1",
        ],
        (await EksClusterTests.RunAsync()).OfType(Addon).Select(addon => $"{addon.Input("addonName")} {addon.Input("addonVersion")}").Order(StringComparer.Ordinal));

    [Fact]
    public async Task TakesTheVersion_ThatIsAskedFor() => Assert.Equal(
        "v1.13.2-eksbuild.1",
        (await EksClusterTests.RunAsync(args => args with { AddonVersions = args.AddonVersions.Add("coredns", "v1.13.2-eksbuild.1") }))
            .One(Addon, "east-coredns").Input("addonVersion"));

    [Fact]
    public async Task LeavesTheVersionToEks_WhereNoneIsKnown() =>
        Assert.All((await EksClusterTests.RunAsync(args => args with { KubernetesVersion = "1.37" })).OfType(Addon), addon => Assert.Equal("absent", addon.Input("addonVersion")));

    [Fact]
    public async Task OverwritesWhenMade_AndPreservesWhenUpdated() => Assert.All(
        (await EksClusterTests.RunAsync()).OfType(Addon),
        addon => Assert.Equal(("OVERWRITE", "PRESERVE"), (addon.Input("resolveConflictsOnCreate"), addon.Input("resolveConflictsOnUpdate"))));

    [Theory]
    [InlineData("aws-ebs-csi-driver")]
    [InlineData("coredns")]
    [InlineData("eks-node-monitoring-agent")]
    [InlineData("metrics-server")]
    public async Task WaitForNodes_WhereTheyRunOnThem(string addon)
    {
        var asked = await EksClusterTests.RunAsync();
        Assert.Contains(asked.One("aws:eks/nodeGroup:NodeGroup", "east-general-az1").Urn, asked.One(Addon, $"east-{addon}").DependsOn);
    }

    [Fact]
    public async Task WaitForAPool_ThatTakesThem()
    {
        var asked = await EksClusterTests.RunAsync(args => args with
        {
            Pools = args.Pools
                .Add("a-tainted", args.Pools["general"] with { Taints = [new("batch", "", "NO_SCHEDULE")] })
                .Add("an-empty", args.Pools["general"] with { MinNodesPerZone = 0 }),
        });
        Assert.Equal(
            ["east-general-az1"],
            asked.One(Addon, "east-coredns").DependsOn.Select(urn => asked.Find(urn)!).Where(each => each.Type == "aws:eks/nodeGroup:NodeGroup").Select(each => each.Name));
    }

    [Fact]
    public async Task GiveTheirRights_ToTheirOwnPodsOnly()
    {
        var asked = await EksClusterTests.RunAsync();
        var policy = Assert.Single(asked.OfType(Attachment), attachment => attachment.Input("policyArn").EndsWith("AmazonEKS_CNI_Policy", StringComparison.Ordinal));
        var role = asked.One("aws:iam/role:Role", "east-vpc-cni");
        Assert.Contains(role.Urn, policy.PropertyDependencies["role"]!);
        Assert.Contains("\"aws:RequestTag/kubernetes-service-account\":\"aws-node\"", role.Input("assumeRolePolicy"), StringComparison.Ordinal);
        Assert.Contains("serviceAccount: aws-node", asked.One(Addon, "east-vpc-cni").Input("podIdentityAssociations"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task KeepDnsUp_InEveryZone_AsItGrows()
    {
        var dns = (await EksClusterTests.RunAsync()).One(Addon, "east-coredns").Input("configurationValues");
        Assert.Contains("\"autoScaling\":{\"enabled\":true,\"minReplicas\":2,\"maxReplicas\":10}", dns, StringComparison.Ordinal);
        Assert.Contains("\"podDisruptionBudget\":{\"enabled\":true,\"maxUnavailable\":1}", dns, StringComparison.Ordinal);
        Assert.Contains("\"topologyKey\":\"topology.kubernetes.io/zone\"", dns, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BringMetricsLogsAndTraces_WhereAskedFor()
    {
        var asked = await EksClusterTests.RunAsync(args => args with { Addons = ["amazon-cloudwatch-observability"] });
        Assert.Contains("serviceAccount: cloudwatch-agent", asked.One(Addon, "east-amazon-cloudwatch-observability").Input("podIdentityAssociations"), StringComparison.Ordinal);
        Assert.Equal(
            ["AWSXrayWriteOnlyAccess", "CloudWatchAgentServerPolicy"],
            asked.OfType(Attachment).Where(each => each.Name.StartsWith("east-amazon-cloudwatch", StringComparison.Ordinal))
                .Select(each => each.Input("policyArn").Split('/')[^1]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EveryVersion_IsOfAKnownAddon_AndStandsOnce()
    {
        Assert.All(EksAddonVersions.Rows, row => Assert.NotNull(EksAddonFacts.Find(row.Addon)));
        Assert.Equal(EksAddonVersions.Rows.Length, EksAddonVersions.Rows.DistinctBy(row => (row.KubernetesVersion, row.Addon)).Count());
    }
}
