using System.Collections.Immutable;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Tests.Preview;
using Pulumi;

namespace CrossCloudMesh.Tests.Components;

[Collection(Evaluations.Name)]
public sealed class EksNodePoolTests
{
    private const string NodeGroup = "aws:eks/nodeGroup:NodeGroup";
    private const string Template = "aws:ec2/launchTemplate:LaunchTemplate";

    [Fact]
    public async Task Makes_OneGroupPerZone_OfOneTemplate()
    {
        var asked = await EksClusterTests.RunAsync();
        Assert.Equal(
            ["east-general-az1 [subnet-3]", "east-general-az2 [subnet-4]"],
            asked.OfType(NodeGroup).Select(group => $"{group.Name} {group.Input("subnetIds")}").Order(StringComparer.Ordinal));
        Assert.All(asked.OfType(NodeGroup), group => Assert.Contains(asked.One(Template).Urn, group.PropertyDependencies["launchTemplate"]!));
    }

    [Fact]
    public async Task LeavesStandingGroupsAlone_WhenAZoneComes()
    {
        var before = await EksClusterTests.RunAsync();
        var after = await EksClusterTests.RunAsync(args => args with { NodeSubnetIds = args.NodeSubnetIds.Add("use1-az4", "subnet-5") });
        Assert.Equal(
            [.. before.OfType(NodeGroup).Select(group => (group.Urn, group.Inputs)), (after.One(NodeGroup, "east-general-az4").Urn, after.One(NodeGroup, "east-general-az4").Inputs)],
            after.OfType(NodeGroup).Select(group => (group.Urn, group.Inputs)));
    }

    [Fact]
    public async Task StandsInTheZonesThatItNames()
    {
        var asked = await EksClusterTests.RunPoolAsync(pool => pool with { Zones = ["use1-az2"] });
        Assert.Equal("east-general-az2", asked.One(NodeGroup).Name);
    }

    [Fact]
    public async Task FollowsTheVersionOfItsCluster()
    {
        var asked = await EksClusterTests.RunAsync(args => args with { KubernetesVersion = "1.35" });
        Assert.All(asked.OfType(NodeGroup), group => Assert.Equal("1.35", group.Input("version")));
    }

    [Fact]
    public async Task DemandsMetadataVersion2_AndEncryptsDisks()
    {
        var asked = await EksClusterTests.RunAsync();
        var template = asked.One(Template);
        Assert.Equal("{httpEndpoint: enabled, httpPutResponseHopLimit: 1, httpTokens: required}", template.Input("metadataOptions"));
        Assert.StartsWith("[{deviceName: /dev/xvda, ebs: {deleteOnTermination: true, encrypted: true,", template.Input("blockDeviceMappings"), StringComparison.Ordinal);
        Assert.Contains(asked.One("aws:kms/key:Key", "east-disks").Urn, template.PropertyDependencies["blockDeviceMappings"]!);
    }

