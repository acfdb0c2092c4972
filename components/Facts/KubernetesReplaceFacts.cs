namespace CrossCloudMesh.Facts;

/// <summary>The rows of Kubernetes. The provider tells the rest in place, unless the API server refuses it.</summary>
internal static class KubernetesReplaceFacts
{
    private const string Identity = "apiVersion kind metadata.name metadata.namespace";

    private static readonly Source Diff =
        new("https://github.com/pulumi/pulumi-kubernetes/blob/master/provider/pkg/provider/diff.go", new(2026, 11, 21));

    private static readonly Source Release =
        new("https://github.com/pulumi/pulumi-kubernetes/blob/master/provider/pkg/provider/helm_release.go", new(2026, 11, 21));

    internal static ReplaceFact[] Rows { get; } =
    [
        ReplaceFact.Row("kubernetes:appmesh.k8s.aws/v1beta2:GatewayRoute", Diff, Identity, name: "metadata.name"),
        ReplaceFact.Row("kubernetes:appmesh.k8s.aws/v1beta2:Mesh", Diff, Identity, name: "metadata.name"),
        ReplaceFact.Row("kubernetes:appmesh.k8s.aws/v1beta2:VirtualGateway", Diff, Identity, name: "metadata.name"),
        ReplaceFact.Row("kubernetes:appmesh.k8s.aws/v1beta2:VirtualNode", Diff, Identity, name: "metadata.name"),
        ReplaceFact.Row("kubernetes:appmesh.k8s.aws/v1beta2:VirtualRouter", Diff, Identity, name: "metadata.name"),
        ReplaceFact.Row("kubernetes:appmesh.k8s.aws/v1beta2:VirtualService", Diff, Identity, name: "metadata.name"),
        ReplaceFact.Row("kubernetes:apps/v1:Deployment", Diff, Identity + " spec.selector", name: "metadata.name"),
        // Ours have a digest of their data in their name, so that both change together.
        ReplaceFact.Row("kubernetes:core/v1:ConfigMap", Diff, Identity + " binaryData data", name: "metadata.name"),
        ReplaceFact.Row("kubernetes:core/v1:Namespace", Diff, Identity, name: "metadata.name"),
        ReplaceFact.Row("kubernetes:core/v1:ResourceQuota", Diff, Identity, name: "metadata.name"),
        // Its data change in place since the provider is told enableSecretMutable.
        ReplaceFact.Row("kubernetes:core/v1:Secret", Diff, Identity + " type", name: "metadata.name"),
        ReplaceFact.Row("kubernetes:core/v1:Service", Diff, Identity + " spec.clusterIP spec.type", name: "metadata.name"),
        ReplaceFact.Row("kubernetes:core/v1:ServiceAccount", Diff, Identity, name: "metadata.name"),
        ReplaceFact.Row("kubernetes:helm.sh/v3:Release", Release, "name namespace"),
        ReplaceFact.Row("kubernetes:karpenter.k8s.aws/v1:EC2NodeClass", Diff, Identity, name: "metadata.name"),
        ReplaceFact.Row("kubernetes:karpenter.sh/v1:NodePool", Diff, Identity, name: "metadata.name"),
        ReplaceFact.Row("kubernetes:networking.istio.io/v1:DestinationRule", Diff, Identity, name: "metadata.name"),
        ReplaceFact.Row("kubernetes:networking.istio.io/v1:Gateway", Diff, Identity, name: "metadata.name"),
        ReplaceFact.Row("kubernetes:networking.istio.io/v1:ServiceEntry", Diff, Identity, name: "metadata.name"),
        ReplaceFact.Row("kubernetes:networking.istio.io/v1:Sidecar", Diff, Identity, name: "metadata.name"),
        ReplaceFact.Row("kubernetes:networking.istio.io/v1:VirtualService", Diff, Identity, name: "metadata.name"),
        ReplaceFact.Row("kubernetes:policy/v1:PodDisruptionBudget", Diff, Identity, name: "metadata.name"),
        ReplaceFact.Row("kubernetes:security.istio.io/v1:AuthorizationPolicy", Diff, Identity, name: "metadata.name"),
        ReplaceFact.Row("kubernetes:security.istio.io/v1:PeerAuthentication", Diff, Identity, name: "metadata.name"),
        ReplaceFact.Row("kubernetes:storage.k8s.io/v1:StorageClass", Diff, Identity + " parameters provisioner", name: "metadata.name"),
        ReplaceFact.Row("kubernetes:telemetry.istio.io/v1:Telemetry", Diff, Identity, name: "metadata.name"),
    ];
}
