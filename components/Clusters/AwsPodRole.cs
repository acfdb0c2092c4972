using System.Collections.Immutable;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Aws.Iam;

namespace CrossCloudMesh.Clusters;

/// <summary>Makes an IAM role that the pods of one service account of one cluster can take, and nobody else.</summary>
/// <remarks>
/// Makes the role, one attachment for each managed policy, and one inline policy where there is a <see cref="AwsPodRoleArgs.Policy"/>.
/// EKS tags each session with where the pod is from, and the role asks for those tags. What associates it is an add-on, or an
/// <see cref="AwsWorkloadIdentity"/>; sessions without tags would be refused.
/// Source: https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html, read 2026-11-21.
/// </remarks>
public sealed class AwsPodRole : ComponentResource
{
    public const string Token = "infra:clusters:AwsPodRole";

    [Output("arn")] public Output<string> Arn { get; }

    /// <summary>What must be there before the role lets its pods do anything.</summary>
    public IReadOnlyList<Resource> Ready { get; }

    public AwsPodRole(string name, AwsPodRoleArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var child = new CustomResourceOptions { Parent = this };
        var role = new Role(name, new() { AssumeRolePolicy = args.ClusterName.Apply(cluster => TrustOf(cluster, args).ToJson()) }, child);
        var ready = new List<Resource>(args.ManagedPolicyArns.Select(policy => new RolePolicyAttachment($"{name}-{policy.Key}", new()
        {
            Role = role.Name,
            PolicyArn = policy.Value,
        }, child)));
        if (args.Policy is not null)
        {
            ready.Add(new RolePolicy(name, new() { Role = role.Name, Policy = args.Policy.Apply(policy => policy.ToJson()) }, child));
        }

        Arn = role.Arn;
        Ready = ready;
        RegisterOutputs();
    }

    private static AwsPolicy TrustOf(string clusterName, AwsPodRoleArgs args) => new(new AwsStatement
    {
        Sid = "Assume",
        Principal = PolicyPrincipal.Service("pods.eks.amazonaws.com"),
        Actions = ["sts:AssumeRole", "sts:TagSession"],
        Resources = [],
        Conditions =
        [
            ("StringEquals", "aws:RequestTag/eks-cluster-name", clusterName),
            ("StringEquals", "aws:RequestTag/kubernetes-namespace", args.Namespace),
            ("StringEquals", "aws:RequestTag/kubernetes-service-account", args.ServiceAccount),
        ],
    });
}

/// <summary>What <see cref="AwsPodRole"/> needs.</summary>
public sealed record AwsPodRoleArgs
{
    /// <summary>The cluster's name in AWS. Where it is plain text, the role does not wait for the cluster.</summary>
    public required Input<string> ClusterName { get; init; }

    public required string Namespace { get; init; }

    public required string ServiceAccount { get; init; }

    /// <summary>What exactly the pods may do; null where managed policies say it all.</summary>
    public Input<AwsPolicy>? Policy { get; init; }

    /// <summary>ARNs of managed policies, by a stable key that names the attachment.</summary>
    public ImmutableSortedDictionary<string, string> ManagedPolicyArns { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
