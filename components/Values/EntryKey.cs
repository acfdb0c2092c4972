namespace CrossCloudMesh.Values;

/// <summary>The key of a site or a node pool: it becomes part of names in both clouds, so it is short and keeps to what both
/// allow.</summary>
public readonly record struct EntryKey : ITextValue<EntryKey>
{
    private readonly string? text;

    private EntryKey(string text) => this.text = text;

    public static string Form => "1 to 20 lower-case letters, digits and inner hyphens, starting with a letter";

    public static string Pattern => @"^[a-z]([a-z0-9-]{0,18}[a-z0-9])?$";

    public static EntryKey? Parse(string text) => Letters.IsName(text, 20) ? new EntryKey(text) : null;

    public override string ToString() => text ?? "";
}
