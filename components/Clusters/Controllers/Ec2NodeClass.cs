using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;
using CustomResource = Pulumi.Kubernetes.ApiExtensions.CustomResource;

namespace CrossCloudMesh.Clusters.Controllers;

/// <summary>Karpenter's description of a machine on EC2: image, disks, network, identity.</summary>
/// <remarks>Source: https://karpenter.sh/docs/concepts/nodeclasses/, kind EC2NodeClass of karpenter.k8s.aws/v1, read 2026-11-21.</remarks>
public sealed class Ec2NodeClass(string name, Ec2NodeClassArgs args, CustomResourceOptions? options = null)
    : CustomResource(name, args, options)
{
    public const string Group = "karpenter.k8s.aws";

    public const string KindName = "EC2NodeClass";
}

/// <summary>An <see cref="Ec2NodeClass"/> as it is asked for.</summary>
public sealed class Ec2NodeClassArgs() : CustomResourceArgs($"{Ec2NodeClass.Group}/v1", Ec2NodeClass.KindName)
{
    [Input("spec", required: true)]
    public Input<Ec2NodeClassSpecArgs> Spec { get; set; } = null!;
}

/// <summary>What machines of the class are like.</summary>
public sealed class Ec2NodeClassSpecArgs : ResourceArgs
{
    [Input("amiSelectorTerms", required: true)]
    public InputList<ImageTermArgs> AmiSelectorTerms { get; set; } = new();

    [Input("subnetSelectorTerms", required: true)]
    public InputList<IdTermArgs> SubnetSelectorTerms { get; set; } = new();

    [Input("securityGroupSelectorTerms", required: true)]
    public InputList<IdTermArgs> SecurityGroupSelectorTerms { get; set; } = new();

    /// <summary>The name of the instance profile that nodes have.</summary>
    [Input("instanceProfile", required: true)]
    public Input<string> InstanceProfile { get; set; } = null!;

    [Input("metadataOptions", required: true)]
    public Input<MetadataOptionsArgs> MetadataOptions { get; set; } = null!;

    [Input("blockDeviceMappings", required: true)]
    public InputList<BlockDeviceArgs> BlockDeviceMappings { get; set; } = new();

    [Input("associatePublicIPAddress")]
    public Input<bool>? AssociatePublicIpAddress { get; set; }

    [Input("tags")]
    public InputMap<string> Tags { get; set; } = new();
}

/// <summary>Which image.</summary>
public sealed class ImageTermArgs : ResourceArgs
{
    /// <summary>Family and version: <c>al2023@v20260810</c>.</summary>
    [Input("alias", required: true)]
    public Input<string> Alias { get; set; } = null!;
}

/// <summary>A resource of AWS by its id.</summary>
public sealed class IdTermArgs : ResourceArgs
{
    [Input("id", required: true)]
    public Input<string> Id { get; set; } = null!;
}

/// <summary>How a machine answers those who ask who it is.</summary>
public sealed class MetadataOptionsArgs : ResourceArgs
{
    [Input("httpEndpoint", required: true)]
    public Input<string> HttpEndpoint { get; set; } = null!;

    [Input("httpProtocolIPv6", required: true)]
    public Input<string> HttpProtocolIpv6 { get; set; } = null!;

    [Input("httpPutResponseHopLimit", required: true)]
    public Input<int> HttpPutResponseHopLimit { get; set; } = null!;

    [Input("httpTokens", required: true)]
    public Input<string> HttpTokens { get; set; } = null!;
}

/// <summary>A disk.</summary>
public sealed class BlockDeviceArgs : ResourceArgs
{
    [Input("deviceName", required: true)]
    public Input<string> DeviceName { get; set; } = null!;

    [Input("ebs", required: true)]
    public Input<EbsVolumeArgs> Ebs { get; set; } = null!;
}

/// <summary>An EBS volume.</summary>
public sealed class EbsVolumeArgs : ResourceArgs
{
    [Input("deleteOnTermination", required: true)]
    public Input<bool> DeleteOnTermination { get; set; } = null!;

    [Input("encrypted", required: true)]
    public Input<bool> Encrypted { get; set; } = null!;

    /// <summary>The key's ARN.</summary>
    [Input("kmsKeyID", required: true)]
    public Input<string> KmsKeyId { get; set; } = null!;

    /// <summary>Size with its unit: <c>50Gi</c>.</summary>
    [Input("volumeSize", required: true)]
    public Input<string> VolumeSize { get; set; } = null!;

    [Input("volumeType", required: true)]
    public Input<string> VolumeType { get; set; } = null!;
}
