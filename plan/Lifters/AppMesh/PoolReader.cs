using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Lifters.AppMesh;

/// <summary>Reads the connection pool of a listener: how much the service's own proxy lets in at once.</summary>
/// <remarks>
/// It is of the listener's protocol. What is not said is without limit, and callers have none. The largest number is how App Mesh writes no
/// limit.
/// Source: https://docs.aws.amazon.com/app-mesh/latest/APIReference/API_VirtualNodeConnectionPool.html,
/// https://docs.aws.amazon.com/app-mesh/latest/userguide/virtual_nodes.html and
/// https://docs.aws.amazon.com/app-mesh/latest/userguide/envoy-defaults.html, read 2026-11-21.
/// </remarks>
internal static class PoolReader
{
    public static CapsForm Read(Field field, ServiceProtocol protocol)
    {
        var pools = field.Members();
        var pool = pools.Need(Protocols.WordOf(protocol)).Members();
        pools.End();
        var caps = protocol is ServiceProtocol.Http
            ? new CapsForm { MaxConnections = CapOf(pool.Need("maxConnections")), MaxPendingRequests = CapOf(pool["maxPendingRequests"]) }
            : new CapsForm { MaxRequests = CapOf(pool.Need("maxRequests")) };
        pool.End();
        return caps;
    }

    private static int? CapOf(Field? field) => field?.Whole(1) is < int.MaxValue and var cap ? cap : null;
}
