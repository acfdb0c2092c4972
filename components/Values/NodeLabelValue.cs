namespace CrossCloudMesh.Values;

/// <summary>The value of a label or a taint of a node.</summary>
public readonly record struct NodeLabelValue : ITextValue<NodeLabelValue>
{
    private readonly string? text;

    private NodeLabelValue(string text) => this.text = text;

    public static string Form => "up to 63 lower-case letters, digits and inner hyphens, underscores and dots";

    public static string Pattern => "^([a-z0-9]([a-z0-9._-]{0,61}[a-z0-9])?)?$";

    public static NodeLabelValue? Parse(string text) =>
        text.Length == 0 || (text.Length <= 63 && Letters.IsMadeOf(text, "-._") && char.IsAsciiLetterOrDigit(text[0]) && char.IsAsciiLetterOrDigit(text[^1]))
            ? new NodeLabelValue(text)
            : null;

    public override string ToString() => text ?? "";
}
