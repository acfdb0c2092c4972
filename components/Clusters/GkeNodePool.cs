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

    /// <summary>The pool, for what must wait until there are nodes.</summary>
    public NodePool Pool { get; }

    public GkeNodePool(string name, GkeNodePoolArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Pool = new NodePool(name, new()
        {
            Project = args.Project,
            Location = args.Region,
            Cluster = args.ClusterId,
            InitialNodeCount = args.Pool.MinNodesPerZone,
            Autoscaling = new NodePoolAutoscalingArgs
            {
                MinNodeCount = args.Pool.MinNodesPerZone,
                MaxNodeCount = args.Pool.MaxNodesPerZone,
                LocationPolicy = "BALANCED",
            },
            Management = new NodePoolManagementArgs { AutoRepair = true, AutoUpgrade = true },
            UpgradeSettings = new NodePoolUpgradeSettingsArgs { Strategy = "SURGE", MaxSurge = 1, MaxUnavailable = 0 },
            NetworkConfig = new NodePoolNetworkConfigArgs { EnablePrivateNodes = true },
            NodeDrainConfigs = { new NodePoolNodeDrainConfigArgs { RespectPdbDuringNodePoolDeletion = true } },
            NodeConfig = new NodePoolNodeConfigArgs
            {
                MachineType = args.Pool.MachineType,
                ImageType = "COS_CONTAINERD",
                DiskType = "pd-balanced",
                DiskSizeGb = args.Pool.DiskGibibytes,
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
            },
        }, new()
        {
            Parent = this,
            DependsOn = { args.WaitFor.ToArray() },
            IgnoreChanges = { "initialNodeCount", "nodeCount", "version" },
        });

        RegisterOutputs();
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

    /// <summary>What must be there before the first node: its account's roles and its way out.</summary>
    public required IReadOnlyList<Resource> WaitFor { get; init; }
}
