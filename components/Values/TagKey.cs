namespace CrossCloudMesh.Values;

/// <summary>A key that is legal both as the key of an AWS tag and of a Google label.</summary>
public readonly record struct TagKey : ITextValue<TagKey>
{
    private readonly string? text;

    private TagKey(string text) => this.text = text;

    public static string Form =>
        "1 to 63 lower-case letters, digits, hyphens and underscores, starting with a letter, "
        + "and not with goog, which Google keeps for itself";

    public static string Pattern => @"^(?!goog)[a-z][a-z0-9_-]{0,62}$";

    public static TagKey? Parse(string text) =>
        text.Length is >= 1 and <= 63
        && char.IsAsciiLetterLower(text[0])
        && Letters.IsMadeOf(text, "-_")
        && !text.StartsWith("goog", StringComparison.Ordinal)
            ? new TagKey(text)
            : null;

    public override string ToString() => text ?? "";
}
