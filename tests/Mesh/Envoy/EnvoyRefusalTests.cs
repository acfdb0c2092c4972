using System.Text.Json.Nodes;
using CrossCloudMesh.Lifters.Envoy;

namespace CrossCloudMesh.Tests.Mesh.Envoy;

/// <summary>What is not understood is refused by its name, with its path, and never passed over.</summary>
public sealed class EnvoyRefusalTests
{
    private const string Place = " is not understood, or has no place in the normal form";
    private const string Route = "static_resources/listeners/0/filter_chains/0/filters/0/typed_config/route_config/virtual_hosts/0/routes/0/route";
    private const string RoutePath = "static_resources.listeners[0].filter_chains[0].filters[0].typed_config.route_config.virtual_hosts[0].routes[0].route";
    private const string Manager = "static_resources/listeners/0/filter_chains/0/filters/0/typed_config";
    private const string ManagerPath = "static_resources.listeners[0].filter_chains[0].filters[0].typed_config";
    private const string Cluster = "static_resources/clusters/0";
    private const string ClusterPath = "static_resources.clusters[0]";

    [Theory]
    [InlineData("caller", "dynamic_resources", "{}", "orders.yaml: dynamic_resources:" + Place + "; got {}; leave it out")]
    [InlineData("caller", "layered_runtime", """{"layers":[{"name":"a","static_layer":{"upstream.healthy_panic_threshold":0}}]}""", "orders.yaml: layered_runtime.layers[0].static_layer.upstream.healthy_panic_threshold: may change anything, and has no place in the normal form; got 0; leave it out")]
    [InlineData("caller", Route + "/cluster", "\"other\"", "orders.yaml: " + RoutePath + ".cluster: must be the name of a cluster that is here; got other")]
    [InlineData("caller", Route + "/request_mirror_policies", "[]", "orders.yaml: " + RoutePath + ".request_mirror_policies:" + Place + "; got []; leave it out")]
    [InlineData("caller", Route + "/timeout", "\"250ms\"", "orders.yaml: " + RoutePath + ".timeout: must be a duration in seconds such as 0.250s, of 0 ms or more in whole ones; got 250ms")]
    [InlineData("caller", Route + "/max_stream_duration", """{"grpc_timeout_header_max":"3s"}""", "orders.yaml: " + RoutePath + ".max_stream_duration.grpc_timeout_header_max: must be 15s, as timeout is, since the normal form has one of both; got 3s")]
    [InlineData("caller", Route + "/retry_policy", """{"retry_on":"5xx"}""", "orders.yaml: " + RoutePath + ".retry_policy.retry_on: must hold events that the normal form knows, and 5xx is none; got 5xx")]
    [InlineData("caller", Route + "/retry_policy", """{"retry_on":"reset","retriable_status_codes":[503]}""", "orders.yaml: " + RoutePath + ".retry_policy.retry_on: must hold retriable-status-codes where there are retriable_status_codes, and only there; got reset")]
    [InlineData("caller", Route + "/retry_policy", """{"retry_on":"reset","retry_back_off":{}}""", "orders.yaml: " + RoutePath + ".retry_policy.retry_back_off:" + Place + "; got {}; leave it out")]
    [InlineData("caller", Manager + "/route_config/virtual_hosts/0/domains", "[\"*\"]", "orders.yaml: static_resources.listeners[0].filter_chains[0].filters[0].typed_config.route_config.virtual_hosts[0]: must be of one service by its name, and not of any")]
    [InlineData("caller", Manager + "/route_config/virtual_hosts/0/domains", "[\"a\"]", "orders.yaml: " + ManagerPath + ".route_config.virtual_hosts[0].domains: must be one name without its port and with it; got [\"a\"]")]
    [InlineData("caller", Manager + "/http_filters/0/typed_config/@type", "\"type.googleapis.com/a.B\"", "orders.yaml: " + ManagerPath + ".http_filters[0].typed_config.@type: must be type.googleapis.com/envoy.extensions.filters.http.router.v3.Router, as nothing else has a place in the normal form; got type.googleapis.com/a.B")]
    [InlineData("caller", Manager + "/request_timeout", "\"30s\"", "orders.yaml: " + ManagerPath + ".request_timeout: must be 0s, as it is where nothing is said, and any other has no place in the normal form; got 30s")]
    [InlineData("caller", Cluster + "/type", "\"LOGICAL_DNS\"", "orders.yaml: " + ClusterPath + ".type: must be STATIC or STRICT_DNS, as nothing else has a place in the normal form; got LOGICAL_DNS")]
    [InlineData("caller", Cluster + "/lb_policy", "\"RANDOM\"", "orders.yaml: " + ClusterPath + ".lb_policy: must be ROUND_ROBIN or LEAST_REQUEST, as nothing else has a place in the normal form; got RANDOM")]
    [InlineData("caller", Cluster + "/outlier_detection", "{}", "orders.yaml: " + ClusterPath + ".outlier_detection.enforcing_success_rate: must be there")]
    [InlineData("caller", Cluster + "/outlier_detection", """{"enforcing_success_rate":0,"max_ejection_time":"60s"}""", "orders.yaml: " + ClusterPath + ".outlier_detection.max_ejection_time: must be 300s, as it is where nothing is said, and any other has no place in the normal form; got 60s")]
    [InlineData("caller", Cluster + "/outlier_detection", """{"enforcing_success_rate":0,"always_eject_one_host":true}""", "orders.yaml: " + ClusterPath + ".outlier_detection.always_eject_one_host: must be false beside max_ejection_percent 10, as one more than that has no place in the normal form; got true")]
    [InlineData("caller", Cluster + "/common_lb_config", """{"healthy_panic_threshold":{"value":50}}""", "orders.yaml: " + ClusterPath + ".common_lb_config: has no place in the normal form without outlier_detection; got {\"healthy_panic_threshold\":{\"value\":50}}; leave it out")]
    [InlineData("caller", Cluster + "/circuit_breakers", """{"thresholds":[{"priority":"HIGH"}]}""", "orders.yaml: " + ClusterPath + ".circuit_breakers.thresholds[0].priority: must be DEFAULT, as nothing else has a place in the normal form; got HIGH")]
    [InlineData("caller", "static_resources/clusters/1", """{"name":"idle"}""", "orders.yaml: static_resources.clusters[1]: must be where a route leads; got idle; leave it out")]
    [InlineData("server", Route + "/timeout", "\"15s\"", "payment.yaml: " + RoutePath + ".timeout: must be 0s, as it is its callers who bound a request; got 15s")]
    [InlineData("server", "static_resources/listeners/0/address/socket_address/port_value", "8081", "payment.yaml: static_resources.listeners[0].filter_chains[0].filters[0].typed_config.route_config.virtual_hosts[0]: must have the port of its listener, 8081")]
    [InlineData("server", Manager + "/rds", "{}", "payment.yaml: " + ManagerPath + ".rds:" + Place + "; got {}; leave it out")]
    public void File_IsRefused_ByName(string file, string path, string json, string fault)
    {
        var machines = EnvoyFiles.Machines();
        var at = file == "server" ? 0 : 1;
        machines[at] = machines[at] with { Root = Changed(machines[at].Root, path, json) };
        var reading = EnvoyLifter.Of(machines);
        Assert.Null(reading.Form);
        Assert.Equal([fault], reading.Faults.Select(each => each.ToString().Split("; got {\"name\"")[0]));
    }

