using System.Collections.Immutable;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Clusters.Controllers;
using CrossCloudMesh.Mesh.Istio;
using CrossCloudMesh.Tests.Components.Controllers;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Tests.Components.Istio;

/// <summary>Istio's control plane in one of several clusters.</summary>
[Collection(Evaluations.Name)]
public sealed class IstioControlPlaneTests
{
    private const string Two = "canary";

    [Theory]
    [InlineData(true, 3)]
    [InlineData(false, 2)]
    public async Task Makes_OneReleasePerChart(bool hasCni, int releases) => Assert.Equal(
        [$"{InCluster.Release} {releases}"],
        await InCluster.CountsAsync((cluster, aws) => Make(cluster, args => args with { Cni = hasCni ? new(null) : null }, aws)));

    [Fact]
    public async Task Istiod_KnowsItsMesh_ItsCluster_AndItsNetwork()
    {
        var istiod = (await RunAsync()).One(InCluster.Release, "east-istio-r1-31");
        Assert.Equal("istiod", istiod.Input("chart"));
        Assert.Equal("istiod-r1-31", istiod.Input("name"));
        Assert.Equal("istio-system", istiod.Input("namespace"));
        Assert.Equal("1.31.1", istiod.Input("version"));
        Assert.Equal("{repo: https://blob.istio.io/istio-release/charts}", istiod.Input("repositoryOpts"));
        Assert.Equal(
            "{hub: docker.io/istio, meshID: dev.mesh.example, multiCluster: {clusterName: east}, network: east, networkPolicy: {enabled: true}}",
            istiod.Input("values>global"));
        Assert.Equal("r1-31", istiod.Input("values>revision"));
        Assert.Equal("2", istiod.Input("values>autoscaleMin"));
        Assert.Equal("{enabled: true}", istiod.Input("values>cni"));
    }

    [Fact]
    public async Task Istiod_TrustsSeveralRoots_AndHasProxiesMakeEllipticKeys()
    {
        var istiod = (await RunAsync()).One(InCluster.Release, "east-istio-r1-31");
        Assert.Equal("{ISTIO_MULTIROOT_MESH: true}", istiod.Input("values>env"));
        Assert.Equal(
            "{ECC_CURVE: P256, ECC_SIGNATURE_ALGORITHM: ECDSA, PROXY_CONFIG_XDS_AGENT: true}",
            istiod.Input("values>meshConfig>defaultConfig>proxyMetadata"));
        Assert.Equal(("dev.mesh.example", "[old.example]"), (istiod.Input("values>meshConfig>trustDomain"), istiod.Input("values>meshConfig>trustDomainAliases")));
    }

