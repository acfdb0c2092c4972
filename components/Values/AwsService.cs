namespace CrossCloudMesh.Values;

/// <summary>A service of AWS by the name that its endpoints carry after the region.</summary>
public readonly record struct AwsService : ITextValue<AwsService>
{
    private readonly string? text;

    private AwsService(string text) => this.text = text;

    public static string Form => "a service of AWS as its endpoints name it, such as kms or ecr.api";

    public static string Pattern => @"^[a-z][a-z0-9-]{0,61}(\.[a-z][a-z0-9-]{0,61}){0,2}$";

    public static AwsService? Parse(string text) =>
        text.Split('.') is { Length: <= 3 } parts
        && Array.TrueForAll(parts, part => part.Length is >= 1 and <= 62 && char.IsAsciiLetterLower(part[0]) && Letters.IsMadeOf(part, "-"))
            ? new AwsService(text)
            : null;

    public override string ToString() => text ?? "";
}
