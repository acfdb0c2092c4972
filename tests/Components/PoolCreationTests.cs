using CrossCloudMesh.Clusters;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Diff;
using CrossCloudMesh.Tests.Preview;

namespace CrossCloudMesh.Tests.Components;

/// <summary>What the nodes of a pool are made with is in one record: a change of any of it is another pool, and a change of nothing else is.</summary>
[Collection(Evaluations.Name)]
public sealed class PoolCreationTests
{
    private static readonly Dictionary<string, Func<EksPool, EksPool>> EksCreation = new(StringComparer.Ordinal)
    {
        [nameof(EksPoolCreation.Architecture)] = Eks(fixedAt => fixedAt with { Architecture = NodeArchitecture.X86, InstanceTypes = ["m7i.large"] }),
        [nameof(EksPoolCreation.InstanceTypes)] = Eks(fixedAt => fixedAt with { InstanceTypes = ["m7g.large"] }),
        [nameof(EksPoolCreation.Image)] = Eks(fixedAt => fixedAt with { Image = EksNodeImage.Bottlerocket }),
        [nameof(EksPoolCreation.Capacity)] = Eks(fixedAt => fixedAt with { Capacity = EksCapacity.Spot, InstanceTypes = ["t4g.large", "m7g.large"] }),
        [nameof(EksPoolCreation.HasGpus)] = Eks(fixedAt => fixedAt with { HasGpus = true, InstanceTypes = ["g5g.xlarge"] }),
    };

    private static readonly Dictionary<string, Func<EksPool, EksPool>> EksOther = new(StringComparer.Ordinal)
    {
        [nameof(EksPool.MinNodesPerZone)] = pool => pool with { MinNodesPerZone = 2 },
        [nameof(EksPool.MaxNodesPerZone)] = pool => pool with { MaxNodesPerZone = 3 },
        [nameof(EksPool.DiskGibibytes)] = pool => pool with { DiskGibibytes = 60 },
        [nameof(EksPool.Zones)] = pool => pool with { Zones = ["use1-az2"] },
        [nameof(EksPool.Labels)] = pool => pool with { Labels = pool.Labels.Add("team", "mesh") },
        [nameof(EksPool.Taints)] = pool => pool with { Taints = [new("batch", "", "PREFER_NO_SCHEDULE")] },
    };

    private static readonly Dictionary<string, Func<GkePool, GkePool>> GkeCreation = new(StringComparer.Ordinal)
    {
        [nameof(GkePoolCreation.MaxPodsPerNode)] = pool => pool with { AtCreation = pool.AtCreation with { MaxPodsPerNode = 64 } },
        [nameof(GkePoolCreation.Spot)] = pool => pool with { AtCreation = pool.AtCreation with { Spot = true } },
        [nameof(GkePoolCreation.ConfidentialType)] = pool => pool with { AtCreation = pool.AtCreation with { ConfidentialType = "SEV" } },
        [nameof(GkePoolCreation.Accelerator)] = pool => pool with { MachineType = "g2-standard-4", AtCreation = pool.AtCreation with { Accelerator = new("nvidia-l4", 1) } },
    };

    private static readonly Dictionary<string, Func<GkePool, GkePool>> GkeOther = new(StringComparer.Ordinal)
    {
        [nameof(GkePool.MachineType)] = pool => pool with { MachineType = "e2-standard-4" },
        [nameof(GkePool.Size)] = pool => pool with { Size = new GkePoolSize.PerZone(2, 5) },
        [nameof(GkePool.Zones)] = pool => pool with { Zones = ["us-east4-b"] },
        [nameof(GkePool.DiskGibibytes)] = pool => pool with { DiskGibibytes = 60 },
        [nameof(GkePool.DiskType)] = pool => pool with { DiskType = "pd-ssd" },
        [nameof(GkePool.ImageType)] = pool => pool with { ImageType = "UBUNTU_CONTAINERD" },
        [nameof(GkePool.Upgrade)] = pool => pool with { Upgrade = new GkeUpgrade.Surge(2, 0) },
        [nameof(GkePool.Labels)] = pool => pool with { Labels = pool.Labels.Add("team", "mesh") },
        [nameof(GkePool.Taints)] = pool => pool with { Taints = [new("batch", "", "PREFER_NO_SCHEDULE")] },
    };

    public static TheoryData<string> EksMadeWith => new(EksCreation.Keys);

    public static TheoryData<string> EksChangeable => new(EksOther.Keys);

    public static TheoryData<string> GkeMadeWith => new(GkeCreation.Keys);

    public static TheoryData<string> GkeChangeable => new(GkeOther.Keys);

    [Theory]
    [InlineData(typeof(EksPoolCreation))]
    [InlineData(typeof(EksPool))]
    [InlineData(typeof(GkePoolCreation))]
    [InlineData(typeof(GkePool))]
    public void EveryMember_IsHere(Type type)
    {
        IEnumerable<string> here = type == typeof(EksPoolCreation) ? EksCreation.Keys
            : type == typeof(GkePoolCreation) ? GkeCreation.Keys
            : (type == typeof(EksPool) ? EksOther.Keys : (IEnumerable<string>)GkeOther.Keys).Append(nameof(EksPool.AtCreation));
        Assert.Equal(EksCreationTests.Names(type), here.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(EksMadeWith))]
    public async Task Eks_ChangeOfWhatItIsMadeWith_IsNewGroups(string member) =>
        Assert.Equal([Operation.Replace, Operation.Replace], await EksAsync(EksCreation[member]));

    [Theory]
    [MemberData(nameof(EksChangeable))]
    public async Task Eks_ChangeOfAnythingElse_KeepsTheGroups(string member) => Assert.DoesNotContain(Operation.Replace, await EksAsync(EksOther[member]));

    [Theory]
    [MemberData(nameof(GkeMadeWith))]
    public async Task Gke_ChangeOfWhatItIsMadeWith_IsAnotherPool(string member) => Assert.Equal([Operation.Replace], await GkeAsync(GkeCreation[member]));

    [Theory]
    [MemberData(nameof(GkeChangeable))]
    public async Task Gke_ChangeOfAnythingElse_KeepsThePool(string member) => Assert.Equal([Operation.Update], await GkeAsync(GkeOther[member]));

    private static Func<EksPool, EksPool> Eks(Func<EksPoolCreation, EksPoolCreation> change) => pool => pool with { AtCreation = change(pool.AtCreation) };

    private static Task<IEnumerable<Operation>> EksAsync(Func<EksPool, EksPool> change) => EksCreationTests.ChangesAsync(
        "aws:eks/nodeGroup:NodeGroup",
        args => args with { Pools = args.Pools.SetItem("general", change(args.Pools["general"])) },
        // Another pool for the add-ons, so that any change of this one is allowed.
        from: args => args with { Pools = args.Pools.Add("system", args.Pools["general"]) });

    private static async Task<IEnumerable<Operation>> GkeAsync(Func<GkePool, GkePool> change)
    {
        var (before, after) = (await PlanAsync(pool => pool), await PlanAsync(change));
        return PlanDiff.Of(before, after).Changes.Where(each => (each.After ?? each.Before)!.Type == "gcp:container/nodePool:NodePool").Select(each => each.Change.Op);
    }

    private static async Task<PlanDocument> PlanAsync(Func<GkePool, GkePool> change) => PlanDocument.OfFirstUpdate(
        new("cross-cloud-mesh", "test"),
        new(true, []),
        (await GkeClusterTests.RunAsync(args => args with { Pools = args.Pools.SetItem("general", change(args.Pools["general"])) })).Resources,
        [],
        SortedMap<PlanValue>.Empty);
}
