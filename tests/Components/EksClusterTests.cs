using System.Collections.Immutable;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Values;
using Pulumi;

namespace CrossCloudMesh.Tests.Components;

[Collection(Evaluations.Name)]
public sealed class EksClusterTests
{
    private const string Cluster = "aws:eks/cluster:Cluster";

    [Fact]
    public async Task Makes_WhatOnePoolAndOneAdministratorNeed()
    {
        var asked = await RunAsync();
        Assert.Equal(
            [
                "aws:cloudwatch/logGroup:LogGroup 1",
                "aws:ec2/launchTemplate:LaunchTemplate 1",
                "aws:ec2/route:Route 1",
                "aws:eks/accessEntry:AccessEntry 1",
                "aws:eks/accessPolicyAssociation:AccessPolicyAssociation 1",
                "aws:eks/addon:Addon 7",
                "aws:eks/cluster:Cluster 1",
                "aws:eks/nodeGroup:NodeGroup 2",
                "aws:iam/role:Role 4",
                "aws:iam/rolePolicy:RolePolicy 1",
                "aws:iam/rolePolicyAttachment:RolePolicyAttachment 6",
                "aws:kms/alias:Alias 3",
                "aws:kms/key:Key 3",
            ],
            asked.Counts());
    }

    [Fact]
    public async Task WritesAllFiveLogs_ToItsOwnEncryptedGroup_WhichIsThereFirst()
    {
        var asked = await RunAsync();
        var cluster = asked.One(Cluster);
        Assert.Equal("[api, audit, authenticator, controllerManager, scheduler]", cluster.Input("enabledClusterLogTypes"));

        var group = asked.One("aws:cloudwatch/logGroup:LogGroup");
        Assert.Equal("/aws/eks/test-east/cluster", group.Input("name"));
        Assert.Equal("90", group.Input("retentionInDays"));
        Assert.StartsWith("arn:aws:kms:", group.Input("kmsKeyId"), StringComparison.Ordinal);
        Assert.Contains("LogGroup", asked.TypesBefore(cluster));
    }

    [Fact]
    public async Task EncryptsSecrets_WithItsOwnKey()
    {
        var asked = await RunAsync();
        var cluster = asked.One(Cluster);
        Assert.Equal("[secrets]", cluster.Input("encryptionConfig>resources"));
        Assert.Contains(asked.One("aws:kms/key:Key", "east-secrets").Urn, cluster.PropertyDependencies["encryptionConfig"]!);
    }

    [Theory]
    [InlineData(ApiAccess.Private, "false")]
    [InlineData(ApiAccess.Allowlist, "true")]
    public async Task OpensItsApi_OnlyToTheAllowlist(ApiAccess access, string open)
    {
        var cluster = (await RunAsync(args => args with { ApiAccess = access })).One(Cluster);
        Assert.Equal("true", cluster.Input("vpcConfig>endpointPrivateAccess"));
        Assert.Equal(open, cluster.Input("vpcConfig>endpointPublicAccess"));
        Assert.Equal("[203.0.113.0/24]", cluster.Input("vpcConfig>publicAccessCidrs"));
    }

    [Fact]
    public async Task GuardsTheCluster_InTheEngineAndInAws()
    {
        var cluster = (await RunAsync()).One(Cluster);
        Assert.True(cluster.Options.Protect);
        Assert.Equal("true", cluster.Input("deletionProtection"));

        var unguarded = (await RunAsync(args => args with { Protect = false })).One(Cluster);
        Assert.False(unguarded.Options.Protect);
        Assert.Equal("false", unguarded.Input("deletionProtection"));
    }

    [Fact]
    public async Task ControlPlane_WaitsForRoleKeyAndLog_AndForNothingElse()
    {
        var asked = await RunAsync();
        Assert.Equal(["Key", "LogGroup", "Role", "RolePolicy", "RolePolicyAttachment"], asked.TypesBefore(asked.One(Cluster)));
    }

    [Fact]
    public async Task LetsPeersReadItsApi_OnThatPortOnly()
    {
        var asked = await RunAsync(args => args with { ApiPeerRanges = [Cidr.Parse("10.32.0.0/23")!.Value] });
        var rule = asked.One("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule");
        Assert.Equal("east-api-10-32-0-0-23", rule.Name);
        Assert.Equal(("10.32.0.0/23", "tcp", "443", "443"), (rule.Input("cidrIpv4"), rule.Input("ipProtocol"), rule.Input("fromPort"), rule.Input("toPort")));
        Assert.Contains(asked.One(Cluster).Urn, rule.PropertyDependencies["securityGroupId"]!);
    }

