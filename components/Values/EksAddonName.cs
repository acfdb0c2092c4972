namespace CrossCloudMesh.Values;

/// <summary>The name of an EKS add-on in the EKS API.</summary>
public readonly record struct EksAddonName : ITextValue<EksAddonName>
{
    private readonly string? text;

    private EksAddonName(string text) => this.text = text;

    public static string Form => "the name of an EKS add-on, such as coredns";

    public static string Pattern => @"^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$";

    public static EksAddonName? Parse(string text) => Letters.IsName(text, 63) ? new EksAddonName(text) : null;

    public override string ToString() => text ?? "";
}
