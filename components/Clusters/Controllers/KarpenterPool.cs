using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace CrossCloudMesh.Clusters.Controllers;

/// <summary>Describes to Karpenter one pool of machines: encrypted disks, metadata service version 2 only, a pinned image, limits.</summary>
/// <remarks>
/// Makes 2 objects of the same name: an <see cref="Ec2NodeClass"/> and a <see cref="KarpenterNodePool"/>. A node lives for a month at most.
/// Machines of the Nitro system only, which others do not give prefixes of addresses to.
/// </remarks>
public sealed class KarpenterPool : ComponentResource
{
    public const string Token = "infra:clusters:KarpenterPool";

    private const string MaxAge = "720h";

    /// <summary>Bottlerocket's system needs no more.</summary>
    private const int SystemGibibytes = 4;

    public KarpenterPool(string name, KarpenterPoolArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var machines = args.Pool;
        var nodeClass = new Ec2NodeClass(name, new()
        {
            Metadata = new ObjectMetaArgs { Name = args.Key },
            Spec = new Ec2NodeClassSpecArgs
            {
                AmiSelectorTerms = { new ImageTermArgs { Alias = $"{Family(machines.Image)}@{machines.ImageVersion}" } },
                SubnetSelectorTerms = args.SubnetIds.Apply(ids => ids.Select(Term).ToImmutableArray()),
                SecurityGroupSelectorTerms = { new IdTermArgs { Id = args.SecurityGroupId } },
                InstanceProfile = args.InstanceProfile,
                AssociatePublicIpAddress = false,
                MetadataOptions = new MetadataOptionsArgs
                {
                    HttpEndpoint = "enabled",
                    HttpProtocolIpv6 = "disabled",
                    // One hop ends at the node: a pod gets no credentials of the node.
                    HttpPutResponseHopLimit = 1,
                    HttpTokens = "required",
                },
                BlockDeviceMappings = Disks(args),
                Tags = args.Tags,
            },
        }, Options(args.WaitFor));

        _ = new KarpenterNodePool(name, new()
        {
            Metadata = new ObjectMetaArgs { Name = args.Key },
            Spec = new NodePoolSpecArgs
            {
                Template = new NodeTemplateArgs
                {
                    Spec = new NodeTemplateSpecArgs
                    {
                        NodeClassRef = new NodeClassRefArgs { Group = Ec2NodeClass.Group, Kind = Ec2NodeClass.KindName, Name = args.Key },
                        Requirements =
                        {
                            RequirementArgs.In("kubernetes.io/arch", machines.Architecture == NodeArchitecture.Arm64 ? "arm64" : "amd64"),
                            RequirementArgs.In("kubernetes.io/os", "linux"),
                            RequirementArgs.In("karpenter.sh/capacity-type", machines.Capacity == EksCapacity.Spot ? "spot" : "on-demand"),
                            RequirementArgs.In("karpenter.k8s.aws/instance-category", machines.InstanceCategories),
                            RequirementArgs.In("karpenter.k8s.aws/instance-hypervisor", "nitro"),
                        },
                        ExpireAfter = MaxAge,
                    },
                },
                Limits = { ["cpu"] = $"{machines.CpuLimit}", ["memory"] = $"{machines.MemoryGibibytesLimit}Gi" },
                Disruption = new DisruptionArgs
                {
                    ConsolidationPolicy = "WhenEmptyOrUnderutilized",
                    ConsolidateAfter = "1m",
                    Budgets = { new DisruptionBudgetArgs { Nodes = $"{machines.MaxDisruptedPercent}%" } },
                },
            },
        }, Options([nodeClass]));
        RegisterOutputs();

        CustomResourceOptions Options(IEnumerable<Resource> waitFor) => new()
        {
            Parent = this,
            Provider = args.Cluster.Provider,
            DependsOn = { waitFor.ToArray() },
        };
    }

    private static string Family(EksNodeImage image) => image == EksNodeImage.Bottlerocket ? "bottlerocket" : "al2023";

    private static IdTermArgs Term(string id) => new() { Id = id };

    private static InputList<BlockDeviceArgs> Disks(KarpenterPoolArgs args)
    {
        var pool = args.Pool;
        var image = EksImages.For(pool.Image == EksNodeImage.Bottlerocket, pool.Architecture == NodeArchitecture.Arm64, isForGpus: false);
        var disks = new InputList<BlockDeviceArgs>();
        if (image.SystemDevice is { } system)
        {
            disks.Add(Disk(system, SystemGibibytes));
        }

        disks.Add(Disk(image.DataDevice, pool.DiskGibibytes));
        return disks;

        BlockDeviceArgs Disk(string device, int gibibytes) => new()
        {
            DeviceName = device,
            Ebs = new EbsVolumeArgs
            {
                DeleteOnTermination = true,
                Encrypted = true,
                KmsKeyId = args.DisksKeyArn,
                VolumeSize = $"{gibibytes}Gi",
                VolumeType = "gp3",
            },
        };
    }
}

/// <summary>What <see cref="KarpenterPool"/> needs.</summary>
public sealed record KarpenterPoolArgs
{
    public required IKubernetesCluster Cluster { get; init; }

    /// <summary>The pool's name in the cluster.</summary>
    public required string Key { get; init; }

    public required KarpenterMachines Pool { get; init; }

    /// <summary>The name of the profile that gives nodes their role.</summary>
    public required Input<string> InstanceProfile { get; init; }

    /// <summary>Private subnets for nodes.</summary>
    public required InputList<string> SubnetIds { get; init; }

    public required Input<string> SecurityGroupId { get; init; }

    public required Input<string> DisksKeyArn { get; init; }

    public required ImmutableDictionary<string, string> Tags { get; init; }

    /// <summary>What must be there before the pool, and must outlive it: Karpenter itself.</summary>
    public required IReadOnlyList<Resource> WaitFor { get; init; }
}
