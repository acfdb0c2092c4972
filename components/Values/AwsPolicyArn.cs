using System.Buffers;

namespace CrossCloudMesh.Values;

/// <summary>A managed policy of IAM, of AWS or of an account.</summary>
public readonly record struct AwsPolicyArn : ITextValue<AwsPolicyArn>
{
    private readonly string? text;

    private AwsPolicyArn(string text) => this.text = text;

    public static string Form => "the ARN of a managed policy, such as arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess";

    public static string Pattern => @"^arn:aws:iam::(aws|[0-9]{12}):policy/[a-zA-Z0-9_+=,.@/-]*[a-zA-Z0-9_+=,.@-]$";

    public static AwsPolicyArn? Parse(string text) =>
        text.Split(':') is ["arn", "aws", "iam", "", var account, var resource]
        && (account == "aws" || AwsAccountId.Parse(account) is not null)
        && resource.StartsWith("policy/", StringComparison.Ordinal)
        && resource[^1] != '/'
        && !resource.AsSpan().ContainsAnyExcept(Allowed)
            ? new AwsPolicyArn(text)
            : null;

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_+=,.@/-");

    public override string ToString() => text ?? "";
}
