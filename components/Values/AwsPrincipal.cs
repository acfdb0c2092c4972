using System.Buffers;

namespace CrossCloudMesh.Values;

/// <summary>An IAM role or user that may be given access to a cluster. Sessions, groups and account roots may not.</summary>
public readonly record struct AwsPrincipal : ITextValue<AwsPrincipal>
{
    private readonly string? text;

    private AwsPrincipal(string text) => this.text = text;

    public static string Form => "the ARN of an IAM role or user, such as arn:aws:iam::123456789012:role/platform";

    public static string Pattern => @"^arn:aws(-[a-z]+)*:iam::[0-9]{12}:(role|user)/[\w+=,.@/-]*[\w+=,.@-]$";

    public static AwsPrincipal? Parse(string text) =>
        text.Split(':') is ["arn", var partition, "iam", "", var account, var resource]
        && partition.Split('-') is ["aws", .. var rest]
        && Array.TrueForAll(rest, word => Letters.AreLowerCase(word))
        && AwsAccountId.Parse(account) is not null
        && (resource.StartsWith("role/", StringComparison.Ordinal) || resource.StartsWith("user/", StringComparison.Ordinal))
        && resource.Length > 5
        && resource[^1] != '/'
        && !resource.AsSpan().ContainsAnyExcept(Allowed)
            ? new AwsPrincipal(text)
            : null;

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_+=,.@/-");

    public override string ToString() => text ?? "";
}
