using CrossCloudMesh.Infra;
using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Certificates;
using CrossCloudMesh.Plan.Network.Proof;
using CrossCloudMesh.Plan.Rules;
using CrossCloudMesh.Preview.Evaluation;
using CrossCloudMesh.Tests.Components;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Tests.Schemas;
using CrossCloudMesh.Tests.Settings;

namespace CrossCloudMesh.Tests.Mesh.Bridge;

/// <summary>A bridge with several ends: whoever calls reaches what is behind each, and goes on without one that is lost.</summary>
[Collection(Evaluations.Name)]
public sealed class BridgeEndsTests
{
    private const string Node = "kubernetes:appmesh.k8s.aws/v1beta2:VirtualNode";
    private const string Host = "risk.trading.bridge.fintrust.mesh.example";
    private const string Risk = "aws-east-bridge-to-risk.trading";
    private static readonly string[] Ends = ["bridge.gcp-east.fintrust.mesh.example", "bridge.gcp-west.fintrust.mesh.example"];

    [Fact]
    public async Task OutOfAppMesh_ReachesEveryEnd_AndLeavesOutOneThatFails()
    {
        var made = await MadeAsync();
        var plan = new Asked(made.Resources);

        var node = plan.One(Node, Risk);
        Assert.Equal(
            "{listeners: [{outlierDetection: {baseEjectionDuration: {unit: ms, value: 30000}, interval: {unit: ms, value: 10000}, maxEjectionPercent: 100, maxServerErrors: 5}, "
                + "portMapping: {port: 8443, protocol: http2}}], serviceDiscovery: {dns: {hostname: " + Host + ", responseType: ENDPOINTS}}}",
            node.Input("spec"));
        var found = plan.One("aws:route53/record:Record", "aws-east-finds-risk.trading");
        Assert.Equal((Host, "A"), (found.Input("name"), found.Input("type")));
        Assert.Equal(
            plan.OfType("kubernetes:helm.sh/v3:Release").Where(release => release.Input("name") == "bridge").Select(release => release.Input("values>service>loadBalancerIP")).Order(StringComparer.Ordinal),
            found.Input("records").Trim('[', ']').Split(", ").Order(StringComparer.Ordinal));

        var client = Assert.Single(CertificateMatrix.Of(new(made.Resources)).Clients, client => client.Called == "trading/risk");
        Assert.Equal(Ends, client.Asked);
        Assert.Equal(["gcp-east-bridge", "gcp-west-bridge"], client.Meant);
        Assert.True(client.IsRight);
        Assert.All(NetworkProof.Of(made.Resources, made.Outputs, depth: 0)!.Pairs, pair => Assert.Null(pair.Counterexample));
        Assert.Empty(AllRules.Judge(made.Resources, new DateOnly(2026, 11, 21), made.Outputs).Where(finding => finding.Severity == Severity.Error).Select(finding => $"{finding.Rule}: {finding.Message}"));
    }

    [CrdFact]
    public async Task OutOfAppMesh_FitsItsDefinition() =>
        Assert.Empty(StructuralCheck.Of(new Asked((await MadeAsync()).Resources).One(Node, Risk), CrdSchemas.Find("appmesh.k8s.aws/v1beta2", "VirtualNode")!));

    private static Task<EvaluatedProgram> MadeAsync()
    {
        var file = Project.Read(BridgeStacks.WithTwoEnds);
        var settled = SettingsLoader.Load(file.Sections, hasSecret: file.HasSecret);
        Assert.Empty(file.Faults.Concat(settled.Faults).Select(fault => fault.ToString()));
        return Evaluator.RunAsync(new(file.Project, "dev", file.Config, file.SecretKeys, options => new MeshStack(settled.Settings!, options)));
    }
}
