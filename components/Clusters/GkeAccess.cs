using System.Diagnostics;
using CrossCloudMesh.Facts;

namespace CrossCloudMesh.Clusters;

/// <summary>An IAM member, and what it may do in the project's clusters.</summary>
/// <param name="Member">As IAM writes it: <c>group:developers@example.com</c>.</param>
/// <param name="Role">How much.</param>
public sealed record GkeAccess(string Member, GkeRole Role)
{
    internal static string RoleOf(GkeRole role) => role switch
    {
        GkeRole.Viewer => GkeFacts.ViewerRole,
        GkeRole.Developer => GkeFacts.DeveloperRole,
        GkeRole.Administrator => GkeFacts.AdministratorRole,
        _ => throw new UnreachableException(),
    };
}

/// <summary>What IAM lets a member do in clusters. What it grants holds in every cluster of the project; roles of Kubernetes narrow it.</summary>
/// <remarks>
/// Not narrowed to one cluster by a condition: reports of users say that a call by the API's name is judged by another resource than
/// the cluster, so that such a grant lets nobody in.
/// </remarks>
public enum GkeRole
{
    /// <summary>Looks at everything but secrets.</summary>
    Viewer,

    /// <summary>Changes what runs, secrets included.</summary>
    Developer,

    /// <summary>Changes everything.</summary>
    Administrator,
}
