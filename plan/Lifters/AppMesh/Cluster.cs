using System.Text.Json.Nodes;
using CrossCloudMesh.Values;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Lifters.AppMesh;

/// <summary>The objects of a cluster, each read by itself, and what they do together.</summary>
internal sealed class Cluster(AppMeshMesh mesh)
{
    private readonly HashSet<string> titles = new(StringComparer.Ordinal);
    private readonly HashSet<(string Kind, string Name)> awsNames = [];
    private readonly List<AppMeshObject> places = [];
    private readonly List<AppMeshObject> addresses = [];
    private readonly List<Mesh> meshes = [];
    private readonly List<Gateway> gateways = [];
    private readonly List<(string Service, Field Field)> gatewayRoutes = [];
    private readonly OrderedDictionary<string, VirtualNode> nodes = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, Route> routers = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, VirtualService> services = new(StringComparer.Ordinal);

    public void Add(AppMeshObject source)
    {
        if (!titles.Add(source.Title))
        {
            throw new RefusedException(new(source.Title, "must be there once"));
        }

        var key = $"{source.Namespace}/{source.Name}";
        switch (source.Kind)
        {
            case "GatewayRoute":
                gatewayRoutes.Add(GatewayReader.ReadRoute(source));
                break;
            case "Mesh":
                meshes.Add(MeshReader.Read(source));
                break;
            case "Namespace":
                places.Add(source);
                break;
            case "Service":
                addresses.Add(source);
                break;
            case "VirtualGateway":
                gateways.Add(GatewayReader.Read(source, mesh));
                break;
            case "VirtualNode":
                nodes[key] = NodeReader.Read(source, mesh);
                MustBeNew(source, $"{source.Name}_{source.Namespace}");
                break;
            case "VirtualRouter":
                routers[key] = RouterReader.Read(source);
                MustBeNew(source, $"{source.Name}_{source.Namespace}");
                break;
            case "VirtualService":
                services[key] = ServiceReader.Read(source);
                MustBeNew(source, $"{source.Name}.{source.Namespace}");
                break;
            default:
                // Service accounts and secrets are there for pods, which read them by themselves.
                break;
        }
    }

    /// <summary>Takes the gateway for what it is to services: a caller.</summary>
    public void AddGateway()
    {
        if (gateways is [var gateway])
        {
            nodes[gateway.Source.Title] = gateway.Calling(gatewayRoutes);
        }
        else if (gateways.Count + gatewayRoutes.Count > 0)
        {
            throw new RefusedException(new("objects", "must hold one VirtualGateway, as others tell not whose routes are whose", gateways.Count.ToString()));
        }
    }

    /// <summary>What must hold so that no object is lost, or counts by chance.</summary>
    public IEnumerable<Action> Checks() =>
    [
        MustHaveOneMesh,
        .. services.Values.Where(service => RouteOf(service) is null).Select(service => (Action)(() => throw service.Provider.Refused("must refer to what is here"))),
        .. places.Where(place => meshes.Count == 1 && nodes.Values.Any(node => node.Pods is not null && node.Source.Namespace == place.Name))
            .Select(place => (Action)(() => MeshReader.MustHold(place, meshes[0]))),
        .. nodes.Values.Select((node, index) => (Action)(() => MustBeApart(node, nodes.Values.Take(index)))),
        .. nodes.Values.Select(node => (Action)(() => MustServe(node))),
        .. routers.Where(router => services.Values.All(service => service.Router != router.Key)).Select(router => (Action)(() =>
            throw new RefusedException(new(router.Value.Source.Title, "must be the router of a VirtualService", null, "leave it out")))),
        .. nodes.Values.SelectMany(node => node.Backends).Where(backend => !services.ContainsKey(backend.Service)).Select(backend => (Action)(() =>
            throw backend.Field.Refused("must name a VirtualService that is here"))),
    ];

    /// <summary>Every service, in order.</summary>
    public IEnumerable<VirtualService> Services() => services.Values.OrderBy(service => service.Host, StringComparer.Ordinal);

