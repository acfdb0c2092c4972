using CrossCloudMesh.Plan.Certificates;
using CrossCloudMesh.Plan.Rules;

namespace CrossCloudMesh.Plan.Migration;

/// <summary>How services of one kind of mesh reach those of another, as the planned objects have it.</summary>
/// <param name="Ends">Where calls come in: for each service that is behind an end, whom the end lets call it.</param>
/// <param name="Ways">Who knows the way to which service.</param>
public sealed record Bridges(Sequence<BridgeEnd> Ends, Sequence<BridgeWay> Ways)
{
    private const string Istio = "kubernetes:networking.istio.io/v1:";
    private const string Authorization = "kubernetes:security.istio.io/v1:AuthorizationPolicy";
    private const string Scheme = "spiffe://";
    private static readonly string[] Protocols = ["httpRoute", "http2Route", "grpcRoute"];
    private static readonly string[] Names = ["tls", "validation", "subjectAlternativeNames", "match", "exact"];

    /// <param name="plan">The plan.</param>
    /// <param name="trustDomain">The host of every identity.</param>
    public static Bridges Of(PlanDocument plan, string trustDomain)
    {
        var index = new PlanIndex(plan.Resources);
        return new(
            [.. IntoIstio(index, trustDomain).Concat(IntoAppMesh(index, trustDomain))],
            [.. OutOfIstio(index, trustDomain).Concat(OutOfAppMesh(index, trustDomain)).Distinct()]);
    }

    /// <summary>Whether a call leads over a bridge: the caller knows the way, and an end lets it call what admits the end.</summary>
    /// <param name="call">The call.</param>
    /// <param name="admitted">Whom the service's own proxy lets in.</param>
    public bool Carry(Call call, IReadOnlyCollection<string> admitted) =>
        Ways.Any(way => way.Call == call) && Ends.Any(end => end.Host == call.Host && admitted.Contains(end.Identity) && end.Callers.Contains(call.Caller));

    private static IEnumerable<BridgeEnd> IntoIstio(PlanIndex plan, string domain) =>
        from gateway in plan.Of(Istio + "Gateway")
        from server in gateway.At("spec").At("servers").Items()
        where server.At("tls", "mode").Text() == "MUTUAL"
        let label = gateway.At("spec").At("selector", "istio").Text()
        let door = server.At("tls", "subjectAltNames").Texts()
        from route in plan.Of(Istio + "VirtualService")
        where route.Provider == gateway.Provider && route.At("spec").At("gateways").Texts().Contains($"{gateway.Space()}/{gateway.Name()}", StringComparer.Ordinal)
        from host in route.At("spec").At("hosts").Texts()
        select new BridgeEnd(
            Identity(domain, gateway.Space(), label),
            host,
            Sequence.Sorted(plan.Of(Authorization)
                .Where(policy => policy.Provider == gateway.Provider && policy.Space() == gateway.Space() && policy.At("spec").At("selector", "matchLabels", "istio").Text() == label)
                .SelectMany(policy => policy.At("spec").At("rules").Items())
                .Where(rule => rule.At("to").Items().SelectMany(to => to.At("operation", "hosts").Texts()).Contains(host, StringComparer.Ordinal))
                .SelectMany(rule => rule.At("from").Items().SelectMany(caller => caller.At("source", "principals").Texts()))
                .Select(principal => Scheme + principal)
                .Intersect(door, StringComparer.Ordinal)));

    private static IEnumerable<BridgeEnd> IntoAppMesh(PlanIndex plan, string domain) =>
        from gateway in plan.Of(Types.VirtualGateway)
        let door = gateway.At("spec").At("listeners").Items().SelectMany(listener => listener.At(Names).Texts())
        from route in plan.Of(Types.GatewayRoute)
        where route.Provider == gateway.Provider
        from protocol in Protocols
        let host = route.At("spec").At(protocol, "match", "hostname", "exact").Text()
        where host is not null && host == Called(plan, route, route.At("spec").At(protocol, "action", "target", "virtualService", "virtualServiceRef"))?.At("spec").At("awsName").Text()
        select new BridgeEnd(Identity(domain, gateway.Space(), App(gateway)), host, Sequence.Sorted(door));

