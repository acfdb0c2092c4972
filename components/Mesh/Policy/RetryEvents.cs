using System.Collections.Immutable;
using System.Diagnostics;

namespace CrossCloudMesh.Mesh.Policy;

/// <summary>What the events of retries mean to a proxy.</summary>
/// <remarks>
/// App Mesh's meaning, which the other targets can say to the letter: an answer counts by its code, and what breaks on the way by the word
/// <c>reset</c>. Envoy's own <c>5xx</c> and <c>gateway-error</c> also mean what the proxy itself made up, and are never used.
/// Source: https://docs.aws.amazon.com/app-mesh/latest/APIReference/API_HttpRetryPolicy.html,
/// https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/router_filter#x-envoy-retry-on, read 2026-11-20.
/// </remarks>
public static class RetryEvents
{
    private static readonly ImmutableArray<int> GatewayCodes = [502, 503, 504];

    private static readonly ImmutableArray<int> ServerCodes = [500, 501, 502, 503, 504, 505, 506, 507, 508, 510, 511];

    /// <summary>Whether only gRPC knows it.</summary>
    public static bool IsOfGrpc(RetryEvent cause) => cause >= RetryEvent.Cancelled;

    /// <summary>The codes of answers that it means.</summary>
    public static ImmutableArray<int> CodesOf(RetryEvent cause) => cause switch
    {
        RetryEvent.GatewayError => GatewayCodes,
        RetryEvent.ServerError => ServerCodes,
        RetryEvent.ClientError => [409],
        _ => [],
    };

    /// <summary>Envoy's word for what else it means; null where there is none.</summary>
    public static string? WordOf(RetryEvent cause) => cause switch
    {
        RetryEvent.ConnectionError => "connect-failure",
        RetryEvent.StreamError => "refused-stream",
        RetryEvent.GatewayError or RetryEvent.ServerError => "reset",
        RetryEvent.ClientError => null,
        RetryEvent.Cancelled => "cancelled",
        RetryEvent.DeadlineExceeded => "deadline-exceeded",
        RetryEvent.Internal => "internal",
        RetryEvent.ResourceExhausted => "resource-exhausted",
        RetryEvent.Unavailable => "unavailable",
        _ => throw new UnreachableException(),
    };
}
