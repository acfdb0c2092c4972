using CrossCloudMesh.Facts;
using Pulumi;
using Pulumi.Kubernetes.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Helm.V3;

namespace CrossCloudMesh.Clusters.Controllers;

/// <summary>The chart of a controller in one version, from its own repository or from a mirror.</summary>
/// <param name="Fact">The chart.</param>
/// <param name="Version">The chart's version, three numbers.</param>
/// <param name="Mirror">
/// A registry with an optional path, which holds the chart as <c>charts/name</c> and its image under the path that it has at home; null for
/// the chart's own repository.
/// </param>
internal sealed record ControllerChart(ChartFact Fact, string Version, string? Mirror)
{
    private const int TimeoutSeconds = 600;

    private const string Oci = "oci://";

    /// <summary>The release's name in the cluster; the chart's own where a cluster has it once.</summary>
    public string ReleaseName { get; init; } = Fact.Name;

    /// <summary>Where the image is pulled from; null for where the chart says.</summary>
    public string? ImageRepository => Mirror is null ? null : $"{Mirror}/{Fact.Image}";

    /// <summary>Installs the chart once all of <paramref name="waitFor"/> is there, and waits until its pods are ready.</summary>
    /// <param name="name">The logical name.</param>
    /// <param name="parent">The component that it belongs to.</param>
    /// <param name="cluster">Where to; the release goes before anything of the cluster does.</param>
    /// <param name="values">What differs from the chart's own.</param>
    /// <param name="waitFor">What must be there besides the cluster.</param>
    public Release Install(string name, Resource parent, IKubernetesCluster cluster, InputMap<object> values, params IEnumerable<Resource> waitFor)
    {
        var args = new ReleaseArgs
        {
            Name = ReleaseName,
            Namespace = Fact.Namespace,
            Chart = Location,
            Version = Version,
            Values = values,
            // The definitions of a chart's own kinds are never upgraded by Helm: they come by a chart of their own.
            SkipCrds = Fact == ChartFacts.Karpenter,
            Timeout = TimeoutSeconds,
        };
        if (!Location.StartsWith(Oci, StringComparison.Ordinal))
        {
            args.RepositoryOpts = new RepositoryOptsArgs { Repo = Fact.Repository };
        }

        return new Release(name, args, new()
        {
            Parent = parent,
            Provider = cluster.Provider,
            DependsOn = { cluster.Ready.Concat(waitFor).ToArray() },
        });
    }

    private string Location => Mirror is not null ? $"{Oci}{Mirror}/charts/{Fact.Name}"
        : Fact.Repository.StartsWith(Oci, StringComparison.Ordinal) ? $"{Fact.Repository}/{Fact.Name}"
        : Fact.Name;
}
