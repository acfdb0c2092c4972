using CrossCloudMesh.Lifters.Envoy;
using CrossCloudMesh.Mesh.Envoy;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Lint.Envoy;
using CrossCloudMesh.Values.Mesh;
using FsCheck.Fluent;
using Machine = CrossCloudMesh.Mesh.Envoy.EnvoyBootstrap;

namespace CrossCloudMesh.Tests.Mesh.Envoy;

/// <summary>What machines are told does what the policy demands, by the lifter that knows Envoy's documents alone; and the lint passes it.</summary>
public sealed class EnvoyEquivalenceTests
{
    private const int Meshes = 100;

    [Fact]
    public void Rendered_DoesWhatThePolicyDemands_WhateverItIs() => Assert.All(EnvoyMachines.Policies.Sample(50, Meshes).Select(Called).OfType<MeshPolicy>(), policy =>
    {
        var reading = EnvoyLifter.Of(EnvoyMachines.Of(policy).Select(machine => new Lifters.Envoy.EnvoyBootstrap($"{machine.Service.Name}", Machine.Of(machine), machine.Identity)));
        Assert.Empty(reading.Faults);
        Assert.Equal(PolicyForm.Of(policy).Services.AsEnumerable(), reading.Form!.Services);
    });

    [Fact]
    public void Rendered_BreaksNoRule_ThatIsMoreThanWorthKnowing() => Assert.Empty(
        from policy in EnvoyMachines.Policies.Sample(50, Meshes)
        from machine in EnvoyMachines.Of(policy)
        from finding in EnvoyLint.Judge(Machine.Of(machine with { Traces = new(4317, 5) }))
        where finding.Severity > Severity.Info && !(finding.Rule == "envoy-caller-names" && machine.Service.Callers.IsEmpty)
        select $"{finding.Rule} {finding.Evidence[0].Path}");

    /// <summary>The policy with a caller for each service, without whom nobody is told how to call it; null where there is no second service.</summary>
    private static MeshPolicy? Called(MeshPolicy policy) => policy.Services.Length < 2 ? null : policy with
    {
        Services =
        [
            .. policy.Services.Select(service => service.Callers.IsEmpty
                ? service with { Callers = [policy.Services.First(other => other.Name != service.Name).Name] }
                : service),
        ],
    };
}
