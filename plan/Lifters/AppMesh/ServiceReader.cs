namespace CrossCloudMesh.Lifters.AppMesh;

/// <summary>One VirtualService.</summary>
/// <param name="Source">Its object.</param>
/// <param name="Host">The name by which it is called.</param>
/// <param name="Router">Namespace and name of its VirtualRouter, with / between; null where a node stands behind it.</param>
/// <param name="Provider">Where it says what stands behind it.</param>
/// <param name="Straight">What becomes of requests where a node stands behind it.</param>
internal sealed record VirtualService(AppMeshObject Source, string Host, string? Router, Field Provider, Route? Straight);

/// <summary>Reads a VirtualService, and a Service of Kubernetes beside it.</summary>
/// <remarks>
/// Its name for AWS is the name by which others call it. Without a provider nothing answers. A Service of Kubernetes gives the name an
/// address, so that pods find one; the caller's proxy answers in its place, and what the Service selects is never asked.
/// Source: https://docs.aws.amazon.com/app-mesh/latest/userguide/virtual_services.html and
/// https://aws.github.io/aws-app-mesh-controller-for-k8s/reference/api_spec/, read 2026-11-21.
/// </remarks>
internal static class ServiceReader
{
    public static VirtualService Read(AppMeshObject source)
    {
        var spec = source.Members();
        var host = spec["awsName"]?.Text() ?? $"{source.Name}.{source.Namespace}";
        var provider = spec.Need("provider");
        spec.End();
        var members = provider.Members();
        var (kind, value) = members.One("virtualRouter", "virtualNode");
        members.End();
        var by = value.Members();
        var name = source.Refer(by.Need(kind + "Ref"));
        by.End();
        return kind == "virtualRouter"
            ? new(source, host, name, provider, null)
            : new(source, host, null, provider, RouterReader.Straight(source, name, provider));
    }

    /// <summary>The ports of a Service of Kubernetes.</summary>
    public static List<int> PortsOf(AppMeshObject source) => source.Members().Need("ports").Items().ConvertAll(field => field.Members().Need("port").Whole(1, ushort.MaxValue));
}
