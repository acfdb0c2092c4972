using CrossCloudMesh.Infra;
using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Preview.Evaluation;
using CrossCloudMesh.Tests.Components;
using CrossCloudMesh.Tests.Components.Istio;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Tests.Settings;

namespace CrossCloudMesh.Tests.Layers;

/// <summary>What the settings of the demo become in the plan of the shipped dev stack.</summary>
[Collection(Evaluations.Name)]
public sealed class DemoSettingsTests
{
    private const string Deployment = "kubernetes:apps/v1:Deployment";
    private const string Budget = "kubernetes:policy/v1:PodDisruptionBudget";
    private const string Istio = "      current: r1-31\n      replicas: 1\n";

    [Fact]
    public async Task Off_ThereIsNothingOfIt()
    {
        var asked = await PlanAsync("");
        Assert.Empty(asked.OfType(Deployment).Concat(asked.OfType(Budget)));
    }

    [Fact]
    public async Task On_EachServiceHasPods_WhereItRuns_FromTheMirror_AsOftenAsIsSaid()
    {
        var asked = await PlanAsync("      mirror: registry.example/mirror\n    demo: { version: 1.75.2, replicas: 2, callsPerSecond: 5 }\n");
        var pods = asked.OfType(Deployment).ToList();
        Assert.Equal(
            [
                "aws-east-demo-gateway.edge.v1", "aws-east-demo-ledger.payments.v1", "aws-east-demo-orders.trading.v1", "aws-east-demo-orders.trading.v2", "aws-east-demo-payment.payments.v1",
                "gcp-east-demo-gateway.edge.v1", "gcp-east-demo-orders.trading.v1", "gcp-east-demo-orders.trading.v2", "gcp-east-demo-quotes.trading.v1", "gcp-east-demo-risk.trading.v1",
            ],
            pods.Select(each => each.Name).Order(StringComparer.Ordinal));
        Assert.Equal(pods.Select(each => each.Name).Order(StringComparer.Ordinal), asked.OfType(Budget).Select(each => each.Name).Order(StringComparer.Ordinal));
        Assert.All(pods, each => Assert.Contains("image: registry.example/mirror/fortio/fortio:1.75.2", each.Input("spec>template>spec>containers"), StringComparison.Ordinal));
        Assert.All(pods.SelectMany(each => DemoPods.Calls(each).Skip(1)), call => Assert.Contains(" -qps 5 ", call.Call, StringComparison.Ordinal));
        Assert.All(pods, each => Assert.Equal("2", each.Input("spec>replicas")));
    }

    private static async Task<Asked> PlanAsync(string more)
    {
        var file = Project.Read(Project.MeshWith(Istio, Istio + more));
        Assert.Empty(file.Faults);
        var settled = SettingsLoader.Load(file.Sections, hasSecret: file.HasSecret);
        Assert.Empty(settled.Faults);
        return new((await Evaluator.RunAsync(new(file.Project, "dev", file.Config, file.SecretKeys, options => new MeshStack(settled.Settings!, options)))).Resources);
    }
}
