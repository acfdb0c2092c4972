using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Aws.Eks;
using Pulumi.Aws.Eks.Inputs;

namespace CrossCloudMesh.Clusters;

/// <summary>Lets IAM principals into an EKS cluster, each with one policy, for the whole cluster or for some namespaces.</summary>
/// <remarks>Makes 2 resources for each principal: its access entry, and the association of its policy.</remarks>
public sealed class EksAccess : ComponentResource
{
    public const string Token = "infra:clusters:EksAccess";

    /// <summary>What must be there before a principal can do anything.</summary>
    public IReadOnlyList<Resource> Ready { get; }

    public EksAccess(string name, EksAccessArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Ready = [.. args.Grants.Select(grant => Let(grant.Key, grant.Value))];
        RegisterOutputs();

        AccessPolicyAssociation Let(string key, EksGrant grant)
        {
            // EKS takes one entry per principal, so an entry that is to be replaced must go first.
            var entry = new AccessEntry($"{name}-{key}", new()
            {
                ClusterName = args.ClusterName,
                PrincipalArn = grant.PrincipalArn,
                Type = "STANDARD",
            }, new() { Parent = this, DeleteBeforeReplace = true });
            var scope = new AccessPolicyAssociationAccessScopeArgs { Type = grant.Namespaces.IsEmpty ? "cluster" : "namespace" };
            if (!grant.Namespaces.IsEmpty)
            {
                scope.Namespaces = grant.Namespaces.ToArray();
            }

            return new AccessPolicyAssociation($"{name}-{key}", new()
            {
                ClusterName = args.ClusterName,
                PrincipalArn = entry.PrincipalArn,
                PolicyArn = EksFacts.AccessPolicy(grant.Policy),
                AccessScope = scope,
            }, new() { Parent = this });
        }
    }
}

/// <summary>What <see cref="EksAccess"/> needs.</summary>
public sealed record EksAccessArgs
{
    public required Input<string> ClusterName { get; init; }

    /// <summary>Who may do what, by a stable key; no principal stands in it twice.</summary>
    public required ImmutableSortedDictionary<string, EksGrant> Grants { get; init; }
}

/// <summary>What one principal may do in a cluster.</summary>
/// <param name="PrincipalArn">The ARN of an IAM role or user.</param>
/// <param name="Policy">The name of an access policy of EKS: <c>AmazonEKSViewPolicy</c>.</param>
public sealed record EksGrant(string PrincipalArn, string Policy)
{
    /// <summary>Where it holds; empty for the whole cluster.</summary>
    public ImmutableSortedSet<string> Namespaces { get; init; } = [];
}
