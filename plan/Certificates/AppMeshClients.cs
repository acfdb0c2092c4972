using CrossCloudMesh.Plan.Rules;

namespace CrossCloudMesh.Plan.Certificates;

/// <summary>What the proxies of App Mesh ask of those that they call: of each backend by itself, and a gateway of all that it leads to alike.</summary>
internal static class AppMeshClients
{
    private const string SecretSuffix = "-mesh";
    private static readonly string[] Protocols = ["httpRoute", "http2Route", "grpcRoute"];
    private static readonly string[] Names = ["tls", "validation", "subjectAlternativeNames", "match", "exact"];

    public static IEnumerable<ClientCheck> Of(PlanIndex plan, Servers servers)
    {
        var places = new NamedPlaces(plan, servers);
        foreach (var node in plan.Of(Types.VirtualNode))
        {
            foreach (var backend in node.At("spec.backends").Items().Select(each => each.At("virtualService")))
            {
                var callee = Callee(plan, node, backend.At("virtualServiceRef"));
                yield return Check(node, Shown(backend.At("virtualServiceRef"), node), backend.At("clientPolicy"), callee);
            }
        }

        foreach (var gateway in plan.Of(Types.VirtualGateway))
        {
            PlannedResource[] callees =
            [
                .. plan.Of(Types.GatewayRoute).Where(route => route.Provider == gateway.Provider).SelectMany(route => Protocols
                    .Select(protocol => route.At("spec").At(protocol, "action", "target", "virtualService", "virtualServiceRef"))
                    .OfType<PlanValue>()
                    .SelectMany(called => Callee(plan, route, called))),
            ];
            yield return Check(gateway, "its routes", gateway.At("spec.backendDefaults.clientPolicy"), callees);
        }

        ClientCheck Check(PlannedResource client, string called, PlanValue? policy, IReadOnlyList<PlannedResource> nodes)
        {
            var asked = policy.At(Names).Texts();
            return new(
                client.Urn,
                $"{plan.PlaceOf(client)} {client.Space()}/{client.Name()}",
                called,
                Sequence.Sorted(asked),
                Sequence.Sorted([.. nodes.SelectMany(Presented).Distinct(StringComparer.Ordinal)]),
                servers.Satisfying(asked),
                nodes.Any(node => Hostname(node) is not null));
        }

        IEnumerable<string> Presented(PlannedResource node) => Hostname(node) is { } host
            ? places.At(host, node)
            : node.At("spec").At("podSelector", "matchLabels", "app").Text() is { } app ? servers.OfSecret(node.Beside(plan, Types.Secret, node.Space(), app + SecretSuffix)) : [];
    }

    private static string? Hostname(PlannedResource node) => node.At("spec").At("serviceDiscovery", "dns", "hostname").Text();

    /// <summary>The nodes to which calls of a service go.</summary>
    private static PlannedResource[] Callee(PlanIndex plan, PlannedResource from, PlanValue? reference)
    {
        var provider = Find(plan, Types.AppMeshService, from, reference)?.At("spec.provider");
        var router = Find(plan, Types.VirtualRouter, from, provider.At("virtualRouter", "virtualRouterRef"));
        var targets = router is null ? []
            : router.At("spec.routes").Items().SelectMany(route => Protocols.SelectMany(protocol => route.At(protocol, "action", "weightedTargets").Items()));
        return
        [
            .. targets.Select(target => target.At("virtualNodeRef")).Append(provider.At("virtualNode", "virtualNodeRef"))
                .Select(node => Find(plan, Types.VirtualNode, from, node)).OfType<PlannedResource>().Distinct(),
        ];
    }

    private static PlannedResource? Find(PlanIndex plan, string type, PlannedResource from, PlanValue? reference) =>
        reference.At("name").Text() is { } name ? from.Beside(plan, type, reference.At("namespace").Text() ?? from.Space(), name) : null;

    private static string Shown(PlanValue? reference, PlannedResource node) => $"{reference.At("namespace").Text() ?? node.Space()}/{reference.At("name").Text()}";
}
