using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Lifters.Istio;

/// <summary>Reads connection pools: how much may be under way at once.</summary>
/// <remarks>
/// What is not said is without limit, and so is 0, which Istio cannot tell from it.
/// Source: https://istio.io/latest/docs/reference/config/networking/destination-rule/#ConnectionPoolSettings and applyConnectionPool in
/// https://github.com/istio/istio/blob/master/pilot/pkg/networking/core/cluster_traffic_policy.go, read 2026-11-21.
/// </remarks>
internal static class PoolReader
{
    /// <summary>The caps, and how long a connection may take to come about, if that is said and may be said here.</summary>
    public static (CapsForm Caps, int? ConnectMs) Read(Field field, bool mayConnect)
    {
        var pool = field.Members();
        var (tcp, http) = (pool["tcp"]?.Members(), pool["http"]?.Members());
        pool.End();
        var connectMs = mayConnect ? tcp?["connectTimeout"]?.Milliseconds() : null;
        var caps = new CapsForm
        {
            MaxConnections = CapOf(tcp?["maxConnections"]),
            MaxPendingRequests = CapOf(http?["http1MaxPendingRequests"]),
            MaxRequests = CapOf(http?["http2MaxRequests"]),
        };
        tcp?.End();
        http?.End();
        return (caps, connectMs);
    }

    private static int? CapOf(Field? field) => field?.Whole(0) is > 0 and var cap ? cap : null;
}
