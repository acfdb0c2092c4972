namespace CrossCloudMesh.Values;

/// <summary>One resource by its name or its URN, or several, by either with <c>*</c> for any run of characters.</summary>
public readonly record struct ResourcePattern : ITextValue<ResourcePattern>
{
    private const string Separator = "::";

    private readonly string? text;

    private ResourcePattern(string text) => this.text = text;

    public static string Form => "the name or URN of a resource, with * for any run of characters";

    public static string Pattern => @"^[^\s\x00-\x1f\x7f]{1,400}$";

    public static ResourcePattern? Parse(string text) =>
        text.Length is > 0 and <= 400 && !text.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter)) ? new ResourcePattern(text) : null;

    /// <summary>Whether this is about the resource of that URN; a pattern without <c>::</c> is held against its name.</summary>
    public bool Matches(string urn)
    {
        var pattern = ToString();
        var last = urn.LastIndexOf(Separator, StringComparison.Ordinal);
        return Matches(pattern, last < 0 || pattern.Contains(Separator, StringComparison.Ordinal) ? urn : urn[(last + Separator.Length)..]);
    }

    public override string ToString() => text ?? "";

    private static bool Matches(string pattern, string whole)
    {
        var (at, next) = (0, 0);
        var (star, retry) = (-1, 0);
        while (next < whole.Length)
        {
            if (at < pattern.Length && pattern[at] == '*')
            {
                (star, retry) = (at++, next);
            }
            else if (at < pattern.Length && pattern[at] == whole[next])
            {
                (at, next) = (at + 1, next + 1);
            }
            else if (star >= 0)
            {
                // What failed after the last star may still come later.
                (at, next) = (star + 1, ++retry);
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(at).Trim('*').IsEmpty;
    }
}
