using System.Text.Json;
using System.Text.Json.Nodes;
using CrossCloudMesh.Lifters.AppMesh;
using CrossCloudMesh.Tests.Mesh.Istio;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Tests.Schemas;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Tests.Mesh.AppMesh;

/// <summary>No field is passed over: whichever is changed, left out or added, the normal form is another one or the object is refused.</summary>
public sealed class AppMeshMutationTests
{
    /// <summary>Words of which one can stand where another does.</summary>
    private static readonly string[][] Words =
    [
        ["STRICT", "PERMISSIVE", "DISABLED"],
        ["DROP_ALL", "ALLOW_ALL"],
        ["ENDPOINTS", "LOADBALANCER"],
        ["http", "http2", "grpc", "tcp"],
        ["s", "ms"],
        ["payment-v1", "payment-v2", "risk", "orders", "payment"],
        ["v1", "v2"],
        ["payments", "trading"],
        ["server-error", "gateway-error", "client-error", "stream-error"],
        ["cancelled", "internal", "unavailable"],
    ];

    private const string Found = "is where pods are found, and which pods are behind a name is not in the normal form";
    private const string ForPeople = "is about logs, which are for people";
    private const string File = "is where a file lies in the pod, and what is in it no object says";
    private const string NameOfOne = "is a name that nothing refers to";
    private const string Longer = "is the longer of two limits, of which the shorter holds";
    private const string Selected = "selects fewer namespaces, and those that are here are selected with or without it";

    /// <summary>Fields that change nothing that callers and services could see, by the end of their paths.</summary>
    private static readonly (string End, string Why)[] WithoutEffect =
    [
        ("$[0].metadata.name", NameOfOne),
        ("$[7].metadata.name", NameOfOne),
        ("$[11].metadata.name", NameOfOne),
        ("$[0].spec.awsName", NameOfOne),
        ("$[4].spec.awsName", NameOfOne),
        ("$[5].spec.awsName", NameOfOne),
        (".routes[0].name", NameOfOne),
        (".routes[0].priority", "orders routes, and there is one"),
        ("spec.namespaceSelector", Selected),
        ("namespaceSelector.matchLabels", Selected),
        ("namespaceSelector.matchLabels.mesh", Selected),
        ("spec.logging", ForPeople),
        ("accessLog.file.path", ForPeople),
        ("accessLog.file.format", ForPeople),
        ("accessLog.file.format.text", ForPeople),
        ("file.certificateChain", File),
        ("file.privateKey", File),
        ("dns.hostname", Found),
        ("awsCloudMap.namespaceName", Found),
        ("awsCloudMap.serviceName", Found),
        ("awsCloudMap.attributes", Found),
        ("attributes[0].key", Found),
        ("attributes[0].value", Found),
        ("tls.ports[1]", "is a port beside the one that is called"),
        ("$[14].spec.podSelector.matchLabels.app", "says the identity, which nobody asks for where plaintext is spoken"),
        ("$[10].spec.podSelector.matchLabels.app", "says the identity only where certificates come from files"),
        ("http2Route.action.weightedTargets[0].weight", "counts against other weights, and there are none"),
        ("grpcRoute.match", "says the one port, or nothing, and takes any request"),
        ("http2Route.timeout.idle", Longer),
        ("http2Route.timeout.idle.value", Longer),
        ("timeout.http2.perRequest", Longer),
        ("timeout.http2.perRequest.value", Longer),
        ("http2Route.retryPolicy.perRetryTimeout.unit", "is about retries, and there are none"),
        ("http2Route.retryPolicy.perRetryTimeout.value", "is about retries, and there are none"),
    ];

    /// <summary>Fields that say what holds without them too.</summary>
    private static readonly string[] SaidAnyway =
    [
        "$[0].spec.egressFilter",
        "$[11].spec.backends[0].virtualService.virtualServiceRef.namespace",
        "$[3].spec.provider.virtualRouter.virtualRouterRef.namespace",
        "$[4].spec.routes[0].httpRoute.match.port",
        "$[4].spec.routes[0].httpRoute.action.weightedTargets[0].virtualNodeRef.namespace",
        "$[4].spec.routes[0].httpRoute.action.weightedTargets[0].port",
        "$[4].spec.routes[0].httpRoute.action.weightedTargets[1].virtualNodeRef.namespace",
        "$[4].spec.routes[0].httpRoute.action.weightedTargets[1].port",
        "$[7].spec.backendDefaults.clientPolicy.tls.enforce",
        "$[7].spec.backendDefaults.clientPolicy.tls.ports",
        "$[8].spec.provider.virtualRouter.virtualRouterRef.namespace",
        "$[9].spec.routes[0].grpcRoute.match.port",
        "$[9].spec.routes[0].grpcRoute.action.weightedTargets[0].virtualNodeRef.namespace",
    ];