    private static IEnumerable<BridgeWay> OutOfAppMesh(PlanIndex plan, string domain) =>
        from node in plan.Of(Types.VirtualNode)
        where App(node) is not null
        from backend in node.At("spec").At("backends").Items()
        let service = Called(plan, node, backend.At("virtualService", "virtualServiceRef"))
        where service is not null && service.At("spec").At("awsName").Text() is not null
        let router = Beside(plan, Types.VirtualRouter, service, service.At("spec").At("provider", "virtualRouter", "virtualRouterRef"))
        where router is not null && LeadsOut(plan, router)
        let route = router.At("spec").At("routes").Items().SelectMany(each => Protocols.Select(protocol => each.At(protocol))).OfType<PlanValue>().First()
        select new BridgeWay(
            new(Identity(domain, node.Space(), App(node)), service.At("spec").At("awsName").Text()!),
            Durations.OfAppMesh(route.At("timeout", "perRequest")),
            Count(route.At("retryPolicy", "maxRetries")));

    private static IEnumerable<BridgeWay> OutOfIstio(PlanIndex plan, string domain) =>
        from route in plan.Of(Istio + "VirtualService")
        let host = route.At("spec").At("hosts").Texts().FirstOrDefault()
        where host is not null && route.At("spec").At("gateways") is null
        let ends = route.At("spec").At("http").Items().SelectMany(http => http.At("route").Items()).Select(to => to.At("destination", "host").Text()).OfType<string>().ToArray()
        from entry in plan.Of(Istio + "ServiceEntry")
        where entry.Provider == route.Provider && entry.At("spec").At("location").Text() == "MESH_EXTERNAL"
            && entry.At("spec").At("hosts").Texts().FirstOrDefault() is { } there && there != host && ends.Contains(there, StringComparer.Ordinal)
        from sidecar in plan.Of(Istio + "Sidecar")
        where sidecar.Provider == route.Provider
        let found = sidecar.At("spec").At("egress").Items().SelectMany(egress => egress.At("hosts").Texts()).Select(each => each[(each.IndexOf('/', StringComparison.Ordinal) + 1)..]).ToArray()
        where found.Contains(host, StringComparer.Ordinal) && found.Intersect(ends, StringComparer.Ordinal).Any()
        let http = route.At("spec").At("http").Items().First()
        select new BridgeWay(
            new(Identity(domain, sidecar.Space(), sidecar.At("spec").At("workloadSelector", "labels", "app").Text()), host),
            Durations.OfIstio(http.At("timeout")),
            Count(http.At("retries", "attempts")));

    private static bool LeadsOut(PlanIndex plan, PlannedResource router) => router.At("spec").At("routes").Items()
        .SelectMany(route => Protocols.SelectMany(protocol => route.At(protocol, "action", "weightedTargets").Items()))
        .All(target => Beside(plan, Types.VirtualNode, router, target.At("virtualNodeRef")) is { } node && App(node) is null);

    private static int? Count(PlanValue? value) => value is PlanValue.NumberValue number ? (int)number.Value : null;

    private static PlannedResource? Called(PlanIndex plan, PlannedResource from, PlanValue? reference) => Beside(plan, Types.AppMeshService, from, reference);

    private static PlannedResource? Beside(PlanIndex plan, string type, PlannedResource from, PlanValue? reference) =>
        reference.At("name").Text() is { } name ? from.Beside(plan, type, reference.At("namespace").Text() ?? from.Space(), name) : null;

    private static string? App(PlannedResource node) => node.At("spec").At("podSelector", "matchLabels", "app").Text();

    private static string Identity(string domain, string? space, string? account) => $"{Scheme}{domain}/ns/{space}/sa/{account}";
}

/// <summary>Where calls for one service come in from another kind of mesh.</summary>
/// <param name="Identity">What the end shows to the service.</param>
/// <param name="Host">The service.</param>
/// <param name="Callers">Whom it lets call that service, by their identities.</param>
public sealed record BridgeEnd(string Identity, string Host, Sequence<string> Callers);

/// <summary>That a caller knows the way to a service over a bridge, and what becomes of its requests.</summary>
/// <param name="Call">Who, and whom.</param>
/// <param name="TimeoutMs">How long all tries may take, in milliseconds; 0 is for ever, null where nobody says or nobody can read it.</param>
/// <param name="Attempts">How often it is tried again; null where nobody says.</param>
public sealed record BridgeWay(Call Call, int? TimeoutMs, int? Attempts);

/// <summary>That one may call another.</summary>
/// <param name="Caller">Its identity, or <c>everybody</c>.</param>
/// <param name="Host">Whom it calls.</param>
public sealed record Call(string Caller, string Host);
