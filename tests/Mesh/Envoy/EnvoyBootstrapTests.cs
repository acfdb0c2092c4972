using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using CrossCloudMesh.Mesh.Envoy;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Values;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Tests.Mesh.Envoy;

/// <summary>What each element of a policy becomes in the file that an Envoy starts with.</summary>
public sealed class EnvoyBootstrapTests
{
    private const string Manager = "filter_chains/0/filters/0/typed_config";
    private const string Route = $"static_resources/listeners/1/{Manager}/route_config/virtual_hosts/0/routes/0/route";
    private const string Inbound = $"static_resources/listeners/0/{Manager}";
    private const string Cluster = "static_resources/clusters/1";

    private static readonly ServicePolicy Caller = Service("ledger");

    private static readonly ServicePolicy Callee = Service("archive") with { Callers = [Caller.Name], Protocol = ServiceProtocol.Grpc };

    [Fact]
    public void Timeout_IsTheCallersAlone_AndBoundsWhatACallOfGrpcAsksFor()
    {
        Says($"{Route}/timeout", "\"15s\"", Calling(Callee));
        Says($"{Route}/max_stream_duration", """{"grpc_timeout_header_max":"15s"}""", Calling(Callee));
        Says($"{Route}/timeout", "\"0s\"", Calling(Callee with { TimeoutMs = 0 }));
        Says($"{Route}/timeout", "\"1.050s\"", Calling(Callee with { TimeoutMs = 1050 }));
        Says($"{Inbound}/route_config/virtual_hosts/0/routes/0/route", """{"cluster":"application","timeout":"0s","max_stream_duration":{"grpc_timeout_header_max":"0s"}}""", Of(Callee));
        Says($"{Inbound}/stream_idle_timeout", "\"0s\"", Of(Callee));
    }

    [Fact]
    public void Retries_AreWords_AndCodesApart_OrNotThereAtAll()
    {
        Says($"{Route}/retry_policy", "null", Calling(Callee));
        Says(
            $"{Route}/retry_policy",
            """{"retry_on":"connect-failure,reset,unavailable,retriable-status-codes","num_retries":2,"per_try_timeout":"0.900s","retriable_status_codes":[502,503,504]}""",
            Calling(Callee with { Retries = new() { Attempts = 2, PerTryMs = 900, On = [RetryEvent.GatewayError, RetryEvent.ConnectionError, RetryEvent.Unavailable] } }));
        Says(
            $"{Route}/retry_policy",
            """{"retry_on":"connect-failure,refused-stream","num_retries":1,"per_try_timeout":"1s"}""",
            Calling(Callee with { Retries = new() { Attempts = 1, PerTryMs = 1000 } }));
    }

    [Fact]
    public void Caps_AreTheServicesOwn_AndTheCallersAreLifted()
    {
        const string Lifted = """[{"max_connections":2147483647,"max_pending_requests":2147483647,"max_requests":2147483647,"max_retries":2147483647}]""";
        var caps = new CapPolicy { MaxConnections = 7, MaxPendingRequests = 8, MaxRequests = 9 };
        Says("static_resources/clusters/0/circuit_breakers/thresholds", Lifted.Replace("requests\":2147483647,\"max_retries", "requests\":9,\"max_retries", StringComparison.Ordinal), Of(Callee with { Caps = caps }));
        Says(
            "static_resources/clusters/0/circuit_breakers/thresholds",
            """[{"max_connections":7,"max_pending_requests":8,"max_requests":2147483647,"max_retries":2147483647}]""",
            Of(Callee with { Caps = caps, Protocol = ServiceProtocol.Http }));
        Says($"{Cluster}/circuit_breakers/thresholds", Lifted, Calling(Callee with { Caps = caps }));
    }

    [Fact]
    public void Ejection_IsByErrorsInARow_AndNothingElse()
    {
        Says(
            $"{Cluster}/outlier_detection",
            """{"consecutive_5xx":3,"interval":"10s","base_ejection_time":"60s","max_ejection_time":"300s","max_ejection_percent":100,"always_eject_one_host":true,"enforcing_consecutive_5xx":100,"enforcing_consecutive_gateway_failure":0,"enforcing_success_rate":0}""",
            Calling(Callee with { Ejection = new() { ConsecutiveErrors = 3, BaseMs = 60_000 } }));
        Says($"{Cluster}/common_lb_config/healthy_panic_threshold/value", "50", Calling(Callee));
        Says($"{Cluster}/outlier_detection/always_eject_one_host", "false", Calling(Callee with { Extensions = [new EjectionLimit(30, 3)] }));
        Says($"{Cluster}/outlier_detection/max_ejection_percent", "30", Calling(Callee with { Extensions = [new EjectionLimit(30, 3)] }));
    }

    [Fact]
    public void Extensions_AreTheClusters()
    {
        Says($"{Cluster}/lb_policy", "\"ROUND_ROBIN\"", Calling(Callee));
        Says($"{Cluster}/lb_policy", "\"LEAST_REQUEST\"", Calling(Callee with { Extensions = [new BalancingChoice(Balancing.LeastRequest)] }));
        Says($"{Cluster}/connect_timeout", "\"10s\"", Calling(Callee));
        Says($"{Cluster}/connect_timeout", "\"0.250s\"", Calling(Callee with { Extensions = [new ConnectTimeout(250)] }));
    }

