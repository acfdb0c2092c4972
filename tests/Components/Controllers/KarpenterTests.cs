using System.Collections.Immutable;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Clusters.Controllers;
using CrossCloudMesh.Tests.Preview;

namespace CrossCloudMesh.Tests.Components.Controllers;

[Collection(Evaluations.Name)]
public sealed class KarpenterTests
{
    internal const string NodeClass = "kubernetes:karpenter.k8s.aws/v1:EC2NodeClass";
    internal const string NodePool = "kubernetes:karpenter.sh/v1:NodePool";
    private const int PolicyLimit = 10_240;

    [Fact]
    public async Task Makes_QueueRolesReleases_AndTwoObjectsForAPool() => Assert.Equal(
        [
            "aws:cloudwatch/eventRule:EventRule 5",
            "aws:cloudwatch/eventTarget:EventTarget 5",
            "aws:eks/accessEntry:AccessEntry 1",
            "aws:eks/podIdentityAssociation:PodIdentityAssociation 1",
            "aws:iam/instanceProfile:InstanceProfile 1",
            "aws:iam/role:Role 2",
            "aws:iam/rolePolicy:RolePolicy 1",
            "aws:iam/rolePolicyAttachment:RolePolicyAttachment 3",
            "aws:sqs/queue:Queue 1",
            "kubernetes:helm.sh/v3:Release 2",
            "kubernetes:karpenter.k8s.aws/v1:EC2NodeClass 1",
            "kubernetes:karpenter.sh/v1:NodePool 1",
        ],
        await InCluster.CountsAsync((cluster, aws) => _ = new Karpenter("east-karpenter", Args(cluster), aws)));

    [Fact]
    public async Task TakesBothCharts_InOneVersion_AndItsKindsFromTheirOwn()
    {
        var asked = await RunAsync();
        var (kinds, controller) = (asked.One(InCluster.Release, "east-karpenter-crd"), asked.One(InCluster.Release, "east-karpenter"));
        Assert.Equal("oci://public.ecr.aws/karpenter/karpenter-crd", kinds.Input("chart"));
        Assert.Equal("oci://public.ecr.aws/karpenter/karpenter", controller.Input("chart"));
        Assert.Equal(kinds.Input("version"), controller.Input("version"));
        Assert.Equal("true", controller.Input("skipCrds"));
        Assert.Contains(kinds.Urn, controller.DependsOn);
    }

    [Fact]
    public async Task TellsTheController_ItsClusterAndQueue()
    {
        var release = (await RunAsync()).One(InCluster.Release, "east-karpenter");
        Assert.Equal("test-east", release.Input("values>settings>clusterName"));
        Assert.Equal("test-east-karpenter", release.Input("values>settings>interruptionQueue"));
        Assert.Equal("[{name: AWS_REGION, value: us-east-1}]", release.Input("values>controller>env"));
        Assert.Equal("false", release.Input("values>settings>isolatedVPC"));
        Assert.Equal("true", release.Input("values>settings>enableZonalShift"));
    }

    [Fact]
    public async Task AsksFor_NoServiceWithoutAPrivateEndpoint_WhereThereIsNoInternet()
    {
        var release = (await RunAsync(args => args with { IsIsolated = true, Mirror = "registry.example/mirror" })).One(InCluster.Release, "east-karpenter");
        Assert.Equal("true", release.Input("values>settings>isolatedVPC"));
        Assert.Equal("false", release.Input("values>settings>enableZonalShift"));
        Assert.Equal("oci://registry.example/mirror/charts/karpenter", release.Input("chart"));
        Assert.Equal("registry.example/mirror/karpenter/controller", release.Input("values>controller>image>repository"));
    }

    [Fact]
    public async Task LetsItsNodesIn_WithARoleOfTheirOwn()
    {
        var asked = await RunAsync();
        var entry = Assert.Single(asked.OfType("aws:eks/accessEntry:AccessEntry"), entry => entry.Input("type") == "EC2_LINUX");
        var role = asked.One("aws:iam/role:Role", "east-karpenter-node");
        Assert.Contains(role.Urn, entry.PropertyDependencies["principalArn"]!);
        Assert.Contains(role.Urn, asked.One("aws:iam/instanceProfile:InstanceProfile").PropertyDependencies["role"]!);
        Assert.Contains(asked.One("aws:iam/instanceProfile:InstanceProfile").Urn, asked.One(NodeClass).PropertyDependencies["spec"]!);
    }

