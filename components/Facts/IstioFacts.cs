using System.Collections.Immutable;

namespace CrossCloudMesh.Facts;

/// <summary>What Istio documents about the places that it is installed into.</summary>
public static class IstioFacts
{
    /// <summary>The namespace of its control plane.</summary>
    public const string Namespace = "istio-system";

    /// <summary>The label by which a namespace tells its cluster's network; it must be there before the control plane.</summary>
    /// <remarks>Source: https://istio.io/latest/docs/setup/install/multicluster/multi-primary_multi-network/, read 2026-11-20.</remarks>
    public const string NetworkLabel = "topology.istio.io/network";

    /// <summary>The priority class of its node agents, which GKE admits only where a quota says so.</summary>
    /// <remarks><see cref="GkeSource"/>.</remarks>
    public const string NodeAgentPriorityClass = "system-node-critical";

    /// <summary>How many pods of that class the quota admits: more than a cluster has nodes. <see cref="GkeSource"/>.</summary>
    public const int CriticalPods = 1000;

    /// <summary>Where its charts are published: the place before, istio-release.storage.googleapis.com, ends in December 2026.</summary>
    /// <remarks><see cref="ArtifactSource"/>.</remarks>
    public const string ChartRepository = "https://blob.istio.io/istio-release/charts";

    /// <summary>Where its images are published. <see cref="ArtifactSource"/>.</summary>
    public const string ImageHub = "docker.io/istio";

    /// <summary>Where its charts and images were before 1.31; all of them end in December 2026. <see cref="ArtifactSource"/>.</summary>
    public static ImmutableArray<string> EndedPlaces { get; } = ["gcr.io/istio-release", "istio-release.storage.googleapis.com", "registry.istio.io"];

    /// <summary>The service account that reads a cluster for the istiods of others; the chart <c>base</c> makes it, <c>istiod</c> gives it rights.</summary>
    /// <remarks>Source: https://github.com/istio/istio/blob/master/manifests/charts/base/templates/reader-serviceaccount.yaml, read 2026-11-21.</remarks>
    public const string ReaderAccount = "istio-reader-service-account";

    /// <summary>The label by which istiod knows a secret that holds the way to another cluster. <see cref="RemoteSecretSource"/>.</summary>
    public const string RemoteSecretLabel = "istio/multiCluster";

    /// <summary>The annotation of such a secret that says which cluster. <see cref="RemoteSecretSource"/>.</summary>
    public const string RemoteClusterAnnotation = "networking.istio.io/cluster";

    /// <summary>The port of the east-west gateway at which what is for the services behind it comes in, still encrypted.</summary>
    /// <remarks>Source: https://istio.io/latest/docs/ops/deployment/application-requirements/, read 2026-11-20.</remarks>
    public const int GatewayPort = 15443;

    /// <summary>The port at which the gateway says whether it is ready. Its path is <c>/healthz/ready</c>.</summary>
    public const int StatusPort = 15021;

    /// <summary>How istiod reads the way to another cluster: what it takes from a kubeconfig, and what it refuses.</summary>
    public static Source RemoteSecretSource { get; } = new(
        "https://github.com/istio/istio/blob/master/pkg/kube/multicluster/secretcontroller.go", new(2026, 11, 20));

    /// <summary>Where charts and images are, from 1.31 on.</summary>
    public static Source ArtifactSource { get; } = new(
        "https://istio.io/latest/news/releases/1.31.x/announcing-1.31/upgrade-notes/", new(2026, 11, 21))
    {
        NotRead = "the English page: its Spanish and Chinese ones were",
    };

    /// <summary>Where the quota, and its size, are from.</summary>
    public static Source GkeSource { get; } = new("https://istio.io/latest/docs/ops/ambient/install/platform-prerequisites/", new(2026, 11, 21));
}
