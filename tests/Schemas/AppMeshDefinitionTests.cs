using CrossCloudMesh.Tests.Preview;

namespace CrossCloudMesh.Tests.Schemas;

/// <summary>App Mesh's own definitions are at hand, and an object that breaks them is found.</summary>
public sealed class AppMeshDefinitionTests
{
    private const string Version = "appmesh.k8s.aws/v1beta2";

    [CrdTheory]
    [InlineData("BackendGroup")]
    [InlineData("GatewayRoute")]
    [InlineData("Mesh")]
    [InlineData("VirtualGateway")]
    [InlineData("VirtualNode")]
    [InlineData("VirtualRouter")]
    [InlineData("VirtualService")]
    public void EveryKind_IsDefined(string kind) => Assert.NotNull(CrdSchemas.Find(Version, kind));

    [CrdTheory]
    [InlineData("[]", "Mesh", """{"namespaceSelector":{},"egressFilter":{"type":"DROP_ALL"}}""")]
    [InlineData("[.spec.egressFilter.type: 'DROP' is none of ALLOW_ALL, DROP_ALL]", "Mesh", """{"egressFilter":{"type":"DROP"}}""")]
    [InlineData("[.spec.provider.virtualRouter.virtualRouterName: is not a known field]", "VirtualService", """{"provider":{"virtualRouter":{"virtualRouterName":"a"}}}""")]
    [InlineData("[.spec.listeners: 0 is below minItems 1]", "VirtualRouter", """{"listeners":[]}""")]
    [InlineData("[.spec.listeners[0].portMapping.port: 0 is below minimum 1]", "VirtualNode", """{"listeners":[{"portMapping":{"port":0,"protocol":"http"}}]}""")]
    [InlineData("[.spec.listeners[0].tls.certificate: is required]", "VirtualNode", """{"listeners":[{"portMapping":{"port":1,"protocol":"http"},"tls":{"mode":"STRICT"}}]}""")]
    [InlineData("[.spec.listeners[0].timeout.http.idle.value: must be integer]", "VirtualNode", """{"listeners":[{"portMapping":{"port":1,"protocol":"http"},"timeout":{"http":{"idle":{"unit":"s","value":"1"}}}}]}""")]
    public void Finds_WhatAppMeshWouldRefuse(string faults, string kind, string spec)
    {
        var members = WrittenYaml.Read($$"""{"apiVersion":"{{Version}}","kind":"{{kind}}","metadata":{"name":"a"},"spec":{{spec}}}""");
        Assert.Equal(faults, $"[{string.Join(", ", StructuralCheck.Of(members, CrdSchemas.Find(Version, kind)!))}]");
    }
}
