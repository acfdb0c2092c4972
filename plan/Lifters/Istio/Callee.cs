using CrossCloudMesh.Values;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Lifters.Istio;

/// <summary>What is called: a Service, or what a ServiceEntry tells of.</summary>
internal sealed record Callee
{
    /// <summary>How its object is told of.</summary>
    public required string Title { get; init; }

    public required string Host { get; init; }

    public required string Namespace { get; init; }

    /// <summary>The labels that its pods have, whatever others they have.</summary>
    public required SortedDictionary<string, string> Labels { get; init; }

    public required List<(int Number, ServiceProtocol Protocol)> Ports { get; init; }

    /// <summary>Whom its callers take for it where no destination rule says so.</summary>
    public required Ordered<string> Identities { get; init; }

    /// <summary>Whether it stands outside of the mesh, and no proxy of ours before it.</summary>
    public bool IsOutside { get; init; }

    /// <summary>The host that a name means in a namespace: one without a dot is a service there.</summary>
    /// <remarks>
    /// A name with a dot is taken as it stands, so <c>payment.trading</c> is not the service of that namespace.
    /// Source: https://istio.io/latest/docs/reference/config/networking/virtual-service/#Destination, read 2026-11-21.
    /// </remarks>
    public static string HostOf(string name, string place) =>
        name.Contains('.', StringComparison.Ordinal) ? name : $"{name}.{place}.svc.{ServiceName.ClusterDomain}";

    /// <summary>Reads a port's number and protocol, by the words that Istio knows.</summary>
    /// <remarks>
    /// Without a word Istio listens to find out, which has no place in the normal form.
    /// Source: https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/, read 2026-11-21.
    /// </remarks>
    public static ServiceProtocol ProtocolOf(Field word)
    {
        var text = word.Text();
        var prefix = text == "kubernetes.io/h2c" ? "http2" : text.Split('-')[0];
        return text.StartsWith("grpc-web", StringComparison.OrdinalIgnoreCase)
            ? throw Unknown(word)
            : prefix.ToUpperInvariant() switch
            {
                "HTTP" => ServiceProtocol.Http,
                "HTTP2" => ServiceProtocol.Http2,
                "GRPC" => ServiceProtocol.Grpc,
                _ => throw Unknown(word),
            };

        static RefusedException Unknown(Field word) => word.Refused("must say http, http2 or grpc, alone or before a hyphen");
    }

    /// <summary>The port on which its pods listen, if it is written, which must be the one that is called.</summary>
    public static void SameTarget(Field? target, int number)
    {
        if (target is { } written && written.Whole(1) != number)
        {
            throw written.Refused($"must be {number} too, as the normal form has one port");
        }
    }
}
