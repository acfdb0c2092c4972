using System.Collections.Immutable;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Tests.Preview;

namespace CrossCloudMesh.Tests.Components;

/// <summary>What each member of a GKE pool becomes, in Google's words.</summary>
[Collection(Evaluations.Name)]
public sealed class GkePoolTests
{
    private const string Type = "gcp:container/nodePool:NodePool";

    [Fact]
    public async Task Counts_ByZone()
    {
        var pool = await RunAsync(pool => pool with { Size = new GkePoolSize.PerZone(2, 5) });
        Assert.Equal("{locationPolicy: BALANCED, maxNodeCount: 5, minNodeCount: 2}", pool.Input("autoscaling"));
        Assert.Equal("2", pool.Input("initialNodeCount"));
    }

    [Fact]
    public async Task Counts_AllZonesTogether_AndBeginsWithEnough()
    {
        var pool = await RunAsync(pool => pool with { Size = new GkePoolSize.Total(3, 10) });
        Assert.Equal("{locationPolicy: BALANCED, totalMaxNodeCount: 10, totalMinNodeCount: 3}", pool.Input("autoscaling"));
        Assert.Equal("2", pool.Input("initialNodeCount"));
    }

    [Fact]
    public async Task LeavesItsSize_ToTheAutoscaler()
    {
        var pool = await RunAsync(pool => pool);
        Assert.Equal(["initialNodeCount", "nodeCount", "version"], pool.Options.IgnoreChanges);
        Assert.Equal("absent", pool.Input("nodeCount"));
    }

    [Fact]
    public async Task Runs_InItsZones_OrInThoseOfTheCluster()
    {
        Assert.Equal("absent", (await RunAsync(pool => pool)).Input("nodeLocations"));
        Assert.Equal("[us-east4-b]", (await RunAsync(pool => pool with { Zones = ["us-east4-b"] })).Input("nodeLocations"));
    }

    [Fact]
    public async Task Upgrades_ByOneThatComesBeforeOneGoes() => Assert.Equal(
        "{maxSurge: 1, maxUnavailable: 0, strategy: SURGE}",
        (await RunAsync(pool => pool)).Input("upgradeSettings"));

    [Fact]
    public async Task Upgrades_ByASecondPool() => Assert.Equal(
        "{blueGreenSettings: {nodePoolSoakDuration: 7200s, standardRolloutPolicy: {batchPercentage: 0.25, batchSoakDuration: 600s}}, strategy: BLUE_GREEN}",
        (await RunAsync(pool => pool with { Upgrade = new GkeUpgrade.BlueGreen(25, TimeSpan.FromMinutes(10), TimeSpan.FromHours(2)) })).Input("upgradeSettings"));

    [Fact]
    public async Task RespectsDisruptionBudgets_ComesBeforeTheOldOneGoes_AndIsNeverProtected()
    {
        var pool = await RunAsync(pool => pool);
        Assert.Equal("[{respectPdbDuringNodePoolDeletion: true}]", pool.Input("nodeDrainConfigs"));
        Assert.Equal("{autoRepair: true, autoUpgrade: true}", pool.Input("management"));
        Assert.Equal("absent", pool.Input("name"));
        Assert.False(pool.Options.Protect);
    }

    [Theory]
    [InlineData("e2-standard-2", "pd-balanced")]
    [InlineData("t2a-standard-4", "pd-balanced")]
    [InlineData("c4a-standard-4", "hyperdisk-balanced")]
    [InlineData("n4-standard-4", "hyperdisk-balanced")]
    public async Task BootsFrom_WhatItsMachinesTake(string machineType, string disk) =>
        Assert.Equal(disk, (await RunAsync(pool => pool with { MachineType = machineType })).Input("nodeConfig>diskType"));

    [Fact]
    public async Task Carries_WhatItIsMadeWith()
    {
        var pool = await RunAsync(pool => pool with
        {
            MachineType = "g2-standard-4",
            AtCreation = new() { Accelerator = new("nvidia-l4", 1), MaxPodsPerNode = 32, Spot = true },
        });
        Assert.Equal("32", pool.Input("maxPodsPerNode"));
        Assert.Equal("true", pool.Input("nodeConfig>spot"));
        Assert.Equal("ANY", pool.Input("autoscaling>locationPolicy"));
        Assert.Equal("[{count: 1, gpuDriverInstallationConfig: {gpuDriverVersion: DEFAULT}, type: nvidia-l4}]", pool.Input("nodeConfig>guestAccelerators"));

        var secret = await RunAsync(pool => pool with { MachineType = "n2d-standard-4", AtCreation = new() { ConfidentialType = "SEV_SNP" } });
        Assert.Equal("{confidentialInstanceType: SEV_SNP, enabled: true}", secret.Input("nodeConfig>confidentialNodes"));
    }

    [Fact]
    public async Task Marks_ItsNodes()
    {
        var pool = await RunAsync(pool => pool with
        {
            Labels = ImmutableSortedDictionary<string, string>.Empty.Add("team", "trading"),
            Taints = [new("dedicated", "trading", "NO_SCHEDULE")],
            ImageType = "UBUNTU_CONTAINERD",
        });
        Assert.Equal("{team: trading}", pool.Input("nodeConfig>labels"));
        Assert.Equal("[{effect: NO_SCHEDULE, key: dedicated, value: trading}]", pool.Input("nodeConfig>taints"));
        Assert.Equal("UBUNTU_CONTAINERD", pool.Input("nodeConfig>imageType"));
    }

    [Fact]
    public async Task LeavesOut_WhatNobodyAskedFor()
    {
        var pool = await RunAsync(pool => pool);
        Assert.All(
            ["spot", "confidentialNodes", "guestAccelerators", "labels", "taints"],
            input => Assert.Equal("absent", pool.Input("nodeConfig>" + input)));
        Assert.Equal("COS_CONTAINERD", pool.Input("nodeConfig>imageType"));
        Assert.Equal("110", pool.Input("maxPodsPerNode"));
    }

    [Fact]
    public Task Refuses_ADiskThatItsMachinesDoNotTake() => Refuses(
        pool => pool with { MachineType = "c4-standard-4", DiskType = "pd-ssd" },
        "pools.general.diskType: must be a Hyperdisk with c4-standard-4; got pd-ssd; leave it out");

    [Fact]
    public Task Refuses_AnAcceleratorThatItsMachinesDoNotTake() => Refuses(
        pool => pool with { AtCreation = new() { Accelerator = new("nvidia-l4", 1) } },
        "pools.general.atCreation.accelerator: must be one that e2-standard-2 takes; got nvidia-l4; change the machine type");

    private static async Task Refuses(Func<GkePool, GkePool> with, string fault) => Assert.Contains(
        fault,
        await Harness.FailAsync((aws, gcp) => GkeClusterTests.Make(gcp, args => With(args, with))),
        StringComparison.Ordinal);

    private static async Task<CrossCloudMesh.Plan.PlannedResource> RunAsync(Func<GkePool, GkePool> with) =>
        (await GkeClusterTests.RunAsync(args => With(args, with))).One(Type);

    private static GkeClusterArgs With(GkeClusterArgs args, Func<GkePool, GkePool> with) =>
        args with { Pools = args.Pools.SetItem("general", with(args.Pools["general"])) };
}
