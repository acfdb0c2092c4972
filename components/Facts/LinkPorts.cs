using System.Collections.Immutable;

namespace CrossCloudMesh.Facts;

/// <summary>The ports at which sites are called by one another's meshes and probes. All else stays closed.</summary>
/// <remarks>
/// A cluster's API, which the other site's istiod reads, is no matter of the nodes: each cluster admits it by itself. Ports 15012 and 15017
/// are for a control plane that serves another cluster, which none here does.
/// </remarks>
public static class LinkPorts
{
    private static readonly Source Istio = new("https://istio.io/latest/docs/ops/deployment/application-requirements/", new(2026, 11, 20));

    private static readonly Source BridgeSource = new("https://istio.io/latest/docs/reference/config/networking/gateway/", new(2026, 11, 21))
    {
        NotRead = "that it must be this number: it is ours, as everything above 1024 may be",
    };

    private static readonly Source ProbeSource = new("https://istio.io/latest/docs/ops/deployment/application-requirements/", new(2026, 11, 20))
    {
        NotRead = "that it must be this number: it is ours, and none of those that Istio keeps for itself",
    };

    /// <summary>All rows, by number, each of TCP.</summary>
    public static ImmutableArray<CalledPort> All { get; } =
    [
        new(15021, "readiness of the east-west gateway", Istio),
        new(15443, "services of the mesh, by mTLS, at the east-west gateway", Istio),
    ];

    /// <summary>Beside them where a latency probe measures the way without the mesh.</summary>
    public static CalledPort Probe { get; } = new(ProbeFacts.DirectPort, "the latency probe, beside the mesh", ProbeSource);

    /// <summary>Beside them where a service calls one of another kind of mesh over the link.</summary>
    public static CalledPort Bridge { get; } = new(BridgeFacts.Port, "services of another kind of mesh, by mTLS, at the bridge", BridgeSource);
}
