using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Lifters.AppMesh;

/// <summary>What a node does with calls to one port.</summary>
/// <param name="Port">The port.</param>
/// <param name="Protocol">What is spoken there.</param>
/// <param name="Limits">How long a request may take there.</param>
/// <param name="Caps">How much is let in at once.</param>
/// <param name="Ejection">How callers leave out pods that fail.</param>
/// <param name="Tls">What it does about TLS.</param>
internal sealed record Listener(int Port, ServiceProtocol Protocol, Limits Limits, CapsForm Caps, EjectionForm? Ejection, ServerTls Tls)
{
    /// <summary>Reads it.</summary>
    /// <param name="field">What a node says.</param>
    /// <param name="mesh">The mesh.</param>
    /// <param name="isOutside">Whether no proxy of the mesh listens there, so that only what concerns callers may be said.</param>
    /// <param name="identities">Takes the identity that a certificate is asked for by.</param>
    /// <remarks>
    /// Health checks, which callers make, have no place in the normal form.
    /// Source: https://docs.aws.amazon.com/app-mesh/latest/APIReference/API_Listener.html, read 2026-11-21.
    /// </remarks>
    public static Listener Read(Field field, AppMeshMesh mesh, bool isOutside, List<(Field Field, string Identity)> identities)
    {
        var listener = field.Members();
        var (port, protocol) = Protocols.Read(listener.Need("portMapping"));
        var ejection = listener["outlierDetection"] is { } outliers ? EjectionReader.Read(outliers) : null;
        var (limits, caps, tls) = (new Limits(0, 0), CapsForm.None, ServerTls.None);
        if (!isOutside)
        {
            limits = listener["timeout"] is { } timeouts ? LimitsOf(timeouts, protocol) : Limits.Usual;
            caps = listener["connectionPool"] is { } pools ? PoolReader.Read(pools, protocol) : caps;
            tls = listener["tls"] is { } said ? TlsReader.ServerOf(said, mesh, identities) : tls;
        }

        listener.End();
        return new(port, protocol, limits, caps, ejection, tls);
    }

    private static Limits LimitsOf(Field field, ServiceProtocol protocol)
    {
        var timeouts = field.Members();
        var limits = Limits.Read(timeouts.Need(Protocols.WordOf(protocol)));
        timeouts.End();
        return limits;
    }
}
