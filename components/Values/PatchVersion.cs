namespace CrossCloudMesh.Values;

/// <summary>The version of a piece of software, to the patch: three numbers.</summary>
public readonly record struct PatchVersion : ITextValue<PatchVersion>
{
    private readonly string? text;

    private PatchVersion(string text) => this.text = text;

    public static string Form => "a version of three numbers, such as 1.8.2";

    public static string Pattern => @"^(0|[1-9][0-9]{0,3})(\.(0|[1-9][0-9]{0,3})){2}$";

    public static PatchVersion? Parse(string text) =>
        text.Split('.') is { Length: 3 } numbers && Array.TrueForAll(numbers, IsNumber) ? new PatchVersion(text) : null;

    private static bool IsNumber(string text) => text.Length <= 4 && Letters.AreDigits(text) && (text.Length == 1 || text[0] != '0');

    public override string ToString() => text ?? "";
}
