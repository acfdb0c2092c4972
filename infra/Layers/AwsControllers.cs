using System.Collections.Immutable;
using System.Diagnostics;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Clusters.Controllers;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Infra.Settings;
using Pulumi;

namespace CrossCloudMesh.Infra.Layers;

/// <summary>What runs inside the cluster of a site on AWS before any mesh does.</summary>
internal sealed class AwsControllers
{
    private readonly EksSettings settings;
    private readonly AwsControllerPlace place;
    private readonly ComponentResourceOptions options;

    public AwsControllers(EksSettings settings, AwsControllerPlace place, ComponentResourceOptions options)
    {
        (this.settings, this.place, this.options) = (settings, place, options);
        _ = new AwsDefaultStorage($"{place.Key}-storage", new()
        {
            Cluster = place.Cluster,
            DisksKeyArn = place.Cluster.DisksKeyArn,
            Provisioner = EksLayer.IsAutoModeAlone(settings) ? AwsDefaultStorage.AutoModeProvisioner : AwsDefaultStorage.AddonProvisioner,
        }, options);

        // Whatever makes a Service waits for the controller that answers for Services.
        LoadBalancersReady = settings.Controllers.LoadBalancer is { } balancers ? MakeLoadBalancers(balancers).Ready : [];
        if (settings.Autoscaler is { } autoscaler)
        {
            MakeAutoscaler(autoscaler);
        }

        if (settings.Compute is EksKarpenterCompute karpenter)
        {
            MakeKarpenter(karpenter);
        }
    }

    /// <summary>What must be there before a Service is made, and must outlive the last.</summary>
    public IReadOnlyList<Resource> LoadBalancersReady { get; }

    /// <summary>What of the controllers calls AWS from inside the network.</summary>
    public static IEnumerable<AwsFeature> Features(EksSettings settings) =>
    [
        .. settings.Controllers.LoadBalancer is null ? Array.Empty<AwsFeature>() : [AwsFeature.LoadBalancers],
        .. settings.Autoscaler is null ? Array.Empty<AwsFeature>() : [AwsFeature.NodeScaling],
        .. settings.Compute is EksKarpenterCompute ? [AwsFeature.SpotInterruptions] : Array.Empty<AwsFeature>(),
    ];

    private string? Mirror => settings.Controllers.Mirror?.ToString();

    private AwsLoadBalancerController MakeLoadBalancers(LoadBalancerControllerSettings controller) => new($"{place.Key}-balancers", new()
    {
        Cluster = place.Cluster,
        AccountId = place.AccountId,
        Region = place.Region,
        VpcId = place.VpcId,
        ChartVersion = controller.ChartVersion.ToString(),
        Mirror = Mirror,
    }, options);

    private void MakeAutoscaler(AutoscalerSettings autoscaler) => _ = new ClusterAutoscaler($"{place.Key}-autoscaler", new()
    {
        Cluster = place.Cluster,
        AccountId = place.AccountId,
        Region = place.Region,
        ChartVersion = autoscaler.ChartVersion.ToString(),
        Version = autoscaler.Version.ToString(),
        Mirror = Mirror,
        Groups =
        [
            .. place.Cluster.Pools.SelectMany(pool => pool.Value.Groups.Values.Select(group => new AutoscaledGroup(
                group.Resources.Apply(resources => resources[0].AutoscalingGroups[0].Name!),
                settings.Pools[pool.Key].MinNodesPerZone,
                settings.Pools[pool.Key].MaxNodesPerZone))),
        ],
        WaitFor = LoadBalancersReady,
    }, options);

    private void MakeKarpenter(EksKarpenterCompute karpenter) => _ = new Karpenter($"{place.Key}-karpenter", new()
    {
        Cluster = place.Cluster,
        AccountId = place.AccountId,
        Region = place.Region,
        PhysicalName = place.PhysicalName,
        Version = karpenter.Version.ToString(),
        Mirror = Mirror,
        IsIsolated = place.IsIsolated,
        SubnetIds = place.SubnetIds,
        SecurityGroupId = place.Cluster.SecurityGroupId,
        DisksKeyArn = place.Cluster.DisksKeyArn,
        Tags = place.Tags,
        Pools = karpenter.NodePools.ToImmutableSortedDictionary(pool => pool.Key, pool => MachinesOf(pool.Value), StringComparer.Ordinal),
        WaitFor = LoadBalancersReady,
    }, options);

    private static KarpenterMachines MachinesOf(KarpenterPoolSettings pool) => new()
    {
        Architecture = pool.Architecture switch
        {
            Architecture.X86 => NodeArchitecture.X86,
            Architecture.Arm64 => NodeArchitecture.Arm64,
            _ => throw new UnreachableException(),
        },
        Capacity = pool.Capacity switch
        {
            NodeCapacity.OnDemand => EksCapacity.OnDemand,
            NodeCapacity.Spot => EksCapacity.Spot,
            _ => throw new UnreachableException(),
        },
        InstanceCategories = [.. pool.InstanceCategories.Select(category => category.ToString())],
        Image = pool.Image switch
        {
            NodeImage.Al2023 => EksNodeImage.Al2023,
            NodeImage.Bottlerocket => EksNodeImage.Bottlerocket,
            _ => throw new UnreachableException(),
        },
        ImageVersion = pool.ImageVersion.ToString(),
        DiskGibibytes = pool.DiskGibibytes,
        CpuLimit = pool.CpuLimit,
        MemoryGibibytesLimit = pool.MemoryGibibytesLimit,
        MaxDisruptedPercent = pool.MaxDisruptedPercent,
    };
}

/// <summary>Where the controllers of a site on AWS run.</summary>
internal sealed record AwsControllerPlace
{
    /// <summary>The site's key, which logical names start with.</summary>
    public required string Key { get; init; }

    public required EksCluster Cluster { get; init; }

    public required string AccountId { get; init; }

    public required string Region { get; init; }

    public required string PhysicalName { get; init; }

    public required Input<string> VpcId { get; init; }

    /// <summary>Private subnets for nodes.</summary>
    public required InputList<string> SubnetIds { get; init; }

    public required ImmutableDictionary<string, string> Tags { get; init; }

    /// <summary>Whether AWS is reached through endpoints only.</summary>
    public required bool IsIsolated { get; init; }
}