    [Fact]
    public async Task EncryptsDisks_PinsTheImage_AndEndsMetadataAtTheNode()
    {
        var spec = (await RunAsync()).One(NodeClass);
        Assert.Equal("[{alias: al2023@v20260810}]", spec.Input("spec>amiSelectorTerms"));
        Assert.Equal("{httpEndpoint: enabled, httpProtocolIPv6: disabled, httpPutResponseHopLimit: 1, httpTokens: required}", spec.Input("spec>metadataOptions"));
        Assert.Equal(
            "[{deviceName: /dev/xvda, ebs: {deleteOnTermination: true, encrypted: true, kmsKeyID: arn:key, volumeSize: 50Gi, volumeType: gp3}}]",
            spec.Input("spec>blockDeviceMappings"));
        Assert.Equal("[{id: subnet-3}, {id: subnet-4}]", spec.Input("spec>subnetSelectorTerms"));
    }

    [Fact]
    public async Task EncryptsBothVolumes_OfBottlerocket()
    {
        var asked = await RunAsync(args => args with
        {
            Pools = args.Pools.SetItem("general", args.Pools["general"] with { Image = EksNodeImage.Bottlerocket, ImageVersion = "v1.51.0" }),
        });
        Assert.Equal("[{alias: bottlerocket@v1.51.0}]", asked.One(NodeClass).Input("spec>amiSelectorTerms"));
        var disks = asked.One(NodeClass).Input("spec>blockDeviceMappings");
        Assert.Equal(2, disks.Split("encrypted: true, kmsKeyID: arn:key").Length - 1);
        Assert.Contains("{deviceName: /dev/xvdb", disks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LimitsAPool_AndHowMuchOfItGoesAtOnce()
    {
        var pool = (await RunAsync()).One(NodePool);
        Assert.Equal("{cpu: 100, memory: 400Gi}", pool.Input("spec>limits"));
        Assert.Equal("[{nodes: 10%}]", pool.Input("spec>disruption>budgets"));
        Assert.Equal(
            "[{key: kubernetes.io/arch, operator: In, values: [arm64]}, {key: kubernetes.io/os, operator: In, values: [linux]}, "
            + "{key: karpenter.sh/capacity-type, operator: In, values: [spot]}, {key: karpenter.k8s.aws/instance-category, operator: In, values: [c, m]}, "
            + "{key: karpenter.k8s.aws/instance-hypervisor, operator: In, values: [nitro]}]",
            pool.Input("spec>template>spec>requirements"));
    }

    [Fact]
    public async Task PoolsGo_BeforeKarpenterDoes_SoThatItTakesTheirMachinesAway()
    {
        var asked = await RunAsync();
        var controller = asked.One(InCluster.Release, "east-karpenter").Urn;
        Assert.Contains(controller, asked.One(NodeClass).DependsOn);
        Assert.Contains(asked.One(NodeClass).Urn, asked.One(NodePool).DependsOn);
    }

    [Fact]
    public async Task HearsOf_FiveKindsOfEvents_InAQueueThatOnlyTheyMayFill()
    {
        var asked = await RunAsync();
        Assert.Equal(
            [
                """{"source":["aws.ec2"],"detail-type":["EC2 Capacity Reservation Instance Interruption Warning"]}""",
                """{"source":["aws.ec2"],"detail-type":["EC2 Instance Rebalance Recommendation"]}""",
                """{"source":["aws.ec2"],"detail-type":["EC2 Instance State-change Notification"]}""",
                """{"source":["aws.ec2"],"detail-type":["EC2 Spot Instance Interruption Warning"]}""",
                """{"source":["aws.health"],"detail-type":["AWS Health Event"]}""",
            ],
            asked.OfType("aws:cloudwatch/eventRule:EventRule").Select(rule => rule.Input("eventPattern")).Order(StringComparer.Ordinal));
        var queue = asked.One("aws:sqs/queue:Queue");
        Assert.Equal("true", queue.Input("sqsManagedSseEnabled"));
        Assert.Equal("300", queue.Input("messageRetentionSeconds"));
        Assert.Equal(
            """{"Version":"2012-10-17","Statement":[{"Sid":"Events","Effect":"Allow","Principal":{"Service":"events.amazonaws.com"},"Action":["sqs:SendMessage"],"Resource":["arn:aws:sqs:us-east-1:123456789012:test-east-karpenter"],"Condition":{"ArnLike":{"aws:SourceArn":"arn:aws:events:us-east-1:123456789012:rule/*"}}},{"Sid":"NothingInTheClear","Effect":"Deny","Principal":{"AWS":"*"},"Action":["sqs:*"],"Resource":["arn:aws:sqs:us-east-1:123456789012:test-east-karpenter"],"Condition":{"Bool":{"aws:SecureTransport":"false"}}}]}""",
            queue.Input("policy"));
    }

    [Fact]
    public async Task MayChangeOnly_WhatCarriesItsClustersTag()
    {
        var policy = (await RunAsync()).One("aws:iam/rolePolicy:RolePolicy", "east-karpenter").Input("policy");
        Assert.InRange(policy.Length, 1, PolicyLimit);
        Assert.Equal(
            ["ComparePrices", "HearOfZonalShifts", "ListProfiles", "Look"],
            PolicyText.Statements(policy).Where(statement => statement.Resources is ["*"]).Select(statement => statement.Sid).Order(StringComparer.Ordinal));
        Assert.All(
            PolicyText.Statements(policy).Where(statement => statement.Sid is "Start" or "StartFromOwnTemplates" or "StopOwn" or "TagNew" or "TagOwn"),
            statement => Assert.Contains("StringLike", statement.Conditions));
        Assert.Contains("""{"Sid":"GiveNodesTheirRole","Effect":"Allow","Action":["iam:PassRole"],"Resource":["arn:aws:iam::123456789012:role/east-karpenter-node-""", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_NoPool_AndAPoolWithoutCategories()
    {
        Assert.Contains("pools: must hold at least one pool; got none", await FailAsync(args => args with { Pools = args.Pools.Clear() }), StringComparison.Ordinal);
        Assert.Contains(
            "pools.general.instanceCategories: must name at least one category; got none",
            await FailAsync(args => args with { Pools = args.Pools.SetItem("general", args.Pools["general"] with { InstanceCategories = [] }) }),
            StringComparison.Ordinal);
    }

    internal static KarpenterArgs Args(EksCluster cluster) => new()
    {
        Cluster = cluster,
        AccountId = InCluster.Account,
        Region = InCluster.Region,
        PhysicalName = "test-east",
        Version = "1.14.1",
        IsIsolated = false,
        SubnetIds = new[] { "subnet-3", "subnet-4" },
        SecurityGroupId = cluster.SecurityGroupId,
        DisksKeyArn = "arn:key",
        Tags = ImmutableDictionary<string, string>.Empty.Add("owner", "platform"),
        Pools = ImmutableSortedDictionary.Create<string, KarpenterMachines>(StringComparer.Ordinal).Add("general", new()
        {
            Architecture = NodeArchitecture.Arm64,
            Capacity = EksCapacity.Spot,
            InstanceCategories = ["c", "m"],
            Image = EksNodeImage.Al2023,
            ImageVersion = "v20260810",
            DiskGibibytes = 50,
            CpuLimit = 100,
            MemoryGibibytesLimit = 400,
            MaxDisruptedPercent = 10,
        }),
    };

    internal static Task<Asked> RunAsync(Func<KarpenterArgs, KarpenterArgs>? with = null) => InCluster.RunAsync((cluster, aws) =>
        _ = new Karpenter("east-karpenter", with is null ? Args(cluster) : with(Args(cluster)), aws));

    private static Task<string> FailAsync(Func<KarpenterArgs, KarpenterArgs> with) => Harness.FailAsync((aws, gcp) =>
        _ = new Karpenter("east-karpenter", with(Args(new EksCluster("east", EksClusterTests.Args(), aws))), aws));
}
