namespace CrossCloudMesh.Values;

/// <summary>The version of an EKS add-on: that of its software, and the build of EKS.</summary>
public readonly record struct EksAddonVersion : ITextValue<EksAddonVersion>
{
    private const string Separator = "-eksbuild.";

    private readonly string? text;

    private EksAddonVersion(string text) => this.text = text;

    public static string Form => "a version of an EKS add-on, such as v1.20.4-eksbuild.2";

    public static string Pattern => @"^v(0|[1-9][0-9]{0,3})(\.(0|[1-9][0-9]{0,3})){2}-eksbuild\.[1-9][0-9]{0,3}$";

    public static EksAddonVersion? Parse(string text) =>
        text.Split(Separator) is [['v', .. var software], { Length: <= 4 } build]
        && PatchVersion.Parse(software) is not null
        && Letters.AreDigits(build)
        && build[0] != '0'
            ? new EksAddonVersion(text)
            : null;

    /// <summary>The second number of the software's version, which for kube-proxy is the minor version of Kubernetes.</summary>
    public int Minor => text is null ? 0 : int.Parse(text.Split('.')[1]);

    public override string ToString() => text ?? "";
}
