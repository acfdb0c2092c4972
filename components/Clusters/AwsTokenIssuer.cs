using Pulumi;
using Pulumi.Aws.Iam;

namespace CrossCloudMesh.Clusters;

/// <summary>Has IAM trust the tokens that a cluster gives its pods.</summary>
/// <remarks>
/// Makes 1 provider of IAM, of which an account can have one for each issuer. It is for what is too old for Pod Identity, which needs none;
/// whoever can be given an <see cref="AwsWorkloadIdentity"/> should be.
/// Source: https://docs.aws.amazon.com/eks/latest/userguide/enable-iam-roles-for-service-accounts.html, read 2026-11-21.
/// </remarks>
public sealed class AwsTokenIssuer : ComponentResource
{
    public const string Token = "infra:clusters:AwsTokenIssuer";

    /// <summary>For whom the tokens are.</summary>
    internal const string Audience = "sts.amazonaws.com";

    private const string Scheme = "https://";

    [Output("arn")] public Output<string> Arn { get; }

    /// <summary>The issuer without its scheme, as conditions name it.</summary>
    [Output("issuer")] public Output<string> Issuer { get; }

    public AwsTokenIssuer(string name, AwsTokenIssuerArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var issuer = new OpenIdConnectProvider(name, new() { Url = args.Cluster.Issuer, ClientIdLists = { Audience } }, new() { Parent = this });
        Arn = issuer.Arn;
        Issuer = args.Cluster.Issuer.Apply(url => url.StartsWith(Scheme, StringComparison.Ordinal) ? url[Scheme.Length..] : url);
        RegisterOutputs();
    }
}

/// <summary>What <see cref="AwsTokenIssuer"/> needs.</summary>
public sealed record AwsTokenIssuerArgs
{
    public required IKubernetesCluster Cluster { get; init; }
}
