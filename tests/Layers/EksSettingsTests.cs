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

    [Theory]
    [InlineData("backup: { schedule: \"cron(0 2 * * ? *)\", retentionDays: 35 }", "Plan aws-east-cluster-backup", "Vault aws-east-cluster-backup")]
    [InlineData("capabilities: { kro: true }", "Capability aws-east-cluster-capabilities-kro", "Role aws-east-cluster-capabilities-kro")]
    [InlineData("capabilities: { ack: { policies: [\"arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess\"] } }", "Capability aws-east-cluster-capabilities-ack", "RolePolicyAttachment aws-east-cluster-capabilities-ack-aws-policy-AmazonS3ReadOnlyAccess")]
    [InlineData("capabilities: { argocd: { identityCenter: \"arn:aws:sso:::instance/ssoins-1234567890abcdef\", identityCenterRegion: us-east-1, administrators: [12345678-1234-1234-1234-123456789abc] } }", "Capability aws-east-cluster-capabilities-argocd", "Role aws-east-cluster-capabilities-argocd")]
    public async Task BackupsAndCapabilities_ComeAlone(string more, params string[] made)
    {
        var (come, gone) = await NetworkSettingsTests.ChangesAsync(Api, $"{Api}        {more}\n");
        Assert.Empty(made.Except(come));
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
        var from = Project.DevWithoutMesh.IndexOf("        pools:\n", StringComparison.Ordinal);
        var rest = Project.DevWithoutMesh[Project.DevWithoutMesh.IndexOf("\n    gcp-east:", StringComparison.Ordinal)..];
        var asked = await NetworkSettingsTests.PlanAsync(Project.DevWithoutMesh[..from] + "        compute: { by: autoMode, nodePools: [generalPurpose, system] }\n" + rest);
        Assert.StartsWith("{enabled: true, nodePools: [general-purpose, system], nodeRoleArn: ", asked.One("aws:eks/cluster:Cluster").Input("computeConfig"), StringComparison.Ordinal);
        Assert.Empty(asked.OfType("aws:eks/nodeGroup:NodeGroup"));
        Assert.Equal(["aws-east-cluster-metrics-server"], asked.OfType("aws:eks/addon:Addon").Select(addon => addon.Name));
    }

    [Theory]
    [InlineData("", "10.32.0.0/23 10.64.0.0/17")]
    [InlineData("          from: [10.200.0.0/24]\n", "10.200.0.0/24 10.32.0.0/23 10.64.0.0/17")]
    public async Task Api_IsReachedByNodesAndPodsOfLinkedSites_AndByWhomItNames(string from, string ranges) =>
        Assert.Equal(ranges, string.Join(' ', ApiRanges(await NetworkSettingsTests.PlanAsync(Project.DevWith(Api, Api + from)))));

    [Fact]
    public async Task Api_IsReachedByNoSite_ThatNoLinkJoins()
    {
        var links = Project.DevWithoutMesh.IndexOf("  cross-cloud-mesh:links:", StringComparison.Ordinal);
        var rules = Project.DevWithoutMesh.IndexOf("  cross-cloud-mesh:rules:", StringComparison.Ordinal);
        Assert.Empty(ApiRanges(await NetworkSettingsTests.PlanAsync(Project.DevWithoutMesh[..links] + Project.DevWithoutMesh[rules..])));
    }

    private static IEnumerable<string> ApiRanges(Asked asked) => asked.OfType("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")
        .Where(rule => rule.Name.StartsWith("aws-east-cluster-api-", StringComparison.Ordinal))
        .Select(rule => rule.Input("cidrIpv4")).Order(StringComparer.Ordinal);
}