    [Fact]
    public async Task Proxies_TellOfWhatIsTriedAgain_RefusedOrNotTrusted()
    {
        var told = (await RunAsync()).One(InCluster.Release, "east-istio-r1-31").Input("values>meshConfig>defaultConfig>proxyStatsMatcher>inclusionSuffixes");
        Assert.All(
            new[] { "upstream_rq_retry", "upstream_rq_pending_overflow", "circuit_breakers.default.rq_pending_open", "outlier_detection.ejections_active", "ssl.fail_verify_san" },
            suffix => Assert.Contains(suffix, told, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false, "absent")]
    [InlineData(true, "{injectedAnnotations: {sidecar.istio.io/statsHistogramBuckets: {\"istiocustom\":[10,46,80]}}}")]
    public async Task EveryPodWithAProxy_IsToldItsEdges_WhereThereAreSome(bool hasEdges, string webhook) => Assert.Equal(
        webhook,
        (await RunAsync(args => args with { Buckets = hasEdges ? new() { Edges = [10, 46, 80] } : null })).One(InCluster.Release, "east-istio-r1-31").Input("values>sidecarInjectorWebhook"));

    [Fact]
    public async Task Kinds_ComeBeforeAgents_AndBoth_BeforeIstiod_AndAll_AfterNamespaceAndAuthority()
    {
        var asked = await RunAsync();
        var (kinds, cni, istiod) = (asked.One(InCluster.Release, "east-istio-base"), asked.One(InCluster.Release, "east-istio-cni"), asked.One(InCluster.Release, "east-istio-r1-31"));
        Assert.Contains(kinds.Urn, cni.DependsOn);
        Assert.Contains(kinds.Urn, istiod.DependsOn);
        Assert.Contains(cni.Urn, istiod.DependsOn);
        var space = asked.One("kubernetes:core/v1:Namespace");
        foreach (var release in new[] { kinds, cni, istiod })
        {
            Assert.Contains(space.Urn, release.DependsOn);
            Assert.All(release.DependsOn, urn => Assert.True(asked.Find(urn)!.IsCustom, urn));
        }
    }

    [Theory]
    [InlineData(null, "{hub: docker.io/istio}")]
    [InlineData("gke", "{hub: docker.io/istio, platform: gke}")]
    public async Task Agents_KnowTheirCloud_WhereItDiffers(string? platform, string global) =>
        Assert.Equal(global, (await RunAsync(args => args with { Cni = new(platform) })).One(InCluster.Release, "east-istio-cni").Input("values>global"));

    [Fact]
    public async Task TwoRevisions_StandBesideEachOther_UnderTheNewerKinds_AndOneIsCurrent()
    {
        var asked = await RunAsync(args => args with { Revisions = args.Revisions.Add(Two, "1.31.10") });
        Assert.Equal("1.31.10", asked.One(InCluster.Release, "east-istio-base").Input("version"));
        Assert.Equal("r1-31", asked.One(InCluster.Release, "east-istio-base").Input("values>defaultRevision"));
        Assert.Equal("1.31.1", asked.One(InCluster.Release, "east-istio-cni").Input("version"));
        Assert.Equal("1.31.1", asked.One(InCluster.Release, "east-istio-r1-31").Input("version"));
        Assert.Equal("1.31.10", asked.One(InCluster.Release, "east-istio-canary").Input("version"));
        Assert.Equal("canary", asked.One(InCluster.Release, "east-istio-canary").Input("values>revision"));
    }

    [Fact]
    public async Task Mirror_HoldsChartsAndImages()
    {
        var asked = await RunAsync(args => args with { Mirror = "registry.example/mirror" });
        Assert.Equal(
            ["oci://registry.example/mirror/charts/base", "oci://registry.example/mirror/charts/cni", "oci://registry.example/mirror/charts/istiod"],
            asked.OfType(InCluster.Release).Select(release => release.Input("chart")).Order(StringComparer.Ordinal));
        Assert.All(asked.OfType(InCluster.Release), release => Assert.Equal("absent", release.Input("repositoryOpts")));
        Assert.Equal("registry.example/mirror/istio", asked.One(InCluster.Release, "east-istio-r1-31").Input("values>global>hub"));
        Assert.Equal("{hub: registry.example/mirror/istio}", asked.One(InCluster.Release, "east-istio-cni").Input("values>global"));
    }

    [Fact]
    public async Task Refuses_ARevisionThatIsNot_AndMoreThanTwo()
    {
        Assert.Contains("current: must be one of revisions; got blue; known: r1-31", await FailAsync(args => args with { Current = "blue" }), StringComparison.Ordinal);
        Assert.Contains(
            "revisions: must be one, or two while one gives way to the other; got 3; remove those that no namespace names",
            await FailAsync(args => args with { Revisions = args.Revisions.Add("a", "1.31.1").Add("b", "1.31.1") }),
            StringComparison.Ordinal);
    }

    internal static Task<Asked> RunAsync(Func<IstioControlPlaneArgs, IstioControlPlaneArgs>? with = null) =>
        InCluster.RunAsync((cluster, aws) => Make(cluster, with ?? (args => args), aws, hasNamespace: true));

    private static Task<string> FailAsync(Func<IstioControlPlaneArgs, IstioControlPlaneArgs> with) =>
        Harness.FailAsync((aws, gcp) => Make(new EksCluster("east", EksClusterTests.Args(), aws), with, aws));

    private static void Make(
        EksCluster cluster, Func<IstioControlPlaneArgs, IstioControlPlaneArgs> with, Pulumi.ComponentResourceOptions aws, bool hasNamespace = false)
    {
        var space = hasNamespace ? new MeshNamespace("east-mesh", new() { Cluster = cluster, Network = "east", NeedsQuota = false }, aws) : null;
        var control = new IstioControlPlane("east-istio", with(new()
        {
            Cluster = cluster,
            MeshId = "dev.mesh.example",
            ClusterName = "east",
            Network = "east",
            TrustDomain = TrustDomain.Parse("dev.mesh.example")!.Value,
            TrustDomainAliases = [TrustDomain.Parse("old.example")!.Value],
            Revisions = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("r1-31", "1.31.1"),
            Current = "r1-31",
            Cni = new(null),
            Replicas = 2,
            WaitFor = space?.Ready ?? [],
        }));
        if (hasNamespace)
        {
            _ = new MeshBaseline("east-baseline", new() { Cluster = cluster, WaitFor = control.Ready });
        }
    }
}
