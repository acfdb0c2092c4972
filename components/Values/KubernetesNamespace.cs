namespace CrossCloudMesh.Values;

/// <summary>The name of a Kubernetes namespace.</summary>
public readonly record struct KubernetesNamespace : ITextValue<KubernetesNamespace>
{
    private readonly string? text;

    private KubernetesNamespace(string text) => this.text = text;

    public static string Form => "a namespace: 1 to 63 lower-case letters, digits and inner hyphens";

    public static string Pattern => "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$";

    public static KubernetesNamespace? Parse(string text) =>
        text.Length is >= 1 and <= 63 && text[0] != '-' && text[^1] != '-' && Letters.IsMadeOf(text, "-") ? new KubernetesNamespace(text) : null;

    public override string ToString() => text ?? "";
}
