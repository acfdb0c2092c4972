namespace CrossCloudMesh.Values;

/// <summary>A family of Compute Engine machine types: what stands before the first hyphen of one.</summary>
public readonly record struct MachineFamily : ITextValue<MachineFamily>
{
    private readonly string? text;

    private MachineFamily(string text) => this.text = text;

    public static string Form => "a family of Compute Engine machine types such as n4";

    public static string Pattern => @"^[a-z][0-9][a-z]{0,2}$";

    public static MachineFamily? Parse(string text) =>
        text.Length is >= 2 and <= 4 && char.IsAsciiLetterLower(text[0]) && char.IsAsciiDigit(text[1]) && (text.Length == 2 || Letters.AreLowerCase(text.AsSpan(2)))
            ? new MachineFamily(text)
            : null;

    public override string ToString() => text ?? "";
}
