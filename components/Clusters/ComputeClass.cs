using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace CrossCloudMesh.Clusters;

/// <summary>An object of GKE's own kind <c>ComputeClass</c>.</summary>
internal sealed class ComputeClass(string name, ComputeClassArgs args, CustomResourceOptions options)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);

internal sealed class ComputeClassArgs() : CustomResourceArgs("cloud.google.com/v1", "ComputeClass")
{
    [Input("spec", required: true)]
    public required Input<ComputeClassSpecArgs> Spec { get; init; }
}

internal sealed class ComputeClassSpecArgs : ResourceArgs
{
    [Input("nodePoolAutoCreation", required: true)]
    public required Input<ComputeClassAutoCreationArgs> NodePoolAutoCreation { get; init; }

    [Input("nodePoolConfig", required: true)]
    public required Input<ComputeClassNodeConfigArgs> NodePoolConfig { get; init; }

    [Input("priorities", required: true)]
    public required InputList<ComputeClassPriorityArgs> Priorities { get; init; }

    [Input("whenUnsatisfiable", required: true)]
    public required Input<string> WhenUnsatisfiable { get; init; }
}

internal sealed class ComputeClassAutoCreationArgs : ResourceArgs
{
    [Input("enabled", required: true)]
    public required Input<bool> Enabled { get; init; }
}

internal sealed class ComputeClassNodeConfigArgs : ResourceArgs
{
    [Input("imageType", required: true)]
    public required Input<string> ImageType { get; init; }

    [Input("serviceAccount", required: true)]
    public required Input<string> ServiceAccount { get; init; }
}

internal sealed class ComputeClassPriorityArgs : ResourceArgs
{
    [Input("machineFamily", required: true)]
    public required Input<string> MachineFamily { get; init; }

    [Input("minCores")]
    public Input<int>? MinCores { get; set; }

    [Input("spot", required: true)]
    public required Input<bool> Spot { get; init; }

    [Input("storage", required: true)]
    public required Input<ComputeClassStorageArgs> Storage { get; init; }
}

internal sealed class ComputeClassStorageArgs : ResourceArgs
{
    [Input("bootDiskKMSKey", required: true)]
    public required Input<string> BootDiskKmsKey { get; init; }
}
