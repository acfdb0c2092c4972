using System.Collections.Immutable;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Aws.Eks;

namespace CrossCloudMesh.Clusters;

/// <summary>Gives the pods of one Kubernetes service account an identity in AWS, with the rights that they need and no others.</summary>
/// <remarks>
/// Makes an <see cref="AwsPodRole"/> and the Pod Identity association that hands it to the pods. The add-on eks-pod-identity-agent must
/// run on their nodes; the service account itself need not exist yet. A pod that started before the association has to start again, so
/// make pods wait for <see cref="Ready"/>. Source: https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html, read 2026-11-21.
/// </remarks>
public sealed class AwsWorkloadIdentity : ComponentResource
{
    public const string Token = "infra:clusters:AwsWorkloadIdentity";

    [Output("roleArn")] public Output<string> RoleArn { get; }

    /// <summary>What must be there before the pods start.</summary>
    public IReadOnlyList<Resource> Ready { get; }

    /// <exception cref="ResourceException">Neither a policy nor a managed policy is given.</exception>
    public AwsWorkloadIdentity(string name, AwsWorkloadIdentityArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Faults.ThrowIfAny(this, args.Check());
        var role = new AwsPodRole(name, new()
        {
            ClusterName = args.ClusterName,
            Namespace = args.Namespace,
            ServiceAccount = args.ServiceAccount,
            Policy = args.Policy,
            ManagedPolicyArns = args.ManagedPolicyArns,
        }, new() { Parent = this });
        var association = new PodIdentityAssociation(name, new()
        {
            ClusterName = args.ClusterName,
            Namespace = args.Namespace,
            ServiceAccount = args.ServiceAccount,
            RoleArn = role.Arn,
        }, new() { Parent = this });

        RoleArn = role.Arn;
        Ready = [.. role.Ready, association];
        RegisterOutputs();
    }
}

/// <summary>What <see cref="AwsWorkloadIdentity"/> needs.</summary>
public sealed record AwsWorkloadIdentityArgs
{
    /// <summary>The cluster's name in AWS, from the cluster itself: the association is made in it.</summary>
    public required Input<string> ClusterName { get; init; }

    public required string Namespace { get; init; }

    public required string ServiceAccount { get; init; }

    /// <summary>What exactly the pods may do; null where managed policies say it all.</summary>
    public Input<AwsPolicy>? Policy { get; init; }

    /// <summary>ARNs of managed policies, by a stable key that names the attachment.</summary>
    public ImmutableSortedDictionary<string, string> ManagedPolicyArns { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    internal IEnumerable<Fault> Check()
    {
        if (Policy is null && ManagedPolicyArns.IsEmpty)
        {
            yield return new("policy", "must say what the pods may do", "none", "give a policy, or the ARN of a managed one");
        }
    }
}