    public ServiceForm FormOf(VirtualService service)
    {
        var route = RouteOf(service)!;
        var targets = route.Targets.ConvertAll(target => Target.Of(target, route, nodes));
        var first = targets[0];
        targets.AddRange(nodes.Where(node => IsVersionOf(node.Value, first.Node) && !IsCalled(node.Key)).Select(node => Target.Of(new(node.Key, null, 0, service.Provider), route, nodes)));
        first.MustBeLike(targets);
        var port = route.Port ?? (first.Listener.Port, first.Listener.Protocol);
        MustHaveAddress(service, port.Number);
        var calls = new Calls(service, first, targets, [.. nodes.Values], mesh);
        calls.MustGoByTheRoute(meshes[0]);
        calls.MustComeFromCallers();
        return new()
        {
            Host = service.Host,
            Port = port.Number,
            Protocol = port.Protocol,
            Route = new()
            {
                TimeoutMs = first.LimitOf(route, limits => limits.TimeoutMs, "perRequest"),
                IdleMs = first.LimitOf(route, limits => limits.IdleMs, "idle"),
                Retry = route.Retry,
                Targets = TargetForm.Of(targets
                    .GroupBy(target => target.Node.Version, target => target.Weight)
                    .Select(version => KeyValuePair.Create(version.Key, version.Sum()))),
            },
            Server = new()
            {
                RequiresClientCertificate = first.Listener.Tls is { IsStrict: true, AsksCallers: true },
                Callers = first.Listener.Tls.Callers,
                Caps = first.Listener.Caps,
            },
            Client = new()
            {
                Servers = calls.Servers(port.Number),
                Balancing = Balancing.RoundRobin,
                Locality = Locality.Everywhere,
                Ejection = first.Listener.Ejection,
            },
        };
    }

    private Route? RouteOf(VirtualService service) =>
        service.Router is { } router ? routers.GetValueOrDefault(router) : nodes.ContainsKey(service.Straight!.Targets[0].Node) ? service.Straight : null;

    private void MustBeNew(AppMeshObject source, string usual)
    {
        var name = (source.Spec!.Value.Value as JsonObject)?["awsName"]?.GetValue<string>() ?? usual;
        if (!awsNames.Add((source.Kind, name)))
        {
            throw new RefusedException(new($"{source.Title}: spec.awsName", $"must be a name that no other {source.Kind} has", name));
        }
    }

    private void MustHaveOneMesh()
    {
        if (meshes.Count > 1 || (meshes.Count == 0 && nodes.Count + routers.Count + services.Count > 0))
        {
            throw new RefusedException(new("objects", "must hold one Mesh", meshes.Count.ToString()));
        }
    }

    private static void MustBeApart(VirtualNode node, IEnumerable<VirtualNode> before)
    {
        foreach (var other in before)
        {
            if (node.MayShare(other))
            {
                throw new RefusedException(new($"{node.Source.Title}: spec.podSelector", $"must not select a pod that {other.Source.Title} may select too, as each is of one node"));
            }

            if (node.Discovery is { } found && other.Discovery is { } also && found.MayFind(also))
            {
                throw found.Field.Refused($"must not find pods that {other.Source.Title} finds too");
            }
        }
    }

    /// <summary>Refuses a node that neither calls nor is called, and a port of it that nobody calls.</summary>
    private void MustServe(VirtualNode node)
    {
        var called = CallsOf($"{node.Source.Namespace}/{node.Source.Name}");
        if (called.Count == 0 && (node.Listeners.Count > 0 || node.Backends.Count == 0)
            && !nodes.Any(other => IsVersionOf(node, other.Value) && IsCalled(other.Key)))
        {
            throw new RefusedException(new(node.Source.Title, "must stand behind a VirtualService, or call one and listen to nobody", null, "leave it out"));
        }

        foreach (var (listener, field) in node.Listeners.Count > 1 ? node.Listeners : [])
        {
            if (called.TrueForAll(target => target.Port?.Whole(0) is { } port && port != listener.Port))
            {
                throw field.Refused("must be called by a VirtualService", "leave it out");
            }
        }
    }

    /// <summary>Whether a node stands for pods of the same service as another, and so could be called in its place.</summary>
    private static bool IsVersionOf(VirtualNode node, VirtualNode other) =>
        node != other && node.Listeners.Count > 0 && node.Identity is not null && node.Identity == other.Identity;

    private bool IsCalled(string node) => CallsOf(node).Count > 0;

    private List<RouteTarget> CallsOf(string node) =>
        [.. services.Values.Select(RouteOf).OfType<Route>().SelectMany(route => route.Targets).Where(target => target.Node == node)];

    private void MustHaveAddress(VirtualService service, int port)
    {
        if (addresses.Find(each => $"{each.Name}.{each.Namespace}.svc.{ServiceName.ClusterDomain}" == service.Host) is { } address
            && !ServiceReader.PortsOf(address).Contains(port))
        {
            throw new RefusedException(new($"{address.Title}: spec.ports", $"must hold {port}, the port by which {service.Source.Title} is called"));
        }
    }
}
