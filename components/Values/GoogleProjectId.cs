namespace CrossCloudMesh.Values;

/// <summary>A Google Cloud project, by its id (neither its number nor its display name).</summary>
public readonly record struct GoogleProjectId : ITextValue<GoogleProjectId>
{
    private readonly string? text;

    private GoogleProjectId(string text) => this.text = text;

    public static string Form => "a Google project id of 6 to 30 lower-case letters, digits and inner hyphens, starting with a letter";

    public static string Pattern => @"^[a-z][a-z0-9-]{4,28}[a-z0-9]$";

    public static GoogleProjectId? Parse(string text) =>
        text.Length >= 6
        && Letters.IsName(text, 30)
            ? new GoogleProjectId(text)
            : null;

    public override string ToString() => text ?? "";
}
