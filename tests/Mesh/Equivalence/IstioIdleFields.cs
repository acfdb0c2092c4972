using System.Text.Json.Nodes;

namespace CrossCloudMesh.Tests.Mesh.Equivalence;

/// <summary>The fields of Istio's objects whose change may do nothing, each with the reason. Whatever is not here must count.</summary>
internal static class IstioIdleFields
{
    private const string Default = "it says what Istio does anyway";
    private const string Elsewhere = "no request goes to this version at the step that holds";
    private const string Name = "nothing refers to the object by its name";
    private const string Short = "a name without a dot is a service of the object's own namespace";
    private const string Refused = "its proxies then find more than they may call, and who is called refuses the rest";

    private static readonly Row[] Rows =
    [
        new("DestinationRule", "metadata.name", Name),
        new("VirtualService", "metadata.name", Name),
        new("AuthorizationPolicy", "metadata.name", Name),
        new("PeerAuthentication", "metadata.name", Name),
        new("Sidecar", "metadata.name", Name),
        new("Service", "metadata.annotations", "it tells Pulumi what to wait for, and Istio nothing"),
        new("Service", "spec.ports[].name", "appProtocol counts before the name of a port"),
        new("Service", "spec.ports[].appProtocol", "the port's name says the same", change => change.IsDeletion),
        new("AuthorizationPolicy", "spec.action", Default, change => change.IsDeletion),
        new("AuthorizationPolicy", "", "without a rule it allows nobody, and nobody is allowed anyway", (_, own, _) => own["spec"]?["rules"] is null),
        new("AuthorizationPolicy", "spec.selector", "no other service of its namespace has the port, or all who may call it may call that too", (change, own, all) =>
            change.IsGone && Neighbours(change, own, all).All(other => Callers(own).IsSubsetOf(Callers(other)))),
        new("AuthorizationPolicy", "spec.rules[].to", "the service has no other port", change => change is { IsGone: true, Shape: "spec.rules[].to" }),
        new("Sidecar", "spec.workloadSelector", "each service has a Sidecar of its own, which counts before one for the namespace", change => change.IsGone),
        new("Sidecar", "spec.egress", Refused, change => change is { IsGone: true, Path: "spec.egress" } || change.Old.ToJsonString() == "\"~/*\""),
        new("VirtualService", "spec.hosts[]", Short, IsShort),
        new("VirtualService", "spec.http[].route[].destination.host", Short, IsShort),
        new("VirtualService", "spec.http[].route[].weight", "one target alone gets everything", (change, own, _) => change.New?.ToJsonString() is not "-1" && Targets(own) == 1),
        new("VirtualService", "spec.http[].route[].destination.port", "without a port it is the one that is called", change => change.IsGone),
        new("VirtualService", "spec.http[].retries", Default, (change, own, _) => change.IsGone && change.Path != "spec.http[0].retries" && NeverTriesAgain(own)),
        new("VirtualService", "spec.http[].retries", Default, (change, own, _) => change.New is JsonObject && NeverTriesAgain(own)),
        new("DestinationRule", "spec.host", Short, IsShort),
        new("DestinationRule", "spec.trafficPolicy.tls", Default, change => change.IsDeletion && !change.Path.EndsWith(".mode", StringComparison.Ordinal)),
        new("DestinationRule", "spec.trafficPolicy.connectionPool", Default, (change, own, _) =>
            change.IsGone && own["spec"]!["trafficPolicy"]!["connectionPool"]!["tcp"]!["connectTimeout"]!.GetValue<string>() == "10s"),
        new("DestinationRule", "spec.trafficPolicy.loadBalancer", Default, (change, own, _) =>
            change is { IsGone: true, Path: "spec.trafficPolicy.loadBalancer" } && PrefersZones(own) && IsLeastRequest(own)),
        new("DestinationRule", "spec.trafficPolicy.loadBalancer.simple", Default, (change, own, _) => change.IsDeletion && IsLeastRequest(own)),
        new("DestinationRule", "spec.trafficPolicy.loadBalancer.localityLbSetting", "near zones come first unless it says otherwise", (change, own, _) => change.IsGone && PrefersZones(own)),
        new("DestinationRule", "spec.trafficPolicy.loadBalancer.localityLbSetting.enabled", Default, change => change.IsDeletion && change.Old.GetValue<bool>()),
        new("DestinationRule", "spec.subsets", Elsewhere, IsOfAnotherStep),
    ];

