using System.Collections.Immutable;
using System.Diagnostics;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Layers;

/// <summary>The settings' words for a GKE cluster, in the components' words.</summary>
internal static class GkeClusters
{
    public static GkeUpgradePolicy Upgrades(GkeSettings cluster) => new()
    {
        ReleaseChannel = cluster.ReleaseChannel.ToString().ToUpperInvariant(),
        Window = new(
            TimeOnly.Parse(cluster.Maintenance.StartTime.ToString()),
            TimeSpan.FromHours(cluster.Maintenance.DurationHours),
            cluster.Maintenance.Days),
        Exclusions = Each(cluster.Maintenance.Exclusions, exclusion => new MaintenanceExclusion(exclusion.From.Date, exclusion.To?.Date, exclusion.Scope switch
        {
            Settings.ExclusionScope.NoUpgrades => Clusters.ExclusionScope.NoUpgrades,
            Settings.ExclusionScope.NoMinorUpgrades => Clusters.ExclusionScope.NoMinorUpgrades,
            Settings.ExclusionScope.NoMinorOrNodeUpgrades => Clusters.ExclusionScope.NoMinorOrNodeUpgrades,
            _ => throw new UnreachableException(),
        })),
        MinDaysBetweenMinors = cluster.Upgrades.MinDaysBetweenMinors,
        MinDaysBetweenPatches = cluster.Upgrades.MinDaysBetweenPatches,
        RollbackHours = cluster.Upgrades.RollbackHours,
        AcceleratedPatches = cluster.Upgrades.AcceleratedPatches,
    };

    /// <summary>Administrators and everybody else, by a key that is the same whatever the order of a list.</summary>
    public static ImmutableSortedDictionary<string, GkeGrant> Grants(CloudSettings cloud) => cloud.Operators.Google
        .Select(principal => KeyValuePair.Create($"administrator-{KeyOf(principal)}", new GkeGrant(principal.ToString(), GkeRole.Administrator)))
        .Concat(cloud.Google.Access.Select(access => KeyValuePair.Create($"{access.Value.Role.ToString().ToLowerInvariant()}-{access.Key}", new GkeGrant(access.Value.Principal.ToString(), access.Value.Role switch
        {
            GkeAccessRole.Viewer => GkeRole.Viewer,
            GkeAccessRole.Developer => GkeRole.Developer,
            GkeAccessRole.Admin => GkeRole.Administrator,
            _ => throw new UnreachableException(),
        }))))
        .ToImmutableSortedDictionary(StringComparer.Ordinal);

    public static GkeSecurity Security(GkeSettings cluster) => new()
    {
        GroupsAddress = cluster.GoogleGroups?.ToString(),
        BinaryAuthorization = cluster.BinaryAuthorization,
        FqdnPolicies = cluster.FqdnNetworkPolicies,
        ClusterwidePolicies = cluster.ClusterwideNetworkPolicies,
    };

    public static GkeObservability Observability(GkeSettings cluster) => new()
    {
        ManagedPrometheus = cluster.Observability.ManagedPrometheus,
        DataplaneMetrics = cluster.Observability.DataplaneMetrics,
        WorkloadLogs = cluster.Observability.WorkloadLogs,
        NotificationTopic = cluster.Observability.Notifications?.ToString(),
    };

    public static GkeAutoscalingProfile Profile(GkeSettings cluster) => cluster.Compute.Profile switch
    {
        AutoscalingProfile.Balanced => GkeAutoscalingProfile.Balanced,
        AutoscalingProfile.OptimizeUtilization => GkeAutoscalingProfile.OptimizeUtilization,
        _ => throw new UnreachableException(),
    };

    public static GkeAutoProvisioning? AutoProvisioning(GkeSettings cluster) => cluster.Compute is GkeAutoProvisioningCompute { Limits: var limits }
        ? new()
        {
            MostCpus = limits.Cpus,
            MostMemoryGibibytes = limits.MemoryGibibytes,
            MostAccelerators = limits.Gpus,
        }
        : null;

    public static ImmutableSortedDictionary<string, GkeComputeClass> ComputeClasses(GkeSettings cluster) =>
        Each(cluster.ComputeClasses, computeClass => new GkeComputeClass
        {
            Priorities = [.. computeClass.Priorities.Select(priority => new GkeComputePriority(priority.MachineFamily.ToString(), priority.Spot, priority.MinCores))],
            ElseAnyNode = computeClass.WhenUnsatisfiable == Unsatisfiable.AnyNode,
        });

    public static ImmutableSortedDictionary<string, GkePool> Pools(GkeSettings cluster) => Each(cluster.Pools, GkePools.Of);

    public static GkeBackupSchedule? Backup(GkeSettings cluster) =>
        cluster.Backup is { } backup ? new(backup.Schedule.ToString(), backup.RetentionDays) : null;

    private static ImmutableSortedDictionary<string, TResult> Each<T, TResult>(ImmutableSortedDictionary<string, T> settings, Func<T, TResult> translate) =>
        settings.ToImmutableSortedDictionary(entry => entry.Key, entry => translate(entry.Value), StringComparer.Ordinal);

    /// <summary>Kind and address: <c>group-platform-example.com</c>.</summary>
    private static string KeyOf(GooglePrincipal principal) =>
        principal.ToString().Replace("://", "-", StringComparison.Ordinal).Replace(':', '-').Replace('/', '-').Replace('@', '-');
}
