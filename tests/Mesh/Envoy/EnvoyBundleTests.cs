using CrossCloudMesh.Plan;
using CrossCloudMesh.Tests.Components;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Tests.Repository;
using CrossCloudMesh.Tests.Schemas;

namespace CrossCloudMesh.Tests.Mesh.Envoy;

/// <summary>The bundle of prod's service on machines, and what its callers are told. UPDATE_GOLDEN=1 writes the golden files anew.</summary>
[Collection(Evaluations.Name)]
public sealed class EnvoyBundleTests
{
    private const string Folder = "dc-frankfurt/archive.records/";

    [Fact]
    public async Task Prod_HasTheGoldenBundle()
    {
        using var rendered = await Rendered.OfAsync("prod");
        var files = rendered.Files().Where(file => file.Key.StartsWith(Folder, StringComparison.Ordinal)).ToList();
        Assert.Equal(rendered.Bundles().Order(StringComparer.Ordinal), files.Select(file => file.Key));
        Assert.Equal(
            ["README.md", "compose.yaml", "envoy.yaml", "mesh-envoy.service", "sds/certificate.yaml", "sds/roots.yaml"],
            files.Select(file => file.Key[Folder.Length..]));
        foreach (var (path, text) in files)
        {
            Golden.Equal($"prod.bundle/{path[Folder.Length..]}", text);
        }
    }

    [CrdFact]
    public async Task Prod_HasKnownFieldsAlone()
    {
        using var rendered = await Rendered.OfAsync("prod");
        Assert.Empty(EnvoySchemaTests.Faults(rendered.Files()
            .Where(file => file.Key.StartsWith(Folder, StringComparison.Ordinal))
            .ToDictionary(file => file.Key[Folder.Length..], file => file.Value, StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Istio_CallsMachinesByTheirAddresses_AndTakesThemForTheirIdentityAlone()
    {
        var plan = await Rendered.PlanAsync("prod");
        Assert.Equal(
            "{endpoints: [{address: 172.24.8.10}, {address: 172.24.8.11}], hosts: [archive.records.bridge.prod.mesh.example], location: MESH_EXTERNAL, ports: [{name: grpc, number: 9443, protocol: GRPC}], resolution: STATIC}",
            Machine(plan, "ServiceEntry").Input("spec"));
        Assert.Contains("tls: {mode: ISTIO_MUTUAL, subjectAltNames: [spiffe://prod.mesh.example/ns/records/sa/archive]}", Machine(plan, "DestinationRule").Input("spec"), StringComparison.Ordinal);
        Assert.Equal(
            "{hosts: [archive.records.svc.cluster.local], http: [{retries: {attempts: 2, perTryTimeout: 900ms, retryIgnorePreviousHosts: false, retryOn: connect-failure,refused-stream,unavailable}, route: [{destination: {host: archive.records.bridge.prod.mesh.example, port: {number: 9443}}}], timeout: 3s}]}",
            Machine(plan, "VirtualService").Input("spec"));
        Assert.Contains(
            "records/archive.records.bridge.prod.mesh.example",
            plan.Resources.Single(each => each.Type.EndsWith(":Sidecar", StringComparison.Ordinal) && each.Name.Contains("settlement", StringComparison.Ordinal)).Input("spec"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Certificate_IsAmongTheWorkloads_AndOfTheDataCentresOwnAuthority()
    {
        var plan = await Rendered.PlanAsync("prod");
        Assert.Contains("dc-frankfurt-archive", ((PlanValue.ObjectValue)plan.Outputs["workloads"]!).Members.Select(member => member.Key), StringComparer.Ordinal);
        Assert.Contains(plan.Resources, each => each.Type == "infra:trust:SiteAuthority" && each.Name == "trust-dc-frankfurt");
    }

    private static PlannedResource Machine(PlanDocument plan, string kind) =>
        plan.Resources.Single(each => each.Type.EndsWith($":{kind}", StringComparison.Ordinal) && each.Name == "aws-eu-machines-of-archive.records");
}
