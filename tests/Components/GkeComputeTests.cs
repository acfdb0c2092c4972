using System.Collections.Immutable;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Tests.Preview;

namespace CrossCloudMesh.Tests.Components;

/// <summary>Nodes that Google brings by itself.</summary>
[Collection(Evaluations.Name)]
public sealed class GkeComputeTests
{
    private const string Cluster = "gcp:container/cluster:Cluster";
    private const string Class = "kubernetes:cloud.google.com/v1:ComputeClass";

    [Fact]
    public async Task BringsNone_UnlessAsked() => Assert.Equal(
        "{autoscalingProfile: BALANCED, enabled: false}",
        (await GkeClusterTests.RunAsync()).One(Cluster).Input("clusterAutoscaling"));

    [Fact]
    public async Task Bounds_WhatGoogleMakes()
    {
        var autoscaling = (await GkeClusterTests.RunAsync(AutoProvisioned)).One(Cluster);
        Assert.Equal(
            "[{maximum: 64, minimum: 0, resourceType: cpu}, {maximum: 256, minimum: 0, resourceType: memory}, {maximum: 4, minimum: 0, resourceType: nvidia-l4}]",
            autoscaling.Input("clusterAutoscaling>resourceLimits"));
        Assert.Equal("OPTIMIZE_UTILIZATION", autoscaling.Input("clusterAutoscaling>autoscalingProfile"));
        Assert.Equal("[us-east4-a, us-east4-b]", autoscaling.Input("clusterAutoscaling>autoProvisioningLocations"));
    }

    [Fact]
    public async Task MakesThem_AsSafeAsPools()
    {
        var asked = await GkeClusterTests.RunAsync(AutoProvisioned);
        var (cluster, pool) = (asked.One(Cluster), asked.One("gcp:container/nodePool:NodePool"));
        const string Defaults = "clusterAutoscaling>autoProvisioningDefaults>";
        Assert.Equal(pool.Input("nodeConfig>serviceAccount"), cluster.Input(Defaults + "serviceAccount"));
        Assert.Equal(pool.Input("nodeConfig>bootDiskKmsKey"), cluster.Input(Defaults + "bootDiskKmsKey"));
        Assert.All(
            ["imageType", "oauthScopes", "shieldedInstanceConfig"],
            input => Assert.Equal(pool.Input("nodeConfig>" + input), cluster.Input(Defaults + input)));
        Assert.Equal(pool.Input("management"), cluster.Input(Defaults + "management"));
        Assert.Equal(pool.Input("upgradeSettings"), cluster.Input(Defaults + "upgradeSettings"));
    }

    [Theory]
    [InlineData(true, "autoProvisioning: must be given exactly where atCreation.autoProvisions is true; got none")]
    [InlineData(false, "autoProvisioning: must be given exactly where atCreation.autoProvisions is true; got bounds")]
    public async Task Refuses_BoundsWithoutTheChoice_AndTheChoiceWithoutBounds(bool chosen, string fault) => Assert.Contains(
        fault,
        await Harness.FailAsync((aws, gcp) => GkeClusterTests.Make(gcp, args => chosen
            ? args with { AtCreation = args.AtCreation with { AutoProvisions = true } }
            : args with { AutoProvisioning = new() { MostCpus = 1, MostMemoryGibibytes = 1 } })),
        StringComparison.Ordinal);

    [Fact]
    public async Task ComputeClasses_AreObjectsOfTheCluster_WithItsAccountAndKey()
    {
        var asked = await GkeClusterTests.RunAsync(args => args with
        {
            Access = args.WayOut,
            ComputeClasses = ImmutableSortedDictionary.Create<string, GkeComputeClass>(StringComparer.Ordinal)
                .Add("batch", new() { Priorities = [new("n4", Spot: true, MinCores: 8), new("e2", Spot: false, MinCores: null)], ElseAnyNode = true }),
        });
        var made = asked.One(Class);
        Assert.Equal("east-class-batch", made.Name);
        Assert.Equal("batch", made.Input("metadata>name"));
        Assert.Equal("{enabled: true}", made.Input("spec>nodePoolAutoCreation"));
        Assert.Equal("ScaleUpAnyway", made.Input("spec>whenUnsatisfiable"));
        var pool = asked.One("gcp:container/nodePool:NodePool");
        var (account, key) = (pool.Input("nodeConfig>serviceAccount"), pool.Input("nodeConfig>bootDiskKmsKey"));
        Assert.Equal($"{{imageType: cos_containerd, serviceAccount: {account}}}", made.Input("spec>nodePoolConfig"));
        Assert.Equal(
            $"[{{machineFamily: n4, minCores: 8, spot: true, storage: {{bootDiskKMSKey: {key}}}}}, {{machineFamily: e2, spot: false, storage: {{bootDiskKMSKey: {key}}}}}]",
            made.Input("spec>priorities"));
        Assert.StartsWith(asked.One("pulumi:providers:kubernetes").Urn, made.Provider, StringComparison.Ordinal);
        Assert.Contains("Router", asked.TypesBefore(made));
    }

    private static GkeClusterArgs AutoProvisioned(GkeClusterArgs args) => args with
    {
        AtCreation = args.AtCreation with { AutoProvisions = true },
        AutoscalingProfile = GkeAutoscalingProfile.OptimizeUtilization,
        AutoProvisioning = new()
        {
            MostCpus = 64,
            MostMemoryGibibytes = 256,
            MostAccelerators = ImmutableSortedDictionary<string, int>.Empty.Add("nvidia-l4", 4),
        },
    };
}
