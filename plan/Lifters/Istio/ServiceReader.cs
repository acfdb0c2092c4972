using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Lifters.Istio;

/// <summary>Reads a Service of Kubernetes.</summary>
/// <remarks>
/// Which pods stand behind it is not in the normal form: its selector counts only where policies name the same labels.
/// Assumed: its service account has its name, as <see cref="ServiceName"/> says. Istio itself takes the accounts of its pods, which no object
/// here tells.
/// Source: https://istio.io/latest/docs/concepts/security/#secure-naming, read 2026-11-21.
/// </remarks>
internal static class ServiceReader
{
    public static Callee Read(IstioObject source, IstioMesh mesh)
    {
        var spec = source.Spec.Members();
        spec["type"]?.Word("ClusterIP");
        var callee = new Callee
        {
            Title = source.Title,
            Host = Callee.HostOf(source.Name, source.Namespace),
            Namespace = source.Namespace,
            Labels = spec.Need("selector").Labels(),
            Ports = [.. spec.Need("ports").Items().Select(PortOf)],
            Identities = [mesh.IdentityOf(source.Namespace, source.Name)],
        };
        spec.End();
        return callee;
    }

    // The protocol of the application counts before the port's name.
    // Source: https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/, read 2026-11-21.
    private static (int, ServiceProtocol) PortOf(Field field)
    {
        var port = field.Members();
        var number = port.Need("port").Whole(1);
        port["protocol"]?.Word("TCP");
        Callee.SameTarget(port["targetPort"], number);
        var (name, application) = (port["name"], port["appProtocol"]);
        port.End();
        return (number, Callee.ProtocolOf(application ?? name ?? throw field.Refused("must say what it speaks, by appProtocol or by its name")));
    }
}
