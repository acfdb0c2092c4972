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
    private const string NodeGroup = "aws:eks/nodeGroup:NodeGroup";

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
                "aws:eks/addon:Addon 6",
                "aws:eks/cluster:Cluster 1",
                "aws:eks/nodeGroup:NodeGroup 1",
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

    [Fact]
    public async Task LetsIn_AccessEntriesOnly()
    {
        var asked = await RunAsync();
        Assert.Equal("API", asked.One(Cluster).Input("accessConfig>authenticationMode"));
        Assert.Equal("false", asked.One(Cluster).Input("accessConfig>bootstrapClusterCreatorAdminPermissions"));
        Assert.Equal("arn:aws:iam::123456789012:role/platform", asked.One("aws:eks/accessEntry:AccessEntry").Input("principalArn"));
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
    public async Task DemandsMetadataVersion2_AndEncryptsDisks()
    {
        var asked = await RunAsync();
        var template = asked.One("aws:ec2/launchTemplate:LaunchTemplate");
        Assert.Equal("{httpEndpoint: enabled, httpPutResponseHopLimit: 1, httpTokens: required}", template.Input("metadataOptions"));
        Assert.Contains("encrypted: true", template.Input("blockDeviceMappings"), StringComparison.Ordinal);
        Assert.Contains(asked.One("aws:kms/key:Key", "east-disks").Urn, template.PropertyDependencies["blockDeviceMappings"]!);
    }

    [Fact]
    public async Task ControlPlane_WaitsForRoleKeyAndLog_AndForNothingElse()
    {
        var asked = await RunAsync();
        Assert.Equal(["Key", "LogGroup", "Role", "RolePolicy", "RolePolicyAttachment"], asked.TypesBefore(asked.One(Cluster)));
    }

    [Fact]
    public async Task Nodes_WaitForTheWayOut_AndForTheAddonsTheyNeed()
    {
        var asked = await RunAsync();
        var group = asked.One(NodeGroup);
        Assert.Contains(asked.One("aws:ec2/route:Route").Urn, group.DependsOn);
        Assert.Equal(
            ["east-eks-pod-identity-agent", "east-kube-proxy", "east-vpc-cni"],
            group.DependsOn.Select(urn => asked.Find(urn)!).Where(resource => resource.Type == "aws:eks/addon:Addon").Select(resource => resource.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("aws-ebs-csi-driver")]
    [InlineData("coredns")]
    [InlineData("metrics-server")]
    public async Task Addons_ThatRunOnNodes_WaitForThem(string addon)
    {
        var asked = await RunAsync();
        Assert.Contains(asked.One(NodeGroup).Urn, asked.One("aws:eks/addon:Addon", $"east-{addon}").DependsOn);
    }

    [Fact]
    public async Task KeepsTheNetworkPolicy_OffTheNodes()
    {
        var asked = await RunAsync();
        var policy = Assert.Single(
            asked.OfType("aws:iam/rolePolicyAttachment:RolePolicyAttachment"),
            attachment => attachment.Input("policyArn").EndsWith("AmazonEKS_CNI_Policy", StringComparison.Ordinal));
        Assert.Contains(asked.One("aws:iam/role:Role", "east-vpc-cni").Urn, policy.PropertyDependencies["role"]!);
    }

    [Theory]
    [InlineData(NodeArchitecture.Arm64, "AL2023_ARM_64_STANDARD")]
    [InlineData(NodeArchitecture.X86, "AL2023_x86_64_STANDARD")]
    public async Task TakesTheImage_OfItsArchitecture(NodeArchitecture architecture, string image) => Assert.Equal(
        image,
        (await RunAsync(args => args with { Pools = args.Pools.SetItem("general", args.Pools["general"] with { Architecture = architecture }) })).One(NodeGroup).Input("amiType"));

    [Fact]
    public async Task LeavesTheNumberOfNodes_ToWhateverScalesThem() =>
        Assert.Equal(["scalingConfig.desiredSize"], (await RunAsync()).One(NodeGroup).Options.IgnoreChanges);

    [Fact]
    public async Task Refuses_BadArguments_AllAtOnce()
    {
        var message = await Harness.FailAsync((aws, gcp) => _ = new EksCluster("east", Args() with
        {
            Pools = ImmutableSortedDictionary<string, EksPool>.Empty,
            OperatorRanges = [Cidr.Parse("0.0.0.0/0")!.Value],
        }, aws));
        Assert.Contains("pools: must hold at least one pool; got none", message, StringComparison.Ordinal);
        Assert.Contains("operatorRanges: must not be every address; got 0.0.0.0/0", message, StringComparison.Ordinal);
    }

    private static Task<Asked> RunAsync(Func<EksClusterArgs, EksClusterArgs>? with = null) => Harness.RunAsync((aws, gcp) =>
    {
        var route = new Pulumi.Aws.Ec2.Route("way-out", new() { RouteTableId = "rtb-1" }, new() { Provider = aws.Provider });
        var args = Args() with { WayOut = [route] };
        _ = new EksCluster("east", with is null ? args : with(args), aws);
    });

    internal static EksClusterArgs Args() => new()
    {
        AccountId = "123456789012",
        Region = "us-east-1",
        PhysicalName = "test-east",
        KubernetesVersion = "1.36",
        Services = Cidr.Parse("10.17.0.0/20")!.Value,
        PodRanges = [Cidr.Parse("10.16.0.0/16")!.Value],
        ControlPlaneSubnetIds = new[] { "subnet-1", "subnet-2" },
        NodeSubnetIds = new[] { "subnet-3", "subnet-4" },
        WayOut = [],
        ApiAccess = ApiAccess.Allowlist,
        OperatorRanges = [Cidr.Parse("203.0.113.0/24")!.Value],
        Administrators = ImmutableSortedDictionary<string, string>.Empty.Add("platform", "arn:aws:iam::123456789012:role/platform"),
        Pools = ImmutableSortedDictionary.Create<string, EksPool>(StringComparer.Ordinal).Add("general", new()
        {
            Architecture = NodeArchitecture.Arm64,
            InstanceTypes = ["t4g.large"],
            MinNodes = 2,
            MaxNodes = 4,
            DiskGibibytes = 50,
        }),
        LogRetentionDays = 90,
        Protect = true,
    };
}
