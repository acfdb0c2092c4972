using CrossCloudMesh.Plan;
using CrossCloudMesh.Tests.Components;
using CrossCloudMesh.Tests.Components.Istio;
using CrossCloudMesh.Tests.Mesh;
using CrossCloudMesh.Tests.Plan.Rules;
using CrossCloudMesh.Tests.Preview;
using FsCheck.Fluent;

namespace CrossCloudMesh.Tests.Schemas;

/// <summary>What Istio is told of services, whatever they ask for, against the definitions that Istio publishes.</summary>
[Collection(Evaluations.Name)]
public sealed class ServiceSchemaTests
{
    private const int Meshes = 25;

    [CrdFact]
    public async Task EveryObject_OfAnyPolicy_FitsItsDefinition()
    {
        var objects = (await RenderedMesh.OfAsync([.. PolicyGen.ForIstio.Sample(50, Meshes)])).SelectMany(mesh => mesh.All).ToList();
        Assert.NotEmpty(objects);
        Assert.Empty(objects.SelectMany(each => Faults(each).Select(fault => $"{each.Input("kind")}{fault}")).Distinct());
    }

    [CrdTheory]
    [InlineData("VirtualService", "spec.http[0].timeout", "\"0s\"", ".spec.http[0].timeout: must be a valid duration greater than 1ms")]
    [InlineData("VirtualService", "spec.http[0].retries.tries", "1", ".spec.http[0].retries.tries: is not a known field")]
    [InlineData("DestinationRule", "spec.trafficPolicy.outlierDetection.interval", "\"0.1ms\"", ".spec.trafficPolicy.outlierDetection.interval: must be a valid duration greater than 1ms")]
    [InlineData("DestinationRule", "spec.trafficPolicy.tls.mode", "\"STRICT\"", ".spec.trafficPolicy.tls.mode: 'STRICT' is none of DISABLE, SIMPLE, MUTUAL, ISTIO_MUTUAL")]
    [InlineData("Sidecar", "spec.workloadSelector.labels.app", "\"*\"", ".spec.workloadSelector.labels.app: wildcard is not supported in selector")]
    [InlineData("AuthorizationPolicy", "spec.action", "\"MAYBE\"", ".spec.action: 'MAYBE' is none of ALLOW, DENY, AUDIT, CUSTOM")]
    [InlineData("Service", "spec.ports[0].protocl", "\"TCP\"", ".spec.ports[0].protocl: is not a known field")]
    public async Task Finds_WhatDoesNotFit(string kind, string path, string json, string fault)
    {
        var mesh = await RenderedMesh.OfAsync(PolicyGen.Common.Sample(50, 1).First());
        Assert.Equal([fault], Faults(mesh.All.First(each => each.Input("kind") == kind).With(path, json)));
    }

    private static IReadOnlyList<string> Faults(PlannedResource resource) => KubernetesStructure.Faults(resource.Inputs)
        ?? StructuralCheck.Of(resource, CrdSchemas.Find(resource.Inputs["apiVersion"].Text(), resource.Inputs["kind"].Text())!);
}
