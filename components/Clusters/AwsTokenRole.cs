using System.Collections.Immutable;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Aws.Iam;

namespace CrossCloudMesh.Clusters;

/// <summary>Makes an IAM role that the pods of one service account of one cluster can take by their token, and nobody else.</summary>
/// <remarks>
/// Makes the role, its inline policy, and one attachment for each managed policy. The service account names the role in an annotation. A pod
/// that started before that has to start again.
/// Source: https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html, read 2026-11-21.
/// </remarks>
public sealed class AwsTokenRole : ComponentResource
{
    public const string Token = "infra:clusters:AwsTokenRole";

    [Output("arn")] public Output<string> Arn { get; }

    /// <summary>What must be there before the role lets its pods do anything.</summary>
    public IReadOnlyList<Resource> Ready { get; }

    public AwsTokenRole(string name, AwsTokenRoleArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var child = new CustomResourceOptions { Parent = this };
        var role = new Role(name, new()
        {
            AssumeRolePolicy = Output.Tuple(args.Issuer.Arn, args.Issuer.Issuer).Apply(known => TrustOf(known.Item1, known.Item2, args).ToJson()),
        }, child);
        Ready =
        [
            new RolePolicy(name, new() { Role = role.Name, Policy = args.Policy.Apply(policy => policy.ToJson()) }, child),
            .. args.ManagedPolicyArns.Select(policy => new RolePolicyAttachment($"{name}-{policy.Key}", new() { Role = role.Name, PolicyArn = policy.Value }, child)),
        ];
        Arn = role.Arn;
        RegisterOutputs();
    }

    private static AwsPolicy TrustOf(string arn, string issuer, AwsTokenRoleArgs args) => new(new AwsStatement
    {
        Sid = "Assume",
        Principal = PolicyPrincipal.Issuer(arn),
        Actions = ["sts:AssumeRoleWithWebIdentity"],
        Resources = [],
        Conditions =
        [
            ("StringEquals", $"{issuer}:aud", AwsTokenIssuer.Audience),
            ("StringEquals", $"{issuer}:sub", $"system:serviceaccount:{args.Namespace}:{args.ServiceAccount}"),
        ],
    });
}

/// <summary>What <see cref="AwsTokenRole"/> needs.</summary>
public sealed record AwsTokenRoleArgs
{
    /// <summary>The issuer of the cluster's tokens.</summary>
    public required AwsTokenIssuer Issuer { get; init; }

    public required string Namespace { get; init; }

    public required string ServiceAccount { get; init; }

    /// <summary>What exactly the pods may do.</summary>
    public required Input<AwsPolicy> Policy { get; init; }

    /// <summary>ARNs of managed policies, by a stable key that names the attachment.</summary>
    public ImmutableSortedDictionary<string, string> ManagedPolicyArns { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
