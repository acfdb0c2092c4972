namespace CrossCloudMesh.Offline.Tests.Surface;

/// <summary>Where ours may differ from the facts, and why; each line must be needed, or the test fails.</summary>
internal static class KnownDrift
{
    /// <summary>Types that the facts do not hold.</summary>
    public static readonly string[] Types =
    [
        // Written by hand upstream too, so not among the generated sources that were read; compared with sdk/dotnet/ApiExtensions/CustomResource.cs.
        "Pulumi.Kubernetes.ApiExtensions.CustomResource",
        "Pulumi.Kubernetes.ApiExtensions.CustomResourceArgs",
    ];

    /// <summary>Members that the facts do not hold in this form, as <c>Type.wire</c>.</summary>
    public static readonly string[] Members =
    [
    ];
}
