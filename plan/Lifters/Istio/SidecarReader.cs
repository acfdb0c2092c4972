using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Lifters.Istio;

/// <summary>One Sidecar.</summary>
/// <param name="Scope">For which pods.</param>
/// <param name="Caps">What their proxies let in; null where it does not say.</param>
internal sealed record Sidecar(Scope Scope, CapsForm? Caps);

/// <summary>Reads a Sidecar: what proxies let in at once.</summary>
/// <remarks>
/// The nearest holds by itself: nothing is taken from a wider one. What it lets out is refused unless it is everything.
/// Source: https://istio.io/latest/docs/reference/config/networking/sidecar/, read 2026-11-21.
/// </remarks>
internal static class SidecarReader
{
    private const string Everything = "*/*";

    public static Sidecar Read(IstioObject source, IstioMesh mesh)
    {
        var spec = source.Spec.Members();
        var scope = Scope.Read(source, mesh, spec["workloadSelector"], "labels");
        if (spec["egress"] is { } egress)
        {
            var listener = egress.Single().Members();
            listener.Need("hosts").Single().Word(Everything);
            listener.End();
        }

        var caps = spec["inboundConnectionPool"] is { } pool ? PoolReader.Read(pool, mayConnect: false).Caps : null;
        spec.End();
        return new(scope, caps);
    }
}
