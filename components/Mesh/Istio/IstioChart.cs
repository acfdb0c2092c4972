using CrossCloudMesh.Clusters;
using CrossCloudMesh.Facts;
using Pulumi;
using Pulumi.Kubernetes.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Helm.V3;

namespace CrossCloudMesh.Mesh.Istio;

/// <summary>A chart of Istio in one version, from Istio itself or from a mirror.</summary>
/// <param name="Name">The chart's name: <c>base</c>, <c>cni</c>, <c>istiod</c>, <c>gateway</c>.</param>
/// <param name="Version">Three numbers; all charts of a release have the same.</param>
/// <param name="Mirror">A registry with an optional path, which holds charts as <c>charts/name</c> and images under <c>istio</c>; null for Istio's own.</param>
internal sealed record IstioChart(string Name, string Version, string? Mirror)
{
    private const int TimeoutSeconds = 600;

    /// <summary>Where images are pulled from.</summary>
    public static string HubOf(string? mirror) => mirror is null ? IstioFacts.ImageHub : $"{mirror}/istio";

    /// <summary>Installs the chart into the namespace of the mesh once all of <paramref name="waitFor"/> is there, and waits until its pods are ready.</summary>
    /// <param name="name">The logical name.</param>
    /// <param name="release">The release's name in the cluster.</param>
    /// <param name="parent">The component that it belongs to.</param>
    /// <param name="cluster">Where to.</param>
    /// <param name="values">What differs from the chart's own.</param>
    /// <param name="waitFor">What must be there before.</param>
    public Release Install(
        string name, string release, Resource parent, IKubernetesCluster cluster, InputMap<object> values, params IEnumerable<Resource> waitFor)
    {
        var args = new ReleaseArgs
        {
            Name = release,
            Namespace = IstioFacts.Namespace,
            Chart = Mirror is null ? Name : $"oci://{Mirror}/charts/{Name}",
            Version = Version,
            Values = values,
            Timeout = TimeoutSeconds,
        };
        if (Mirror is null)
        {
            args.RepositoryOpts = new RepositoryOptsArgs { Repo = IstioFacts.ChartRepository };
        }

        return new Release(name, args, new()
        {
            Parent = parent,
            Provider = cluster.Provider,
            DependsOn = { cluster.Ready.Concat(waitFor).ToArray() },
        });
    }
}
