using System.ComponentModel;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>What runs in an EKS cluster besides its add-ons.</summary>
public sealed record EksControllerSettings
{
    [Description("A registry to take charts and images of controllers from: each chart under charts, each image under the path that it has at home. "
        + "Left out: where they are published, which needs the internet.")]
    public RegistryPath? Mirror { get; init; }

    [Description("The AWS Load Balancer Controller, which makes load balancers for what the cluster publishes. Left out: it does not run.")]
    public LoadBalancerControllerSettings? LoadBalancer { get; init; }
}

/// <summary>The AWS Load Balancer Controller.</summary>
public sealed record LoadBalancerControllerSettings
{
    [Description("The version of its chart.")]
    public required PatchVersion ChartVersion { get; init; }
}

/// <summary>The Cluster Autoscaler.</summary>
public sealed record AutoscalerSettings
{
    [Description("The version of its chart.")]
    public required PatchVersion ChartVersion { get; init; }

    [Description("The autoscaler's own version. It goes with the cluster's Kubernetes: the same first two numbers.")]
    public required PatchVersion Version { get; init; }
}
