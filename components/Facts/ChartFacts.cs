namespace CrossCloudMesh.Facts;

/// <summary>Where the charts of cluster controllers are published, and what of them is named by others.</summary>
public static class ChartFacts
{
    private static readonly DateOnly ReadOn = new(2026, 11, 21);

    /// <summary>Makes load balancers for Services, Ingresses and Gateways. Chart 3.5.0 was read.</summary>
    public static ChartFact LoadBalancerController { get; } = new(
        "aws-load-balancer-controller",
        "https://aws.github.io/eks-charts",
        "kube-system",
        "aws-load-balancer-controller",
        "eks/aws-load-balancer-controller",
        new("https://github.com/aws/eks-charts/tree/5239609242f3430be50fb0b714a24d3ef2b47983/stable/aws-load-balancer-controller", ReadOn));

    /// <summary>Sizes Auto Scaling groups. Chart 9.59.0 was read.</summary>
    public static ChartFact ClusterAutoscaler { get; } = new(
        "cluster-autoscaler",
        "https://kubernetes.github.io/autoscaler",
        "kube-system",
        "cluster-autoscaler",
        "autoscaling/cluster-autoscaler",
        new("https://github.com/kubernetes/autoscaler/tree/55c37cd5eb550756c5ccc5a89e9068d77797e575/cluster-autoscaler/charts/cluster-autoscaler", ReadOn));

    /// <summary>Makes of the objects of App Mesh what AWS has for them, and gives pods their proxies. Chart 1.13.3 was read.</summary>
    public static ChartFact AppMeshController { get; } = new(
        "appmesh-controller",
        "https://aws.github.io/eks-charts",
        AppMeshFacts.Namespace,
        "appmesh-controller",
        "amazon/appmesh-controller",
        new("https://github.com/aws/aws-app-mesh-controller-for-k8s/tree/v1.13.3/config/helm/appmesh-controller", ReadOn));

    /// <summary>Brings nodes for pods that have none. Chart 1.14.1 was read.</summary>
    public static ChartFact Karpenter { get; } = new(
        "karpenter",
        "oci://public.ecr.aws/karpenter",
        "kube-system",
        "karpenter",
        "karpenter/controller",
        new("https://github.com/aws/karpenter-provider-aws/tree/1d927085dd81a9df9301e613f371dac5b4d16bfe/charts/karpenter", ReadOn));

    /// <summary>The definitions of Karpenter's own kinds, in a chart of their own, so that they are upgraded too. It has no image.</summary>
    public static ChartFact KarpenterDefinitions { get; } = Karpenter with
    {
        Name = "karpenter-crd",
        Source = new("https://github.com/aws/karpenter-provider-aws/tree/1d927085dd81a9df9301e613f371dac5b4d16bfe/charts/karpenter-crd", ReadOn),
    };
}

/// <summary>A chart of Helm.</summary>
/// <param name="Name">Its name in its repository.</param>
/// <param name="Repository">The repository's URL; <c>oci://</c> for a registry.</param>
/// <param name="Namespace">Where its controller runs.</param>
/// <param name="ServiceAccount">The service account that its pods run as.</param>
/// <param name="Image">The path of its image, without the registry's host.</param>
/// <param name="Source">Where this was read.</param>
public sealed record ChartFact(string Name, string Repository, string Namespace, string ServiceAccount, string Image, Source Source);
