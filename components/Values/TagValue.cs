namespace CrossCloudMesh.Values;

/// <summary>A value that is legal both as the value of an AWS tag and of a Google label.</summary>
public readonly record struct TagValue : ITextValue<TagValue>
{
    private readonly string? text;

    private TagValue(string text) => this.text = text;

    public static string Form => "at most 63 lower-case letters, digits, hyphens and underscores";

    public static string Pattern => @"^[a-z0-9_-]{0,63}$";

    public static TagValue? Parse(string text) =>
        text.Length <= 63
        && Letters.IsMadeOf(text, "-_")
            ? new TagValue(text)
            : null;

    public override string ToString() => text ?? "";
}
