namespace CrossCloudMesh.Values;

/// <summary>A member of a Google IAM binding: a person, group, service account or federated identity, never everyone.</summary>
public readonly record struct GooglePrincipal : ITextValue<GooglePrincipal>
{
    private readonly string? text;

    private GooglePrincipal(string text) => this.text = text;

    public static string Form => "a Google IAM member such as group:platform@example.com";

    public static string Pattern => @"^((user|group|serviceAccount):[^@\s:]+@[^@\s:]+\.[^@\s:.]+|principal(Set)?://iam\.googleapis\.com/\S+)$";

    public static GooglePrincipal? Parse(string text) =>
        !text.Any(char.IsWhiteSpace) && (IsFederated(text) || IsAccount(text)) ? new GooglePrincipal(text) : null;

    private static bool IsFederated(string text) => text.Split("://iam.googleapis.com/") is ["principal" or "principalSet", { Length: > 0 }];

    private static bool IsAccount(string text) =>
        text.Split(':') is ["user" or "group" or "serviceAccount", var address]
        && address.Split('@') is [{ Length: > 0 }, var host]
        && host.LastIndexOf('.') is > 0 and var dot
        && dot < host.Length - 1;

    public override string ToString() => text ?? "";
}
