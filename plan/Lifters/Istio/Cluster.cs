using CrossCloudMesh.Values;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Lifters.Istio;

/// <summary>The objects of a cluster, each read by itself, and what they do together.</summary>
internal sealed class Cluster(IstioMesh mesh)
{
    private readonly HashSet<string> titles = new(StringComparer.Ordinal);
    private readonly List<Callee> callees = [];
    private readonly List<VirtualRoute> routes = [];
    private readonly List<Destination> destinations = [];
    private readonly List<PeerAuthentication> authentications = [];
    private readonly List<Authorization> authorizations = [];
    private readonly List<Sidecar> sidecars = [];
    private readonly Membership members = new(mesh);

    /// <summary>The services that it knows, in the order of their hosts.</summary>
    public IEnumerable<Callee> Callees => callees.OrderBy(callee => callee.Host, StringComparer.Ordinal);

    /// <summary>Those of them whose pods run in it.</summary>
    public IEnumerable<Callee> Running => Callees.Where(members.Runs);

    public void Add(IstioObject source)
    {
        if (!titles.Add(source.Title))
        {
            throw new RefusedException(new Fault(source.Title, "must be there once"));
        }

        switch (source.Kind)
        {
            case "AuthorizationPolicy":
                authorizations.Add(AuthorizationReader.Read(source, mesh));
                break;
            case "DestinationRule":
                destinations.Add(DestinationReader.Read(source));
                break;
            case "Namespace":
                members.AddSpace(source);
                break;
            case "PeerAuthentication":
                authentications.Add(PeerAuthenticationReader.Read(source, mesh));
                break;
            case "Service":
                callees.Add(ServiceReader.Read(source, mesh));
                break;
            case "ServiceAccount":
                members.AddAccount(source);
                break;
            case "ServiceEntry":
                callees.Add(ServiceEntryReader.Read(source));
                break;
            case "Sidecar":
                sidecars.Add(SidecarReader.Read(source, mesh));
                break;
            default:
                routes.Add(RouteReader.Read(source));
                break;
        }
    }

    /// <summary>What must hold so that no object is lost, or counts by chance.</summary>
    public IEnumerable<Action> Checks() =>
    [
        .. callees.GroupBy(callee => callee.Host, StringComparer.Ordinal).SelectMany(Again).Select(again => (Action)(() =>
            throw new RefusedException(new Fault(again.Title, "must not stand for a host that another stands for", again.Host)))),
        .. callees.SelectMany(callee => Again(callee.Ports.GroupBy(port => port.Number)).Select(again => (Action)(() =>
            throw new RefusedException(new Fault(callee.Title, "must have each port once", again.Number.ToString()))))),
        .. routes.Select(route => (Action)(() => MustBeTheOneFor(route.Source, route.Host, [.. routes.Select(each => each.Source)], [.. routes.Select(each => each.Host)]))),
        .. destinations.Select(rule => (Action)(() => MustBeTheOneFor(rule.Source, rule.Host, [.. destinations.Select(each => each.Source)], [.. destinations.Select(each => each.Host)]))),
        .. authentications.Select(policy => (Action)(() => policy.Scope.MustReachOneOf(Running))),
        .. authentications.Select(policy => (Action)(() => PeerAuthenticationReader.MustNamePorts(policy, callees))),
        .. authorizations.Select(policy => (Action)(() => policy.Scope.MustReachOneOf(Running))),
        .. authorizations.Select(policy => (Action)(() => AuthorizationReader.MustNamePorts(policy, callees))),
        .. sidecars.Select(sidecar => (Action)(() => sidecar.Scope.MustReachOneOf(Running))),
        .. sidecars.Select(sidecar => (Action)(() => sidecar.Finds?.MustStandFor(callees, mesh.Elsewhere ?? []))),
        .. members.Checks(callees),
    ];

    /// <summary>Every port of every service, in order.</summary>
    public IEnumerable<(Callee Callee, (int Number, ServiceProtocol Protocol) Port)> Ports() =>
        from callee in Callees
        from port in callee.Ports.OrderBy(port => port.Number)
        select (callee, port);

