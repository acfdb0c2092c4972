using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Gcp.Projects;
using Pulumi.Gcp.Projects.Inputs;

namespace CrossCloudMesh.Clusters;

/// <summary>Lets the pods of one Kubernetes service account act in the cluster's project, with no key and no account of Google's between.</summary>
/// <remarks>
/// Makes 1 role member per role. Waits for the cluster: the pool of identities comes with the first one of a project, and a member of a
/// pool that does not exist is refused. The identity is the same in every cluster of the project that has such a service account.
/// </remarks>
public sealed class GcpWorkloadIdentity : ComponentResource
{
    public const string Token = "infra:clusters:GcpWorkloadIdentity";

    /// <summary>The service account as IAM knows it, for grants on single resources.</summary>
    [Output("member")] public Output<string> Member { get; }

    /// <summary>What must be there before its pods call Google.</summary>
    public IReadOnlyList<Resource> Ready { get; }

    /// <exception cref="ResourceException">Every fault in <paramref name="args"/>, one per line.</exception>
    public GcpWorkloadIdentity(string name, GcpWorkloadIdentityArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Faults.ThrowIfAny(this, args.Check());
        var project = args.Cluster.Project;
        Member = Output.Tuple(args.Cluster.ClusterId, args.Cluster.ProjectNumber)
            .Apply(known => GkeFacts.WorkloadMember(project, known.Item2, args.Namespace, args.ServiceAccount));

        var grants = new List<Resource>();
        foreach (var (key, grant) in args.Roles)
        {
            var member = new IAMMemberArgs { Project = project, Role = grant.Role, Member = Member };
            if (grant.OnlyWhere is { } expression)
            {
                member.Condition = new IAMMemberConditionArgs { Title = key, Expression = expression };
            }

            grants.Add(new IAMMember($"{name}-{key}", member, new() { Parent = this }));
        }

        Ready = grants;
        RegisterOutputs();
    }
}

/// <summary>What <see cref="GcpWorkloadIdentity"/> needs.</summary>
public sealed record GcpWorkloadIdentityArgs
{
    public required GkeCluster Cluster { get; init; }

    /// <summary>The Kubernetes namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The Kubernetes service account in it.</summary>
    public required string ServiceAccount { get; init; }

    /// <summary>What it may do in the project, by a stable key.</summary>
    public required ImmutableSortedDictionary<string, RoleGrant> Roles { get; init; }

    internal IEnumerable<Fault> Check()
    {
        foreach (var (key, grant) in Roles)
        {
            if (grant.Role is "roles/owner" or "roles/editor" or "roles/viewer")
            {
                yield return new($"roles.{key}", "must not be a basic role, which is far more than one workload needs", grant.Role, "name a role of the one service that it calls");
            }
        }
    }
}

/// <summary>A role.</summary>
/// <param name="Role">As IAM writes it: <c>roles/monitoring.metricWriter</c>.</param>
/// <param name="OnlyWhere">An expression of IAM conditions that narrows it; null where it holds in the whole project.</param>
public sealed record RoleGrant(string Role, string? OnlyWhere = null);
