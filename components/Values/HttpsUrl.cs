namespace CrossCloudMesh.Values;

/// <summary>A URL of HTTPS: a host, a port where it is not 443, a path; no user, no query.</summary>
public readonly record struct HttpsUrl : ITextValue<HttpsUrl>
{
    private const string Scheme = "https://";
    private const int Longest = 300;

    private readonly string? text;

    private HttpsUrl(string text) => this.text = text;

    public static string Form => "an https URL with a host in lower case, an optional port and path, and no slash at its end, such as https://otlp.example.com";

    public static string Pattern => @"^https://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?(/[A-Za-z0-9._~-]+)*$";

    public static HttpsUrl? Parse(string text)
    {
        if (text.Length > Longest || !text.StartsWith(Scheme, StringComparison.Ordinal))
        {
            return null;
        }

        var parts = text[Scheme.Length..].Split('/');
        var place = parts[0].Split(':');
        return place.Length <= 2 && IsHost(place[0]) && (place.Length == 1 || IsPort(place[1])) && Array.TrueForAll(parts[1..], IsStep) ? new HttpsUrl(text) : null;
    }

    public override string ToString() => text ?? "";

    private static bool IsHost(string host) =>
        host.Length > 0 && char.IsAsciiLetterOrDigit(host[0]) && char.IsAsciiLetterOrDigit(host[^1]) && Letters.IsMadeOf(host, "-.");

    private static bool IsPort(string port) => port.Length is >= 1 and <= 5 && port.All(char.IsAsciiDigit) && int.Parse(port) is >= 1 and <= 65535;

    private static bool IsStep(string step) => step.Length > 0 && step.All(letter => char.IsAsciiLetterOrDigit(letter) || "._~-".Contains(letter, StringComparison.Ordinal));
}
