using System.Collections.Immutable;
using System.Diagnostics;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Foundation;
using Pulumi;
using IAMMember = Pulumi.Gcp.Projects.IAMMember;

namespace CrossCloudMesh.Clusters;

/// <summary>Lets IAM members into the GKE clusters of a project.</summary>
/// <remarks>
/// Makes 1 role member per grant. Made once for a project: what IAM grants holds in every cluster of it, and roles of Kubernetes narrow
/// it. Not narrowed to one cluster by a condition: reports of users say that a call by the API's name is judged by another resource than
/// the cluster, so that such a grant lets nobody in.
/// </remarks>
public sealed class GkeAccess : ComponentResource
{
    public const string Token = "infra:clusters:GkeAccess";

    /// <summary>What must be there before anybody can do anything.</summary>
    public IReadOnlyList<Resource> Ready { get; }

    public GkeAccess(string name, GkeAccessArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var child = new CustomResourceOptions { Parent = this, DependsOn = { args.Apis.Enabled(GkeFacts.ProjectsApi) } };
        Ready = [.. args.Grants.Select(grant => new IAMMember($"{name}-{grant.Key}", new()
        {
            Project = args.Project,
            Role = RoleOf(grant.Value.Role),
            Member = grant.Value.Member,
        }, child))];
        RegisterOutputs();
    }

    private static string RoleOf(GkeRole role) => role switch
    {
        GkeRole.Viewer => GkeFacts.ViewerRole,
        GkeRole.Developer => GkeFacts.DeveloperRole,
        GkeRole.Administrator => GkeFacts.AdministratorRole,
        _ => throw new UnreachableException(),
    };
}

/// <summary>What <see cref="GkeAccess"/> needs.</summary>
public sealed record GkeAccessArgs
{
    public required string Project { get; init; }

    /// <summary>Who may do what, by a stable key.</summary>
    public required ImmutableSortedDictionary<string, GkeGrant> Grants { get; init; }

    /// <summary>The project's APIs, those of <see cref="GkeFacts.Apis"/> among them.</summary>
    public required GoogleApis Apis { get; init; }
}

/// <summary>An IAM member, and what it may do in the project's clusters.</summary>
/// <param name="Member">As IAM writes it: <c>group:developers@example.com</c>.</param>
/// <param name="Role">How much.</param>
public sealed record GkeGrant(string Member, GkeRole Role);

/// <summary>What IAM lets a member do in clusters.</summary>
public enum GkeRole
{
    /// <summary>Looks at everything but secrets.</summary>
    Viewer,

    /// <summary>Changes what runs, secrets included.</summary>
    Developer,

    /// <summary>Changes everything.</summary>
    Administrator,
}
