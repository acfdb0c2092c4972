namespace CrossCloudMesh.Values;

/// <summary>The key of a label or a taint of a node, without a prefix or with one of your own; those of Kubernetes and of the clouds are
/// theirs to set.</summary>
public readonly record struct NodeLabelKey : ITextValue<NodeLabelKey>
{
    private static readonly string[] Kept = ["kubernetes.io", "k8s.io", "amazonaws.com", "google.com"];

    private readonly string? text;

    private NodeLabelKey(string text) => this.text = text;

    public static string Form => "the key of a label, such as team or example.com/team, with no prefix of Kubernetes or of a cloud";

    public static string Pattern =>
        @"^(?!([a-z0-9.-]*\.)?(kubernetes\.io|k8s\.io|amazonaws\.com|google\.com)/)([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[a-z0-9]([a-z0-9._-]{0,61}[a-z0-9])?$";

    public static NodeLabelKey? Parse(string text) => text.Split('/') switch
    {
        [var name] when IsWord(name, 63, "-._") => new NodeLabelKey(text),
        [var prefix, var name] when IsWord(prefix, 253, "-.") && IsWord(name, 63, "-._") && !IsKept(prefix) => new NodeLabelKey(text),
        _ => null,
    };

    public override string ToString() => text ?? "";

    private static bool IsKept(string prefix) =>
        Array.Exists(Kept, kept => prefix == kept || prefix.EndsWith("." + kept, StringComparison.Ordinal));

    private static bool IsWord(string text, int longest, string inner) =>
        text.Length >= 1
        && text.Length <= longest
        && Letters.IsMadeOf(text, inner)
        && Letters.IsMadeOf(text.AsSpan(0, 1), "")
        && Letters.IsMadeOf(text.AsSpan(text.Length - 1), "");
}
