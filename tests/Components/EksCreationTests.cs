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

    private static readonly Cidr Other = Cidr.Parse("172.16.0.0/20")!.Value;

    /// <summary>One change of each member of the record.</summary>
    private static readonly Dictionary<string, Func<EksClusterArgs, EksClusterArgs>> Creation = new(StringComparer.Ordinal)
    {
        [nameof(EksCreation.PhysicalName)] = args => args with { AtCreation = args.AtCreation with { PhysicalName = "test-west" } },
        [nameof(EksCreation.Services)] = args => args with { AtCreation = args.AtCreation with { Services = Other } },
    };

    /// <summary>One change of each other argument.</summary>
    private static readonly Dictionary<string, Func<EksClusterArgs, EksClusterArgs>> Others = new(StringComparer.Ordinal)
    {
        [nameof(EksClusterArgs.AccountId)] = args => args with { AccountId = "210987654321" },
        [nameof(EksClusterArgs.Region)] = args => args with { Region = "us-west-2" },
        [nameof(EksClusterArgs.KubernetesVersion)] = args => args with { KubernetesVersion = "1.37" },
        [nameof(EksClusterArgs.ControlPlaneSubnetIds)] = args => args with { ControlPlaneSubnetIds = new[] { "subnet-1", "subnet-9" } },
        [nameof(EksClusterArgs.NodeSubnetIds)] = args => args with { NodeSubnetIds = args.NodeSubnetIds.Add("use1-az4", "subnet-5") },
        [nameof(EksClusterArgs.PodRanges)] = args => args with { PodRanges = [Other] },
        [nameof(EksClusterArgs.WayOut)] = args => args with { WayOut = [] },
        [nameof(EksClusterArgs.ApiAccess)] = args => args with { ApiAccess = ApiAccess.Private },
        [nameof(EksClusterArgs.OperatorRanges)] = args => args with { OperatorRanges = [Other] },
        [nameof(EksClusterArgs.PublicReaders)] = args => args with { PublicReaders = new[] { "198.51.100.7" } },
        [nameof(EksClusterArgs.ApiPeerRanges)] = args => args with { ApiPeerRanges = [Other] },
        [nameof(EksClusterArgs.Grants)] = args => args with { Grants = args.Grants.Add("other", new("arn:aws:iam::123456789012:role/other", "AmazonEKSViewPolicy")) },
        [nameof(EksClusterArgs.AutoMode)] = args => args with { AutoMode = new(["general-purpose"]) },
        [nameof(EksClusterArgs.Pools)] = args => args with { Pools = args.Pools.Add("more", args.Pools["general"]) },
        [nameof(EksClusterArgs.IsAutoscaled)] = args => args with { IsAutoscaled = true },
        [nameof(EksClusterArgs.Addons)] = args => args with { Addons = ["aws-efs-csi-driver"] },
        [nameof(EksClusterArgs.AddonVersions)] = args => args with { AddonVersions = args.AddonVersions.Add("coredns", "v1.14.1-eksbuild.1") },
        [nameof(EksClusterArgs.Backup)] = args => args with { Backup = new("cron(0 2 * * ? *)", 35) },
        [nameof(EksClusterArgs.Capabilities)] = args => args with { Capabilities = new() { HasKro = true } },
        [nameof(EksClusterArgs.ControlPlaneTier)] = args => args with { ControlPlaneTier = EksControlPlaneTier.Xl },
        [nameof(EksClusterArgs.Tags)] = args => args with { Tags = args.Tags.Add("team", "mesh") },
        [nameof(EksClusterArgs.LogRetentionDays)] = args => args with { LogRetentionDays = 30 },
        [nameof(EksClusterArgs.Protect)] = args => args with { Protect = false },
        [nameof(EksClusterArgs.Teardown)] = args => args with { Teardown = true },
    };

    public static TheoryData<string> MadeWith => new(Creation.Keys);

    public static TheoryData<string> Changeable => new(Others.Keys);

    [Fact]
    public void EveryMember_IsHere()
    {
        Assert.Equal(Names(typeof(EksCreation)), Creation.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Names(typeof(EksClusterArgs)), Others.Keys.Append(nameof(EksClusterArgs.AtCreation)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(MadeWith))]
    public async Task Change_OfWhatItIsMadeWith_IsAnotherCluster(string member) =>
        Assert.Equal([Operation.Replace], await ChangesAsync(Cluster, Creation[member]));

    [Theory]
    [MemberData(nameof(Changeable))]
    public async Task Change_OfAnythingElse_IsNone(string member) =>
        Assert.DoesNotContain(await ChangesAsync(Cluster, Others[member]), operation => operation != Operation.Update);

    internal static IEnumerable<string> Names(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Select(property => property.Name)
        .Order(StringComparer.Ordinal);

    /// <summary>What a change of the arguments does to the resources of a type that change.</summary>
    internal static async Task<IEnumerable<Operation>> ChangesAsync(
        string type, Func<EksClusterArgs, EksClusterArgs> change, Func<EksClusterArgs, EksClusterArgs>? from = null)
    {
        from ??= args => args;
        var (before, after) = (await PlanAsync(from), await PlanAsync(args => change(from(args))));
        return PlanDiff.Of(before, after).Changes.Where(each => (each.After ?? each.Before)!.Type == type).Select(each => each.Change.Op);
    }

    private static async Task<PlanDocument> PlanAsync(Func<EksClusterArgs, EksClusterArgs> change) => PlanDocument.OfFirstUpdate(
        new("cross-cloud-mesh", "test"), new(true, []), (await EksClusterTests.RunAsync(change)).Resources, [], SortedMap<PlanValue>.Empty);
}
