using System.Collections.Immutable;
using System.Reflection;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Diff;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Tests.Components;

/// <summary>What a cluster of EKS is made with is in one record: a change of any of it is another cluster, and a change of nothing else is.</summary>
[Collection(Evaluations.Name)]
public sealed class EksCreationTests
{
    private const string Cluster = "aws:eks/cluster:Cluster";

    /// <summary>One change of each member of the record.</summary>
    private static readonly Dictionary<string, Func<EksClusterArgs, EksClusterArgs>> Creation = new(StringComparer.Ordinal)
    {
        [nameof(EksCreation.PhysicalName)] = args => args with { AtCreation = args.AtCreation with { PhysicalName = "test-west" } },
        [nameof(EksCreation.Services)] = args => args with { AtCreation = args.AtCreation with { Services = Cidr.Parse("10.18.0.0/20")!.Value } },
    };

    /// <summary>One change of each other argument; null where the argument is no input of the cluster.</summary>
    private static readonly Dictionary<string, Func<EksClusterArgs, EksClusterArgs>?> Other = new(StringComparer.Ordinal)
    {
        [nameof(EksClusterArgs.KubernetesVersion)] = args => args with { KubernetesVersion = "1.37" },
        [nameof(EksClusterArgs.ControlPlaneSubnetIds)] = args => args with { ControlPlaneSubnetIds = new[] { "subnet-1", "subnet-9" } },
        [nameof(EksClusterArgs.ApiAccess)] = args => args with { ApiAccess = ApiAccess.Private },
        [nameof(EksClusterArgs.OperatorRanges)] = args => args with { OperatorRanges = [Cidr.Parse("198.51.100.0/24")!.Value] },
        [nameof(EksClusterArgs.ApiPeerRanges)] = args => args with { ApiPeerRanges = [Cidr.Parse("10.32.0.0/23")!.Value] },
        [nameof(EksClusterArgs.Grants)] = args => args with { Grants = args.Grants.Add("view", new("arn:aws:iam::123456789012:role/view", "AmazonEKSViewPolicy")) },
        [nameof(EksClusterArgs.AutoMode)] = args => args with { AutoMode = new(["general-purpose"]) },
        [nameof(EksClusterArgs.Pools)] = args => args with { Pools = args.Pools.Add("more", args.Pools["general"]) },
        [nameof(EksClusterArgs.ControlPlaneTier)] = args => args with { ControlPlaneTier = EksControlPlaneTier.Xl },
        [nameof(EksClusterArgs.LogRetentionDays)] = args => args with { LogRetentionDays = 365 },
        [nameof(EksClusterArgs.Protect)] = args => args with { Protect = false },
        [nameof(EksClusterArgs.Tags)] = args => args with { Tags = ImmutableDictionary<string, string>.Empty.Add("owner", "platform") },
        [nameof(EksClusterArgs.Teardown)] = args => args with { Teardown = true },
        [nameof(EksClusterArgs.AccountId)] = null, // of the keys' policies, which change with it
        [nameof(EksClusterArgs.AddonVersions)] = null, // resources of their own
        [nameof(EksClusterArgs.Addons)] = null, // resources of their own
        [nameof(EksClusterArgs.IsAutoscaled)] = null, // an input of the groups
        [nameof(EksClusterArgs.NodeSubnetIds)] = null, // an input of the groups
        [nameof(EksClusterArgs.PodRanges)] = null, // told to others
        [nameof(EksClusterArgs.Region)] = null, // that of the provider
        [nameof(EksClusterArgs.WayOut)] = null, // what must be there before nodes
    };

    public static TheoryData<string> MadeWith => new(Creation.Keys);

    public static TheoryData<string> Changeable => new(Other.Where(each => each.Value is not null).Select(each => each.Key));

    [Fact]
    public void EveryMember_IsHere()
    {
        Assert.Equal(Names(typeof(EksCreation)), Creation.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Names(typeof(EksClusterArgs)), Other.Keys.Append(nameof(EksClusterArgs.AtCreation)).Order(StringComparer.Ordinal));
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
    private static async Task<Operation?> ChangeAsync(Func<EksClusterArgs, EksClusterArgs> change)
    {
        var (before, after) = (await PlanAsync(args => args), await PlanAsync(change));
        return PlanDiff.Of(before, after).Changes.SingleOrDefault(each => (each.After ?? each.Before)!.Type == Cluster)?.Change.Op;
    }

    private static async Task<PlanDocument> PlanAsync(Func<EksClusterArgs, EksClusterArgs> change) => PlanDocument.OfFirstUpdate(
        new("cross-cloud-mesh", "test"), new(true, []), (await EksClusterTests.RunAsync(change)).Resources, [], SortedMap<PlanValue>.Empty);
}
