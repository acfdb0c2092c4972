using Pulumi;
using Pulumi.Kubernetes.Storage.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace CrossCloudMesh.Clusters.Controllers;

/// <summary>Makes the class that volumes get which name none: gp3, encrypted with the cluster's own key, where their pod is.</summary>
/// <remarks>
/// Makes 1 object. EKS itself brings no class that is the default, which is known from use and was not read. Source of the parameters:
/// https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/038816d93ba5/docs/parameters.md, read 2026-11-21.
/// </remarks>
public sealed class AwsDefaultStorage : ComponentResource
{
    public const string Token = "infra:clusters:AwsDefaultStorage";

    /// <summary>The driver of the add-on aws-ebs-csi-driver.</summary>
    public const string AddonProvisioner = "ebs.csi.aws.com";

    /// <summary>The driver that Auto Mode brings along; it makes volumes for nodes of Auto Mode only.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/eks/latest/userguide/create-storage-class.html, known from use and not read.</remarks>
    public const string AutoModeProvisioner = "ebs.csi.eks.amazonaws.com";

    public AwsDefaultStorage(string name, AwsDefaultStorageArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        _ = new StorageClass(name, new()
        {
            Metadata = new ObjectMetaArgs
            {
                Name = "gp3-encrypted",
                Annotations = { ["storageclass.kubernetes.io/is-default-class"] = "true" },
            },
            Provisioner = args.Provisioner,
            Parameters = { ["type"] = "gp3", ["encrypted"] = "true", ["kmsKeyId"] = args.DisksKeyArn },
            AllowVolumeExpansion = true,
            ReclaimPolicy = "Delete",
            // A volume stands in one zone, so it must wait to see where its pod goes.
            VolumeBindingMode = "WaitForFirstConsumer",
        }, new() { Parent = this, Provider = args.Cluster.Provider, DependsOn = { args.Cluster.Ready.ToArray() } });
        RegisterOutputs();
    }
}

/// <summary>What <see cref="AwsDefaultStorage"/> needs.</summary>
public sealed record AwsDefaultStorageArgs
{
    public required IKubernetesCluster Cluster { get; init; }

    public required Input<string> DisksKeyArn { get; init; }

    /// <summary>Who makes the volumes: <see cref="AwsDefaultStorage.AddonProvisioner"/> or <see cref="AwsDefaultStorage.AutoModeProvisioner"/>.</summary>
    public required string Provisioner { get; init; }
}
