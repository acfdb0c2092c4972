namespace CrossCloudMesh.Values;

/// <summary>A type of graphics processors in Google's words.</summary>
public readonly record struct AcceleratorType : ITextValue<AcceleratorType>
{
    private readonly string? text;

    private AcceleratorType(string text) => this.text = text;

    public static string Form => "a type of accelerators such as nvidia-l4";

    public static string Pattern => @"^nvidia-[a-z0-9-]{0,55}[a-z0-9]$";

    public static AcceleratorType? Parse(string text) =>
        text.StartsWith("nvidia-", StringComparison.Ordinal) && Letters.IsName(text, 63) ? new AcceleratorType(text) : null;

    public override string ToString() => text ?? "";
}
