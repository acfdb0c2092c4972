using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Values;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>What a call may take fits together, and caps are those of what the service speaks.</summary>
internal static class ServicePolicies
{
    public static IEnumerable<Fault> Check(MeshSettings settings) => settings.Services.SelectMany(service =>
        PolicyFaults.Of(ServicePlan.PolicyOf(service.Key, service.Value), $"services.{service.Key}")
            .Concat(Caps(service.Value, $"services.{service.Key}.caps")));

    private static IEnumerable<Fault> Caps(ServiceSettings service, string path)
    {
        var ofHttp = service.Protocol is ServiceProtocol.Http;
        (string Key, int? Cap, bool OfHttp)[] caps =
        [
            ("maxConnections", service.Caps.MaxConnections, true),
            ("maxPendingRequests", service.Caps.MaxPendingRequests, true),
            ("maxRequests", service.Caps.MaxRequests, false),
        ];
        return
            from cap in caps
            where cap.Cap is not null && cap.OfHttp != ofHttp
            select new Fault(
                $"{path}.{cap.Key}",
                $"caps {(cap.OfHttp ? "http" : "http2 and grpc")} alone, and the service speaks {(ofHttp ? "http" : service.Protocol is ServiceProtocol.Grpc ? "grpc" : "http2")}",
                cap.Cap.ToString(),
                ofHttp ? "cap maxConnections and maxPendingRequests" : "cap maxRequests");
    }
}
