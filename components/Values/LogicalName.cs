namespace CrossCloudMesh.Values;

/// <summary>The name that a program gives a resource, with its type before it where others have the same name.</summary>
public readonly record struct LogicalName : ITextValue<LogicalName>
{
    private readonly string? text;

    private LogicalName(string text) => this.text = text;

    public static string Form => "the name of a resource, such as aws-east-network, or its type and name, as aws:ec2/vpc:Vpc::aws-east-network";

    public static string Pattern => @"^([a-zA-Z0-9./_-]+:[a-zA-Z0-9./_-]+:[a-zA-Z0-9./_-]+::)?[a-zA-Z0-9._-]{1,200}$";

    public static LogicalName? Parse(string text)
    {
        var (type, name) = text.Split("::") switch
        {
            [var only] => (null, only),
            [var first, var second] => (first, second),
            _ => (null, ""),
        };
        return name.Length is > 0 and <= 200 && IsWord(name, slashes: false) && (type is null || (type.Split(':') is { Length: 3 } parts && Array.TrueForAll(parts, part => part.Length > 0 && IsWord(part, slashes: true))))
            ? new LogicalName(text)
            : null;
    }

    public override string ToString() => text ?? "";

    private static bool IsWord(string text, bool slashes) =>
        text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' || (slashes && letter == '/'));
}
