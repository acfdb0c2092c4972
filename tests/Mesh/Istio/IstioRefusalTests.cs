using System.Text.Json.Nodes;
using CrossCloudMesh.Lifters.Istio;

namespace CrossCloudMesh.Tests.Mesh.Istio;

/// <summary>What is not understood is refused by its name, with its path, and never passed over.</summary>
public sealed class IstioRefusalTests
{
    private const string Place = " is not understood, or has no place in the normal form";

    [Theory]
    [InlineData("route-timeout", "spec/http/0/mirror", """{"host":"shadow"}""", "VirtualService payments/payment: spec.http[0].mirror:" + Place + """; got {"host":"shadow"}; leave it out""")]
    [InlineData("route-timeout", "spec/http/0/match", """[{"uri":{"prefix":"/"}}]""", "VirtualService payments/payment: spec.http[0].match:" + Place + """; got [{"uri":{"prefix":"/"}}]; leave it out""")]
    [InlineData("route-timeout", "spec/http/0/timeout", "\"0s\"", "VirtualService payments/payment: spec.http[0].timeout: must be a duration in hours, minutes, seconds or milliseconds, of 1ms or more in whole ones; got 0s")]
    [InlineData("route-timeout", "spec/http/0/route/0/destination/host", "\"orders\"", "VirtualService payments/payment: spec.http[0].route[0].destination.host: must be payment.payments.svc.cluster.local, as the normal form shares requests out among versions of one service; got orders")]
    [InlineData("route-timeout", "spec/http/0/route/0/destination/subset", "\"v1\"", "VirtualService payments/payment: spec.http[0].route[0].destination.subset: must be a subset of the destination rule of its host; got v1")]
    [InlineData("route-timeout", "spec/hosts/0", "\"payment.payments\"", "VirtualService payments/payment: spec.hosts[0]: must be the host of a service that is here; got payment.payments")]
    [InlineData("route-timeout", "spec/gateways", "[\"istio-ingress/public\"]", "VirtualService payments/payment: spec.gateways[0]: must be mesh, as nothing else has a place in the normal form; got istio-ingress/public")]
    [InlineData("route-no-retries", "spec/http/0/retries/retryOn", "\"reset\"", "VirtualService payments/payment: spec.http[0].retries.retryOn:" + Place + "; got reset; leave it out")]
    [InlineData("route-no-retries", "spec/http/0/route/0/destination/port/number", "81", "VirtualService payments/payment: spec.http[0].route[0].destination.port.number: must be 8080, the port that is called; got 81")]
    [InlineData("route-retries-said", "spec/http/0/retries/retryOn", "\"5xx,reset\"", "VirtualService payments/payment: spec.http[0].retries.retryOn: must hold events that the normal form knows, and 5xx is none; got 5xx,reset")]
    [InlineData("route-retries-said", "spec/http/0/retries/retryRemoteLocalities", "true", "VirtualService payments/payment: spec.http[0].retries.retryRemoteLocalities:" + Place + "; got true; leave it out")]
    [InlineData("rule-pool", "spec/trafficPolicy/connectionPool/http/maxRetries", "3", "DestinationRule payments/payment: spec.trafficPolicy.connectionPool.http.maxRetries:" + Place + "; got 3; leave it out")]
    [InlineData("rule-pool", "spec/trafficPolicy/portLevelSettings", "[]", "DestinationRule payments/payment: spec.trafficPolicy.portLevelSettings:" + Place + "; got []; leave it out")]
    [InlineData("rule-ejection-said", "spec/trafficPolicy/outlierDetection/consecutive5xxErrors", "0", "DestinationRule payments/payment: spec.trafficPolicy.outlierDetection.consecutive5xxErrors: must be a whole number, 1 or more; got 0")]
    [InlineData("rule-ejection-said", "spec/trafficPolicy/outlierDetection/minHealthPercent", "101", "DestinationRule payments/payment: spec.trafficPolicy.outlierDetection.minHealthPercent: must be 100 or less; got 101")]
    [InlineData("rule-round-robin", "spec/trafficPolicy/loadBalancer/simple", "\"RANDOM\"", "DestinationRule payments/payment: spec.trafficPolicy.loadBalancer.simple: must be ROUND_ROBIN or LEAST_REQUEST or LEAST_CONN or UNSPECIFIED, as nothing else has a place in the normal form; got RANDOM")]
    [InlineData("rule-own-site", "spec/trafficPolicy/loadBalancer/localityLbSetting/failoverPriority/0", "\"app\"", "DestinationRule payments/payment: spec.trafficPolicy.loadBalancer.localityLbSetting.failoverPriority: must begin with topology.istio.io/network, then at most topology.kubernetes.io/region and topology.kubernetes.io/zone; got [\"app\"]")]
    [InlineData("rule-servers", "spec/trafficPolicy/tls/subjectAltNames/0", "\"payment.example\"", "DestinationRule payments/payment: spec.trafficPolicy.tls.subjectAltNames[0]: must be an identity that begins with spiffe://; got payment.example")]
    [InlineData("rule-servers", "spec/trafficPolicy/tls/sni", "\"a\"", "DestinationRule payments/payment: spec.trafficPolicy.tls.sni:" + Place + "; got a; leave it out")]
    [InlineData("rule-versions", "spec/subsets/0/labels/tier", "\"a\"", "DestinationRule payments/payment: spec.subsets[0].labels: must be the label version alone; got {\"version\":\"v1\",\"tier\":\"a\"}")]
    [InlineData("rule-silent", "metadata/namespace", "\"trading\"", "DestinationRule trading/payment: spec.host: must be the host of a service that is here; got payment")]
    [InlineData("rule-round-robin", "metadata/namespace", "\"trading\"", "DestinationRule trading/payment: spec.host: must be a host of its own namespace, so that it holds for every caller, and Service payments/payment is not in trading; got payment.payments.svc.cluster.local")]
    [InlineData("sidecar-caps", "spec/workloadSelector/labels/version", "\"v1\"", "Sidecar payments/payment: spec.workloadSelector.labels.version: must be a label by which Service payments/payment selects its pods, as it may hold for some of them; got v1")]
    [InlineData("sidecar-caps", "spec/workloadSelector/labels/app", "\"orders\"", "Sidecar payments/payment: spec.workloadSelector.labels: holds for no service that is here")]
    [InlineData("sidecar-namespace", "spec/egress/0/hosts/0", "\"./*.example\"", "Sidecar payments/default: spec.egress[0].hosts[0]: must be a namespace and, after /, * or one whole name; or be ~/* alone; got ./*.example")]
    [InlineData("sidecar-namespace", "spec/egress/0/hosts/0", "\"~trading/*\"", "Sidecar payments/default: spec.egress[0].hosts[0]: must be a namespace and, after /, * or one whole name; or be ~/* alone; got ~trading/*")]
    [InlineData("sidecar-namespace", "spec/egress/0/hosts/0", "\"trading/*\"", "Sidecar payments/default: spec.egress[0].hosts[0]: must stand for a service that is here; got trading/*")]
    [InlineData("sidecar-namespace", "spec/egress/0/hosts", "[\"~/*\",\"./*\"]", "Sidecar payments/default: spec.egress[0].hosts[0]: must be a namespace and, after /, * or one whole name; or be ~/* alone; got ~/*")]
    [InlineData("sidecar-namespace", "spec/egress/0/port", "{}", "Sidecar payments/default: spec.egress[0].port:" + Place + "; got {}; leave it out")]
    [InlineData("nobody", "metadata/labels", """{"istio-injection":"disabled"}""", "objects[1].metadata.labels.istio-injection: may change what Istio does, and has no place in the normal form; got disabled; leave it out")]
    [InlineData("strict-port", "spec/portLevelMtls/81", """{"mode":"STRICT"}""", """PeerAuthentication payments/payment: spec.portLevelMtls.81: must be under a port of a service that is here; got {"mode":"STRICT"}""")]
    [InlineData("strict-mesh", "spec/portLevelMtls", """{"80":{"mode":"STRICT"}}""", """PeerAuthentication istio-system/default: spec.portLevelMtls.80: must be under the number of a port, of a policy with a selector; got {"mode":"STRICT"}""")]
    [InlineData("nobody", "spec/action", "\"DENY\"", "AuthorizationPolicy istio-system/nobody: spec.action: must be ALLOW, as nothing else has a place in the normal form; got DENY")]
    [InlineData("everybody", "spec/rules/0/when", "[]", "AuthorizationPolicy payments/everybody: spec.rules[0].when:" + Place + "; got []; leave it out")]
    [InlineData("callers-by-principal", "spec/rules/0/from/0/source/principals/0", "\"*\"", "AuthorizationPolicy payments/payment: spec.rules[0].from[0].source.principals[0]: must be one name to the letter, without *; got *")]
    [InlineData("callers-by-principal", "spec/rules/0/to/0/operation/paths", "[\"/a\"]", "AuthorizationPolicy payments/payment: spec.rules[0].to[0].operation.paths:" + Place + "; got [\"/a\"]; leave it out")]
    [InlineData("callers-by-principal", "spec/rules/0/to/0/operation/ports/0", "\"81\"", "AuthorizationPolicy payments/payment: spec.rules[0].to[0].operation.ports[0]: must be a port of a service that is here; got 81")]
    [InlineData("callers-by-account", "spec/rules/0/from/0/source/principals", "[\"a\"]", "AuthorizationPolicy payments/payment-callers: spec.rules[0].from[0].source.principals:" + Place + "; got [\"a\"]; leave it out")]
    [InlineData("outside", "spec/endpoints", "[]", "ServiceEntry payments/bank: spec.endpoints:" + Place + "; got []; leave it out")]
    [InlineData("inside", "spec/hosts/0", "\"*.mesh.example\"", "ServiceEntry payments/ledger: spec.hosts[0]: must be one whole name; got *.mesh.example")]
    [InlineData("inside", "spec/ports/0/targetPort", "9001", "ServiceEntry payments/ledger: spec.ports[0].targetPort: must be 9000 too, as the normal form has one port; got 9001")]
    [InlineData("inside", "spec/ports/0/protocol", "\"TCP\"", "ServiceEntry payments/ledger: spec.ports[0].protocol: must say http, http2 or grpc, alone or before a hyphen; got TCP")]
    [InlineData("nobody", "metadata/annotations", """{"istio.io/rev":"next"}""", "objects[1].metadata.annotations.istio.io/rev: may change what Istio does, and has no place in the normal form; got next; leave it out")]
    [InlineData("nobody", "kind", "\"EnvoyFilter\"", "objects[1].kind: must be a kind that the lifter knows, one of AuthorizationPolicy, DestinationRule, Namespace, PeerAuthentication, Service, ServiceAccount, ServiceEntry, Sidecar, VirtualService; got EnvoyFilter")]
    [InlineData("nobody", "apiVersion", "\"security.istio.io/v2\"", "objects[1].apiVersion: must be security.istio.io/v1 or security.istio.io/v1beta1, as nothing else has a place in the normal form; got security.istio.io/v2")]
    public void Object_IsRefused_ByName(string name, string path, string json, string fault)
    {
        var reading = IstioLifter.Of([IstioObjects.Named("service"), Changed(IstioObjects.Named(name), path, json)], IstioObjects.Mesh);
        Assert.Null(reading.Form);
        Assert.Equal([fault], reading.Faults.Select(each => each.ToString()));
    }

