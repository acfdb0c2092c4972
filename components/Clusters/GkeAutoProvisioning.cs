using System.Collections.Immutable;
using Pulumi;
using Pulumi.Gcp.Container.Inputs;

namespace CrossCloudMesh.Clusters;

/// <summary>How far Google may go when it makes node pools by itself for pods that fit nowhere.</summary>
public sealed record GkeAutoProvisioning
{
    private const string Cpu = "cpu";

    private const string Memory = "memory";

    /// <summary>The most processors of the whole cluster, stated pools included.</summary>
    public required int MostCpus { get; init; }

    /// <summary>The most memory of the whole cluster, in GiB, stated pools included.</summary>
    public required int MostMemoryGibibytes { get; init; }

    /// <summary>The most accelerators of the whole cluster by type, such as <c>nvidia-l4</c>; of a type that is not here there are none.</summary>
    public ImmutableSortedDictionary<string, int> MostAccelerators { get; init; } = ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);

    internal ClusterClusterAutoscalingArgs Render(ImmutableArray<string> zones, GkeAutoscalingProfile profile, Input<string> account, Input<string> disksKey)
    {
        var limits = MostAccelerators.Prepend(KeyValuePair.Create(Memory, MostMemoryGibibytes)).Prepend(KeyValuePair.Create(Cpu, MostCpus));
        return new()
        {
            Enabled = true,
            AutoscalingProfile = Word(profile),
            AutoProvisioningLocations = zones,
            ResourceLimits = limits.Select(limit => new ClusterClusterAutoscalingResourceLimitArgs
            {
                ResourceType = limit.Key,
                Minimum = 0,
                Maximum = limit.Value,
            }).ToArray(),
            AutoProvisioningDefaults = new ClusterClusterAutoscalingAutoProvisioningDefaultsArgs
            {
                ServiceAccount = account,
                OauthScopes = { GkeNodePool.CloudPlatformScope },
                BootDiskKmsKey = disksKey,
                ImageType = "COS_CONTAINERD",
                Management = new ClusterClusterAutoscalingAutoProvisioningDefaultsManagementArgs { AutoRepair = true, AutoUpgrade = true },
                ShieldedInstanceConfig = new ClusterClusterAutoscalingAutoProvisioningDefaultsShieldedInstanceConfigArgs
                {
                    EnableSecureBoot = true,
                    EnableIntegrityMonitoring = true,
                },
                UpgradeSettings = new ClusterClusterAutoscalingAutoProvisioningDefaultsUpgradeSettingsArgs
                {
                    Strategy = "SURGE",
                    MaxSurge = 1,
                    MaxUnavailable = 0,
                },
            },
        };
    }

    internal static ClusterClusterAutoscalingArgs RenderOff(GkeAutoscalingProfile profile) => new() { Enabled = false, AutoscalingProfile = Word(profile) };

    private static string Word(GkeAutoscalingProfile profile) =>
        profile == GkeAutoscalingProfile.OptimizeUtilization ? "OPTIMIZE_UTILIZATION" : "BALANCED";
}

/// <summary>How eagerly the cluster gives up nodes that are little used.</summary>
public enum GkeAutoscalingProfile
{
    /// <summary>It keeps some room for pods to come.</summary>
    Balanced,

    /// <summary>It gives up what it can, sooner.</summary>
    OptimizeUtilization,
}
