namespace CrossCloudMesh.Values;

/// <summary>A sentence for people, on one line.</summary>
public readonly record struct PlainText : ITextValue<PlainText>
{
    private readonly string? text;

    private PlainText(string text) => this.text = text;

    public static string Form => "one line of 1 to 200 letters, digits and signs of ASCII, without a space at either end";

    public static string Pattern => @"^[!-~]([ -~]{0,198}[!-~])?$";

    public static PlainText? Parse(string text) =>
        text.Length is >= 1 and <= 200 && !text.AsSpan().ContainsAnyExceptInRange(' ', '~') && text[0] != ' ' && text[^1] != ' '
            ? new PlainText(text)
            : null;

    public override string ToString() => text ?? "";
}
