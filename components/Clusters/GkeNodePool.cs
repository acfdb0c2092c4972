using System.Diagnostics;
using CrossCloudMesh.Facts;
using Pulumi;
using Pulumi.Gcp.Container;
using Pulumi.Gcp.Container.Inputs;

namespace CrossCloudMesh.Clusters;

/// <summary>Makes one pool of private, shielded GKE nodes with encrypted disks that run as an account of their own.</summary>
/// <remarks>
/// Makes 1 resource. The pool has no fixed name, so that one that must be replaced comes up beside the old one. How many nodes there
/// are, and of which patch version, belongs to the autoscaler and the release channel once it exists.
/// </remarks>
public sealed class GkeNodePool : ComponentResource
{
    public const string Token = "infra:clusters:GkeNodePool";

    /// <summary>The one scope that leaves every decision to IAM.</summary>
    internal const string CloudPlatformScope = "https://www.googleapis.com/auth/cloud-platform";

    private readonly GkeNodePoolArgs args;

    /// <summary>The pool itself, for what needs nodes.</summary>
    public NodePool Pool { get; }

    public GkeNodePool(string name, GkeNodePoolArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        this.args = args;
        var pool = new NodePoolArgs
        {
            Project = args.Project,
            Location = args.Region,
            Cluster = args.ClusterId,
            InitialNodeCount = FirstNodesPerZone(),
            Autoscaling = MakeAutoscaling(),
            MaxPodsPerNode = args.Pool.AtCreation.MaxPodsPerNode,
            Management = new NodePoolManagementArgs { AutoRepair = true, AutoUpgrade = true },
            UpgradeSettings = MakeUpgrade(),
            NetworkConfig = new NodePoolNetworkConfigArgs { EnablePrivateNodes = true },
            NodeDrainConfigs = { new NodePoolNodeDrainConfigArgs { RespectPdbDuringNodePoolDeletion = true } },
            NodeConfig = MakeNodeConfig(),
        };
        if (!args.Pool.Zones.IsEmpty)
        {
            pool.NodeLocations = args.Pool.Zones;
        }

        Pool = new NodePool(name, pool, new()
        {
            Parent = this,
            DependsOn = { args.WaitFor.ToArray() },
            IgnoreChanges = { "initialNodeCount", "nodeCount", "version" },
        });

        RegisterOutputs();
    }

    private int Zones => args.Pool.Zones.IsEmpty ? args.ClusterZones : args.Pool.Zones.Length;

    /// <summary>Google counts the first nodes of a pool by zone, whatever its limits count by.</summary>
    private int FirstNodesPerZone() => args.Pool.Size switch
    {
        GkePoolSize.PerZone size => size.Min,
        GkePoolSize.Total size => (size.Min + Zones - 1) / Zones,
        _ => throw new UnreachableException(),
    };

    private NodePoolAutoscalingArgs MakeAutoscaling()
    {
        var autoscaling = new NodePoolAutoscalingArgs { LocationPolicy = args.Pool.AtCreation.Spot ? "ANY" : "BALANCED" };
        if (args.Pool.Size is GkePoolSize.Total total)
        {
            (autoscaling.TotalMinNodeCount, autoscaling.TotalMaxNodeCount) = (total.Min, total.Max);
        }
        else
        {
            (autoscaling.MinNodeCount, autoscaling.MaxNodeCount) = (args.Pool.Size.Min, args.Pool.Size.Max);
        }

        return autoscaling;
    }

    private NodePoolUpgradeSettingsArgs MakeUpgrade() => args.Pool.Upgrade switch
    {
        GkeUpgrade.Surge surge => new() { Strategy = "SURGE", MaxSurge = surge.MaxSurge, MaxUnavailable = surge.MaxUnavailable },
        GkeUpgrade.BlueGreen blueGreen => new()
        {
            Strategy = "BLUE_GREEN",
            BlueGreenSettings = new NodePoolUpgradeSettingsBlueGreenSettingsArgs
            {
                NodePoolSoakDuration = GkeUpgradePolicy.Seconds(blueGreen.PoolSoak),
                StandardRolloutPolicy = new NodePoolUpgradeSettingsBlueGreenSettingsStandardRolloutPolicyArgs
                {
                    BatchPercentage = blueGreen.BatchPercent / 100.0,
                    BatchSoakDuration = GkeUpgradePolicy.Seconds(blueGreen.BatchSoak),
                },
            },
        },
        _ => throw new UnreachableException(),
    };

    private NodePoolNodeConfigArgs MakeNodeConfig()
    {
        var pool = args.Pool;
        var config = new NodePoolNodeConfigArgs
        {
            MachineType = pool.MachineType,
            ImageType = pool.ImageType,
            DiskType = pool.DiskType ?? GkeMachineFacts.UsualDisk(pool.MachineType),
            DiskSizeGb = pool.DiskGibibytes,
            BootDiskKmsKey = args.DisksKeyId,
            ServiceAccount = args.AccountEmail,
            OauthScopes = { CloudPlatformScope },
            Metadata = { ["disable-legacy-endpoints"] = "true" },
            WorkloadMetadataConfig = new NodePoolNodeConfigWorkloadMetadataConfigArgs { Mode = "GKE_METADATA" },
            ShieldedInstanceConfig = new NodePoolNodeConfigShieldedInstanceConfigArgs
            {
                EnableSecureBoot = true,
                EnableIntegrityMonitoring = true,
            },
            KubeletConfig = new NodePoolNodeConfigKubeletConfigArgs { InsecureKubeletReadonlyPortEnabled = "FALSE" },
            Gvnic = new NodePoolNodeConfigGvnicArgs { Enabled = true },
        };
        foreach (var (key, value) in pool.Labels)
        {
            config.Labels.Add(key, value);
        }

        foreach (var taint in pool.Taints)
        {
            config.Taints.Add(new NodePoolNodeConfigTaintArgs { Key = taint.Key, Value = taint.Value, Effect = taint.Effect });
        }

        if (pool.AtCreation.Spot)
        {
            config.Spot = true;
        }

        if (pool.AtCreation.ConfidentialType is { } technology)
        {
            config.ConfidentialNodes = new NodePoolNodeConfigConfidentialNodesArgs { Enabled = true, ConfidentialInstanceType = technology };
        }

        if (pool.AtCreation.Accelerator is { } accelerator)
        {
            config.GuestAccelerators.Add(new NodePoolNodeConfigGuestAcceleratorArgs
            {
                Type = accelerator.Type,
                Count = accelerator.Count,
                GpuDriverInstallationConfig = new NodePoolNodeConfigGuestAcceleratorGpuDriverInstallationConfigArgs { GpuDriverVersion = "DEFAULT" },
            });
        }

        return config;
    }
}

/// <summary>What <see cref="GkeNodePool"/> needs.</summary>
public sealed record GkeNodePoolArgs
{
    public required string Project { get; init; }

    public required string Region { get; init; }

    public required Input<string> ClusterId { get; init; }

    /// <summary>The account that the nodes run as.</summary>
    public required Input<string> AccountEmail { get; init; }

    /// <summary>The key that encrypts the nodes' disks.</summary>
    public required Input<string> DisksKeyId { get; init; }

    public required GkePool Pool { get; init; }

    /// <summary>How many zones the cluster has, which are the pool's where it names none.</summary>
    public required int ClusterZones { get; init; }

    /// <summary>What must be there before the first node: its account's roles and its way out.</summary>
    public required IReadOnlyList<Resource> WaitFor { get; init; }
}
