using Xunit;

namespace CrossCloudMesh.Tests.Settings;

/// <summary>The settings of App Mesh: each check seen failing, from the dev stack with App Mesh and one thing changed.</summary>
public sealed class AppMeshChecksTests
{
    private const string Payment = "      callers: [gateway]\n";

    [Fact]
    public void Accepts_AppMesh_WithTheWordForItsEnd()
    {
        Assert.Empty(Project.FaultsOf(AppMeshStack.Yaml));
        Assert.Empty(Project.FaultsOf(AppMeshStack.With("endOfLife: deployAnyway, controllerVersion: 1.13.2, replicas: 1, tracing: true, mirror: registry.example/mesh")));
    }

    [Theory]
    [InlineData("replicas: 2", "mesh.appMesh.endOfLife: is missing, and AWS ended App Mesh on 2026-09-30: no new account gets it, and no deployment is known to work since then; add one of renderOnly, deployAnyway")]
    [InlineData("endOfLife: ignore", "mesh.appMesh.endOfLife: must be one of renderOnly, deployAnyway; got \"ignore\"")]
    [InlineData("endOfLife: renderOnly, replicas: 0", "mesh.appMesh.replicas: must be a whole number from 1 to 10; got 0")]
    public void Refuses_AppMesh_ThatCannotBe(string settings, string fault) => Assert.Equal([fault], Project.FaultsOf(AppMeshStack.With(settings)));

    [Theory]
    [InlineData("[aws-east, gcp-east]", "mesh.appMesh.sites[1]: must be a site on AWS, as App Mesh was nowhere else; got gcp-east; take it out: its cluster then runs Istio")]
    [InlineData("[aws-east, aws-eest]", "mesh.appMesh.sites[1]: is not a site of sites; got aws-eest; did you mean 'aws-east'?")]
    public void Refuses_ASite_WhereItCannotBe(string sites, string fault) => Assert.Contains(fault, Project.FaultsOf(AppMeshStack.With("endOfLife: renderOnly", sites)));

    [Theory]
    [InlineData("locality: ownSite", "services.payment: App Mesh cannot prefer pods near the caller; got OwnSite; leave it out, or render for another mesh")]
    [InlineData("extensions: { balancing: leastRequest }", "services.payment: App Mesh cannot choose among pods by their load; got LeastRequest; leave it out, or render for another mesh")]
    [InlineData("extensions: { connectTimeoutMs: 50 }", "services.payment: App Mesh cannot bound how long a connection takes to come about; got 50 ms; leave it out, or render for another mesh")]
    [InlineData("extensions: { ejectionLimit: { percent: 33, fewestPods: 3 } }", "services.payment: App Mesh cannot keep from ejecting one pod of too few; got 33 % of at least 3; leave it out, or render for another mesh")]
    public void Refuses_APolicy_ThatItCannotDo(string asked, string fault) =>
        Assert.Equal([fault], Project.FaultsOf(Project.Replaced(AppMeshStack.Yaml, Payment, $"{Payment}      {asked}\n")));

    [Fact]
    public void Refuses_AService_ThatNobodyMayCall() => Assert.Equal(
        ["services.payment: App Mesh cannot say that nobody may call: to it no caller is every caller; got no callers; name one, or leave the service out"],
        Project.FaultsOf(Project.Replaced(Project.Replaced(AppMeshStack.Yaml, Payment, ""), "      allowCycle: [ledger]\n", "")));

    [Fact]
    public void Refuses_AService_InTwoMeshes() => Assert.Contains(
        "services.payment.sites: must all be in one mesh, as no two kinds share a service of one name; got aws-east (App Mesh), gcp-east (Istio); keep it on those of one kind, or make it two services with names of their own",
        Project.FaultsOf(Project.Replaced(AppMeshStack.Yaml, "namespace: payments\n      sites: [aws-east]\n      protocol: http\n", "namespace: payments\n      sites: [aws-east, gcp-east]\n      protocol: http\n")));

    [Fact]
    public void Refuses_ACall_ToAnotherCluster() => Assert.Equal(
        ["services.quotes: is called from aws-east, and App Mesh there reaches no other cluster by itself; got gcp-east; run it on aws-east too, or in a mesh of another kind on a site that a link joins to it"],
        Project.FaultsOf(Project.Replaced(AppMeshStack.Yaml, "    quotes:\n", "    quotes:\n      callers: [payment]\n")));

    [Fact]
    public void Refuses_AppMesh_WithoutARoot()
    {
        var yaml = AppMeshStack.Yaml;
        var (begin, end) = (yaml.IndexOf("  cross-cloud-mesh:trust:", StringComparison.Ordinal), yaml.IndexOf("  # What joins", StringComparison.Ordinal));
        var istio = yaml.IndexOf("    istio:\n", StringComparison.Ordinal);
        var rest = yaml.IndexOf("  # What dev does not keep", StringComparison.Ordinal);
        Assert.Equal(
            ["trust: is missing, and the pods of a mesh must trust one root; add the section, or remove mesh.appMesh"],
            Project.FaultsOf(yaml[..begin] + yaml[end..istio] + yaml[rest..]));
    }

    [Fact]
    public void Refuses_NoMirrorInEcr_WhereNodesReachNothingElse()
    {
        static string[] Told(string settings) => [.. Project.FaultsOf(Project.WithMirror(Project.Replaced(AppMeshStack.With(settings), "nat: regional", "nat: none")))];
        const string Must = "mesh.appMesh.mirror: must be in ECR, which is the only registry that nodes of sites.aws-east reach while nat is none; got ";
        const string Cure = "; copy chart and images there, or choose another nat";
        Assert.Equal([$"{Must}nothing{Cure}"], Told("endOfLife: renderOnly"));
        Assert.Equal([$"{Must}registry.example/mesh{Cure}"], Told("endOfLife: renderOnly, mirror: registry.example/mesh"));
        Assert.Empty(Told("endOfLife: renderOnly, mirror: 123456789012.dkr.ecr.us-east-1.amazonaws.com/mesh"));
    }
}
