using System.Text.Json;
using System.Text.Json.Nodes;
using CrossCloudMesh.Lifters.Istio;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Tests.Mesh.Istio;

/// <summary>No field is passed over: whichever is changed, left out or added, the normal form is another one or the object is refused.</summary>
public sealed class IstioMutationTests
{
    /// <summary>Objects of which each field counts, as none says what holds without it.</summary>
    private const string Good = """
        apiVersion: v1
        kind: Service
        metadata: {name: payment, namespace: payments}
        spec:
          selector: {app: payment}
          ports:
            - {port: 8080, appProtocol: http}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: risk, namespace: trading}
        spec:
          selector: {app: risk}
          ports:
            - {port: 7000, name: grpc}
            - {port: 7001, name: http2}
        ---
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: payment, namespace: payments}
        spec:
          hosts: [payment]
          http:
            - timeout: 10s
              retries: {attempts: 3, perTryTimeout: 2s, retryOn: "503,reset", retryIgnorePreviousHosts: false}
              route:
                - {destination: {host: payment, subset: stable}, weight: 95}
                - {destination: {host: payment, subset: next}, weight: 5}
        ---
        apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata: {name: payment, namespace: payments}
        spec:
          host: payment
          subsets:
            - {name: stable, labels: {version: v1}}
            - {name: next, labels: {version: v2}}
          trafficPolicy:
            connectionPool:
              tcp: {maxConnections: 100, connectTimeout: 500ms}
              http: {http1MaxPendingRequests: 10, http2MaxRequests: 20}
            loadBalancer:
              simple: ROUND_ROBIN
              localityLbSetting: {failoverPriority: [topology.istio.io/network]}
            outlierDetection: {consecutive5xxErrors: 3, interval: 5s, baseEjectionTime: 1m, maxEjectionPercent: 70, minHealthPercent: 50}
            tls: {mode: ISTIO_MUTUAL, subjectAltNames: ["spiffe://mesh.example/ns/payments/sa/till", "spiffe://mesh.example/ns/payments/sa/bank"]}
        ---
        apiVersion: networking.istio.io/v1
        kind: Sidecar
        metadata: {name: payment, namespace: payments}
        spec:
          workloadSelector: {labels: {app: payment}}
          inboundConnectionPool:
            tcp: {maxConnections: 7}
            http: {http1MaxPendingRequests: 8, http2MaxRequests: 9}
        ---
        apiVersion: networking.istio.io/v1
        kind: Sidecar
        metadata: {name: ledger, namespace: payments}
        spec:
          workloadSelector: {labels: {app: ledger}}
          inboundConnectionPool: {http: {http2MaxRequests: 10}}
        ---
        apiVersion: security.istio.io/v1
        kind: PeerAuthentication
        metadata: {name: default, namespace: istio-system}
        spec: {mtls: {mode: STRICT}}
        ---
        apiVersion: security.istio.io/v1
        kind: PeerAuthentication
        metadata: {name: risk, namespace: trading}
        spec:
          selector: {matchLabels: {app: risk}}
          mtls: {mode: PERMISSIVE}
          portLevelMtls: {"7001": {mode: STRICT}}
        ---
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata: {name: nobody, namespace: istio-system}
        spec: {}
        ---
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata: {name: payment, namespace: payments}
        spec:
          selector: {matchLabels: {app: payment}}
          rules:
            - from:
                - source: {principals: [mesh.example/ns/trading/sa/orders, mesh.example/ns/trading/sa/risk]}
                - source: {serviceAccounts: [till]}
        ---
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata: {name: risk, namespace: trading}
        spec:
          rules:
            - from:
                - source: {principals: [mesh.example/ns/payments/sa/payment]}
              to:
                - operation: {ports: ["7001"]}
        ---
        apiVersion: networking.istio.io/v1
        kind: ServiceEntry
        metadata: {name: bank, namespace: payments}
        spec:
          hosts: [api.bank.example]
          ports:
            - {number: 80, name: http, protocol: HTTP}
          resolution: DNS
        ---
        apiVersion: networking.istio.io/v1
        kind: ServiceEntry
        metadata: {name: ledger, namespace: payments}
        spec:
          hosts: [ledger.mesh.example]
          location: MESH_INTERNAL
          ports:
            - {number: 9000, name: api, protocol: HTTP2}
          resolution: STATIC
          workloadSelector: {labels: {app: ledger}}
          subjectAltNames: ["spiffe://mesh.example/ns/payments/sa/ledger"]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: till, namespace: payments}
        spec:
          selector: {app: till}
          ports:
            - {port: 8000, name: http}
        ---
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata: {name: till, namespace: payments}
        spec:
          selector: {matchLabels: {app: till}}
          rules:
            - from:
                - source: {serviceAccounts: [front/shop]}
        ---
        apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata: {name: bank, namespace: payments}
        spec:
          host: api.bank.example
          trafficPolicy: {loadBalancer: {simple: ROUND_ROBIN}}
        """;

