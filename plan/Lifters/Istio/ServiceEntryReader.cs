using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Lifters.Istio;

/// <summary>Reads a ServiceEntry: a service of workloads in the mesh that Kubernetes does not know, or one outside by its name in DNS.</summary>
/// <remarks>
/// Where no location is said it stands outside, where callers neither show a certificate nor ask for one unless a destination rule says so.
/// Addresses are refused: what answers there is not in the normal form.
/// Source: https://istio.io/latest/docs/reference/config/networking/service-entry/, read 2026-11-21.
/// </remarks>
internal static class ServiceEntryReader
{
    private const string Inside = "MESH_INTERNAL";
    private const string Outside = "MESH_EXTERNAL";

    public static Callee Read(IstioObject source)
    {
        var spec = source.Spec.Members();
        var host = spec.Need("hosts").Single();
        if (host.Text().Contains('*', StringComparison.Ordinal) || !host.Text().Contains('.', StringComparison.Ordinal))
        {
            throw host.Refused("must be one whole name");
        }

        var isOutside = spec["location"]?.Word(Inside, Outside) != Inside;
        var resolution = spec.Need("resolution");
        var callee = new Callee
        {
            Title = source.Title,
            Host = host.Text(),
            Namespace = source.Namespace,
            Ports = [.. spec.Need("ports").Items().Select(PortOf)],
            IsOutside = isOutside,
            Labels = isOutside ? [] : LabelsOf(spec.Need("workloadSelector")),
            Identities = isOutside ? [] : Identity.ListOf(spec.Need("subjectAltNames")),
        };

        // With DNS the host is the address; with STATIC the selected workloads are.
        resolution.Word(isOutside ? "DNS" : "STATIC");
        spec.End();
        return callee;
    }

    private static SortedDictionary<string, string> LabelsOf(Field field)
    {
        var selector = field.Members();
        var labels = selector.Need("labels").Labels();
        selector.End();
        return labels;
    }

    private static (int, ServiceProtocol) PortOf(Field field)
    {
        var port = field.Members();
        var number = port.Need("number").Whole(1);
        var protocol = Callee.ProtocolOf(port.Need("protocol"));
        port.Need("name").Text();
        Callee.SameTarget(port["targetPort"], number);
        port.End();
        return (number, protocol);
    }
}
