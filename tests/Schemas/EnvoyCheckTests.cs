namespace CrossCloudMesh.Tests.Schemas;

/// <summary>What the check of Envoy's files takes and refuses.</summary>
public sealed class EnvoyCheckTests
{
    [CrdTheory]
    [InlineData("{}")]
    [InlineData("node: { id: a, cluster: b }")]
    [InlineData("admin: { address: { socket_address: { address: 127.0.0.1, port_value: 9901 } } }")]
    [InlineData("stats_flush_interval: 0.25s")]
    [InlineData("layered_runtime: { layers: [{ name: fixed, static_layer: { any: { thing: [1, true, null] } } }] }")]
    [InlineData("static_resources: { clusters: [{ name: a, type: STRICT_DNS, connect_timeout: 10s, respect_dns_ttl_x: 1 }] }", ".static_resources.clusters[0].respect_dns_ttl_x: is not a known field")]
    [InlineData("static_resources: { clusters: [{ respect_dns_ttl: true }] }", ".static_resources.clusters[0].respect_dns_ttl: is deprecated")]
    [InlineData("static_resources: { clusters: {} }", ".static_resources.clusters: must be a list")]
    [InlineData("static_resources: { clusters: [{ type: DNS }] }", ".static_resources.clusters[0].type: must be one of STATIC, STRICT_DNS, LOGICAL_DNS, EDS, ORIGINAL_DST")]
    [InlineData("static_resources: { clusters: [{ type: EDS, cluster_type: { name: a } }] }", ".static_resources.clusters[0]: has type and cluster_type, of which only one may be")]
    [InlineData("static_resources: { clusters: [{ connect_timeout: 10 }] }", ".static_resources.clusters[0].connect_timeout: must be a duration such as 1.5s")]
    [InlineData("static_resources: { clusters: [{ connect_timeout: 250ms }] }", ".static_resources.clusters[0].connect_timeout: must be a duration such as 1.5s")]
    [InlineData("static_resources: { clusters: [{ common_lb_config: { healthy_panic_threshold: { value: '50' } } }] }", ".static_resources.clusters[0].common_lb_config.healthy_panic_threshold.value: must be a number")]
    [InlineData("static_resources: { listeners: [{ per_connection_buffer_limit_bytes: -1 }] }", ".static_resources.listeners[0].per_connection_buffer_limit_bytes: must be uint32")]
    [InlineData("static_resources: { listeners: [{ per_connection_buffer_limit_bytes: 4294967296 }] }", ".static_resources.listeners[0].per_connection_buffer_limit_bytes: must be uint32")]
    [InlineData("static_resources: { listeners: [{ enable_mptcp: 'true' }] }", ".static_resources.listeners[0].enable_mptcp: must be true or false")]
    [InlineData("node: { id: 1 }", ".node.id: must be text")]
    [InlineData("node: []", ".node: must be a map")]
    [InlineData("layered_runtime: { layers: [{ static_layer: [] }] }", ".layered_runtime.layers[0].static_layer: must be a map")]
    public void Holds_EveryFieldToItsType(string yaml, params string[] faults) =>
        Assert.Equal(faults, EnvoyCheck.Of(EnvoyYaml.Read(yaml), EnvoyCheck.Bootstrap));

    [CrdTheory]
    [InlineData("{ require_client_certificate: true }", ".resources[0]: must be a map with @type")]
    [InlineData("{ '@type': envoy.extensions.transport_sockets.tls.v3.Secret }", ".resources[0].@type: envoy.extensions.transport_sockets.tls.v3.Secret is no message that the table lists")]
    [InlineData("{ '@type': type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.Secrets }", ".resources[0].@type: type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.Secrets is no message that the table lists")]
    [InlineData("{ '@type': type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.Secret, named: a }", ".resources[0].named: is not a known field")]
    [InlineData("{ '@type': type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext, require_client_certificates: true }", ".resources[0].require_client_certificates: is not a known field")]
    [InlineData("{ '@type': type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.Secret, name: a, tls_certificate: { password: { inline_bytes: '?' } } }", ".resources[0].tls_certificate.password.inline_bytes: must be base64")]
    [InlineData("{ '@type': type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.Secret, name: a, tls_certificate: {} }")]
    public void Resolves_EveryAny(string yaml, params string[] faults) =>
        Assert.Equal(faults, EnvoyCheck.Of(EnvoyYaml.Read($"resources: [{yaml}]"), EnvoyCheck.DiscoveryResponse));
}
