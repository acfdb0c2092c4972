namespace CrossCloudMesh.Values;

/// <summary>Why somebody decided something, on one line.</summary>
public readonly record struct Reason : ITextValue<Reason>
{
    private const int Shortest = 10;
    private const int Longest = 200;

    private readonly string? text;

    private Reason(string text) => this.text = text;

    public static string Form => "a reason of 10 to 200 characters on one line";

    public static string Pattern => @"^[^\x00-\x20\x7f][^\x00-\x1f\x7f]{8,198}[^\x00-\x20\x7f]$";

    public static Reason? Parse(string text) =>
        text.Length is >= Shortest and <= Longest && text[0] != ' ' && text[^1] != ' ' && !text.Any(letter => letter < ' ' || letter == '\x7f')
            ? new Reason(text)
            : null;

    public override string ToString() => text ?? "";
}
