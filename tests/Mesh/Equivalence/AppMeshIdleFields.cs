using System.Text.Json.Nodes;

namespace CrossCloudMesh.Tests.Mesh.Equivalence;

/// <summary>The fields of App Mesh's objects whose change may do nothing, each with the reason. Whatever is not here must count.</summary>
internal static class AppMeshIdleFields
{
    private const string Default = "it says what App Mesh does anyway";
    private const string Name = "nothing refers to it by its name";
    private const string People = "it is for people and tools";
    private const string Found = "where pods are found is not in the normal form";
    private const string File = "where a file is in the pod is not in the normal form";
    private const string Same = "a reference without a namespace is to the object's own";
    private const string Never = "nothing is tried again";

    private static readonly Row[] Rows =
    [
        new("Namespace", "metadata.annotations", People),
        new("Namespace", "metadata.name", "a namespace that is not among the objects is taken to be in the mesh"),
        new("Service", "metadata.annotations", People),
        new("Service", "metadata.name", "the name of a service whose address is not among the objects is taken to resolve"),
        new("Service", "metadata.namespace", "the name of a service whose address is not among the objects is taken to resolve"),
        new("Service", "spec.selector", "callers find pods in Cloud Map, and the address only leads to the proxy"),
        new("Service", "spec.ports[].name", "what is spoken there the listener says"),
        new("Service", "spec.ports[].appProtocol", "what is spoken there the listener says"),
        new("Mesh", "metadata.name", Name),
        new("Mesh", "spec.awsName", Name),
        new("Mesh", "spec.egressFilter", Default, change => change.IsDeletion && change.Path == "spec.egressFilter"),
        new("Mesh", "spec.namespaceSelector.matchLabels", "it selects fewer namespaces, and those that are here are selected without it", change => change.IsGone),
        new("Mesh", "spec.namespaceSelector", "it selects fewer namespaces, and those that are here are selected without it", change => change.New is JsonObject),
        new("VirtualNode", "spec.logging", People),
        new("VirtualNode", "spec.listeners[].timeout.", "the 15 s of a listener that says nothing are no shorter than the route's", (change, own, all) =>
            change.IsDeletion && change.Shape.EndsWith(".perRequest", StringComparison.Ordinal) && Routers(own, all).All(router => LimitOf(router) is > 0 and <= 15_000)),
        new("VirtualNode", "spec.serviceDiscovery.awsCloudMap", Found),
        new("VirtualNode", "spec.listeners[].tls.certificate.file", File),
        new("VirtualNode", "spec.listeners[].tls.validation.trust.file", File),
        new("VirtualNode", "spec.backends", "a list of none says no more than no list", change => change is { IsDeletion: true, Path: "spec.backends", Old: JsonArray { Count: 0 } }),
        new("VirtualNode", "spec.backends[].virtualService.clientPolicy.tls.certificate.file", File),
        new("VirtualNode", "spec.backends[].virtualService.clientPolicy.tls.validation.trust.file", File),
        new("VirtualNode", "spec.backends[].virtualService.clientPolicy.tls.enforce", Default, change => change.IsDeletion),
        new("VirtualNode", "spec.backends[].virtualService.virtualServiceRef.namespace", Same, IsOwn),
        new("VirtualService", "metadata.name", Name, (_, own, all) => !all.Any(each => each.Content.ToJsonString().Contains("\"virtualServiceRef\":{\"name\":\"" + NameOf(own), StringComparison.Ordinal))),
        new("VirtualService", "spec.provider.virtualRouter.virtualRouterRef.namespace", Same, IsOwn),
        new("VirtualRouter", "spec.routes[].name", Name),
        new("VirtualRouter", "spec.routes[].", "one target alone gets everything", (change, own, _) => change.Shape.EndsWith(".weight", StringComparison.Ordinal) && Action(own)["weightedTargets"]!.AsArray().Count == 1),
        new("VirtualRouter", "spec.routes[].", Same, (change, own, all) => change.Shape.EndsWith(".virtualNodeRef.namespace", StringComparison.Ordinal) && IsOwn(change, own, all)),
        new("VirtualRouter", "spec.routes[].", Never, (change, own, _) => change.Shape.Contains(".retryPolicy.", StringComparison.Ordinal) && !change.Shape.EndsWith(".maxRetries", StringComparison.Ordinal) && TriesAgain(own) == "0"),
        new("VirtualRouter", "spec.routes[].", "a server's errors are a gateway's too", (change, own, _) =>
            change.Old is JsonValue old && old.ToString() == "gateway-error" && Events(own) is var events && events.Contains("server-error") && (change.IsDeletion || events.Contains(change.New!.ToString()))),
    ];