    [Theory]
    [InlineData("caller-retries-usual", Cluster + "/circuit_breakers", "{}", "orders.yaml: static_resources.clusters[0]: must let retries be under way without limit, by max_retries: 2147483647, and lets 3")]
    [InlineData("caller-health-checks", Cluster + "/outlier_detection/successful_active_health_check_uneject_host", "true", "orders.yaml: static_resources.clusters[0].outlier_detection.successful_active_health_check_uneject_host: must say successful_active_health_check_uneject_host: false beside health_checks, which would end ejection early; got true")]
    [InlineData("caller-tls", Cluster + "/transport_socket/typed_config/common_tls_context/tls_params", "{}", "orders.yaml: static_resources.clusters[0].transport_socket.typed_config.common_tls_context.tls_params: must say tls_maximum_protocol_version: TLSv1_3, or a client goes to 1.2 at most; got {}")]
    [InlineData("caller-tls", Cluster + "/transport_socket/typed_config/sni", "\"a.example\"", "orders.yaml: static_resources.clusters[0].transport_socket.typed_config.sni: must be payment.payments.svc.cluster.local, as nothing else has a place in the normal form; got a.example")]
    [InlineData("caller-tls", Cluster + "/transport_socket/typed_config/common_tls_context/combined_validation_context/default_validation_context/match_typed_subject_alt_names/0/matcher", """{"prefix":"spiffe://"}""", "orders.yaml: static_resources.clusters[0].transport_socket.typed_config.common_tls_context.combined_validation_context.default_validation_context.match_typed_subject_alt_names[0].matcher.exact: must be there")]
    [InlineData("caller-grpc caller-http2 server-http2 server-grpc", Route + "/max_stream_duration/grpc_timeout_header_max", "\"4s\"", "orders.yaml: " + RoutePath + ".max_stream_duration.grpc_timeout_header_max: must be 3s, as timeout is, since the normal form has one of both; got 4s")]
    public void Overlaid_IsRefused_ByName(string names, string path, string json, string fault)
    {
        var machines = EnvoyFiles.Machines(["server-tls-anybody", .. names.Split(' ')]);
        machines[1] = machines[1] with { Root = Changed(machines[1].Root, path, json) };
        Assert.Equal([fault], EnvoyLifter.Of(machines).Faults.Select(each => each.ToString().Split("; got {\"name\"")[0]));
    }

