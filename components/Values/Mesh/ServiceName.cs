namespace CrossCloudMesh.Values.Mesh;

/// <summary>A service of the mesh, by the name that it has in every cluster.</summary>
/// <remarks>
/// Its Kubernetes Service and its service account have the same name. Clusters that mesh together take namespaces of one name for one
/// namespace, so the same name in two clusters is the same service.
/// Istio calls it namespace sameness, on a page that was not read here: https://istio.io/latest/docs/ops/deployment/deployment-models/.
/// </remarks>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Its name there.</param>
public readonly record struct ServiceName(KubernetesNamespace Namespace, KubernetesNamespace Name)
{
    /// <summary>The domain of a cluster's services, which no cluster of ours changes.</summary>
    public const string ClusterDomain = "cluster.local";

    /// <summary>The name by which others call it: <c>payment.trading.svc.cluster.local</c>.</summary>
    public string Host => $"{Name}.{Namespace}.svc.{ClusterDomain}";

    /// <summary>What its certificates say: <c>spiffe://mesh.example/ns/trading/sa/payment</c>.</summary>
    public string IdentityIn(TrustDomain domain) => domain.IdentityOf(Namespace, Name);

    public override string ToString() => $"{Namespace}/{Name}";
}
