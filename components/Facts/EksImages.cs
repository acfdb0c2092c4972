using System.Collections.Immutable;

namespace CrossCloudMesh.Facts;

/// <summary>The images that EKS offers for the nodes of its groups, and the volumes that each starts from.</summary>
/// <remarks>
/// Bottlerocket keeps its system and its data apart, so both volumes are to be encrypted. The one of the system is as large as the image
/// says. Source: https://docs.aws.amazon.com/eks/latest/APIReference/API_Nodegroup.html and
/// https://bottlerocket.dev/en/os/latest/concepts/, read 2026-11-21.
/// </remarks>
public static class EksImages
{
    /// <summary>All rows.</summary>
    public static ImmutableArray<EksImage> All { get; } =
    [
        Amazon("AL2023_x86_64_STANDARD", isArm64: false, isForGpus: false),
        Amazon("AL2023_ARM_64_STANDARD", isArm64: true, isForGpus: false),
        Amazon("AL2023_x86_64_NVIDIA", isArm64: false, isForGpus: true),
        Amazon("AL2023_ARM_64_NVIDIA", isArm64: true, isForGpus: true),
        Bottlerocket("BOTTLEROCKET_x86_64", isArm64: false, isForGpus: false),
        Bottlerocket("BOTTLEROCKET_ARM_64", isArm64: true, isForGpus: false),
        Bottlerocket("BOTTLEROCKET_x86_64_NVIDIA", isArm64: false, isForGpus: true),
        Bottlerocket("BOTTLEROCKET_ARM_64_NVIDIA", isArm64: true, isForGpus: true),
    ];

    /// <summary>The image for a node.</summary>
    public static EksImage For(bool isBottlerocket, bool isArm64, bool isForGpus) =>
        All.Single(image => image.SystemDevice is not null == isBottlerocket && image.IsArm64 == isArm64 && image.IsForGpus == isForGpus);

    private static EksImage Amazon(string type, bool isArm64, bool isForGpus) => new(type, isArm64, isForGpus, null, "/dev/xvda");

    private static EksImage Bottlerocket(string type, bool isArm64, bool isForGpus) => new(type, isArm64, isForGpus, "/dev/xvda", "/dev/xvdb");
}

/// <summary>An image for nodes.</summary>
/// <param name="AmiType">Its name in the EKS API.</param>
/// <param name="IsArm64">Whether it is for arm64; else it is for x86_64.</param>
/// <param name="IsForGpus">Whether it brings the driver of NVIDIA.</param>
/// <param name="SystemDevice">The volume of the system, where it is one of its own.</param>
/// <param name="DataDevice">The volume of images, logs and pods.</param>
public sealed record EksImage(string AmiType, bool IsArm64, bool IsForGpus, string? SystemDevice, string DataDevice);
