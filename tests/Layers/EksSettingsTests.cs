using CrossCloudMesh.Tests.Components;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Tests.Settings;

namespace CrossCloudMesh.Tests.Layers;

/// <summary>What each setting of an EKS cluster changes in the plan of the shipped dev stack, and that it changes nothing else.</summary>
[Collection(Evaluations.Name)]
public sealed class EksSettingsTests
{
    private const string Api = "          access: allowlist # or private, which needs deployFrom: network\n";
    private const string General = "          general:\n            instanceTypes: [t4g.large]\n";
    private const string Nat = "      nat: regional # or perZone, none";

    [Fact]
    public async Task Pools_MakeTheirTemplateAndAGroupPerZone()
    {
        const string Other = "          spare: { instanceTypes: [m7g.large, m6g.large], architecture: arm64, image: bottlerocket, capacity: spot, minNodesPerZone: 0, "
            + "maxNodesPerZone: 2, diskGibibytes: 50, zones: [use1-az1, use1-az4], labels: { team: batch }, taints: { batch: { effect: noSchedule } } }\n";
        var (come, gone) = await NetworkSettingsTests.ChangesAsync(General, Other + General);
        Assert.Equal(
            ["LaunchTemplate aws-east-cluster-spare", "NodeGroup aws-east-cluster-spare-az1", "NodeGroup aws-east-cluster-spare-az4"],
            come);
        Assert.Empty(gone);
    }

    [Fact]
    public async Task Pools_ReachTheirGroups_WordForWord()
    {
        const string Plain = "          plain: { instanceTypes: [t4g.large], architecture: arm64, minNodesPerZone: 1, maxNodesPerZone: 1, diskGibibytes: 50 }\n";
        const string More = "            image: bottlerocket\n            labels: { team: mesh }\n            taints: { batch: { value: x, effect: preferNoSchedule } }\n            zones: [use1-az1]\n";
        var asked = await NetworkSettingsTests.PlanAsync(Project.DevWith(General, Plain + General + More));
        var group = Assert.Single(asked.OfType("aws:eks/nodeGroup:NodeGroup"), group => group.Name.StartsWith("aws-east-cluster-general", StringComparison.Ordinal));
        Assert.Equal(
            ("BOTTLEROCKET_ARM_64", "{team: mesh}", "[{effect: PREFER_NO_SCHEDULE, key: batch, value: x}]"),
            (group.Input("amiType"), group.Input("labels"), group.Input("taints")));
    }

    [Fact]
    public async Task Access_MakesAnEntryAndItsPolicy()
    {
        var (come, gone) = await NetworkSettingsTests.ChangesAsync(
            Api, Api + "        access: { orders: { principal: \"arn:aws:iam::123456789012:role/orders\", policy: edit, namespaces: [orders] } }\n");
        Assert.Equal(["AccessEntry aws-east-cluster-access-orders", "AccessPolicyAssociation aws-east-cluster-access-orders"], come);
        Assert.Empty(gone);
    }

    [Fact]
    public async Task Addons_BringTheirEndpoint_WhereThereIsNoWayOut()
    {
        var none = Project.WithMirror(Project.DevWith(Nat, "      nat: none"));
        var before = await NetworkSettingsTests.PlanAsync(none);
        var after = await NetworkSettingsTests.PlanAsync(none.Replace(Api, Api + "        addons: [aws-efs-csi-driver]\n"));
        Assert.Contains(after.Resources, resource => resource.Name == "aws-east-network-endpoint-elasticfilesystem");
        Assert.DoesNotContain(before.Resources, resource => resource.Name == "aws-east-network-endpoint-elasticfilesystem");
    }

    [Fact]
    public async Task AutoMode_TakesPoolsAway_AndWhatTheyNeeded()
    {
        var from = Project.Dev.IndexOf("        pools:\n", StringComparison.Ordinal);
        var rest = Project.Dev[Project.Dev.IndexOf("\n    gcp-east:", StringComparison.Ordinal)..];
        var asked = await NetworkSettingsTests.PlanAsync(Project.Dev[..from] + "        compute: { by: autoMode, nodePools: [generalPurpose, system] }\n" + rest);
        Assert.StartsWith("{enabled: true, nodePools: [general-purpose, system], nodeRoleArn: ", asked.One("aws:eks/cluster:Cluster").Input("computeConfig"), StringComparison.Ordinal);
        Assert.Empty(asked.OfType("aws:eks/nodeGroup:NodeGroup"));
        Assert.Equal(["aws-east-cluster-metrics-server"], asked.OfType("aws:eks/addon:Addon").Select(addon => addon.Name));
    }

    [Fact]
    public async Task Peers_AreNodesAndPodsOfOtherSites_AndNobodyElse() => Assert.Equal(
        ["10.32.0.0/23", "10.64.0.0/17"],
        (await NetworkSettingsTests.PlanAsync(Project.Dev)).OfType("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")
            .Where(rule => rule.Name.StartsWith("aws-east-cluster-api-", StringComparison.Ordinal))
            .Select(rule => rule.Input("cidrIpv4")).Order(StringComparer.Ordinal));
}
