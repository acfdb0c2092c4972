using System.Collections.Immutable;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Facts;

/// <summary>Which version of an EKS add-on goes with which minor version of Kubernetes.</summary>
/// <remarks>
/// EKS tells it only by its API, which answers differently from week to week; AWS's pages lag behind. Each row is what public clusters of
/// that version ran, or what the API answered those who noted it. A newer version than the table's may well exist.
/// </remarks>
public static class EksAddonVersions
{
    private static readonly Source June = Seen("Kubernetes 1.34, defaults of 2026-06-24");

    private static readonly Source September = Seen("Kubernetes 1.35, defaults of September 2026");

    private static readonly Source October = Seen("Kubernetes 1.36, describe-addon-versions of 2026-10-07 and configurations of September and October 2026");

    /// <summary>All rows, by version of Kubernetes and then by name.</summary>
    public static ImmutableArray<EksAddonRelease> Rows { get; } =
    [
        Row("1.34", "aws-ebs-csi-driver", "v1.62.0-eksbuild.1", June),
        Row("1.34", "cert-manager", "v1.20.2-eksbuild.3", June),
        Row("1.34", "coredns", "v1.12.4-eksbuild.17", June),
        Row("1.34", "eks-pod-identity-agent", "v1.3.10-eksbuild.3", June),
        Row("1.34", "kube-proxy", "v1.34.6-eksbuild.11", June),
        Row("1.34", "metrics-server", "v0.9.0-eksbuild.5", September),
        Row("1.34", "vpc-cni", "v1.21.2-eksbuild.2", June),
        Row("1.35", "amazon-cloudwatch-observability", "v6.4.0-eksbuild.1", September),
        Row("1.35", "aws-ebs-csi-driver", "v1.66.0-eksbuild.1", September),
        Row("1.35", "cert-manager", "v1.21.0-eksbuild.3", September),
        Row("1.35", "coredns", "v1.13.2-eksbuild.31", September),
        Row("1.35", "eks-node-monitoring-agent", "v1.6.4-eksbuild.1", September),
        Row("1.35", "eks-pod-identity-agent", "v1.3.10-eksbuild.3", September),
        Row("1.35", "kube-proxy", "v1.35.3-eksbuild.29", September),
        Row("1.35", "metrics-server", "v0.9.0-eksbuild.7", September),
        Row("1.35", "vpc-cni", "v1.22.4-eksbuild.3", September),
        Row("1.36", "aws-ebs-csi-driver", "v1.66.0-eksbuild.1", October),
        Row("1.36", "coredns", "v1.14.7-eksbuild.10", October),
        Row("1.36", "eks-node-monitoring-agent", "v1.7.2-eksbuild.1", October),
        Row("1.36", "eks-pod-identity-agent", "v1.4.0-eksbuild.3", October),
        Row("1.36", "kube-proxy", "v1.36.0-eksbuild.25", October),
        Row("1.36", "metrics-server", "v0.9.0-eksbuild.11", October),
        Row("1.36", "vpc-cni", "v1.23.2-eksbuild.1", October),
    ];

    /// <summary>The version that the table has for an add-on and a minor version of Kubernetes; null where it has none.</summary>
    public static string? Of(string addon, string kubernetesVersion) =>
        Rows.FirstOrDefault(row => row.Addon == addon && row.KubernetesVersion == kubernetesVersion)?.Version;

    /// <summary>The minor versions of Kubernetes that the table has this version of an add-on for.</summary>
    public static IEnumerable<string> KubernetesOf(string addon, string version) =>
        Rows.Where(row => row.Addon == addon && row.Version == version).Select(row => row.KubernetesVersion);

    private static EksAddonRelease Row(string kubernetesVersion, string addon, string version, Source source) =>
        new(kubernetesVersion, addon, EksAddonVersion.Parse(version)!.Value.ToString(), source);

    private static Source Seen(string what) => new($"public clusters: {what}", new(2026, 11, 21))
    {
        NotRead = "the API's own answer of today, which no page holds",
    };
}

/// <summary>A version of an add-on for one minor version of Kubernetes.</summary>
/// <param name="KubernetesVersion">The minor version: <c>1.36</c>.</param>
/// <param name="Addon">The add-on's name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Source">Where this was seen.</param>
public sealed record EksAddonRelease(string KubernetesVersion, string Addon, string Version, Source Source);