    /// <summary>Refuses that a service's pods here do not find what they may call: who is let in and does not find the way calls nobody.</summary>
    /// <param name="callee">What is called.</param>
    /// <param name="callers">Who may call it; null is everybody.</param>
    public void MustBeFound(Callee callee, Ordered<string>? callers)
    {
        foreach (var caller in Running.Where(each => !each.IsOutside && (callers is null ? each.Host != callee.Host : each.Identities.Any(callers.Contains))))
        {
            if (!callees.Exists(each => each.Host == callee.Host))
            {
                throw new RefusedException(new Fault(caller.Title, $"must find {callee.Title}, which it may call and its cluster does not know"));
            }

            Nearest.Of(sidecars, sidecar => sidecar.Scope, caller).FirstOrDefault()?.Finds?.MustHave(callee, caller);
        }
    }

    public ServiceForm FormOf(Callee callee, (int Number, ServiceProtocol Protocol) port)
    {
        var route = routes.Find(each => IsFor(each.Source, each.Host, callee));
        var rule = destinations.Find(each => IsFor(each.Source, each.Host, callee));
        var mode = PeerAuthenticationReader.Over(authentications, callee, port.Number);
        return new()
        {
            Host = callee.Host,
            Port = port.Number,
            Protocol = port.Protocol,
            Route = route is null ? RouteReader.Silent : RouteReader.Over(route, callee, port.Number, rule),
            Server = new()
            {
                RequiresClientCertificate = !callee.IsOutside && mode is MutualTls.Strict,
                Callers = AuthorizationReader.Over(authorizations, callee, port.Number),
                Caps = ServerCapsOf(callee, rule),
            },
            Client = new()
            {
                Servers = ServersOf(callee, rule?.Tls, mode),
                Balancing = rule?.Balancing ?? Balancing.LeastRequest,
                Locality = rule?.Locality ?? Locality.Everywhere,
                Ejection = rule?.Ejection,
                ConnectMs = rule?.ConnectMs ?? ClientForm.UsualConnectMs,
                Caps = rule?.Caps ?? CapsForm.None,
            },
        };
    }

    /// <summary>A rule's pool holds on both sides, unless a Sidecar says what is let in.</summary>
    /// <remarks>Source: buildInboundCluster in https://github.com/istio/istio/blob/master/pilot/pkg/networking/core/cluster_builder.go, read 2026-11-21.</remarks>
    private CapsForm ServerCapsOf(Callee callee, Destination? rule) =>
        Nearest.Of(sidecars, sidecar => sidecar.Scope, callee).FirstOrDefault()?.Caps ?? (callee.IsOutside ? null : rule?.Caps) ?? CapsForm.None;

    /// <summary>Callers speak mutual TLS by themselves with what is in the mesh and takes it.</summary>
    /// <remarks>Source: buildUpstreamTLSSettings in https://github.com/istio/istio/blob/master/pilot/pkg/networking/core/cluster_tls.go, read 2026-11-21.</remarks>
    private static Ordered<string>? ServersOf(Callee callee, ClientTls? tls, MutualTls mode)
    {
        var takesNone = callee.IsOutside || mode is MutualTls.Disable;
        return tls switch
        {
            null => takesNone ? null : callee.Identities,
            { IsOff: true } => null,
            _ when mode is MutualTls.Disable => throw tls.Field.Refused($"must not ask for a certificate of {callee.Title}, which shows none"),
            { Servers: { } servers } => servers,
            _ => callee.IsOutside ? throw tls.Field.Refused("must say subjectAltNames for what is outside of the mesh") : callee.Identities,
        };
    }

    private void MustBeTheOneFor(IstioObject source, Field host, List<IstioObject> sources, List<Field> hosts)
    {
        var callee = callees.Find(each => Callee.HostOf(host.Text(), source.Namespace) == each.Host) ?? throw host.Refused("must be the host of a service that is here");
        if (!IsFor(source, host, callee))
        {
            throw host.Refused($"must be a host of its own namespace, so that it holds for every caller, and {callee.Title} is not in {source.Namespace}");
        }

        if (sources.FindIndex(each => IsFor(each, hosts[sources.IndexOf(each)], callee)) is var first && sources[first] != source)
        {
            throw host.Refused($"must be the host of one {source.Kind}, and is that of {sources[first].Title} too");
        }
    }

    private static bool IsFor(IstioObject source, Field host, Callee callee) =>
        source.Namespace == callee.Namespace && Callee.HostOf(host.Text(), source.Namespace) == callee.Host;

    private static IEnumerable<T> Again<TKey, T>(IEnumerable<IGrouping<TKey, T>> groups) => groups.SelectMany(group => group.Skip(1));

    private static IEnumerable<T> Again<TKey, T>(IGrouping<TKey, T> group) => group.Skip(1);
}
