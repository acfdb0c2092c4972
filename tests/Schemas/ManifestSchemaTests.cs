using CrossCloudMesh.Plan;
using CrossCloudMesh.Tests.Preview;

namespace CrossCloudMesh.Tests.Schemas;

/// <summary>What is rendered, against the published structure of its kind.</summary>
[Collection(Evaluations.Name)]
public sealed class ManifestSchemaTests
{
    [CrdTheory]
    [MemberData(nameof(ShippedStackTests.Stacks), MemberType = typeof(ShippedStackTests))]
    public async Task EveryObject_OfEveryShippedStack_IsOfItsForm(string stack)
    {
        using var rendered = await Rendered.OfAsync(stack);
        var bundles = rendered.Bundles();
        var objects = rendered.Files().Where(file => file.Key != Rendered.Index && !bundles.Contains(file.Key, StringComparer.Ordinal) && !file.Key.Contains("/helm/", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(objects);
        Assert.Empty(objects.SelectMany(file => Faults(file.Value).Select(fault => file.Key + fault)));
    }

    [CrdTheory]
    [InlineData("[]", """{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"a","labels":{"b":"c"}}}""")]
    [InlineData("[.spec.colour: is not a known field]", """{"apiVersion":"v1","kind":"ResourceQuota","metadata":{},"spec":{"colour":"red"}}""")]
    [InlineData("[.metadata.label: is not a known field]", """{"apiVersion":"v1","kind":"Namespace","metadata":{"label":{}}}""")]
    [InlineData("[.metadata.labels.b: must be string]", """{"apiVersion":"v1","kind":"Namespace","metadata":{"labels":{"b":1}}}""")]
    [InlineData("[.spec.ports[0].port: must be numeric]", """{"apiVersion":"v1","kind":"Service","spec":{"ports":[{"port":"80"}]}}""")]
    [InlineData("[]", """{"apiVersion":"v1","kind":"Service","spec":{"ports":[{"port":80,"targetPort":80},{"port":81,"targetPort":"http"}]}}""")]
    [InlineData("[.spec.ports: must be a list]", """{"apiVersion":"v1","kind":"Service","spec":{"ports":{}}}""")]
    [InlineData("[.metadata: must be a map]", """{"apiVersion":"v1","kind":"Service","metadata":"a"}""")]
    [InlineData("[.immutable: must be boolean]", """{"apiVersion":"v1","kind":"Secret","immutable":"true","stringData":{"a":"b"}}""")]
    [InlineData("[]", """{"apiVersion":"rbac.authorization.k8s.io/v1","kind":"ClusterRole","rules":[{"verbs":["get"]}]}""")]
    [InlineData("[.rules[0].verb: is not a known field]", """{"apiVersion":"rbac.authorization.k8s.io/v1","kind":"ClusterRole","rules":[{"verb":["get"]}]}""")]
    [InlineData("[: v1 Sevrice is no kind that anybody defines]", """{"apiVersion":"v1","kind":"Sevrice"}""")]
    public void Finds_WhatIsNotOfItsForm(string faults, string text) => Assert.Equal(faults, $"[{string.Join(", ", Faults(text))}]");

    [CrdTheory]
    [InlineData("[]", "PeerAuthentication", "security", """{"mtls":{"mode":"STRICT"}}""")]
    [InlineData("[.spec.mtls.mode: 'MAYBE' is none of UNSET, DISABLE, PERMISSIVE, STRICT]", "PeerAuthentication", "security", """{"mtls":{"mode":"MAYBE"}}""")]
    [InlineData("[.spec: portLevelMtls requires selector]", "PeerAuthentication", "security", """{"portLevelMtls":{"80":{"mode":"STRICT"}}}""")]
    [InlineData("[.spec.portLevelMtls: port must be between 1-65535]", "PeerAuthentication", "security", """{"selector":{"matchLabels":{"app":"a"}},"portLevelMtls":{"0":{"mode":"STRICT"}}}""")]
    [InlineData("[]", "DestinationRule", "networking", """{"host":"a","trafficPolicy":{"connectionPool":{"tcp":{"connectTimeout":"1.5s"}},"outlierDetection":{"interval":"1m30s"}}}""")]
    [InlineData("[.spec.trafficPolicy.connectionPool.tcp.connectTimeout: must be a valid duration greater than 1ms]", "DestinationRule", "networking", """{"host":"a","trafficPolicy":{"connectionPool":{"tcp":{"connectTimeout":"0s"}}}}""")]
    [InlineData("[.spec.trafficPolicy.retries: is not a known field]", "DestinationRule", "networking", """{"host":"a","trafficPolicy":{"retries":1}}""")]
    [InlineData("[]", "ServiceEntry", "networking", """{"hosts":["a.example"],"ports":[{"number":443,"name":"tls","protocol":"TLS"}],"resolution":"STATIC","endpoints":[{"address":"10.0.0.1"}]}""")]
    [InlineData("[.spec.ports: port number cannot be duplicated]", "ServiceEntry", "networking", """{"hosts":["a.example"],"ports":[{"number":443,"name":"a"},{"number":443,"name":"b"}],"resolution":"DNS"}""")]
    [InlineData("[.spec.host: is required]", "DestinationRule", "networking", "{}")]
    public void Finds_WhatIstioWouldRefuse(string faults, string kind, string group, string spec) => Assert.Equal(
        faults,
        $"[{string.Join(", ", Faults($$"""{"apiVersion":"{{group}}.istio.io/v1","kind":"{{kind}}","metadata":{"name":"a"},"spec":{{spec}}}"""))}]");

    private static IEnumerable<string> Faults(string text)
    {
        var members = WrittenYaml.Read(text);
        if (KubernetesStructure.Faults(members) is { } faults)
        {
            return faults;
        }

        var (version, kind) = (members["apiVersion"].Text(), members["kind"].Text());
        return CrdSchemas.Find(version, kind) is { } schema
            ? StructuralCheck.Of(members, schema).Concat(KubernetesStructure.FaultsOfMetadata(members["metadata"]!))
            : [$": {version} {kind} is no kind that anybody defines"];
    }
}
