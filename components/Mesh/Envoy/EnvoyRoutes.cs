using System.Text.Json.Nodes;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Mesh.Envoy;

/// <summary>What becomes of a request: at its caller time and tries, at the service nothing but the way to it.</summary>
/// <remarks>
/// Envoy gives a request 15 s where nothing is said, and takes the time that a call of gRPC names itself only up to a bound that is set. What is
/// not asked for by the service's own name is no route's.
/// Source: https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/route/v3/route_components.proto, read 2026-11-21.
/// </remarks>
internal static class EnvoyRoutes
{
    private const string ByCode = "retriable-status-codes";

    /// <summary>The way to the service beside the proxy.</summary>
    public static JsonObject Inbound(EnvoyMachine machine) => Configuration("inbound", [Host(machine.Service, ActionOf(machine.Service, 0, new("cluster", EnvoyClusters.Application)))]);

    /// <summary>The ways to what it calls.</summary>
    public static JsonObject Outbound(EnvoyMachine machine) => Configuration("outbound", machine.Callees.Select(callee => Host(callee.Service, Action(callee))));

    /// <summary>Whether requests go to a version of a callee: all do where it has none, or where a bridge shares them out.</summary>
    public static bool IsCalled(EnvoyCallee callee, string version) =>
        version.Length == 0 || (callee.Service.Canary?.Weights.GetValueOrDefault(version) ?? 0) > 0;

    private static JsonObject Configuration(string name, IEnumerable<JsonObject> hosts) => new()
    {
        ["name"] = name,
        ["validate_clusters"] = true,
        ["virtual_hosts"] = Message.List(hosts),
    };

    private static JsonObject Host(ServicePolicy service, JsonObject action) => new()
    {
        ["name"] = $"{service.Name.Name}.{service.Name.Namespace}",
        ["domains"] = Message.List(service.Name.Host, $"{service.Name.Host}:{service.Port}"),
        ["routes"] = Message.List(new JsonObject { ["match"] = Match(service), ["route"] = action }),
    };

    private static JsonObject Match(ServicePolicy service)
    {
        var match = new JsonObject { ["prefix"] = "/" };
        if (service.Protocol is ServiceProtocol.Grpc)
        {
            match["grpc"] = new JsonObject();
        }

        return match;
    }

    private static JsonObject Action(EnvoyCallee callee)
    {
        var service = callee.Service;
        var action = ActionOf(service, service.TimeoutMs, TargetOf(callee));
        if (service.Retries is { } retries)
        {
            action["retry_policy"] = RetriesOf(retries);
        }

        return action;
    }

    private static JsonObject ActionOf(ServicePolicy service, int timeoutMs, KeyValuePair<string, JsonNode?> target)
    {
        var action = new JsonObject([target, new("timeout", Message.Duration(timeoutMs))]);
        if (service.Protocol is ServiceProtocol.Grpc)
        {
            action["max_stream_duration"] = new JsonObject { ["grpc_timeout_header_max"] = Message.Duration(timeoutMs) };
        }

        return action;
    }

    private static KeyValuePair<string, JsonNode?> TargetOf(EnvoyCallee callee) => callee.Hosts.Any(host => host.Version.Length > 0)
        ? new("weighted_clusters", new JsonObject
        {
            ["clusters"] = Message.List(callee.Service.Canary!.Weights.Where(weight => weight.Value > 0).Select(weight => new JsonObject
            {
                ["name"] = EnvoyClusters.NameOf(callee.Service, weight.Key),
                ["weight"] = weight.Value,
            })),
        })
        : new("cluster", EnvoyClusters.NameOf(callee.Service, ""));

    private static JsonObject RetriesOf(RetryPolicy retries)
    {
        int[] codes = [.. retries.On.SelectMany(cause => RetryEvents.CodesOf(cause)).Distinct().Order()];
        var words = retries.On.Select(RetryEvents.WordOf).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var policy = new JsonObject
        {
            ["retry_on"] = string.Join(',', codes.Length > 0 ? words.Append(ByCode) : words),
            ["num_retries"] = retries.Attempts,
            ["per_try_timeout"] = Message.Duration(retries.PerTryMs),
        };
        if (codes.Length > 0)
        {
            policy["retriable_status_codes"] = Message.List(codes.Select(code => (JsonNode?)code));
        }

        return policy;
    }
}
