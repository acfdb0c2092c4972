using System.Reflection;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Diff;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Tests.Components;

/// <summary>What a cluster of GKE is made with is in one record: a change of any of it is another cluster, and a change of nothing else is.</summary>
[Collection(Evaluations.Name)]
public sealed class GkeCreationTests
{
    private const string Cluster = "gcp:container/cluster:Cluster";

    /// <summary>One change of each member of the record.</summary>
    private static readonly Dictionary<string, Func<GkeClusterArgs, GkeClusterArgs>> Creation = new(StringComparer.Ordinal)
    {
        [nameof(GkeCreation.Project)] = args => args with { AtCreation = args.AtCreation with { Project = "acme-other" } },
        [nameof(GkeCreation.Region)] = args => args with { AtCreation = args.AtCreation with { Region = "us-east1" } },
        [nameof(GkeCreation.PhysicalName)] = args => args with { AtCreation = args.AtCreation with { PhysicalName = "test-west" } },
        [nameof(GkeCreation.NetworkSelfLink)] = args => args with { AtCreation = args.AtCreation with { NetworkSelfLink = "other" } },
        [nameof(GkeCreation.SubnetSelfLink)] = args => args with { AtCreation = args.AtCreation with { SubnetSelfLink = "other" } },
        [nameof(GkeCreation.PodRangeName)] = args => args with { AtCreation = args.AtCreation with { PodRangeName = "other" } },
        [nameof(GkeCreation.ServiceRangeName)] = args => args with { AtCreation = args.AtCreation with { ServiceRangeName = "other" } },
        [nameof(GkeCreation.AutoProvisions)] = args => args with
        {
            AtCreation = args.AtCreation with { AutoProvisions = true },
            AutoProvisioning = new() { MostCpus = 64, MostMemoryGibibytes = 256 },
        },
    };

    /// <summary>One change of each other argument; null where the argument is no input of the cluster.</summary>
    private static readonly Dictionary<string, Func<GkeClusterArgs, GkeClusterArgs>?> Other = new(StringComparer.Ordinal)
    {
        [nameof(GkeClusterArgs.Pods)] = args => args with { Pods = Cidr.Parse("10.96.0.0/17")!.Value },
        [nameof(GkeClusterArgs.Zones)] = args => args with { Zones = ["us-east4-a", "us-east4-c"] },
        [nameof(GkeClusterArgs.KubernetesVersion)] = args => args with { KubernetesVersion = KubernetesVersion.Parse("1.36")!.Value },
        [nameof(GkeClusterArgs.Upgrades)] = args => args with { Upgrades = args.Upgrades with { ReleaseChannel = "STABLE", RollbackHours = 24 } },
        [nameof(GkeClusterArgs.ApiAccess)] = args => args with { ApiAccess = ApiAccess.Private },
        [nameof(GkeClusterArgs.PeerRanges)] = args => args with { PeerRanges = [Cidr.Parse("172.16.0.0/12")!.Value] },
        [nameof(GkeClusterArgs.Security)] = args => args with { Security = new() { FqdnPolicies = true, BinaryAuthorization = false, ClusterwidePolicies = true } },
        [nameof(GkeClusterArgs.Observability)] = args => args with { Observability = new() { ManagedPrometheus = false, WorkloadLogs = false } },
        [nameof(GkeClusterArgs.Pools)] = args => args with { Pools = args.Pools.Add("more", GkeClusterTests.GeneralPool()) },
        [nameof(GkeClusterArgs.AutoscalingProfile)] = args => args with { AutoscalingProfile = GkeAutoscalingProfile.OptimizeUtilization },
        [nameof(GkeClusterArgs.FleetProject)] = args => args with { FleetProject = "acme-fleet" },
        [nameof(GkeClusterArgs.Protect)] = args => args with { Protect = false },
        [nameof(GkeClusterArgs.Teardown)] = args => args with { Teardown = true },
        [nameof(GkeClusterArgs.Access)] = null, // what must be there before objects in the cluster
        [nameof(GkeClusterArgs.Apis)] = null, // what must be there before
        [nameof(GkeClusterArgs.AutoProvisioning)] = null, // there exactly where AutoProvisions is
        [nameof(GkeClusterArgs.Backup)] = null, // a plan of its own, and an agent that is only switched on
        [nameof(GkeClusterArgs.ComputeClasses)] = null, // objects in the cluster
        [nameof(GkeClusterArgs.WayOut)] = null, // what must be there before
    };

    public static TheoryData<string> MadeWith => new(Creation.Keys);

    public static TheoryData<string> Changeable => new(Other.Where(each => each.Value is not null).Select(each => each.Key));

    [Fact]
    public void EveryMember_IsHere()
    {
        Assert.Equal(Names(typeof(GkeCreation)), Creation.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Names(typeof(GkeClusterArgs)), Other.Keys.Append(nameof(GkeClusterArgs.AtCreation)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(MadeWith))]
    public async Task Change_OfWhatItIsMadeWith_IsAnotherCluster(string member) => Assert.Equal(Operation.Replace, await ChangeAsync(Creation[member]));

    [Theory]
    [MemberData(nameof(Changeable))]
    public async Task Change_OfAnythingElse_IsNone(string member) =>
        Assert.True(await ChangeAsync(Other[member]!) is null or Operation.Update, member);

    private static IEnumerable<string> Names(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Select(property => property.Name)
        .Order(StringComparer.Ordinal);

    /// <summary>What a change of the arguments does to the cluster; null for nothing.</summary>
    private static async Task<Operation?> ChangeAsync(Func<GkeClusterArgs, GkeClusterArgs> change)
    {
        var (before, after) = (await PlanAsync(args => args), await PlanAsync(change));
        return PlanDiff.Of(before, after).Changes.SingleOrDefault(each => (each.After ?? each.Before)!.Type == Cluster)?.Change.Op;
    }

    private static async Task<PlanDocument> PlanAsync(Func<GkeClusterArgs, GkeClusterArgs> change) => PlanDocument.OfFirstUpdate(
        new("cross-cloud-mesh", "test"), new(true, []), (await GkeClusterTests.RunAsync(change)).Resources, [], SortedMap<PlanValue>.Empty);
}
