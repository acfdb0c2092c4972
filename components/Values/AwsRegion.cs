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

    /// <summary>What the zone ids of this region begin with: use1 for us-east-1, apne1 for ap-northeast-1.</summary>
    /// <remarks>The first word stays, each later one gives the first letter of each compass word in it, the number stays.</remarks>
    public string ZonePrefix
    {
        get
        {
            var parts = (text ?? "").Split('-');
            return parts[0] + string.Concat(parts[1..].Select(Short));
        }
    }

    private static string Short(string word) => word switch
    {
        "northeast" => "ne",
        "northwest" => "nw",
        "southeast" => "se",
        "southwest" => "sw",
        _ => word[..1],
    };

    public override string ToString() => text ?? "";
}