    [Theory]
    [InlineData("server-tls caller-tls server-callers-of-port", "payment.yaml: static_resources.listeners[0]: must name the same callers by match_typed_subject_alt_names and by its filter, as one of them lets in whom the other does not")]
    [InlineData("caller-tls", "payment.payments.svc.cluster.local:8080: must show a certificate by payment.yaml, as its caller orders.yaml asks for one")]
    [InlineData("caller-http2", "payment.payments.svc.cluster.local:8080: must speak what its caller orders.yaml does, http2, and speaks http by payment.yaml")]
    public void Files_AreRefused_Together(string names, string fault) =>
        Assert.StartsWith(fault, Assert.Single(EnvoyFiles.Lifted(names.Split(' ')).Faults).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Callers_WhoDiffer_AreRefused_ByBothNames()
    {
        var other = EnvoyFiles.Machines("caller-timeout")[1] with { Name = "till.yaml" };
        Assert.Equal(
            "payment.payments.svc.cluster.local:8080: must be called alike, and orders.yaml and till.yaml differ in the timeout: 15000 and 2500",
            Assert.Single(EnvoyLifter.Of([other, .. EnvoyFiles.Machines()]).Faults).ToString());
    }

    [Fact]
    public void Machines_OfOneService_WhoDiffer_AreRefused_ByBothNames()
    {
        var other = EnvoyFiles.Machines("server-nobody")[0] with { Name = "second.yaml" };
        Assert.Equal(
            "payment.payments.svc.cluster.local:8080: must be served alike, and payment.yaml and second.yaml differ in callers: none and []",
            Assert.Single(EnvoyLifter.Of([other, .. EnvoyFiles.Machines()]).Faults).ToString());
    }

    [Fact]
    public void Halves_WithoutTheOther_AreRefused()
    {
        var machines = EnvoyFiles.Machines();
        Assert.Equal(
            ["payment.payments.svc.cluster.local:8080: is served by payment.yaml, and no file that is here calls it, so that half of its form is not known; add the file of a caller"],
            EnvoyLifter.Of(machines[..1]).Faults.Select(fault => fault.ToString()));
        Assert.Equal(
            ["payment.payments.svc.cluster.local:8080: is called by orders.yaml, and no file that is here serves it; add the file of its machine"],
            EnvoyLifter.Of(machines[1..]).Faults.Select(fault => fault.ToString()));
    }

    [Fact]
    public void Certificate_OfAnother_IsRefused()
    {
        var machines = EnvoyFiles.Machines("server-tls-anybody", "caller-tls");
        Assert.Equal(
            "payment.payments.svc.cluster.local:8080: must be whom its caller orders.yaml takes for it, spiffe://mesh.example/ns/payments/sa/payment, and is spiffe://mesh.example/ns/a/sa/b by payment.yaml",
            Assert.Single(EnvoyLifter.Of([machines[0] with { Identity = "spiffe://mesh.example/ns/a/sa/b" }, machines[1]]).Faults).ToString());
    }

    [Fact]
    public void Caller_WhomNobodyLetsIn_IsRefused()
    {
        var machines = EnvoyFiles.Machines("server-tls", "caller-tls");
        Assert.Equal(
            "payment.payments.svc.cluster.local:8080: must let in spiffe://mesh.example/ns/a/sa/b, which calls it by orders.yaml, or must not be called there",
            Assert.Single(EnvoyLifter.Of([machines[0], machines[1] with { Identity = "spiffe://mesh.example/ns/a/sa/b" }]).Faults).ToString());
    }

    [Fact]
    public void SecondIdentity_OfOneMachine_IsRefused()
    {
        const string Other = "spiffe://mesh.example/ns/a/sa/b";
        var machines = EnvoyFiles.Machines("server-tls", "caller-tls");
        var root = Changed(machines[1].Root, Cluster + "/transport_socket/typed_config/common_tls_context/tls_certificate_sds_secret_configs/0/name", $"\"{Other}\"");
        Assert.Contains(
            $"must show the certificate of spiffe://mesh.example/ns/trading/sa/orders, as the machine has one identity, and shows {Other}",
            Assert.Single(EnvoyLifter.Of([machines[0], machines[1] with { Root = root, Identity = "spiffe://mesh.example/ns/trading/sa/orders" }]).Faults).ToString(),
            StringComparison.Ordinal);
    }

    private static JsonNode Changed(JsonNode root, string path, string json)
    {
        string[] steps = path.Split('/');
        var at = steps[..^1].Aggregate(root, (place, step) => place is JsonArray list ? list[int.Parse(step)]! : place[step]!);
        switch (at)
        {
            case JsonArray items when int.Parse(steps[^1]) == items.Count:
                items.Add(JsonNode.Parse(json));
                break;
            case JsonArray items:
                items[int.Parse(steps[^1])] = JsonNode.Parse(json);
                break;
            default:
                at[steps[^1]] = JsonNode.Parse(json);
                break;
        }

        return root;
    }
}
