namespace CrossCloudMesh.Values;

/// <summary>A region of AWS.</summary>
public readonly record struct AwsRegion : ITextValue<AwsRegion>
{
    private readonly string? text;

    private AwsRegion(string text) => this.text = text;

    public static string Form => "an AWS region such as us-east-1";

    public static string Pattern => @"^[a-z]{2}(-[a-z]+){1,2}-[1-9]$";

    public static AwsRegion? Parse(string text)
    {
        var parts = text.Split('-');
        return parts.Length is 3 or 4
            && parts[0].Length == 2
            && parts[..^1].All(part => Letters.AreLowerCase(part))
            && parts[^1] is [>= '1' and <= '9']
                ? new AwsRegion(text)
                : null;
    }

    public override string ToString() => text ?? "";
}
