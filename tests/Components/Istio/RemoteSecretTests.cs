using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Mesh.Istio;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Preview.Evaluation;
using CrossCloudMesh.Preview.OfflineCloud;
using CrossCloudMesh.Tests.Preview;
using Pulumi;

namespace CrossCloudMesh.Tests.Components.Istio;

/// <summary>The way of one cluster's istiod to another cluster, each way between the two clouds.</summary>
[Collection(Evaluations.Name)]
public sealed class RemoteSecretTests
{
    private const string Secret = "kubernetes:core/v1:Secret";

    [Theory]
    [InlineData("west-reads-east", "east", true)]
    [InlineData("east-reads-west", "west", false)]
    public async Task Kubeconfig_IsWhatIstiodTakes_FieldByField(string name, string remote, bool isEks)
    {
        var (asked, held) = await RunAsync();
        using var config = JsonDocument.Parse((string)held[name][remote]);
        var root = config.RootElement;
        Assert.Equal(["apiVersion", "kind", "clusters", "contexts", "current-context", "users"], root.EnumerateObject().Select(member => member.Name));
        Assert.Equal("v1 Config", $"{root.GetProperty("apiVersion")} {root.GetProperty("kind")}");
        Assert.Equal(remote, root.GetProperty("current-context").GetString());
        var cluster = Assert.Single(root.GetProperty("clusters").EnumerateArray());
        Assert.Equal(remote, cluster.GetProperty("name").GetString());
        Assert.Equal(isEks ? ["server", "certificate-authority-data"] : ["server"], cluster.GetProperty("cluster").EnumerateObject().Select(member => member.Name));
        Assert.EndsWith(isEks ? ".eks.amazonaws.com" : ".gke.goog", cluster.GetProperty("cluster").GetProperty("server").GetString(), StringComparison.Ordinal);
        Assert.Equal($$$"""{"name":"{{{remote}}}","context":{"cluster":"{{{remote}}}","user":"{{{remote}}}"}}""", Assert.Single(root.GetProperty("contexts").EnumerateArray()).GetRawText());
        var user = Assert.Single(root.GetProperty("users").EnumerateArray());
        Assert.Equal(remote, user.GetProperty("name").GetString());
        var token = Assert.Single(user.GetProperty("user").EnumerateObject());
        Assert.Equal("token", token.Name);
        Assert.StartsWith("token-of-", token.Value.GetString(), StringComparison.Ordinal);
        Assert.Equal(2, asked.OfType("pulumi:providers:kubernetes").Count());
    }

    [Fact]
    public async Task Token_IsOfTheReadersAccount_InTheOtherCluster_AndOneForEachReader()
    {
        var (asked, held) = await RunAsync();
        var (token, secret) = (asked.One(Secret, "west-reads-east-token"), asked.One(Secret, "west-reads-east"));
        Assert.Equal("kubernetes.io/service-account-token", token.Input("type"));
        Assert.Equal(
            "{annotations: {kubernetes.io/service-account.name: istio-reader-service-account}, name: istio-reader-for-west-1, namespace: istio-system}",
            token.Input("metadata"));
        Assert.Equal(asked.One("aws:eks/cluster:Cluster").Urn, Assert.Single(asked.Find(token.Provider!)!.PropertyDependencies["kubeconfig"]!, urn => asked.Find(urn)!.Type.StartsWith("aws:eks/cluster:", StringComparison.Ordinal)));
        Assert.NotEqual(token.Provider, secret.Provider);
        Assert.Contains(token.Urn, secret.PropertyDependencies["stringData"]!);
        Assert.NotEqual(held["west-reads-east"]["east"], held["east-reads-west"]["west"]);
    }

    [Fact]
    public async Task Istiod_FindsIt_ByItsLabel() => Assert.Equal(
        "{annotations: {networking.istio.io/cluster: east}, labels: {istio/multiCluster: true}, name: istio-remote-secret-east, namespace: istio-system}",
        (await RunAsync()).Asked.One(Secret, "west-reads-east").Input("metadata"));

    [Fact]
    public async Task Nothing_IsInTheClear()
    {
        var (asked, _) = await RunAsync();
        Assert.All(
            asked.OfType(Secret).Where(secret => secret.Inputs["stringData"] is not null),
            secret => Assert.True(secret.Inputs["stringData"] is PlanValue.SecretValue || ((PlanValue.ObjectValue)secret.Inputs["stringData"]!).Members.All(member => member.Value is PlanValue.SecretValue)));
    }

    [Fact]
    public async Task AnotherGeneration_IsAnotherToken() =>
        Assert.StartsWith("{annotations", (await RunAsync(generation: 7)).Asked.One(Secret, "west-reads-east-token").Input("metadata").Replace("for-west-7", "", StringComparison.Ordinal), StringComparison.Ordinal);

    internal static async Task<(Asked Asked, Dictionary<string, ImmutableDictionary<string, object>> Held)> RunAsync(int generation = 1)
    {
        var held = new Dictionary<string, ImmutableDictionary<string, object>>(StringComparer.Ordinal);
        var cloud = new Cloud().Add(Secret, draft =>
        {
            if (draft.Inputs.TryGetValue("stringData", out var data))
            {
                lock (held)
                {
                    held[draft.Name] = (ImmutableDictionary<string, object>)data;
                }
            }

            Kubernetes.Secret(draft);
        });
        var evaluation = await Evaluator.RunAsync(
            new("cross-cloud-mesh", "test", new Dictionary<string, string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal), options => new Two(options, generation)),
            cloud: cloud);
        Assert.Empty(evaluation.Findings);
        return (new(evaluation.Resources), held);
    }

    private sealed class Two : Stack
    {
        public Two(StackOptions options, int generation)
            : base(options)
        {
            var east = new MeshMember("east", new EksCluster("east", EksClusterTests.Args(), new() { Provider = new Pulumi.Aws.Provider("aws", new() { Region = "us-east-1" }) }), []);
            var west = new MeshMember("west", GkeClusterTests.Make(new() { Provider = new Pulumi.Gcp.Provider("google", new() { Project = "acme-mesh" }) }, name: "west"), []);
            _ = new RemoteSecret("east-reads-west", new() { Reader = east, Remote = west, Generation = generation });
            _ = new RemoteSecret("west-reads-east", new() { Reader = west, Remote = east, Generation = generation });
        }
    }
}
