using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Mesh.Envoy;

/// <summary>Which caps count, by what a service speaks.</summary>
internal static class ServerCaps
{
    /// <summary>Of HTTP/1.1 connections and requests that wait for one; of the others requests.</summary>
    public static CapsForm Of(ServicePolicy service) => service.Protocol is ServiceProtocol.Http
        ? new() { MaxConnections = service.Caps.MaxConnections, MaxPendingRequests = service.Caps.MaxPendingRequests }
        : new() { MaxRequests = service.Caps.MaxRequests };
}
