namespace CrossCloudMesh.Values;

/// <summary>A minor version of Kubernetes. The patch and the build are the cloud's to choose.</summary>
public readonly record struct KubernetesVersion : ITextValue<KubernetesVersion>
{
    private readonly string? text;

    private KubernetesVersion(string text) => this.text = text;

    public static string Form => "a minor version in quotes, such as \"1.36\"";

    public static string Pattern => @"^1\.[1-9][0-9]$";

    public static KubernetesVersion? Parse(string text) =>
        text.Length == 4
        && text.StartsWith("1.", StringComparison.Ordinal)
        && text[2] != '0'
        && Letters.AreDigits(text.AsSpan(2))
            ? new KubernetesVersion(text)
            : null;

    /// <summary>The number after the dot.</summary>
    public int Minor => text is null ? 0 : int.Parse(text.AsSpan(2));

    public override string ToString() => text ?? "";
}
