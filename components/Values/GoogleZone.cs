namespace CrossCloudMesh.Values;

/// <summary>A zone of Google Cloud: its region and one letter.</summary>
public readonly record struct GoogleZone : ITextValue<GoogleZone>
{
    private readonly string? text;

    private GoogleZone(string text) => this.text = text;

    public static string Form => "a Google zone such as us-east4-a";

    public static string Pattern => @"^[a-z]+-[a-z]+[0-9]{1,2}-[a-z]$";

    public static GoogleZone? Parse(string text) =>
        text.Length > 2 && text[^2] == '-' && char.IsAsciiLetterLower(text[^1]) && GoogleRegion.Parse(text[..^2]) is not null
            ? new GoogleZone(text)
            : null;

    public GoogleRegion Region => GoogleRegion.Parse((text ?? "")[..^2])!.Value;

    public override string ToString() => text ?? "";
}
