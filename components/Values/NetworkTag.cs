namespace CrossCloudMesh.Values;

/// <summary>A network tag of Google Cloud: a word on instances by which firewall rules know them.</summary>
public readonly record struct NetworkTag : ITextValue<NetworkTag>
{
    private readonly string? text;

    private NetworkTag(string text) => this.text = text;

    public static string Form => "1 to 63 lower-case letters, digits and inner hyphens, starting with a letter";

    public static string Pattern => @"^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$";

    public static NetworkTag? Parse(string text) => Letters.IsName(text, 63) ? new NetworkTag(text) : null;

    public override string ToString() => text ?? "";
}
