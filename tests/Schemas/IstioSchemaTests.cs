using CrossCloudMesh.Plan;
using CrossCloudMesh.Tests.Components;
using CrossCloudMesh.Tests.Components.Istio;
using CrossCloudMesh.Tests.Plan.Rules;
using CrossCloudMesh.Tests.Preview;

namespace CrossCloudMesh.Tests.Schemas;

/// <summary>What is asked of Istio against the definitions that Istio publishes.</summary>
[Collection(Evaluations.Name)]
public sealed class IstioSchemaTests
{
    private const string Mtls = "kubernetes:security.istio.io/v1:PeerAuthentication";
    private const string Policy = "kubernetes:security.istio.io/v1:AuthorizationPolicy";
    private const string Telemetry = "kubernetes:telemetry.istio.io/v1:Telemetry";

    [Fact]
    public async Task Baseline_IsMtlsOnly_NobodyMayCall_AndCallsAreWrittenDown()
    {
        var asked = await IstioControlPlaneTests.RunAsync();
        Assert.Equal("{mtls: {mode: STRICT}}", asked.One(Mtls).Input("spec"));
        Assert.Equal("{name: default, namespace: istio-system}", asked.One(Mtls).Input("metadata"));
        Assert.Equal("{}", asked.One(Policy).Input("spec"));
        Assert.Equal("{name: deny-by-default, namespace: istio-system}", asked.One(Policy).Input("metadata"));
        Assert.Equal("{accessLogging: [{providers: [{name: envoy}]}], metrics: [{providers: [{name: prometheus}]}]}", asked.One(Telemetry).Input("spec"));
        var istiod = asked.One("kubernetes:helm.sh/v3:Release", "east-istio-r1-31").Urn;
        Assert.All(new[] { Mtls, Policy, Telemetry }, type => Assert.Equal([istiod], asked.One(type).DependsOn));
    }

    [CrdFact]
    public async Task EveryObject_FitsItsDefinition()
    {
        var (control, gateway) = (await IstioControlPlaneTests.RunAsync(), await EastWestGatewayTests.OnAwsAsync());
        Assert.Empty(new[] { control.One(Mtls), control.One(Policy), control.One(Telemetry), gateway.One(EastWestGatewayTests.Gateway) }.SelectMany(Faults));
    }

    [CrdFact]
    public async Task Finds_WhatDoesNotFit()
    {
        var (control, gateway) = (await IstioControlPlaneTests.RunAsync(), (await EastWestGatewayTests.OnAwsAsync()).One(EastWestGatewayTests.Gateway));
        Assert.Equal([".spec.mtls.mode: 'STRCIT' is none of UNSET, DISABLE, PERMISSIVE, STRICT"], Faults(control.One(Mtls).With("spec.mtls.mode", "\"STRCIT\"")));
        Assert.Equal([".spec.rule: is not a known field"], Faults(control.One(Policy).With("spec.rule", "[]")));
        Assert.Equal([".spec.accessLogging[0].providers[0].name: 0 is below minLength 1"], Faults(control.One(Telemetry).With("spec.accessLogging[0].providers[0].name", "\"\"")));
        Assert.Equal([".spec.servers[0].port: is required"], Faults(gateway.With("spec.servers[0].port", null)));
        Assert.Equal([".spec.servers[0].hosts: is required"], Faults(gateway.With("spec.servers[0].hosts", null)));
    }

    private static IReadOnlyList<string> Faults(PlannedResource resource) =>
        StructuralCheck.Of(resource, CrdSchemas.Find(resource.Inputs["apiVersion"].Text(), resource.Inputs["kind"].Text())!);
}