    [Theory]
    [InlineData(EksControlPlaneTier.Standard, "standard")]
    [InlineData(EksControlPlaneTier.Xl, "tier-xl")]
    [InlineData(EksControlPlaneTier.EightXl, "tier-8xl")]
    public async Task HasTheTier_ThatIsAskedFor(EksControlPlaneTier tier, string word) =>
        Assert.Equal(word, (await RunAsync(args => args with { ControlPlaneTier = tier })).One(Cluster).Input("controlPlaneScalingConfig>tier"));

    [Fact]
    public async Task ShiftsAwayFromAZoneThatFails_AndIsUpgradedRatherThanSoldExtendedSupport()
    {
        var cluster = (await RunAsync()).One(Cluster);
        Assert.Equal("true", cluster.Input("zonalShiftConfig>enabled"));
        Assert.Equal("STANDARD", cluster.Input("upgradePolicy>supportType"));
    }

    [Fact]
    public void TellsTheArn_OfWhateverOthersMayNeed() => Assert.Equal(
        [
            "certificateAuthority", "clusterArn", "clusterName", "controlPlaneRoleArn", "disksKeyArn", "endpoint", "issuer", "logGroupArn",
            "nodeIdentity", "secretsKeyArn", "securityGroupId", "urn",
        ],
        typeof(EksCluster).GetProperties().SelectMany(property => property.GetCustomAttributes(typeof(OutputAttribute), inherit: false))
            .Select(output => ((OutputAttribute)output).Name).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Refuses_BadArguments_AllAtOnce()
    {
        var message = await Harness.FailAsync((aws, gcp) => _ = new EksCluster("east", Args() with
        {
            Pools = ImmutableSortedDictionary<string, EksPool>.Empty,
            OperatorRanges = [Cidr.Parse("0.0.0.0/0")!.Value],
            Addons = ["no-such"],
            Grants = Args().Grants.Add("twin", Args().Grants["platform"]),
        }, aws));
        Assert.Contains("pools: must hold a pool with a node and without taints; got none", message, StringComparison.Ordinal);
        Assert.Contains("operatorRanges: must not be every address; got 0.0.0.0/0", message, StringComparison.Ordinal);
        Assert.Contains("addons: must be known; got no-such; known: amazon-cloudwatch-observability, ", message, StringComparison.Ordinal);
        Assert.Contains("grants: must name each principal once, since EKS has one entry for each; got arn:aws:iam::123456789012:role/platform", message, StringComparison.Ordinal);
    }

    internal static Task<Asked> RunAsync(Func<EksClusterArgs, EksClusterArgs>? with = null) => Harness.RunAsync((aws, gcp) =>
    {
        var route = new Pulumi.Aws.Ec2.Route("way-out", new() { RouteTableId = "rtb-1" }, new() { Provider = aws.Provider });
        var args = Args() with { WayOut = [route] };
        _ = new EksCluster("east", with is null ? args : with(args), aws);
    });

    /// <summary>The same with the one pool made another.</summary>
    internal static Task<Asked> RunPoolAsync(Func<EksPool, EksPool> with) =>
        RunAsync(args => args with { Pools = args.Pools.SetItem("general", with(args.Pools["general"])) });

    internal static EksClusterArgs Args() => new()
    {
        AtCreation = new() { PhysicalName = "test-east", Services = Cidr.Parse("10.17.0.0/20")!.Value },
        AccountId = "123456789012",
        Region = "us-east-1",
        KubernetesVersion = "1.36",
        ControlPlaneSubnetIds = new[] { "subnet-1", "subnet-2" },
        NodeSubnetIds = ImmutableSortedDictionary.Create<string, Input<string>>(StringComparer.Ordinal)
            .Add("use1-az1", "subnet-3").Add("use1-az2", "subnet-4"),
        PodRanges = [Cidr.Parse("10.16.0.0/20")!.Value],
        WayOut = [],
        ApiAccess = ApiAccess.Allowlist,
        OperatorRanges = [Cidr.Parse("203.0.113.0/24")!.Value],
        Grants = ImmutableSortedDictionary.Create<string, EksGrant>(StringComparer.Ordinal)
            .Add("platform", new("arn:aws:iam::123456789012:role/platform", "AmazonEKSClusterAdminPolicy")),
        Pools = ImmutableSortedDictionary.Create<string, EksPool>(StringComparer.Ordinal).Add("general", new()
        {
            AtCreation = new() { Architecture = NodeArchitecture.Arm64, InstanceTypes = ["t4g.large"] },
            MinNodesPerZone = 1,
            MaxNodesPerZone = 2,
            DiskGibibytes = 50,
        }),
        LogRetentionDays = 90,
        Protect = true,
    };
}
