namespace CrossCloudMesh.Facts;

/// <summary>The rows of Kubernetes. The provider tells the rest in place, unless the API server refuses it.</summary>
internal static class KubernetesReplaceFacts
{
    private const string Identity = "apiVersion kind metadata.name metadata.namespace";

    private static readonly Source Diff =
        new("https://github.com/pulumi/pulumi-kubernetes/blob/master/provider/pkg/provider/diff.go", new(2026, 11, 21));

    internal static ReplaceFact[] Rows { get; } =
    [
        ReplaceFact.Row("kubernetes:core/v1:Namespace", Diff, Identity, name: "metadata.name"),
        // In place only where the provider is told enableSecretMutable, which this project does not.
        ReplaceFact.Row("kubernetes:core/v1:Secret", Diff, Identity + " data stringData type", name: "metadata.name"),
        ReplaceFact.Row("kubernetes:core/v1:ServiceAccount", Diff, Identity, name: "metadata.name"),
    ];
}
