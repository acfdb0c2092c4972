using CrossCloudMesh.Mesh.Policy;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace CrossCloudMesh.Mesh.Istio;

/// <summary>The Kubernetes Service of a service, without which no caller in a cluster finds an address for its name, wherever its pods are.</summary>
internal static class ServiceStub
{
    /// <summary>Makes it, once what it waits for is there.</summary>
    public static Service Make(string name, ServicePolicy service, CustomResourceOptions options)
    {
        var protocol = service.Protocol.ToString().ToLowerInvariant();
        return new(name, new()
        {
            Metadata = new ObjectMetaArgs
            {
                Name = $"{service.Name.Name}",
                Namespace = $"{service.Name.Namespace}",
                // Its pods come later, from elsewhere, and in some clusters never.
                Annotations = { ["pulumi.com/skipAwait"] = "true" },
            },
            Spec = new ServiceSpecArgs
            {
                Selector = ServiceDoor.Pods(service),
                Ports = { new ServicePortArgs { Name = protocol, AppProtocol = protocol, Port = service.Port } },
            },
        }, options);
    }
}
