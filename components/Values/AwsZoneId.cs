namespace CrossCloudMesh.Values;

/// <summary>A zone of AWS by its id, which names the same place in every account; a zone name such as us-east-1a does not.</summary>
public readonly record struct AwsZoneId : ITextValue<AwsZoneId>
{
    private readonly string? text;

    private AwsZoneId(string text) => this.text = text;

    public static string Form => "an AWS zone id such as use1-az1";

    public static string Pattern => @"^[a-z]{2,6}[1-9]-az[1-9]$";

    public static AwsZoneId? Parse(string text) =>
        text.Split('-') is [{ Length: >= 3 and <= 7 } region, ['a', 'z', >= '1' and <= '9']]
        && Letters.AreLowerCase(region.AsSpan(0, region.Length - 1))
        && region[^1] is >= '1' and <= '9'
            ? new AwsZoneId(text)
            : null;

    public override string ToString() => text ?? "";
}
