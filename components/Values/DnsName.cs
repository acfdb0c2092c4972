namespace CrossCloudMesh.Values;

/// <summary>A name of DNS, whole, without a dot at its end and without wildcards.</summary>
public readonly record struct DnsName : ITextValue<DnsName>
{
    private const int Longest = 253;
    private const int LongestLabel = 63;

    private readonly string? text;

    private DnsName(string text) => this.text = text;

    public static string Form => "a DNS name in lower case such as batch.example.com";

    public static string Pattern => @"^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$";

    public static DnsName? Parse(string text) =>
        text.Length is >= 1 and <= Longest && Array.TrueForAll(text.Split('.'), label =>
            label.Length is >= 1 and <= LongestLabel && label[0] != '-' && label[^1] != '-' && Letters.IsMadeOf(label, "-"))
            ? new DnsName(text)
            : null;

    public override string ToString() => text ?? "";
}
