namespace CrossCloudMesh.Values;

/// <summary>An address that mail can be sent to, of the plain form that both clouds take.</summary>
public readonly record struct EmailAddress : ITextValue<EmailAddress>
{
    private const string Extra = ".-_+";

    private readonly string? text;

    private EmailAddress(string text) => this.text = text;

    public static string Form => "an address such as oncall@example.com";

    public static string Pattern => @"^[A-Za-z0-9._+-]+@[a-z0-9][a-z0-9.-]*\.[a-z]{2,}$";

    public static EmailAddress? Parse(string text)
    {
        var parts = text.Split('@');
        return parts is [{ Length: > 0 } user, { Length: > 3 } domain]
            && user.All(letter => char.IsAsciiLetterOrDigit(letter) || Extra.Contains(letter))
            && Letters.IsMadeOf(domain, ".-")
            && char.IsAsciiLetterOrDigit(domain[0])
            && domain.LastIndexOf('.') is > 0 and var point
            && domain.Length - point > 2
            && domain[(point + 1)..].All(char.IsAsciiLetterLower)
            ? new EmailAddress(text)
            : null;
    }

    public override string ToString() => text ?? "";
}
