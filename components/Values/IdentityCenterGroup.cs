namespace CrossCloudMesh.Values;

/// <summary>The id of a group in IAM Identity Center: a UUID, before which older ones have ten digits.</summary>
public readonly record struct IdentityCenterGroup : ITextValue<IdentityCenterGroup>
{
    private const int UuidLength = 36;
    private const int PrefixLength = 11;

    private readonly string? text;

    private IdentityCenterGroup(string text) => this.text = text;

    public static string Form => "the id of a group in IAM Identity Center, such as 1234567890-12345678-1234-1234-1234-123456789012";

    public static string Pattern => "^([0-9a-f]{10}-)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$";

    public static IdentityCenterGroup? Parse(string text) =>
        text.Length is UuidLength or PrefixLength + UuidLength
        && text.All(letter => char.IsAsciiHexDigitLower(letter) || letter == '-')
        && (text.Length == UuidLength || text.IndexOf('-') == PrefixLength - 1)
        && Guid.TryParseExact(text[^UuidLength..], "D", out _)
            ? new IdentityCenterGroup(text)
            : null;

    public override string ToString() => text ?? "";
}
