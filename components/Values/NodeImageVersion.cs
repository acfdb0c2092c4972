namespace CrossCloudMesh.Values;

/// <summary>A release of a node's operating system: by its date for Amazon Linux, by three numbers for Bottlerocket.</summary>
public readonly record struct NodeImageVersion : ITextValue<NodeImageVersion>
{
    private const int DateDigits = 8;

    private readonly string? text;

    private NodeImageVersion(string text) => this.text = text;

    public static string Form => "a release of an image, such as v20260810 of Amazon Linux 2023 or v1.51.0 of Bottlerocket";

    public static string Pattern => @"^v([0-9]{8}|(0|[1-9][0-9]{0,3})(\.(0|[1-9][0-9]{0,3})){2})$";

    /// <summary>Whether it is told by its date.</summary>
    public bool IsDate => !ToString().Contains('.');

    public static NodeImageVersion? Parse(string text) =>
        text is ['v', .. var release] && (PatchVersion.Parse(release) is not null || (release.Length == DateDigits && Letters.AreDigits(release)))
            ? new NodeImageVersion(text)
            : null;

    public override string ToString() => text ?? "";
}
