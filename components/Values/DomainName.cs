namespace CrossCloudMesh.Values;

/// <summary>A domain of two parts or more, without a dot at its end.</summary>
public readonly record struct DomainName : ITextValue<DomainName>
{
    private const int Longest = 253;
    private const int LongestPart = 63;

    private readonly string? text;

    private DomainName(string text) => this.text = text;

    public static string Form => "a domain of two parts or more such as aws-east.internal.example, in lower case and without a dot at its end";

    public static string Pattern => @"^(?=.{3,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$";

    public static DomainName? Parse(string text)
    {
        var parts = text.Split('.');
        return text.Length <= Longest && parts.Length >= 2 && Array.TrueForAll(parts, IsPart) && char.IsAsciiLetterLower(parts[^1][0])
            ? new DomainName(text)
            : null;
    }

    /// <summary>Whether the other is this domain, or lies in it.</summary>
    public bool Contains(DomainName other)
    {
        var (whole, part) = (ToString(), other.ToString());
        return part == whole || part.EndsWith($".{whole}", StringComparison.Ordinal);
    }

    public override string ToString() => text ?? "";

    private static bool IsPart(string part) =>
        part.Length is >= 1 and <= LongestPart && part[0] != '-' && part[^1] != '-' && Letters.IsMadeOf(part, "-");
}
