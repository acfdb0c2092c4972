using System.Collections.Immutable;
using CrossCloudMesh.Mesh.Envoy;
using CrossCloudMesh.Tests.Mesh.Envoy;
using FsCheck.Fluent;

namespace CrossCloudMesh.Tests.Schemas;

/// <summary>What machines' Envoys are told, whatever services ask for, against the table of Envoy's fields.</summary>
public sealed class EnvoySchemaTests
{
    private const int Meshes = 100;

    [CrdFact]
    public void EveryFile_OfAnyPolicy_HasKnownFieldsAlone()
    {
        var machines = EnvoyMachines.Policies.Sample(50, Meshes).SelectMany(policy => EnvoyMachines.Of(policy)).ToList();
        Assert.NotEmpty(machines);
        Assert.Empty(machines.SelectMany(EnvoyFaults.Of));
        Assert.Empty(machines.SelectMany(Faults).Distinct());
    }

    [CrdFact]
    public void Yaml_SaysWhatTheMessageDoes() => Assert.All(EnvoyMachines.Policies.Sample(50, Meshes).SelectMany(policy => EnvoyMachines.Of(policy)), machine => Assert.Equal(
        EnvoyBootstrap.Of(machine).ToJsonString(),
        EnvoyYaml.Read(Files(machine)["envoy.yaml"])!.ToJsonString()));

    [CrdTheory]
    [InlineData("require_client_certificate", "require_client_certificates", "known field")]
    [InlineData("type: STATIC", "type: FIXED", "must be one of")]
    [InlineData("http.rbac.v3.RBAC", "http.rbac.v3.Rbac", "is no message")]
    public void Finds_WhatDoesNotFit(string written, string instead, string fault)
    {
        var machine = EnvoyMachines.Of(EnvoyMachines.Policies.Sample(50, 1).First())[0];
        var text = Files(machine)["envoy.yaml"];
        Assert.Contains(written, text, StringComparison.Ordinal);
        Assert.Contains(fault, Assert.Single(Faults(text.Replace(written, instead, StringComparison.Ordinal), EnvoyCheck.Bootstrap).Distinct()), StringComparison.Ordinal);
    }

    /// <summary>What is wrong with the files of Envoy in a bundle.</summary>
    internal static IEnumerable<string> Faults(IReadOnlyDictionary<string, string> files) =>
    [
        .. Faults(files["envoy.yaml"], EnvoyCheck.Bootstrap),
        .. Faults(files["sds/certificate.yaml"], EnvoyCheck.DiscoveryResponse),
        .. Faults(files["sds/roots.yaml"], EnvoyCheck.DiscoveryResponse),
    ];

    private static IEnumerable<string> Faults(EnvoyMachine machine) => Faults(Files(machine));

    private static IReadOnlyList<string> Faults(string text, string message) => EnvoyCheck.Of(EnvoyYaml.Read(text), message);

    private static ImmutableDictionary<string, string> Files(EnvoyMachine machine) =>
        EnvoyBundle.FilesOf(new() { Machine = machine, Version = "1.39.3", Workload = "archive" });
}
