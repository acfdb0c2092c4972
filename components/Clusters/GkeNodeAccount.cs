using CrossCloudMesh.Facts;
using CrossCloudMesh.Foundation;
using Pulumi;
using Pulumi.Gcp.ServiceAccount;
using IAMMember = Pulumi.Gcp.Projects.IAMMember;

namespace CrossCloudMesh.Clusters;

/// <summary>Makes the account that the nodes of a GKE cluster run as, with no more than nodes need.</summary>
/// <remarks>Makes 1 account and 1 role member per role of <see cref="GkeFacts.NodeRoles"/>.</remarks>
public sealed class GkeNodeAccount : ComponentResource
{
    public const string Token = "infra:clusters:GkeNodeAccount";

    [Output("email")] public Output<string> Email { get; }

    /// <summary>What a node must wait for before it may run as the account.</summary>
    public IReadOnlyList<Resource> Roles { get; }

    public GkeNodeAccount(string name, GkeNodeAccountArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var account = new Account(name, new()
        {
            Project = args.Project,
            DisplayName = $"Nodes of {args.ClusterName}",
        }, new() { Parent = this, DependsOn = { args.Apis.Enabled(GkeFacts.AccountsApi) } });
        Roles = [.. GkeFacts.NodeRoles.Select(role => new IAMMember($"{name}-{role.Key}", new()
        {
            Project = args.Project,
            Role = role.Value,
            Member = account.Member,
        }, new() { Parent = this, DependsOn = { args.Apis.Enabled(GkeFacts.ProjectsApi) } }))];
        Email = account.Email;
        RegisterOutputs();
    }
}

/// <summary>What <see cref="GkeNodeAccount"/> needs.</summary>
public sealed record GkeNodeAccountArgs
{
    public required string Project { get; init; }

    /// <summary>The cluster's name in Google Cloud, for the account's description.</summary>
    public required string ClusterName { get; init; }

    /// <summary>The project's APIs, those of accounts and projects among them.</summary>
    public required GoogleApis Apis { get; init; }
}
