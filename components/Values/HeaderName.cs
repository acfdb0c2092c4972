namespace CrossCloudMesh.Values;

/// <summary>The name of a header of HTTP, in lower case, as HTTP/2 has it.</summary>
public readonly record struct HeaderName : ITextValue<HeaderName>
{
    private const int Longest = 60;

    private readonly string? text;

    private HeaderName(string text) => this.text = text;

    public static string Form => "the name of a header in lower-case letters, digits and inner hyphens, such as api-key";

    public static string Pattern => @"^[a-z]([a-z0-9-]{0,58}[a-z0-9])?$";

    public static HeaderName? Parse(string text) => Letters.IsName(text, Longest) ? new HeaderName(text) : null;

    public override string ToString() => text ?? "";
}
