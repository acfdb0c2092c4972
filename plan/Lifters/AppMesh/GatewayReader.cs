namespace CrossCloudMesh.Lifters.AppMesh;

/// <summary>One VirtualGateway: pods by which calls from outside of the mesh come in.</summary>
/// <param name="Source">Its object.</param>
/// <param name="Pods">The labels of its pods.</param>
/// <param name="Identity">What its certificates bear.</param>
/// <param name="Tls">What it does about TLS when it calls.</param>
internal sealed record Gateway(AppMeshObject Source, SortedDictionary<string, string> Pods, string Identity, ClientTls Tls)
{
    /// <summary>It as a node that calls and is not called.</summary>
    /// <param name="routes">The services that it leads to.</param>
    public VirtualNode Calling(IEnumerable<(string Service, Field Field)> routes) => new()
    {
        Source = Source,
        AwsName = Source.Name,
        Pods = Pods,
        Identity = Identity,
        IsGateway = true,
        Listeners = [],
        Discovery = null,
        Backends = [.. routes.Select(route => new Backend(route.Service, Tls, route.Field))],
    };
}

/// <summary>Reads VirtualGateways and GatewayRoutes, as far as they tell how services are called.</summary>
/// <remarks>
/// Whom the gateway lets in, and by which names, concerns callers outside of the mesh, and has no place in the normal form.
/// Source: https://docs.aws.amazon.com/app-mesh/latest/userguide/virtual_gateways.html and
/// https://docs.aws.amazon.com/app-mesh/latest/userguide/gateway-routes.html, read 2026-11-21.
/// </remarks>
internal static class GatewayReader
{
    public static Gateway Read(AppMeshObject source, AppMeshMesh mesh)
    {
        var spec = source.Members();
        spec["awsName"]?.Text();
        spec["namespaceSelector"]?.Members();
        var pods = NodeReader.PodsOf(spec.Need("podSelector"));
        List<(Field Field, string Identity)> identities = [];
        var listener = spec.Need("listeners").Single().Members();
        Protocols.Read(listener.Need("portMapping"));
        TlsReader.ServerOf(listener.Need("tls"), mesh, identities);
        listener.End();
        var defaults = spec.Need("backendDefaults").Members();
        var tls = TlsReader.ClientOf(defaults.Need("clientPolicy"), mesh, identities);
        defaults.End();
        if (spec["logging"] is { } logging)
        {
            NodeReader.ReadLogging(logging);
        }

        spec.End();
        return new(source, pods, identities is [var (_, identity), ..] ? identity : mesh.IdentityOf(source.Namespace, pods[NodeReader.App]), tls);
    }

    /// <summary>The service that a route of a gateway leads to.</summary>
    public static (string Service, Field Field) ReadRoute(AppMeshObject source)
    {
        var spec = source.Members();
        spec["awsName"]?.Text();
        spec["priority"]?.Whole(0);
        var (_, place) = spec.One("httpRoute", "http2Route", "grpcRoute");
        spec.End();
        var route = place.Members();
        route.Need("match").Members();
        var action = route.Need("action").Members();
        route.End();
        var target = action.Need("target").Members();
        action.End();
        var service = target.Need("virtualService").Members();
        target.End();
        var called = service.Need("virtualServiceRef");
        service.End();
        return (source.Refer(called), called);
    }
}
