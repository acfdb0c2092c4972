namespace CrossCloudMesh.Values;

/// <summary>A Compute Engine machine type.</summary>
public readonly record struct MachineType : ITextValue<MachineType>
{
    private readonly string? text;

    private MachineType(string text) => this.text = text;

    public static string Form => "a Compute Engine machine type such as e2-standard-2";

    public static string Pattern => @"^[a-z][a-z0-9]*-[a-z0-9-]*[a-z0-9]$";

    public static MachineType? Parse(string text) =>
        Letters.IsName(text, 63)
        && text.Contains('-')
            ? new MachineType(text)
            : null;

    public override string ToString() => text ?? "";
}
