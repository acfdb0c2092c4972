using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Lifters.Istio;

/// <summary>One Sidecar.</summary>
/// <param name="Scope">For which pods.</param>
/// <param name="Caps">What their proxies let in; null where it does not say.</param>
/// <param name="Finds">What their proxies find; null is every service.</param>
internal sealed record Sidecar(Scope Scope, CapsForm? Caps, FoundServices? Finds);

/// <summary>Reads a Sidecar: what proxies let in at once, and which services they find.</summary>
/// <remarks>
/// The nearest holds by itself: nothing is taken from a wider one, and one that does not say what is found finds everything.
/// Source: https://istio.io/latest/docs/reference/config/networking/sidecar/ and initSidecarScopeInternalIndexes in
/// https://github.com/istio/istio/blob/master/pilot/pkg/model/sidecar.go, read 2026-11-21.
/// </remarks>
internal static class SidecarReader
{
    public static Sidecar Read(IstioObject source, IstioMesh mesh)
    {
        var spec = source.Spec.Members();
        var scope = Scope.Read(source, mesh, spec["workloadSelector"], "labels");
        FoundServices? finds = null;
        if (spec["egress"] is { } egress)
        {
            var listener = egress.Single().Members();
            finds = FoundServices.Read(listener.Need("hosts"), source.Namespace);
            listener.End();
        }

        var caps = spec["inboundConnectionPool"] is { } pool ? PoolReader.Read(pool, mayConnect: false).Caps : null;
        spec.End();
        return new(scope, caps, finds);
    }
}
