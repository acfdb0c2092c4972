using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Aws.Iam;

namespace CrossCloudMesh.Clusters;

/// <summary>Gives the pods of one service account of a cluster outside AWS an identity in AWS, without a key: AWS believes the cluster's own tokens.</summary>
/// <remarks>
/// Makes 3 resources: the provider that tells AWS of the cluster's issuer, a role, its policy. The role takes tokens for one audience and one
/// service account, and no other of the cluster; a cluster of the same name has the same issuer, so the provider goes with the cluster. AWS
/// asks the issuer, which is public, for its keys. Pods need a token of that audience in a file:
/// see <see cref="FederatedToken"/>. One provider for each issuer in an account.
/// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html, read 2026-11-20.
/// </remarks>
public sealed class AwsFederatedIdentity : ComponentResource
{
    public const string Token = "infra:clusters:AwsFederatedIdentity";

    /// <summary>Whom a token is for.</summary>
    public const string Audience = "sts.amazonaws.com";

    private const string Scheme = "https://";

    [Output("roleArn")] public Output<string> RoleArn { get; }

    /// <summary>What must be there before the pods start.</summary>
    public IReadOnlyList<Resource> Ready { get; }

    public AwsFederatedIdentity(string name, AwsFederatedIdentityArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var child = new CustomResourceOptions { Parent = this };
        // Google's certificates are of an authority that AWS knows by itself, so there is no thumbprint.
        var issuer = new OpenIdConnectProvider(name, new() { Url = args.Issuer, ClientIdLists = { Audience } }, child);
        var role = new Role(name, new()
        {
            AssumeRolePolicy = Output.Tuple(issuer.Arn, args.Issuer.ToOutput()).Apply(known => TrustOf(known.Item1, known.Item2, args).ToJson()),
        }, child);
        var policy = new RolePolicy(name, new() { Role = role.Name, Policy = args.Policy.Apply(policy => policy.ToJson()) }, child);
        RoleArn = role.Arn;
        Ready = [policy];
        RegisterOutputs();
    }

    private static AwsPolicy TrustOf(string providerArn, string issuer, AwsFederatedIdentityArgs args)
    {
        var subject = issuer[Scheme.Length..];
        return new(new AwsStatement
        {
            Sid = "Assume",
            Principal = PolicyPrincipal.Federated(providerArn),
            Actions = ["sts:AssumeRoleWithWebIdentity"],
            Resources = [],
            Conditions =
            [
                ("StringEquals", $"{subject}:aud", Audience),
                ("StringEquals", $"{subject}:sub", $"system:serviceaccount:{args.Namespace}:{args.ServiceAccount}"),
            ],
        });
    }
}

/// <summary>What <see cref="AwsFederatedIdentity"/> needs.</summary>
public sealed record AwsFederatedIdentityArgs
{
    /// <summary>The URL of the cluster's issuer, as its tokens name it.</summary>
    public required Input<string> Issuer { get; init; }

    public required string Namespace { get; init; }

    public required string ServiceAccount { get; init; }

    /// <summary>What exactly the pods may do.</summary>
    public required Input<AwsPolicy> Policy { get; init; }
}
