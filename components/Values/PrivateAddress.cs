namespace CrossCloudMesh.Values;

/// <summary>An IPv4 address of a private range, of RFC 1918 or RFC 6598.</summary>
public readonly record struct PrivateAddress : ITextValue<PrivateAddress>
{
    private static readonly Cidr[] Ranges =
        [.. new[] { "10.0.0.0/8", "100.64.0.0/10", "172.16.0.0/12", "192.168.0.0/16" }.Select(range => Cidr.Parse(range)!.Value)];

    private readonly string? text;

    private PrivateAddress(string text) => this.text = text;

    public static string Form => "a private IPv4 address such as 172.24.8.10";

    public static string Pattern => @"^[0-9]{1,3}(\.[0-9]{1,3}){3}$";

    /// <summary>The range of this one address.</summary>
    public Cidr Range => Cidr.Parse($"{this}/32")!.Value;

    public static PrivateAddress? Parse(string text) =>
        Cidr.Parse(text + "/32") is { } one && Array.Exists(Ranges, range => range.Contains(one)) ? new PrivateAddress(text) : null;

    public override string ToString() => text ?? "";
}