    /// <summary>Why it may do nothing; null where it must not.</summary>
    public static string? Why(FieldChange change, IReadOnlyList<RenderedObject> objects)
    {
        var own = objects[change.Object].Content;
        return Array.Find(Rows, row =>
            row.Kind == own["kind"]!.GetValue<string>() && change.Shape.StartsWith(row.Shape, StringComparison.Ordinal) && row.When(change, own, objects))?.Reason;
    }

    /// <summary>The policies of other services in the same namespace and cluster that have the same port.</summary>
    private static IEnumerable<JsonNode> Neighbours(FieldChange change, JsonNode own, IReadOnlyList<RenderedObject> objects)
    {
        var near = objects
            .Where(each => each.Place == objects[change.Object].Place && JsonNode.DeepEquals(each.Content["metadata"]!["namespace"], own["metadata"]!["namespace"]))
            .Select(each => each.Content)
            .ToLookup(each => each["kind"]!.GetValue<string>());
        var ports = near["Service"].ToDictionary(each => NameOf(each), each => each["spec"]!["ports"]![0]!["port"]!.ToJsonString(), StringComparer.Ordinal);
        return near["AuthorizationPolicy"].Where(each => NameOf(each) != NameOf(own) && ports[NameOf(each)] == ports[NameOf(own)]);
    }

    private static HashSet<string> Callers(JsonNode policy) =>
        [.. policy["spec"]!["rules"]?[0]!["from"]![0]!["source"]!["principals"]!.AsArray().Select(caller => caller!.GetValue<string>()) ?? []];

    private static string NameOf(JsonNode content) => content["metadata"]!["name"]!.GetValue<string>();

    private static bool IsLeastRequest(JsonNode rule) => rule["spec"]!["trafficPolicy"]!["loadBalancer"]!["simple"]!.GetValue<string>() == "LEAST_REQUEST";

    private static bool IsShort(FieldChange change) => change.Old.GetValue<string>().Split('.')[0] == change.New?.ToString();

    private static bool NeverTriesAgain(JsonNode route) => route["spec"]!["http"]![0]!["retries"]!["attempts"]!.ToJsonString() == "0";

    private static bool PrefersZones(JsonNode rule) =>
        rule["spec"]!["trafficPolicy"]!["loadBalancer"]!["localityLbSetting"]!["failoverPriority"] is JsonArray { Count: 2 };

    private static int Targets(JsonNode route) => route["spec"]!["http"]![0]!["route"]!.AsArray().Count;

    private static bool IsOfAnotherStep(FieldChange change, JsonNode own, IReadOnlyList<RenderedObject> objects)
    {
        const string Start = "spec.subsets[";
        if (!change.Path.StartsWith(Start, StringComparison.Ordinal))
        {
            return false;
        }

        var subset = own["spec"]!["subsets"]![int.Parse(change.Path[Start.Length..change.Path.IndexOf(']')])]!["name"]!.GetValue<string>();
        return !objects.Where(each => each.Content["kind"]!.GetValue<string>() == "VirtualService" && JsonNode.DeepEquals(each.Content["spec"]!["hosts"]![0], own["spec"]!["host"]))
            .SelectMany(each => each.Content["spec"]!["http"]![0]!["route"]!.AsArray())
            .Any(target => target!["destination"]!["subset"]?.GetValue<string>() == subset);
    }

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
