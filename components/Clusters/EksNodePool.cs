using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Ec2.Inputs;
using Pulumi.Aws.Eks;
using Pulumi.Aws.Eks.Inputs;

namespace CrossCloudMesh.Clusters;

/// <summary>Makes one managed group of EKS nodes: metadata service version 2 only, encrypted disks, no way in.</summary>
/// <remarks>
/// Makes 2 resources: launch template and node group. The group has no fixed name, so that one that must be replaced comes up beside
/// the old one. Its desired size counts at creation only: after that it belongs to whatever scales the group.
/// </remarks>
public sealed class EksNodePool : ComponentResource
{
    public const string Token = "infra:clusters:EksNodePool";

    private const int MaxUnavailablePercent = 33;

    /// <summary>The group, for what must wait until there are nodes.</summary>
    public NodeGroup Group { get; }

    public EksNodePool(string name, EksNodePoolArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var template = new LaunchTemplate(name, new()
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
            BlockDeviceMappings =
            {
                new LaunchTemplateBlockDeviceMappingArgs
                {
                    DeviceName = "/dev/xvda",
                    Ebs = new LaunchTemplateBlockDeviceMappingEbsArgs
                    {
                        VolumeType = "gp3",
                        VolumeSize = args.Pool.DiskGibibytes,
                        Encrypted = "true",
                        KmsKeyId = args.DisksKeyArn,
                        DeleteOnTermination = "true",
                    },
                },
            },
            TagSpecifications = { Tagged("instance"), Tagged("volume"), Tagged("network-interface") },
        }, new() { Parent = this });

        Group = new NodeGroup(name, new()
        {
            ClusterName = args.ClusterName,
            NodeRoleArn = args.NodeRoleArn,
            SubnetIds = args.SubnetIds,
            AmiType = args.Pool.Architecture == NodeArchitecture.Arm64 ? "AL2023_ARM_64_STANDARD" : "AL2023_x86_64_STANDARD",
            CapacityType = "ON_DEMAND",
            InstanceTypes = args.Pool.InstanceTypes,
            LaunchTemplate = new NodeGroupLaunchTemplateArgs
            {
                Id = template.Id,
                Version = template.LatestVersion.Apply(version => version.ToString()),
            },
            ScalingConfig = new NodeGroupScalingConfigArgs
            {
                DesiredSize = args.Pool.MinNodes,
                MinSize = args.Pool.MinNodes,
                MaxSize = args.Pool.MaxNodes,
            },
            UpdateConfig = new NodeGroupUpdateConfigArgs { MaxUnavailablePercentage = MaxUnavailablePercent },
        }, new()
        {
            Parent = this,
            DependsOn = { args.WaitFor.ToArray() },
            IgnoreChanges = { "scalingConfig.desiredSize" },
        });

        RegisterOutputs();

        LaunchTemplateTagSpecificationArgs Tagged(string resourceType) => new()
        {
            ResourceType = resourceType,
            Tags = { ["Name"] = args.PhysicalName },
        };
    }
}

/// <summary>What <see cref="EksNodePool"/> needs.</summary>
public sealed record EksNodePoolArgs
{
    /// <summary>The name that the console shows for its instances: <c>dev-aws-east-system</c>.</summary>
    public required string PhysicalName { get; init; }

    public required Input<string> ClusterName { get; init; }

    public required Input<string> NodeRoleArn { get; init; }

    /// <summary>The key that encrypts the nodes' disks.</summary>
    public required Input<string> DisksKeyArn { get; init; }

    public required InputList<string> SubnetIds { get; init; }

    public required EksPool Pool { get; init; }

    /// <summary>What must be there before the first node: its role's policies, the add-ons that it needs to join, its way out.</summary>
    public required IReadOnlyList<Resource> WaitFor { get; init; }
}