    /// <summary>Why it may do nothing; null where it must not.</summary>
    public static string? Why(FieldChange change, IReadOnlyList<RenderedObject> objects)
    {
        var own = objects[change.Object].Content;
        var kind = own["kind"]!.GetValue<string>();
        return kind == "VirtualNode" && !IsCalled(own, objects) && !change.Shape.StartsWith("spec.backends", StringComparison.Ordinal) && IsNoIdentity(change.Shape)
            ? "no request goes to this version at the step that holds"
            : Array.Find(Rows, row => row.Kind == kind && change.Shape.StartsWith(row.Shape, StringComparison.Ordinal) && row.When(change, own, objects))?.Reason;
    }

    /// <summary>Whether it tells nothing of which pods have which identity.</summary>
    private static bool IsNoIdentity(string shape) => !shape.StartsWith("spec.podSelector", StringComparison.Ordinal) || shape.EndsWith(".version", StringComparison.Ordinal);

    private static bool IsOwn(FieldChange change, JsonNode own, IReadOnlyList<RenderedObject> objects) =>
        change.IsDeletion && JsonNode.DeepEquals(change.Old, own["metadata"]!["namespace"]);

    private static string NameOf(JsonNode content) => content["metadata"]!["name"]!.GetValue<string>();

    private static JsonNode RouteOf(JsonNode router) => router["spec"]!["routes"]![0]!.AsObject().Single(member => member.Key.EndsWith("Route", StringComparison.Ordinal)).Value!;

    private static JsonNode Action(JsonNode router) => RouteOf(router)["action"]!;

    private static string TriesAgain(JsonNode router) => RouteOf(router)["retryPolicy"]!["maxRetries"]!.ToJsonString();

    private static HashSet<string> Events(JsonNode router) => [.. RouteOf(router)["retryPolicy"]!["httpRetryEvents"]!.AsArray().Select(cause => cause!.GetValue<string>())];

    private static long LimitOf(JsonNode router) => RouteOf(router)["timeout"]!["perRequest"]!["value"]!.GetValue<long>();

    /// <summary>The router of the service of a node.</summary>
    private static IEnumerable<JsonNode> Routers(JsonNode node, IReadOnlyList<RenderedObject> objects) => objects
        .Select(each => each.Content)
        .Where(each => each["kind"]!.GetValue<string>() == "VirtualRouter"
            && JsonNode.DeepEquals(each["metadata"]!["namespace"], node["metadata"]!["namespace"])
            && NameOf(each) == node["spec"]!["podSelector"]!["matchLabels"]!["app"]!.GetValue<string>());

    private static bool IsCalled(JsonNode node, IReadOnlyList<RenderedObject> objects) => objects
        .Where(each => each.Content["kind"]!.GetValue<string>() == "VirtualRouter")
        .SelectMany(each => Action(each.Content)["weightedTargets"]!.AsArray())
        .Any(target => JsonNode.DeepEquals(target!["virtualNodeRef"]!["name"], node["metadata"]!["name"]) && JsonNode.DeepEquals(target["virtualNodeRef"]!["namespace"], node["metadata"]!["namespace"]));

    /// <param name="Kind">Of the object.</param>
    /// <param name="Shape">What the field's path begins with.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="When">Which changes of it.</param>
    private sealed record Row(string Kind, string Shape, string Reason, Func<FieldChange, JsonNode, IReadOnlyList<RenderedObject>, bool> When)
    {
        public Row(string kind, string shape, string reason)
            : this(kind, shape, reason, (_, _, _) => true)
        {
        }

        public Row(string kind, string shape, string reason, Func<FieldChange, bool> when)
            : this(kind, shape, reason, (change, _, _) => when(change))
        {
        }
    }
}
