using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Json;
using CrossCloudMesh.Plan.Manifests;

namespace CrossCloudMesh.Tests.Plan;

/// <summary>Which file each object and each Helm release of a plan gets.</summary>
public sealed class ManifestSetTests
{
    private const string Release = "kubernetes:helm.sh/v3:Release";

    private static readonly PlannedResource[] Clusters = [.. Cluster("aws-east"), .. Cluster("gcp-east")];

    [Fact]
    public void Cluster_IsToldByTheProvider_AndFolderByTheNamespace() => Assert.Equal(
        ["aws-east/_cluster/Namespace-mesh.yaml", "aws-east/mesh/ConfigMap-words.yaml", "gcp-east/_unknown/ConfigMap-late.yaml", "gcp-east/mesh/ConfigMap-words.yaml"],
        PathsOf(
            Object("a", "aws-east", "v1", "ConfigMap", """{"name":"words","namespace":"mesh"}"""),
            Object("b", "gcp-east", "v1", "ConfigMap", """{"name":"words","namespace":"mesh"}"""),
            Object("c", "aws-east", "v1", "Namespace", """{"name":"mesh"}"""),
            Late()));

    [Fact]
    public void Name_IsTheProgramsOwn_WhereTheClusterWillChooseOne() => Assert.Equal(
        ["aws-east/_cluster/Namespace-chosen.yaml", "aws-east/helm/charted.yaml"],
        PathsOf(Object("chosen", "aws-east", "v1", "Namespace", "{}"), ReleaseOf("charted", "aws-east", """{"chart":"c"}""")));

    [Fact]
    public void Path_IsFitForAnySystem() => Assert.Equal(
        ["aws-east/_cluster/ClusterRole-%2E.%2Fsystem%3Am%C3%BCnchen_1-x.yaml"],
        PathsOf(Object("role", "aws-east", "rbac.authorization.k8s.io/v1", "ClusterRole", """{"name":"../system:münchen_1-x"}""")));

    [Fact]
    public void SameKindOfTwoGroups_IsToldApartByTheGroup_AndSameReleaseByTheNamespace() => Assert.Equal(
        [
            "aws-east/helm/a.gateway.yaml",
            "aws-east/helm/b.gateway.yaml",
            "aws-east/mesh/Gateway-other.yaml",
            "aws-east/mesh/Gateway.gateway.networking.k8s.io-in.yaml",
            "aws-east/mesh/Gateway.networking.istio.io-in.yaml",
        ],
        PathsOf(
            Object("a", "aws-east", "networking.istio.io/v1", "Gateway", """{"name":"in","namespace":"mesh"}"""),
            Object("b", "aws-east", "gateway.networking.k8s.io/v1", "Gateway", """{"name":"in","namespace":"mesh"}"""),
            Object("c", "aws-east", "gateway.networking.k8s.io/v1", "Gateway", """{"name":"other","namespace":"mesh"}"""),
            ReleaseOf("d", "aws-east", """{"chart":"c","name":"gateway","namespace":"a"}"""),
            ReleaseOf("e", "aws-east", """{"chart":"c","name":"gateway","namespace":"b"}""")));

    [Fact]
    public void Object_SaysFirstWhatItIs_AndTheRestInOrder()
    {
        var resource = Object("a", "aws-east", "v1", "ConfigMap", """{"name":"words"}""");
        resource = resource with
        {
            Inputs = With(With(resource.Inputs, "data", PlanValue.Unknown), "immutable", PlanValue.Of(true)),
            PropertyDependencies = new([new("data", [Clusters[0].Urn, "urn:gone", Clusters[1].Urn])]),
        };
        var members = Assert.Single(SetOf(resource).Manifests).Members;

        Assert.Equal(["apiVersion", "kind", "metadata", "data", "immutable"], members.Select(member => member.Name));
        Assert.Equal(["EksCluster aws-east-cluster", "kubernetes aws-east-cluster", "urn:gone"], members[3].From);
        Assert.Empty(members[4].From);
    }

