using System.Collections.Immutable;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Diff;
using CrossCloudMesh.Tests.Plan;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Tests.Components;

/// <summary>What stands under AtCreation is exactly what makes another cluster, or another pool, when it changes.</summary>
[Collection(Evaluations.Name)]
public sealed class GkeCreationTests
{
    private const string Cluster = "gcp:container/cluster:Cluster";
    private const string Pool = "gcp:container/nodePool:NodePool";

    private static readonly Dictionary<string, Func<GkeClusterArgs, GkeClusterArgs>> AtCreation = new(StringComparer.Ordinal)
    {
        ["Project"] = args => args with { AtCreation = args.AtCreation with { Project = "other-mesh" } },
        ["Region"] = args => args with { AtCreation = args.AtCreation with { Region = "us-west1" } },
        ["PhysicalName"] = args => args with { AtCreation = args.AtCreation with { PhysicalName = "other" } },
        ["NetworkSelfLink"] = args => args with { AtCreation = args.AtCreation with { NetworkSelfLink = "other" } },
        ["SubnetSelfLink"] = args => args with { AtCreation = args.AtCreation with { SubnetSelfLink = "other" } },
        ["PodRangeName"] = args => args with { AtCreation = args.AtCreation with { PodRangeName = "other" } },
        ["ServiceRangeName"] = args => args with { AtCreation = args.AtCreation with { ServiceRangeName = "other" } },
        ["AutoProvisions"] = args => args with
        {
            AtCreation = args.AtCreation with { AutoProvisions = true },
            AutoProvisioning = new() { MostCpus = 64, MostMemoryGibibytes = 256 },
        },
    };

    private static readonly Dictionary<string, Func<GkeClusterArgs, GkeClusterArgs>> Later = new(StringComparer.Ordinal)
    {
        ["Pods"] = args => args with { Pods = Cidr.Parse("10.96.0.0/17")!.Value },
        ["Zones"] = args => args with { Zones = ["us-east4-a"] },
        ["KubernetesVersion"] = args => args with { KubernetesVersion = KubernetesVersion.Parse("1.36")!.Value },
        ["Upgrades"] = args => args with { Upgrades = args.Upgrades with { ReleaseChannel = "STABLE", RollbackHours = 24, MinDaysBetweenMinors = 45 } },
        ["WayOut"] = args => args with { WayOut = [] },
        ["ApiAccess"] = args => args with { ApiAccess = ApiAccess.Private },
        ["PeerRanges"] = args => args with { PeerRanges = [] },
        ["Administrators"] = args => args with { Administrators = args.Administrators.Add("second", "group:second@example.com") },
        ["Access"] = args => args with { Access = args.Access.Add("audit", new("group:audit@example.com", GkeRole.Viewer)) },
        ["Security"] = args => args with { Security = new() { GroupsAddress = "gke-security-groups@example.com", BinaryAuthorization = false, FqdnPolicies = true, ClusterwidePolicies = true } },
        ["Observability"] = args => args with { Observability = new() { ManagedPrometheus = false, DataplaneMetrics = false, WorkloadLogs = false } },
        ["Pools"] = args => args with { Pools = args.Pools.Add("second", GkeClusterTests.GeneralPool()) },
        ["AutoscalingProfile"] = args => args with { AutoscalingProfile = GkeAutoscalingProfile.OptimizeUtilization },
        ["ComputeClasses"] = args => args with { ComputeClasses = args.ComputeClasses.Add("batch", new() { Priorities = [new("n4", false, null)] }) },
        ["FleetProject"] = args => args with { FleetProject = "acme-fleet" },
        ["Backup"] = args => args with { Backup = new("0 2 * * *", 7) },
        ["Protect"] = args => args with { Protect = false },
    };

    private static readonly Dictionary<string, Func<GkePool, GkePool>> PoolAtCreation = new(StringComparer.Ordinal)
    {
        ["MaxPodsPerNode"] = pool => pool with { AtCreation = new() { MaxPodsPerNode = 32 } },
        ["Spot"] = pool => pool with { AtCreation = new() { Spot = true } },
        ["ConfidentialType"] = pool => pool with { AtCreation = new() { ConfidentialType = "SEV" } },
        ["Accelerator"] = pool => pool with { AtCreation = new() { Accelerator = new("nvidia-tesla-t4", 1) } },
    };

