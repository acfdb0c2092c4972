namespace CrossCloudMesh.Values;

/// <summary>What an EC2 instance type is made for: the letters before its generation, such as the m of m7g.large.</summary>
public readonly record struct InstanceCategory : ITextValue<InstanceCategory>
{
    private readonly string? text;

    private InstanceCategory(string text) => this.text = text;

    public static string Form => "the letters before the generation of EC2 instance types, such as m";

    public static string Pattern => "^[a-z]{1,4}$";

    public static InstanceCategory? Parse(string text) => text.Length <= 4 && Letters.AreLowerCase(text) ? new InstanceCategory(text) : null;

    public override string ToString() => text ?? "";
}
