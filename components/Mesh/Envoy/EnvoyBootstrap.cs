using System.Text.Json.Nodes;

namespace CrossCloudMesh.Mesh.Envoy;

/// <summary>What an Envoy starts with: a bootstrap of the v3 API with all its resources in it.</summary>
/// <remarks>
/// Its own pages are at 127.0.0.1 alone, and those that change something are not served. More connections than there is room for are closed at
/// once, before they cost a handshake.
/// Source: https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/bootstrap/v3/bootstrap.proto and
/// https://www.envoyproxy.io/docs/envoy/latest/configuration/listeners/runtime, read 2026-11-21.
/// </remarks>
public static class EnvoyBootstrap
{
    /// <summary>The port at 127.0.0.1 of Envoy's own pages: figures under <c>/stats/prometheus</c>, health under <c>/ready</c>.</summary>
    public const int AdminPort = 9901;

    /// <summary>The port at 127.0.0.1 where the service finds those that it calls, each by its name.</summary>
    public const int OutboundPort = 15001;

    private static readonly string[] Pages = ["/ready", "/certs", "/clusters", "/config_dump", "/listeners", "/server_info"];

    /// <summary>The bootstrap. The machine has no <see cref="EnvoyFaults"/>.</summary>
    public static JsonObject Of(EnvoyMachine machine) => new()
    {
        ["node"] = new JsonObject
        {
            ["id"] = $"{machine.Service.Name.Name}.{machine.Service.Name.Namespace}.{machine.Site}",
            ["cluster"] = $"{machine.Service.Name.Name}.{machine.Service.Name.Namespace}",
            ["locality"] = new JsonObject { ["region"] = machine.Site },
        },
        ["admin"] = new JsonObject
        {
            ["address"] = Message.Socket("127.0.0.1", AdminPort),
            ["allow_paths"] = Message.List([new JsonObject { ["prefix"] = "/stats" }, .. Pages.Select(page => new JsonObject { ["exact"] = page })]),
        },
        ["stats_config"] = EnvoyTelemetry.Statistics(machine),
        ["layered_runtime"] = new JsonObject
        {
            ["layers"] = Message.List(new JsonObject
            {
                ["name"] = "limits",
                ["static_layer"] = new JsonObject
                {
                    [Limit(EnvoyListeners.Inbound)] = machine.Connections,
                    [Limit(EnvoyListeners.Outbound)] = machine.Connections,
                },
            }),
        },
        ["static_resources"] = new JsonObject
        {
            ["listeners"] = EnvoyListeners.Of(machine),
            ["clusters"] = EnvoyClusters.Of(machine),
        },
    };

    private static string Limit(string listener) => $"envoy.resource_limits.listener.{listener}.connection_limit";
}