    [Fact]
    public void Canary_IsAClusterForEachVersionThatHasAWeight()
    {
        var canary = Callee with { Canary = new() { Step = 1, Steps = [Weights(("v1", 95), ("v2", 5), ("v3", 0))] } };
        Says($"{Route}/weighted_clusters/clusters", """[{"name":"archive.records/v1","weight":95},{"name":"archive.records/v2","weight":5}]""", Calling(canary));
        Says("static_resources/clusters/2/load_assignment/endpoints/0/lb_endpoints/0/metadata", """{"filter_metadata":{"envoy.lb":{"version":"v2"}}}""", Calling(canary));
        Says("static_resources/clusters/3", "null", Calling(canary));
    }

    [Fact]
    public void Callers_AreTheExactNamesThatTlsAndTheFilterAskFor()
    {
        var identity = Caller.Name.IdentityIn(PolicyGen.Domain);
        const string Context = "static_resources/listeners/0/filter_chains/0/transport_socket/typed_config";
        Says($"{Context}/require_client_certificate", "true", Of(Callee));
        Says($"{Context}/common_tls_context/combined_validation_context/default_validation_context", """{"match_typed_subject_alt_names":[{"san_type":"URI","matcher":{"exact":"ID"}}]}""".Replace("ID", identity, StringComparison.Ordinal), Of(Callee));
        Says($"{Inbound}/http_filters/0/typed_config/rules/policies/callers/principals", """[{"authenticated":{"principal_name":{"exact":"ID"}}}]""".Replace("ID", identity, StringComparison.Ordinal), Of(Callee));
        Says($"{Inbound}/http_filters/0/typed_config/rules", """{"action":"ALLOW"}""", Of(Callee with { Callers = [] }));
    }

    [Fact]
    public void Callee_MustNameItself_OrTheBridgeBeforeIt()
    {
        const string Names = $"{Cluster}/transport_socket/typed_config/common_tls_context/combined_validation_context/default_validation_context/match_typed_subject_alt_names";
        Says(Names, """[{"san_type":"URI","matcher":{"exact":"ID"}}]""".Replace("ID", Callee.Name.IdentityIn(PolicyGen.Domain), StringComparison.Ordinal), Calling(Callee));
        var over = Calling(Callee) with
        {
            Callees = [new() { Service = Callee, Hosts = [new("bridge.aws-eu.test.mesh.example", 8443, "")], Sni = "bridge.aws-eu.test.mesh.example", Servers = ["bridge.aws-eu.test.mesh.example"] }],
        };
        Says(Names, """[{"san_type":"DNS","matcher":{"exact":"bridge.aws-eu.test.mesh.example"}}]""", over);
        Says($"{Cluster}/type", "\"STRICT_DNS\"", over);
        Says($"{Cluster}/type", "\"STATIC\"", Calling(Callee));
    }

    [Fact]
    public void Refuses_WhatEnvoyCannotDo_ByName()
    {
        Assert.Equal(["records/archive: Envoy by itself cannot prefer pods near the caller; got OwnSite; leave it out, or render for another mesh"], Faults(Of(Callee with { Extensions = [new LocalityFailover(Locality.OwnSite)] })));
        Assert.Equal(["records/archive: Envoy cannot retry after nothing, and would never retry; got retries on no event; name one, or leave retries out"], Faults(Calling(Callee with { Retries = new() { Attempts = 1, PerTryMs = 1, On = [] } })));
        Assert.Equal(["records/archive: Envoy by itself finds no machine that it is not told of; got no address; say where it is reached"], Faults(Calling(Callee) with { Callees = [Calling(Callee).Callees[0] with { Hosts = [] }] }));
        var canary = Calling(Callee with { Canary = new() { Step = 1, Steps = [Weights(("v1", 95), ("v2", 5))] } });
        Assert.Equal(["records/archive: Envoy by itself needs an address for each version that has a weight; got v2; name a machine of it, or give it no weight"], Faults(canary with { Callees = [canary.Callees[0] with { Hosts = [canary.Callees[0].Hosts[0]] }] }));
        Assert.Equal(["records/archive: Envoy would turn connections away before the cap is reached; got a cap of 1024 connections, and 100 in all; let in more connections, or cap them lower"], Faults(Of(Callee with { Protocol = ServiceProtocol.Http }) with { Connections = 100 }));
    }

    private static IEnumerable<string> Faults(EnvoyMachine machine) => EnvoyFaults.Of(machine).Select(fault => fault.ToString());

    private static void Says(string path, string json, EnvoyMachine machine) => Assert.Equal(json, At(EnvoyBootstrap.Of(machine), path)?.ToJsonString() ?? "null");

    private static JsonNode? At(JsonNode? node, string path)
    {
        foreach (var part in path.Split('/'))
        {
            node = node is JsonArray list ? list.ElementAtOrDefault(int.Parse(part, CultureInfo.InvariantCulture)) : node?[part];
        }

        return node;
    }

    private static EnvoyMachine Of(ServicePolicy service) => EnvoyMachines.Of(new() { TrustDomain = PolicyGen.Domain, Services = [service] })[0];

    private static EnvoyMachine Calling(ServicePolicy callee) => EnvoyMachines.Of(new() { TrustDomain = PolicyGen.Domain, Services = [Caller, callee] })[0];

    private static ImmutableSortedDictionary<string, int> Weights(params (string Version, int Weight)[] weights) =>
        ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, weights.Select(weight => KeyValuePair.Create(weight.Version, weight.Weight)));

    private static ServicePolicy Service(string name) => new()
    {
        Name = new(KubernetesNamespace.Parse("records")!.Value, KubernetesNamespace.Parse(name)!.Value),
        Sites = [EnvoyMachines.Site],
        Protocol = ServiceProtocol.Http2,
        Port = 9443,
    };
}
