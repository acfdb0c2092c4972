using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Lifters.Envoy;

/// <summary>Reads circuit breakers: how much may be under way at once.</summary>
/// <remarks>
/// Each that is not said is 1024, of retries 3, and so is each where nothing is said at all. There is no word for no limit: 2147483647 and
/// above is taken for it.
/// Source: https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/cluster/v3/circuit_breaker.proto, read 2026-11-21.
/// </remarks>
internal static class CapsReader
{
    public const uint WithoutLimit = int.MaxValue;

    private const uint Usual = 1024;
    private const uint UsualRetries = 3;

    /// <summary>The caps, and how many retries may be under way.</summary>
    public static (CapsForm Caps, uint MaxRetries) Read(Field? field)
    {
        var breakers = field?.Members();
        var thresholds = breakers?["thresholds"]?.Single().Members();
        breakers?.End();
        thresholds?["priority"]?.Word("DEFAULT");
        thresholds?.Free("track_remaining");
        var caps = new CapsForm
        {
            MaxConnections = CapOf(thresholds?["max_connections"]),
            MaxPendingRequests = CapOf(thresholds?["max_pending_requests"]),
            MaxRequests = CapOf(thresholds?["max_requests"]),
        };
        var retries = thresholds?["max_retries"]?.Whole() ?? UsualRetries;
        thresholds?.End();
        return (caps, retries);
    }

    private static int? CapOf(Field? field) => (field?.Whole(1) ?? Usual) is < WithoutLimit and var cap ? (int)cap : null;
}