    /// <summary>Words of which one can stand where another does.</summary>
    private static readonly string[][] Words =
    [
        ["STRICT", "PERMISSIVE", "DISABLE", "UNSET", "ISTIO_MUTUAL"],
        ["ROUND_ROBIN", "LEAST_REQUEST"],
        ["DNS", "STATIC"],
        ["MESH_INTERNAL", "MESH_EXTERNAL"],
        ["http", "http2", "grpc"],
        ["HTTP", "HTTP2", "GRPC"],
        ["stable", "next"],
        ["topology.istio.io/network", "topology.kubernetes.io/zone"],
    ];

    private static readonly JsonArray Objects = [.. Good.Split("\n---\n").Select(IstioObjects.Parse)];

    private static readonly MeshForm Form = FormOf(Objects)!;

    [Fact]
    public void GoodObjects_AreUnderstood() => Assert.Equal(6, Form.Services.Count);

    [Fact]
    public void EveryChange_IsSeen_OrRefused()
    {
        List<JsonNode> places = [.. Places(Objects)];
        var unseen = places.SelectMany(place => Changes(place).Where(change => !JsonNode.DeepEquals(place, change)).Select(change => (Place: place.GetPath(), Changed: Changed(place, change))))
            .Where(mutant => Form.Equals(FormOf(mutant.Changed)))
            .Select(mutant => mutant.Place);
        Assert.InRange(places.Count, 200, 500);
        Assert.DoesNotContain(unseen, path => !IsOnlyAName(path));
    }

    [Fact]
    public void EveryField_LeftOut_IsMissed()
    {
        var unmissed = Places(Objects).Where(place => Form.Equals(FormOf(Changed(place, null)))).Select(place => place.GetPath());
        Assert.DoesNotContain(unmissed, path => !IsOnlyAName(path));
    }

    /// <summary>But a label more by which pods are selected: which pods stand behind a name is not in the normal form.</summary>
    [Fact]
    public void UnknownFields_AreRefused_WhereverTheyStand() => Assert.All(Places(Objects).OfType<JsonObject>().Where(place => !SelectsPods(place)), place =>
    {
        var with = place.DeepClone().AsObject();
        with["surprise"] = "x";
        Assert.False(Form.Equals(FormOf(Changed(place, with))), place.GetPath());
    });

    private static bool SelectsPods(JsonObject place) =>
        place.Parent is JsonObject && (place.GetPropertyName() is "selector" && !place.ContainsKey("matchLabels") || place.GetPath() == "$[12].spec.workloadSelector.labels");

    /// <summary>Names that nothing refers to: of objects that are no services, and of a port beside its protocol.</summary>
    private static bool IsOnlyAName(string path) =>
        path.EndsWith(".metadata.name", StringComparison.Ordinal) && path is not ("$[0].metadata.name" or "$[1].metadata.name" or "$[13].metadata.name")
        || path is "$[11].spec.ports[0].name" or "$[12].spec.ports[0].name";

    private static IEnumerable<JsonNode> Places(JsonNode node)
    {
        foreach (var child in node is JsonObject map ? map.Select(member => member.Value!) : node is JsonArray list ? list.Select(item => item!) : [])
        {
            yield return child;
            foreach (var below in Places(child))
            {
                yield return below;
            }
        }
    }

    private static IEnumerable<JsonNode> Changes(JsonNode place) => place.GetValueKind() switch
    {
        JsonValueKind.String when place.GetValue<string>() is var text =>
            [text + "x", "1" + text, .. Words.Where(words => words.Contains(text)).SelectMany(words => words).Where(word => word != text)],
        JsonValueKind.Number => [place.GetValue<int>() + 1, 0, -1, "1"],
        JsonValueKind.True or JsonValueKind.False => [!place.GetValue<bool>()],
        _ => [new JsonObject(), new JsonArray(), 1],
    };

    /// <summary>The objects with something else in a place, or with nothing.</summary>
    private static JsonArray Changed(JsonNode place, JsonNode? change)
    {
        var steps = new Stack<object>();
        for (var node = place; node.Parent is { } parent; node = parent)
        {
            steps.Push(parent is JsonArray ? node.GetElementIndex() : node.GetPropertyName());
        }

        var copy = Objects.DeepClone().AsArray();
        JsonNode at = copy;
        while (steps.Count > 1)
        {
            at = steps.Pop() switch
            {
                int index => at[index]!,
                var name => at[(string)name]!,
            };
        }

        switch (steps.Pop(), change)
        {
            case (int index, null):
                at.AsArray().RemoveAt(index);
                break;
            case (int index, not null):
                at[index] = change.DeepClone();
                break;
            case (string name, null):
                at.AsObject().Remove(name);
                break;
            case (var name, _):
                at[(string)name] = change!.DeepClone();
                break;
        }

        return copy;
    }

    private static MeshForm? FormOf(JsonArray objects) => IstioLifter.Of(objects.Select(each => each!), IstioObjects.Mesh).Form;
}
