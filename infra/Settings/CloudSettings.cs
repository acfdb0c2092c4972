using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>What all sites share: accounts, owners, and where the deployment runs.</summary>
public sealed record CloudSettings
{
    [Description("The AWS account.")]
    public required AwsAccountSettings Aws { get; init; }

    [Description("The Google Cloud project.")]
    public required GoogleProjectSettings Google { get; init; }

    [Description("Tags in AWS and labels in Google Cloud, on everything that can carry them. Keys and values must be legal in both.")]
    [Keys<TagKey>, MaxLength(40)]
    public ImmutableSortedDictionary<string, TagValue> Tags { get; init; } = ImmutableSortedDictionary.Create<string, TagValue>(StringComparer.Ordinal);

    [Description("Who administers the clusters.")]
    public required OperatorSettings Operators { get; init; }

    [Description("Where `pulumi up` runs: on a laptop, on a hosted CI runner, or on a machine inside the sites' own networks.")]
    public required DeployFrom DeployFrom { get; init; }

    [Description("The public addresses of operators and CI runners, for cluster APIs whose access is allowlist.")]
    [MaxLength(40)]
    public ImmutableArray<Cidr> OperatorCidrs { get; init; } = [];
}

/// <summary>The AWS account. Providers are held to it, so that credentials for another account fail before anything is made.</summary>
public sealed record AwsAccountSettings
{
    [Description("The account's twelve digits, in quotes. Credentials for any other account are refused.")]
    public required AwsAccountId AccountId { get; init; }
}

/// <summary>The Google Cloud project.</summary>
public sealed record GoogleProjectSettings
{
    [Description("The project's id. It must exist, with billing.")]
    public required GoogleProjectId Project { get; init; }

    [Description("APIs to enable besides those that the sites need.")]
    public ImmutableArray<GoogleApi> Apis { get; init; } = [];

    [Description("Who else may use clusters, by a name of yours. IAM grants it in every cluster of the project; roles of Kubernetes narrow it.")]
    [Keys<EntryKey>, MaxLength(100)]
    public ImmutableSortedDictionary<string, GkeAccessSettings> Access { get; init; } =
        ImmutableSortedDictionary.Create<string, GkeAccessSettings>(StringComparer.Ordinal);
}

/// <summary>Somebody who may use clusters without administering them.</summary>
public sealed record GkeAccessSettings
{
    [Description("The IAM member: groups before persons.")]
    public required GooglePrincipal Principal { get; init; }

    [Description("viewer: looks at everything but secrets. developer: changes what runs, secrets included. admin: everything.")]
    public required GkeAccessRole Role { get; init; }
}

/// <summary>How much somebody may do in clusters.</summary>
public enum GkeAccessRole
{
    Viewer,
    Developer,
    Admin,
}

/// <summary>Who administers the clusters, in each cloud's own words.</summary>
public sealed record OperatorSettings
{
    [Description("IAM roles or users that administer every EKS cluster, unless the cluster names its own.")]
    [MinLength(1)]
    public required ImmutableArray<AwsPrincipal> Aws { get; init; }

    [Description("IAM members that administer every GKE cluster: groups before persons.")]
    [MinLength(1)]
    public required ImmutableArray<GooglePrincipal> Google { get; init; }
}

/// <summary>Where a deployment runs, and so what it can reach.</summary>
public enum DeployFrom
{
    Laptop,
    Ci,
    Network,
}
