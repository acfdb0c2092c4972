namespace CrossCloudMesh.Values;

/// <summary>An instance of IAM Identity Center.</summary>
public readonly record struct IdentityCenterInstance : ITextValue<IdentityCenterInstance>
{
    private const string Opening = "arn:aws:sso:::instance/";
    private const int IdLength = 16;

    private readonly string? text;

    private IdentityCenterInstance(string text) => this.text = text;

    public static string Form => "the ARN of an instance of IAM Identity Center, such as arn:aws:sso:::instance/ssoins-1234567890abcdef";

    public static string Pattern => "^arn:aws:sso:::instance/(ssoins|sso)-[a-z0-9.-]{16}$";

    public static IdentityCenterInstance? Parse(string text) =>
        text.StartsWith(Opening, StringComparison.Ordinal)
        && text[Opening.Length..].Split('-', 2) is ["ssoins" or "sso", { Length: IdLength } id]
        && Letters.IsMadeOf(id, ".-")
            ? new IdentityCenterInstance(text)
            : null;

    public override string ToString() => text ?? "";
}
