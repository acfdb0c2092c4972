namespace CrossCloudMesh.Values;

/// <summary>An IPv4 address that the internet can reach.</summary>
public readonly record struct PublicAddress : ITextValue<PublicAddress>
{
    private static readonly Cidr[] Others =
    [
        .. new[] { "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16", "224.0.0.0/3" }
            .Select(range => Cidr.Parse(range)!.Value),
    ];

    private readonly string? text;

    private PublicAddress(string text) => this.text = text;

    public static string Form => "a public IPv4 address such as 198.51.100.7";

    public static string Pattern => @"^[0-9]{1,3}(\.[0-9]{1,3}){3}$";

    public static PublicAddress? Parse(string text) =>
        Cidr.Parse(text + "/32") is { } one && !Array.Exists(Others, range => range.Contains(one)) ? new PublicAddress(text) : null;

    public override string ToString() => text ?? "";
}
