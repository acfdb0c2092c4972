namespace CrossCloudMesh.Values;

/// <summary>The ARN of an authority of AWS Private CA.</summary>
public readonly record struct AwsAuthorityArn : ITextValue<AwsAuthorityArn>
{
    private const string Resource = "certificate-authority/";

    private readonly string? text;

    private AwsAuthorityArn(string text, AwsRegion region) => (this.text, Region) = (text, region);

    public AwsRegion Region { get; }

    public static string Form => "the ARN of an authority, such as arn:aws:acm-pca:us-east-1:123456789012:certificate-authority/0e1b6f2c-1a2b-4c3d-8e4f-5a6b7c8d9e0f";

    public static string Pattern => "^arn:aws:acm-pca:[a-z]{2}(-[a-z]+){1,2}-[1-9]:[0-9]{12}:certificate-authority/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$";

    public static AwsAuthorityArn? Parse(string text) =>
        text.Split(':') is ["arn", "aws", "acm-pca", var region, var account, var resource]
        && AwsRegion.Parse(region) is { } place
        && AwsAccountId.Parse(account) is not null
        && resource.StartsWith(Resource, StringComparison.Ordinal)
        && Letters.IsMadeOf(resource.AsSpan(Resource.Length), "-")
        && Guid.TryParseExact(resource.AsSpan(Resource.Length), "D", out _)
            ? new AwsAuthorityArn(text, place)
            : null;

    public override string ToString() => text ?? "";
}
