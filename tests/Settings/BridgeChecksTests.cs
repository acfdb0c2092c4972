using Xunit;

namespace CrossCloudMesh.Tests.Settings;

/// <summary>Calls between kinds of mesh: what cannot be is refused, each time from the shipped fintrust stack with one thing changed.</summary>
public sealed class BridgeChecksTests
{
    private const string Link = "  cross-cloud-mesh:links:";
    private const string Controllers = "        controllers:\n          loadBalancer:\n            chartVersion: 3.5.0\n";
    private const string Ledger = "      retries: { attempts: 1, perTryMs: 1000 }\n      callers: [payment]\n";
    private const string Istio = "    istio:\n      revisions:\n        r1-31: { version: 1.31.1 }\n      current: r1-31\n";
    private const string Quotes = "  quotes: # prices as a stream, which has no end\n";

    [Fact]
    public void Fintrust_IsWell() => Assert.Empty(Project.FaultsOf(Project.Fintrust));

    [Fact]
    public void Refuses_AServiceOfOneName_InBothMeshes() => Assert.Contains(
        "services.quotes.name: must be a name of its own in the namespace payments, and services.payment has the same; got payment; give one of the two another name or namespace",
        Project.FaultsOf(Project.Replaced(Project.Fintrust, Quotes + "      namespace: trading\n", Quotes + "      namespace: payments\n      name: payment\n")));

    [Fact]
    public void Refuses_AServiceOnSites_OfBothMeshes() => Assert.Contains(
        "services.payment.sites: must all be in one mesh, as no two kinds share a service of one name; got aws-east (App Mesh), gcp-east (Istio); keep it on those of one kind, or make it two services with names of their own",
        Project.FaultsOf(Project.Replaced(Project.Fintrust, "      sites: [aws-east]\n      protocol: http\n", "      sites: [aws-east, gcp-east]\n      protocol: http\n")));

    [Fact]
    public void Refuses_ACaller_ThatNoLinkLeadsFrom() => Assert.Contains(
        "services.payment.callers[0]: cannot call from gcp-east: no link leads from there to where payment runs, aws-east; got orders; run payment there too, or join the sites by a link",
        Project.FaultsOf(Project.Fintrust[..Project.Fintrust.IndexOf(Link, StringComparison.Ordinal)]
            + Project.Fintrust[Project.Fintrust.IndexOf("  # Istio in the cluster", StringComparison.Ordinal)..]));

    [Fact]
    public void Refuses_AnEnd_WithoutAControllerForItsBalancer() => Assert.Equal(
        ["sites.aws-east.cluster.controllers.loadBalancer: is missing, and makes the load balancer of the bridge between kinds of mesh; add it with a chartVersion"],
        Project.FaultsOf(Project.Replaced(Project.Fintrust, Controllers, "")));

    [Fact]
    public void Refuses_TwoProtocols_IntoOneClusterOfAppMesh() => Assert.Equal(
        ["services.payment.protocol: must be that of services.ledger, as both are called over the bridge into App Mesh on aws-east, whose port speaks one; got http; take grpc, or have one of the two on a site of Istio"],
        Project.FaultsOf(Project.Replaced(Project.Fintrust, Ledger, Ledger.Replace("[payment]", "[payment, orders]", StringComparison.Ordinal))));

    [Fact]
    public void Refuses_TheBridgesOwnNamespace() => Assert.Equal(
        ["services.quotes.namespace: must be another than that of the bridge into App Mesh; got appmesh-bridge; choose another"],
        Project.FaultsOf(Project.Replaced(Project.Fintrust, Quotes + "      namespace: trading\n", Quotes + "      namespace: appmesh-bridge\n")));

    [Fact]
    public void Refuses_ABridge_WithoutIstioAtItsOtherEnd() => Assert.Contains(
        "mesh.istio: is missing, and services on sites.gcp-east call or are called over a bridge that needs it there; add it, or have them in one mesh",
        Project.FaultsOf(Project.Replaced(Project.Fintrust, Istio, "")));
}
