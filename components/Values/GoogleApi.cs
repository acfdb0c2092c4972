namespace CrossCloudMesh.Values;

/// <summary>A Google API by the host name under which a project enables it.</summary>
public readonly record struct GoogleApi : ITextValue<GoogleApi>
{
    private readonly string? text;

    private GoogleApi(string text) => this.text = text;

    public static string Form => "a Google API such as pubsub.googleapis.com";

    public static string Pattern => @"^[a-z]([a-z0-9-]*[a-z0-9])?\.googleapis\.com$";

    public static GoogleApi? Parse(string text) =>
        text.EndsWith(Suffix, StringComparison.Ordinal) && Letters.IsName(text.AsSpan(0, text.Length - Suffix.Length), 63)
            ? new GoogleApi(text)
            : null;

    private const string Suffix = ".googleapis.com";

    public override string ToString() => text ?? "";
}