    private static readonly Dictionary<string, Func<GkePool, GkePool>> PoolLater = new(StringComparer.Ordinal)
    {
        ["MachineType"] = pool => pool with { MachineType = "n1-standard-4" },
        ["Size"] = pool => pool with { Size = new GkePoolSize.Total(2, 9) },
        ["Zones"] = pool => pool with { Zones = ["us-east4-a"] },
        ["DiskGibibytes"] = pool => pool with { DiskGibibytes = 100 },
        ["DiskType"] = pool => pool with { DiskType = "pd-ssd" },
        ["ImageType"] = pool => pool with { ImageType = "UBUNTU_CONTAINERD" },
        ["Upgrade"] = pool => pool with { Upgrade = new GkeUpgrade.Surge(2, 1) },
        ["Labels"] = pool => pool with { Labels = pool.Labels.Add("team", "trading") },
        ["Taints"] = pool => pool with { Taints = [new("dedicated", "trading", "NO_SCHEDULE")] },
    };

    public static TheoryData<string> Replacing => [.. AtCreation.Keys];

    public static TheoryData<string> Staying => [.. Later.Keys];

    public static TheoryData<string> PoolReplacing => [.. PoolAtCreation.Keys];

    public static TheoryData<string> PoolStaying => [.. PoolLater.Keys];

    [Theory]
    [MemberData(nameof(Replacing))]
    public async Task AnotherCluster_WhereWhatItIsMadeWithChanges(string member) =>
        Assert.Equal(Operation.Replace, await ChangeOfAsync(Cluster, args => args, AtCreation[member]));

    [Theory]
    [MemberData(nameof(Staying))]
    public async Task TheSameCluster_WhateverElseChanges(string member) =>
        Assert.NotEqual(Operation.Replace, await ChangeOfAsync(Cluster, args => args, Later[member]));

    [Fact]
    public async Task TheSameCluster_WhenItsBoundsChange() => Assert.Equal(
        Operation.Update,
        await ChangeOfAsync(Cluster, AtCreation["AutoProvisions"], args => AtCreation["AutoProvisions"](args) with { AutoProvisioning = new() { MostCpus = 8, MostMemoryGibibytes = 8 } }));

    [Theory]
    [MemberData(nameof(PoolReplacing))]
    public async Task AnotherPool_WhereWhatItIsMadeWithChanges(string member) =>
        Assert.Equal(Operation.Replace, await ChangeOfAsync(Pool, N1, args => With(N1(args), PoolAtCreation[member])));

    [Theory]
    [MemberData(nameof(PoolStaying))]
    public async Task TheSamePool_WhateverElseChanges(string member) =>
        Assert.Equal(Operation.Update, await ChangeOfAsync(Pool, N1Small, args => With(N1Small(args), PoolLater[member])));

    [Fact]
    public void EveryMember_IsTried()
    {
        Assert.Equal(Members<GkeCreation>(), AtCreation.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Members<GkeClusterArgs>("AtCreation", "Apis", "AutoProvisioning"), Later.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Members<GkePoolCreation>(), PoolAtCreation.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Members<GkePool>("AtCreation"), PoolLater.Keys.Order(StringComparer.Ordinal));
    }

    /// <summary>What becomes of the one resource of that type that both plans have; null where it stays as it is.</summary>
    private static async Task<Operation?> ChangeOfAsync(string type, Func<GkeClusterArgs, GkeClusterArgs> before, Func<GkeClusterArgs, GkeClusterArgs> after)
    {
        var (old, made) = (await GkeClusterTests.RunAsync(before), await GkeClusterTests.RunAsync(after));
        return PlanDiff.Of(Plans.Of(old.Resources), Plans.Of(made.Resources)).Changes
            .SingleOrDefault(change => change.Before is not null && change.After?.Type == type)?.Change.Op;
    }

    private static IEnumerable<string> Members<T>(params string[] but) =>
        typeof(T).GetProperties().Where(property => property.CanWrite).Select(property => property.Name).Except(but).Order(StringComparer.Ordinal);

    /// <summary>A pool of machines that take an accelerator.</summary>
    private static GkeClusterArgs N1(GkeClusterArgs args) => With(args, pool => pool with { MachineType = "n1-standard-2" });

    private static GkeClusterArgs N1Small(GkeClusterArgs args) => With(args, pool => pool with { MachineType = "n1-standard-1" });

    private static GkeClusterArgs With(GkeClusterArgs args, Func<GkePool, GkePool> with) =>
        args with { Pools = args.Pools.SetItem("general", with(args.Pools["general"])) };
}
