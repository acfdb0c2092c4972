using System.Collections.Immutable;
using System.Diagnostics;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Layers;

/// <summary>An EKS cluster's settings in the components' words.</summary>
internal static class EksLayer
{
    /// <summary>What of the cluster calls AWS from inside its network.</summary>
    public static ImmutableSortedSet<AwsFeature> Features(EksSettings cluster) => EksFacts.Features.Union(
        EksAddonFacts.Of(IsAutoModeAlone(cluster), AddonsOf(cluster)).SelectMany(addon => addon.Features));

    public static bool IsAutoModeAlone(EksSettings cluster) => cluster.Compute is EksAutoModeCompute && cluster.Pools.IsEmpty;

    public static ImmutableSortedSet<string> AddonsOf(EksSettings cluster) =>
        cluster.Addons.Select(addon => addon.ToString()).ToImmutableSortedSet(StringComparer.Ordinal);

    public static EksAutoMode? AutoMode(EksSettings cluster) => cluster.Compute is EksAutoModeCompute autoMode
        ? new([.. autoMode.NodePools.Select(WordOf).Order(StringComparer.Ordinal)])
        : null;

    /// <summary>Administrators and everybody else, by a key that is the same whatever the order of a list.</summary>
    public static ImmutableSortedDictionary<string, EksGrant> Grants(EksSettings cluster, ImmutableArray<AwsPrincipal> operators) =>
        (cluster.Administrators ?? operators)
            .Select(principal => KeyValuePair.Create($"administrator-{KeyOf(principal)}", new EksGrant(principal.ToString(), PolicyOf(EksAccessPolicy.ClusterAdmin))))
            .Concat(cluster.Access.Select(access => KeyValuePair.Create(
                $"access-{access.Key}",
                new EksGrant(access.Value.Principal.ToString(), PolicyOf(access.Value.Policy))
                {
                    Namespaces = [.. (access.Value.Namespaces ?? []).Select(each => each.ToString())],
                })))
            .ToImmutableSortedDictionary(StringComparer.Ordinal);

    public static EksPool Pool(EksPoolSettings pool) => new()
    {
        AtCreation = new()
        {
            Architecture = pool.Architecture switch
            {
                Architecture.X86 => NodeArchitecture.X86,
                Architecture.Arm64 => NodeArchitecture.Arm64,
                _ => throw new UnreachableException(),
            },
            InstanceTypes = [.. pool.InstanceTypes.Select(type => type.ToString())],
            Image = pool.Image switch
            {
                NodeImage.Al2023 => EksNodeImage.Al2023,
                NodeImage.Bottlerocket => EksNodeImage.Bottlerocket,
                _ => throw new UnreachableException(),
            },
            Capacity = pool.Capacity switch
            {
                NodeCapacity.OnDemand => EksCapacity.OnDemand,
                NodeCapacity.Spot => EksCapacity.Spot,
                _ => throw new UnreachableException(),
            },
            HasGpus = pool.Gpu,
        },
        MinNodesPerZone = pool.MinNodesPerZone,
        MaxNodesPerZone = pool.MaxNodesPerZone,
        DiskGibibytes = pool.DiskGibibytes,
        Zones = [.. (pool.Zones ?? []).Select(zone => zone.ToString())],
        Labels = pool.Labels.ToImmutableDictionary(label => label.Key, label => label.Value.ToString(), StringComparer.Ordinal),
        Taints = [.. pool.Taints.Select(taint => new EksTaint(taint.Key, taint.Value.Value.ToString(), WordOf(taint.Value.Effect)))],
    };

    public static EksControlPlaneTier Tier(EksTier tier) => tier switch
    {
        EksTier.Standard => EksControlPlaneTier.Standard,
        EksTier.Xl => EksControlPlaneTier.Xl,
        EksTier.TwoXl => EksControlPlaneTier.TwoXl,
        EksTier.FourXl => EksControlPlaneTier.FourXl,
        EksTier.EightXl => EksControlPlaneTier.EightXl,
        _ => throw new UnreachableException(),
    };

    /// <summary>Account and path: <c>123456789012-role-platform</c>.</summary>
    private static string KeyOf(AwsPrincipal principal) =>
        principal.ToString().Split(':') is [.., var account, var path] ? $"{account}-{path.Replace('/', '-')}" : principal.ToString();

    private static string PolicyOf(EksAccessPolicy policy) => policy switch
    {
        EksAccessPolicy.View => "AmazonEKSViewPolicy",
        EksAccessPolicy.Edit => "AmazonEKSEditPolicy",
        EksAccessPolicy.Admin => "AmazonEKSAdminPolicy",
        EksAccessPolicy.ClusterAdmin => "AmazonEKSClusterAdminPolicy",
        _ => throw new UnreachableException(),
    };

    private static string WordOf(EksAutoModePool pool) => pool switch
    {
        EksAutoModePool.GeneralPurpose => "general-purpose",
        EksAutoModePool.System => "system",
        _ => throw new UnreachableException(),
    };

    private static string WordOf(TaintEffect effect) => effect switch
    {
        TaintEffect.NoSchedule => "NO_SCHEDULE",
        TaintEffect.NoExecute => "NO_EXECUTE",
        TaintEffect.PreferNoSchedule => "PREFER_NO_SCHEDULE",
        _ => throw new UnreachableException(),
    };
}