    [Fact]
    public void Release_SaysWhatFromWhereWithWhat_AndTheRestAsOptions()
    {
        var manifest = Assert.Single(SetOf(ReleaseOf("a", "aws-east", """
            {"name":"istiod","namespace":"istio-system","chart":"istiod","version":"1.31.0","compat":"true","skipCrds":false,
            "repositoryOpts":{"repo":"https://charts.example","username":"reader"},"values":{"pilot":{}}}
            """)).Manifests);

        Assert.Equal("aws-east/helm/istiod.yaml", manifest.Path);
        Assert.Equal(["release", "namespace", "chart", "version", "repository", "values", "options"], manifest.Members.Select(member => member.Name));
        Assert.Equal(PlanValue.Of("https://charts.example"), manifest.Members[4].Value);
        Assert.Equal(JsonText.Read("""{"skipCrds":false,"repositoryOpts":{"username":"reader"}}"""), manifest.Members[6].Value);
    }

    [Fact]
    public void WhatIsOnlyRead_OrOfAnotherPackage_HasNoFile() => Assert.Empty(PathsOf(
        Object("a", "aws-east", "v1", "Namespace", """{"name":"kube-system"}""") with { Options = new() { ReadId = "kube-system" } },
        Plans.Vpc("vpc")));

    [Fact]
    public void SameObjectTwice_IsAFault_ThatNamesBoth() => Assert.Equal(
        ["urn:b: is the same object as urn:a, or has its name but for case, in the same cluster; keep one"],
        SetOf(
            Object("a", "aws-east", "v1", "Namespace", """{"name":"mesh"}"""),
            Object("b", "aws-east", "v1", "Namespace", """{"name":"mesh"}"""),
            Object("c", "gcp-east", "v1", "Namespace", """{"name":"mesh"}""")).Faults);

    [Fact]
    public void DefaultProvider_IsAFault() => Assert.Equal(
        ["urn:a: is made by the default kubernetes provider, so its cluster is not known; pass a provider"],
        SetOf(Object("a", "aws-east", "v1", "Namespace", """{"name":"mesh"}""") with { Provider = null }).Faults);

    [Fact]
    public void WhatIsNoObject_IsAFault() => Assert.Equal(
        ["urn:a: is neither an object with apiVersion and kind nor a Helm release, so it has no manifest; make what it stands for one by one"],
        SetOf(Made("a", "aws-east", "kubernetes:kustomize:Directory", "{}")).Faults);

    /// <summary>An object in a namespace that only an update will know.</summary>
    private static PlannedResource Late()
    {
        var late = Object("late", "gcp-east", "v1", "ConfigMap", "{}");
        return late with { Inputs = With(late.Inputs, "metadata", new PlanValue.ObjectValue(new([new("namespace", PlanValue.Unknown)]))) };
    }

    private static IEnumerable<string> PathsOf(params PlannedResource[] resources)
    {
        var (manifests, faults) = SetOf(resources);
        Assert.Empty(faults);
        return manifests.Select(manifest => manifest.Path);
    }

    private static ManifestSet SetOf(params PlannedResource[] resources) => ManifestSet.Of(Plans.Of([.. Clusters, .. resources]));

    private static PlannedResource ReleaseOf(string name, string site, string inputs) => Made(name, site, Release, inputs);

    private static PlannedResource Object(string name, string site, string version, string kind, string metadata) =>
        Made(name, site, $"kubernetes:{version}:{kind}", $$"""{"apiVersion":"{{version}}","kind":"{{kind}}","metadata":{{metadata}}}""");

    private static PlannedResource Made(string name, string site, string type, string inputs) => new()
    {
        Urn = $"urn:{name}",
        Type = type,
        Name = name,
        IsCustom = true,
        Provider = $"urn:{site}-provider",
        Inputs = ((PlanValue.ObjectValue)JsonText.Read(inputs)!).Members,
    };

    private static SortedMap<PlanValue> With(SortedMap<PlanValue> members, string name, PlanValue value) =>
        new([.. members.Where(member => member.Key != name), new(name, value)]);

    private static IEnumerable<PlannedResource> Cluster(string site) =>
    [
        new() { Urn = $"urn:{site}-cluster", Type = "infra:clusters:EksCluster", Name = $"{site}-cluster", IsCustom = false, Inputs = SortedMap<PlanValue>.Empty },
        new()
        {
            Urn = $"urn:{site}-provider", Type = "pulumi:providers:kubernetes", Name = $"{site}-cluster", IsCustom = true,
            Parent = $"urn:{site}-cluster", Inputs = SortedMap<PlanValue>.Empty,
        },
    ];
}
