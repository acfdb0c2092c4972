using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Ec2.Inputs;
using Pulumi.Aws.Eks;
using Pulumi.Aws.Eks.Inputs;

namespace CrossCloudMesh.Clusters;

/// <summary>Makes a pool of EKS nodes: metadata service version 2 only, encrypted disks, no way in, replaced when they fail.</summary>
/// <remarks>
/// Makes 1 launch template, and 1 managed group in each zone, so that a zone that comes or goes leaves the nodes of the others alone, and
/// a pod finds a node where its volume is. Groups have no fixed name, so that one that must be replaced comes up beside the old one.
/// Where an autoscaler owns the size, a group's desired size counts at creation only and its least size in AWS is 0, since AWS refuses a
/// least size above the present one; the autoscaler keeps the floor. Else all three sizes are the program's.
/// </remarks>
public sealed class EksNodePool : ComponentResource
{
    public const string Token = "infra:clusters:EksNodePool";

    private const int MaxUnavailablePercent = 33;

    private readonly string name;
    private readonly EksNodePoolArgs args;
    private readonly EksImage image;

    /// <summary>The pool's groups, by zone id.</summary>
    public ImmutableSortedDictionary<string, NodeGroup> Groups { get; }

    public EksNodePool(string name, EksNodePoolArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        (this.name, this.args) = (name, args);
        var pool = args.Pool;
        image = EksImages.For(pool.AtCreation.Image == EksNodeImage.Bottlerocket, pool.AtCreation.Architecture == NodeArchitecture.Arm64, pool.AtCreation.HasGpus);
        var template = MakeTemplate();
        Groups = args.SubnetIds.ToImmutableSortedDictionary(
            subnet => subnet.Key, subnet => MakeGroup(subnet.Key, subnet.Value, template), StringComparer.Ordinal);
        RegisterOutputs();
    }

    private LaunchTemplate MakeTemplate()
    {
        var template = new LaunchTemplateArgs
        {
            Description = $"Nodes of {args.PhysicalName}",
            UpdateDefaultVersion = true,
            MetadataOptions = new LaunchTemplateMetadataOptionsArgs
            {
                HttpEndpoint = "enabled",
                HttpTokens = "required",
                // One hop ends at the node: a pod gets no credentials of the node.
                HttpPutResponseHopLimit = 1,
            },
            TagSpecifications = { Tagged("instance"), Tagged("volume"), Tagged("network-interface") },
        };
        if (image.SystemDevice is not null)
        {
            template.BlockDeviceMappings.Add(Volume(image.SystemDevice, gibibytes: null));
        }

        template.BlockDeviceMappings.Add(Volume(image.DataDevice, args.Pool.DiskGibibytes));
        return new LaunchTemplate(name, template, new() { Parent = this });
    }

    private LaunchTemplateBlockDeviceMappingArgs Volume(string device, int? gibibytes)
    {
        var volume = new LaunchTemplateBlockDeviceMappingEbsArgs
        {
            VolumeType = "gp3",
            Encrypted = "true",
            KmsKeyId = args.DisksKeyArn,
            DeleteOnTermination = "true",
        };
        if (gibibytes is { } size)
        {
            volume.VolumeSize = size;
        }

        return new() { DeviceName = device, Ebs = volume };
    }

    // The provider's default tags reach neither instances nor their disks: EKS makes those, by the template.
    private LaunchTemplateTagSpecificationArgs Tagged(string resourceType) => new()
    {
        ResourceType = resourceType,
        Tags = args.Tags.SetItem("Name", args.PhysicalName),
    };

    private NodeGroup MakeGroup(string zone, Input<string> subnetId, LaunchTemplate template)
    {
        var (pool, fixedAt) = (args.Pool, args.Pool.AtCreation);
        var group = new NodeGroupArgs
        {
            ClusterName = args.ClusterName,
            Version = args.KubernetesVersion,
            NodeRoleArn = args.NodeRoleArn,
            SubnetIds = { subnetId },
            AmiType = image.AmiType,
            CapacityType = fixedAt.Capacity == EksCapacity.Spot ? "SPOT" : "ON_DEMAND",
            InstanceTypes = fixedAt.InstanceTypes,
            LaunchTemplate = new NodeGroupLaunchTemplateArgs
            {
                Id = template.Id,
                Version = template.LatestVersion.Apply(version => version.ToString()),
            },
            Labels = pool.Labels,
            ScalingConfig = new NodeGroupScalingConfigArgs
            {
                DesiredSize = pool.MinNodesPerZone,
                MinSize = args.IsAutoscaled ? 0 : pool.MinNodesPerZone,
                MaxSize = pool.MaxNodesPerZone,
            },
            UpdateConfig = new NodeGroupUpdateConfigArgs { MaxUnavailablePercentage = MaxUnavailablePercent },
            NodeRepairConfig = new NodeGroupNodeRepairConfigArgs { Enabled = true },
        };
        foreach (var taint in pool.Taints)
        {
            group.Taints.Add(new NodeGroupTaintArgs { Key = taint.Key, Value = taint.Value, Effect = taint.Effect });
        }

        // All zones of a region differ in the last part of their id, and a group's name has little room.
        var options = new CustomResourceOptions { Parent = this, DependsOn = { args.WaitFor.ToArray() } };
        if (args.IsAutoscaled)
        {
            options.IgnoreChanges.Add("scalingConfig.desiredSize");
        }

        return new NodeGroup($"{name}-{zone[(zone.LastIndexOf('-') + 1)..]}", group, options);
    }
}

/// <summary>What <see cref="EksNodePool"/> needs.</summary>
public sealed record EksNodePoolArgs
{
    /// <summary>The name that the console shows for its instances: <c>dev-aws-east-system</c>.</summary>
    public required string PhysicalName { get; init; }

    public required Input<string> ClusterName { get; init; }

    /// <summary>The minor version of the nodes, the cluster's own: said, or nodes would stay behind when the cluster goes on.</summary>
    public required string KubernetesVersion { get; init; }

    public required Input<string> NodeRoleArn { get; init; }

    /// <summary>The key that encrypts the nodes' disks.</summary>
    public required Input<string> DisksKeyArn { get; init; }

    /// <summary>One private subnet for each zone id.</summary>
    public required ImmutableSortedDictionary<string, Input<string>> SubnetIds { get; init; }

    public required EksPool Pool { get; init; }

    /// <summary>Whether an autoscaler owns the number of nodes.</summary>
    public required bool IsAutoscaled { get; init; }

    /// <summary>Tags of instances, their disks and their network interfaces.</summary>
    public required ImmutableDictionary<string, string> Tags { get; init; }

    /// <summary>What must be there before the first node: its role's policies, the add-ons that it needs to join, its way out.</summary>
    public required IReadOnlyList<Resource> WaitFor { get; init; }
}