    /// <summary>Objects of Kubernetes' own kinds, of which only what a mesh goes by is read.</summary>
    private static readonly string[] OfKubernetes = ["$[1]", "$[2]", "$[15]"];

    private static readonly string Good = AppMeshObjects.GoodText;

    private static readonly JsonArray Objects = [.. Good.Split("\n---\n").Select(IstioObjects.Parse)];

    private static readonly MeshForm Form = FormOf(Objects)!;

    [Fact]
    public void GoodObjects_AreUnderstood()
    {
        Assert.Empty(AppMeshLifter.Of(Objects.Select(each => each!), AppMeshObjects.Mesh).Faults);
        Assert.Equal(4, Form.Services.Count);
    }

    [CrdFact]
    public void GoodObjects_FitTheirDefinitions() => Assert.All(Good.Split("\n---\n").Select(WrittenYaml.Read), members =>
        Assert.Empty(KubernetesStructure.Faults(members) ?? StructuralCheck.Of(members, CrdSchemas.Find(members["apiVersion"].Text(), members["kind"].Text())!)));

    [Fact]
    public void EveryChange_IsSeen_OrRefused()
    {
        List<JsonNode> places = [.. OwnPlaces()];
        var unseen = places.SelectMany(place => Changes(place).Where(change => !JsonNode.DeepEquals(place, change)).Select(change => (Place: place.GetPath(), Changed: Changed(place, change))))
            .Where(mutant => Form.Equals(FormOf(mutant.Changed)))
            .Select(mutant => mutant.Place);
        Assert.InRange(places.Count, 300, 600);
        MustBeNone(unseen.Where(path => !IsWithoutEffect(path)));
    }

    [Fact]
    public void EveryField_LeftOut_IsMissed()
    {
        List<string> unmissed = [.. OwnPlaces().Where(place => Form.Equals(FormOf(Changed(place, null)))).Select(place => place.GetPath()).Where(path => !IsWithoutEffect(path))];
        MustBeNone(unmissed.Except(SaidAnyway, StringComparer.Ordinal));
        MustBeNone(SaidAnyway.Except(unmissed, StringComparer.Ordinal));
    }

    [Fact]
    public void UnknownFields_AreRefused_WhereverTheyStand() => MustBeNone(OwnPlaces().OfType<JsonObject>().Where(place =>
    {
        var with = place.DeepClone().AsObject();
        with["surprise"] = "x";
        return Form.Equals(FormOf(Changed(place, with)));
    }).Select(place => place.GetPath()));

    [Fact]
    public void EveryFieldWithoutEffect_IsThere_AndHasNone() => Assert.All(WithoutEffect, field =>
    {
        Assert.NotEmpty(field.Why);
        Assert.Contains(OwnPlaces(), place => place.GetPath().EndsWith(field.End, StringComparison.Ordinal)
            && Changes(place).Append(null).Any(change => (change is null || !JsonNode.DeepEquals(place, change)) && Form.Equals(FormOf(Changed(place, change)))));
    });

    private static bool IsWithoutEffect(string path) => WithoutEffect.Any(field => path.EndsWith(field.End, StringComparison.Ordinal));

    private static void MustBeNone(IEnumerable<string> paths)
    {
        List<string> all = [.. paths.Distinct()];
        Assert.True(all.Count == 0, string.Join('\n', all));
    }

    private static IEnumerable<JsonNode> OwnPlaces() => Places(Objects).Where(place => !OfKubernetes.Any(own => place.GetPath() == own || place.GetPath().StartsWith(own + ".", StringComparison.Ordinal)));

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
        var path = place.GetPath();
        var copy = Objects.DeepClone().AsArray();
        var at = Places(copy).First(each => each.GetPath() == path);
        switch (at.Parent)
        {
            case JsonArray list when change is null:
                list.RemoveAt(at.GetElementIndex());
                break;
            case JsonObject map when change is null:
                map.Remove(at.GetPropertyName());
                break;
            default:
                at.ReplaceWith(change!.DeepClone());
                break;
        }

        return copy;
    }

    private static MeshForm? FormOf(JsonArray objects) => AppMeshLifter.Of(objects.Select(each => each!), AppMeshObjects.Mesh).Form;
}
