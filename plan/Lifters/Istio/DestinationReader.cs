using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Lifters.Istio;

/// <summary>One DestinationRule.</summary>
internal sealed record Destination
{
    public required IstioObject Source { get; init; }

    public required Field Host { get; init; }

    public required Balancing Balancing { get; init; }

    public required Locality Locality { get; init; }

    public required EjectionForm? Ejection { get; init; }

    /// <summary>How much a caller has under way, and a service's own proxy too where no Sidecar says otherwise.</summary>
    public required CapsForm Caps { get; init; }

    public required int ConnectMs { get; init; }

    /// <summary>Null where the mesh chooses by itself.</summary>
    public required ClientTls? Tls { get; init; }

    /// <summary>The versions by the names of their subsets.</summary>
    public required Dictionary<string, string> Versions { get; init; }
}

/// <summary>What a rule says of TLS.</summary>
/// <param name="IsOff">Neither shows a certificate nor asks for one.</param>
/// <param name="Servers">Whom callers take for the service; null where it does not say.</param>
/// <param name="Field">Where.</param>
internal sealed record ClientTls(bool IsOff, Ordered<string>? Servers, Field Field);

/// <summary>Reads a DestinationRule.</summary>
/// <remarks>
/// A rule holds for every caller only in the namespace of its service; elsewhere it is refused.
/// Source: https://istio.io/latest/docs/reference/config/networking/destination-rule/, read 2026-11-21.
/// </remarks>
internal static class DestinationReader
{
    private const string Everyone = "*";
    private const string Version = "version";

    public static Destination Read(IstioObject source)
    {
        var spec = source.Spec.Members();
        var host = spec.Need("host");
        spec["exportTo"]?.Single().Word(Everyone);
        var versions = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var subset in spec["subsets"]?.Items() ?? [])
        {
            var members = subset.Members();
            var name = members.Need("name");
            if (!versions.TryAdd(name.Text(), VersionOf(members.Need("labels"))))
            {
                throw name.Refused("must be the name of one subset");
            }

            members.End();
        }

        var policy = spec["trafficPolicy"]?.Members();
        var ejection = policy?["outlierDetection"] is { } outliers ? EjectionReader.Read(outliers) : null;
        var (balancing, locality) = BalancingReader.Read(policy?["loadBalancer"], ejection is not null);
        var (caps, connectMs) = policy?["connectionPool"] is { } pool ? PoolReader.Read(pool, mayConnect: true) : (CapsForm.None, null);
        var destination = new Destination
        {
            Source = source,
            Host = host,
            Balancing = balancing,
            Locality = locality,
            Ejection = ejection,
            Caps = caps,
            ConnectMs = connectMs ?? ClientForm.UsualConnectMs,
            Tls = policy?["tls"] is { } tls ? TlsOf(tls) : null,
            Versions = versions,
        };
        policy?.End();
        spec.End();
        return destination;
    }

    private static string VersionOf(Field field) =>
        field.Labels() is { Count: 1 } labels && labels.TryGetValue(Version, out var version) ? version : throw field.Refused($"must be the label {Version} alone");

    // Source: buildUpstreamTLSSettings in https://github.com/istio/istio/blob/master/pilot/pkg/networking/core/cluster_tls.go, read 2026-11-21.
    private static ClientTls TlsOf(Field field)
    {
        var tls = field.Members();
        var isOff = tls.Need("mode").Word("DISABLE", "ISTIO_MUTUAL") == "DISABLE";
        var servers = !isOff && tls["subjectAltNames"] is { } names ? Identity.ListOf(names) : null;
        tls.End();
        return new(isOff, servers, field);
    }
}