    [Fact]
    public async Task EncryptsBothVolumes_OfBottlerocket()
    {
        var asked = await EksClusterTests.RunPoolAsync(pool => pool with { AtCreation = pool.AtCreation with { Image = EksNodeImage.Bottlerocket } });
        var key = "arn:aws:kms:us-east-1:123456789012:key/";
        var volumes = asked.One(Template).Input("blockDeviceMappings").Split("deviceName: ");
        Assert.Equal(3, volumes.Length);
        Assert.StartsWith("/dev/xvda, ebs: {deleteOnTermination: true, encrypted: true, kmsKeyId: " + key, volumes[1], StringComparison.Ordinal);
        Assert.DoesNotContain("volumeSize", volumes[1], StringComparison.Ordinal);
        Assert.StartsWith("/dev/xvdb, ebs: {deleteOnTermination: true, encrypted: true, kmsKeyId: " + key, volumes[2], StringComparison.Ordinal);
        Assert.Contains("volumeSize: 50", volumes[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EksNodeImage.Al2023, NodeArchitecture.Arm64, "t4g.large", false, "AL2023_ARM_64_STANDARD")]
    [InlineData(EksNodeImage.Al2023, NodeArchitecture.X86, "m7i.large", false, "AL2023_x86_64_STANDARD")]
    [InlineData(EksNodeImage.Al2023, NodeArchitecture.Arm64, "g5g.xlarge", true, "AL2023_ARM_64_NVIDIA")]
    [InlineData(EksNodeImage.Al2023, NodeArchitecture.X86, "g6.xlarge", true, "AL2023_x86_64_NVIDIA")]
    [InlineData(EksNodeImage.Bottlerocket, NodeArchitecture.Arm64, "t4g.large", false, "BOTTLEROCKET_ARM_64")]
    [InlineData(EksNodeImage.Bottlerocket, NodeArchitecture.X86, "m7i.large", false, "BOTTLEROCKET_x86_64")]
    [InlineData(EksNodeImage.Bottlerocket, NodeArchitecture.Arm64, "g5g.xlarge", true, "BOTTLEROCKET_ARM_64_NVIDIA")]
    [InlineData(EksNodeImage.Bottlerocket, NodeArchitecture.X86, "g6.xlarge", true, "BOTTLEROCKET_x86_64_NVIDIA")]
    public async Task TakesTheImage_OfItsSystemArchitectureAndGpus(EksNodeImage image, NodeArchitecture architecture, string type, bool gpus, string ami)
    {
        var asked = await EksClusterTests.RunPoolAsync(pool => pool with
        {
            AtCreation = new() { Image = image, Architecture = architecture, InstanceTypes = [type], HasGpus = gpus },
        });
        Assert.All(asked.OfType(NodeGroup), group => Assert.Equal(ami, group.Input("amiType")));
    }

    [Fact]
    public async Task BuysSpot_OfSeveralTypes()
    {
        var group = (await EksClusterTests.RunPoolAsync(pool => pool with
        {
            AtCreation = pool.AtCreation with { Capacity = EksCapacity.Spot, InstanceTypes = ["m7g.large", "m6g.large"] },
        })).One(NodeGroup, "east-general-az1");
        Assert.Equal(("SPOT", "[m7g.large, m6g.large]"), (group.Input("capacityType"), group.Input("instanceTypes")));
    }

    [Fact]
    public async Task OwnsTheNumberOfNodes_WhereNothingScalesThem()
    {
        var group = (await EksClusterTests.RunAsync()).One(NodeGroup, "east-general-az1");
        Assert.Equal("{desiredSize: 1, maxSize: 2, minSize: 1}", group.Input("scalingConfig"));
        Assert.Empty(group.Options.IgnoreChanges);
    }

    [Fact]
    public async Task LeavesTheNumberOfNodes_ToTheAutoscaler_WithNoFloorInAws()
    {
        var group = (await EksClusterTests.RunAsync(args => args with { IsAutoscaled = true })).One(NodeGroup, "east-general-az1");
        Assert.Equal("{desiredSize: 1, maxSize: 2, minSize: 0}", group.Input("scalingConfig"));
        Assert.Equal(["scalingConfig.desiredSize"], group.Options.IgnoreChanges);
    }

    [Fact]
    public async Task RepairsAndUpdatesItsNodes_AFewAtATime_WithLabelsAndTaints()
    {
        var asked = await EksClusterTests.RunAsync(args => args with
        {
            Pools = args.Pools.Add("batch", args.Pools["general"] with
            {
                Labels = ImmutableDictionary<string, string>.Empty.Add("team", "batch"),
                Taints = [new("batch", "", "NO_SCHEDULE")],
            }),
        });
        var group = asked.One(NodeGroup, "east-batch-az1");
        Assert.Equal("{enabled: true}", group.Input("nodeRepairConfig"));
        Assert.Equal("{maxUnavailablePercentage: 33}", group.Input("updateConfig"));
        Assert.Equal("{team: batch}", group.Input("labels"));
        Assert.Equal("[{effect: NO_SCHEDULE, key: batch, value: }]", group.Input("taints"));
    }

    [Fact]
    public async Task TagsWhatEksMakes_AsEverythingElse()
    {
        var asked = await EksClusterTests.RunAsync(args => args with { Tags = ImmutableDictionary<string, string>.Empty.Add("owner", "platform") });
        Assert.Equal(
            string.Join(", ", new[] { "instance", "volume", "network-interface" }.Select(type => $"{{resourceType: {type}, tags: {{Name: test-east-general, owner: platform}}}}")),
            asked.One(Template).Input("tagSpecifications")[1..^1]);
    }

    [Fact]
    public async Task ComesUpBesideTheOldOne_WhereItIsReplaced() =>
        Assert.All((await EksClusterTests.RunAsync()).OfType(NodeGroup), group => Assert.Equal("absent", group.Input("nodeGroupName")));

    [Fact]
    public async Task WaitsForTheWayOut_AndForTheAddonsItsNodesNeed()
    {
        var asked = await EksClusterTests.RunAsync();
        var group = asked.One(NodeGroup, "east-general-az1");
        Assert.Contains(asked.One("aws:ec2/route:Route").Urn, group.DependsOn);
        Assert.Equal(
            ["east-eks-pod-identity-agent", "east-kube-proxy", "east-vpc-cni"],
            group.DependsOn.Select(urn => asked.Find(urn)!).Where(resource => resource.Type == "aws:eks/addon:Addon").Select(resource => resource.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Refuses_BadPools_AllAtOnce()
    {
        var pool = EksClusterTests.Args().Pools["general"];
        var message = await Harness.FailAsync((aws, gcp) => _ = new EksCluster("east", EksClusterTests.Args() with
        {
            Pools = EksClusterTests.Args().Pools.SetItem("general", pool with
            {
                MinNodesPerZone = 3,
                Zones = ["use1-az6"],
                AtCreation = pool.AtCreation with { InstanceTypes = ["m7i.large", "g5g.xlarge", "large"] },
            }).Add("spot", pool with { AtCreation = pool.AtCreation with { Capacity = EksCapacity.Spot } }),
        }, aws));
        Assert.Contains("pools.general.minNodesPerZone: must not be above maxNodesPerZone, which is 2; got 3", message, StringComparison.Ordinal);
        Assert.Contains("pools.general.zones: must be zones of the cluster; got use1-az6; known: use1-az1, use1-az2", message, StringComparison.Ordinal);
        Assert.Contains("pools.general.instanceTypes: must be of the pool's architecture, Arm64; got m7i.large", message, StringComparison.Ordinal);
        Assert.Contains("pools.general.instanceTypes: must have no GPUs, for which the image has no driver; got g5g.xlarge", message, StringComparison.Ordinal);
        Assert.Contains("pools.general.instanceTypes: must be an EC2 instance type such as m7g.large; got large", message, StringComparison.Ordinal);
        Assert.Contains("pools.spot.instanceTypes: must be at least 2 for spot, since AWS takes back one type at a time; got t4g.large", message, StringComparison.Ordinal);
    }
}