    [Theory]
    [InlineData("rule-plaintext rule-silent", "DestinationRule payments/payment: must be there once")]
    [InlineData("service-named-grpc", "Service payments/payment: must be there once")]
    [InlineData("disabled-workload rule-servers", "DestinationRule payments/payment: spec.trafficPolicy.tls: must not ask for a certificate of Service payments/payment, which shows none; got {\"mode\":\"ISTIO_MUTUAL\",\"subjectAltNames\":[\"spiffe://mesh.example/ns/payments/sa/till\",\"spiffe://mesh.example/ns/payments/sa/bank\"]}")]
    public void Objects_AreRefused_Together(string names, string fault) =>
        Assert.Equal([fault], IstioObjects.Lifted(["service", .. names.Split(' ')]).Faults.Select(each => each.ToString()));

    [Theory]
    [InlineData("rule-silent", "DestinationRule payments/second: spec.host: must be the host of one DestinationRule, and is that of DestinationRule payments/payment too; got payment")]
    [InlineData("route-timeout", "VirtualService payments/second: spec.hosts[0]: must be the host of one VirtualService, and is that of VirtualService payments/payment too; got payment")]
    [InlineData("sidecar-caps", "Sidecar payments/second: spec: must not hold for Service payments/payment together with Sidecar payments/payment, as either may count; keep one")]
    [InlineData("strict-port", "PeerAuthentication payments/second: spec: must not hold for Service payments/payment together with PeerAuthentication payments/payment, as either may count; keep one")]
    public void Twins_AreRefused(string name, string fault)
    {
        var twin = Changed(IstioObjects.Named(name), "metadata/name", "\"second\"");
        Assert.Equal([fault], IstioLifter.Of([IstioObjects.Named("service"), IstioObjects.Named(name), twin], IstioObjects.Mesh).Faults.Select(each => each.ToString()));
    }

    private static JsonNode Changed(JsonNode node, string path, string json)
    {
        string[] steps = path.Split('/');
        var at = steps[..^1].Aggregate(node, (place, step) => place is JsonArray list ? list[int.Parse(step)]! : place[step]!);
        if (at is JsonArray items)
        {
            items[int.Parse(steps[^1])] = JsonNode.Parse(json);
        }
        else
        {
            at[steps[^1]] = JsonNode.Parse(json);
        }

        return node;
    }
}
