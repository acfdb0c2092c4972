namespace CrossCloudMesh.Values;

/// <summary>The one group of a Google organization whose member groups GKE knows: Google fixes its name.</summary>
public readonly record struct GoogleGroupsAddress : ITextValue<GoogleGroupsAddress>
{
    private const string Name = "gke-security-groups@";

    private readonly string? text;

    private GoogleGroupsAddress(string text) => this.text = text;

    public static string Form => "gke-security-groups@ and the organization's domain, such as gke-security-groups@example.com";

    public static string Pattern => @"^gke-security-groups@[a-z0-9][a-z0-9.-]*\.[a-z0-9-]*[a-z0-9]$";

    public static GoogleGroupsAddress? Parse(string text)
    {
        if (!text.StartsWith(Name, StringComparison.Ordinal))
        {
            return null;
        }

        var domain = text[Name.Length..];
        return domain.Length > 2
            && Letters.IsMadeOf(domain, ".-")
            && char.IsAsciiLetterOrDigit(domain[0])
            && char.IsAsciiLetterOrDigit(domain[^1])
            && domain.Contains('.')
            ? new GoogleGroupsAddress(text)
            : null;
    }

    public override string ToString() => text ?? "";
}
