using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Lifters.AppMesh;

/// <summary>The calls to one service, and whether both ends can agree.</summary>
/// <param name="service">The service.</param>
/// <param name="first">The first of the nodes behind it.</param>
/// <param name="targets">All of them.</param>
/// <param name="nodes">Every node that is here.</param>
/// <param name="mesh">The mesh.</param>
internal sealed class Calls(VirtualService service, Target first, List<Target> targets, List<VirtualNode> nodes, AppMeshMesh mesh)
{
    private readonly List<(VirtualNode Node, Backend Backend)> callers =
    [
        .. from node in nodes
           from backend in node.Backends
           where backend.Service == $"{service.Source.Namespace}/{service.Source.Name}"
           select (node, backend),
    ];

    private ServerTls Server => first.Listener.Tls;

    /// <summary>Refuses plaintext to a service past its route, by a proxy that lets out whatever nobody told it of.</summary>
    /// <remarks>
    /// A node that names a backend lets out nothing else, whatever the mesh says.
    /// Source: https://docs.aws.amazon.com/app-mesh/latest/userguide/meshes.html, read 2026-11-21.
    /// </remarks>
    public void MustGoByTheRoute(Mesh mesh)
    {
        if (mesh.OutwardField is { } field && !Server.IsStrict
            && nodes.Find(node => node.Pods is not null && node.Backends.Count == 0 && targets.TrueForAll(target => target.Node != node)) is { } free)
        {
            throw field.Refused($"must be DROP_ALL, as {free.Source.Title} names no backend and may call {service.Source.Title} past its route");
        }
    }

    /// <summary>Refuses callers that are let in and cannot call, and those that nobody lets in.</summary>
    public void MustComeFromCallers()
    {
        if (callers.Count == 0)
        {
            throw new RefusedException(new(service.Source.Title, "must be a backend of a VirtualNode, as the normal form says how it is called"));
        }

        foreach (var identity in Server.Callers ?? [])
        {
            var named = nodes.FindAll(node => node.Identity == identity);
            if (named.Count == 0 && mesh.Elsewhere?.Contains(identity, StringComparer.Ordinal) == true)
            {
                continue;
            }

            if (named.Count == 0)
            {
                throw new RefusedException(new($"{first.Field.Path}.tls.validation", "must let in identities of VirtualNodes that are here, as nobody knows how others call", identity));
            }

            if (named.Find(node => callers.TrueForAll(caller => caller.Node != node)) is { } mute)
            {
                throw new RefusedException(new(
                    $"{mute.Source.Title}: spec.backends",
                    $"must name {service.Source.Title}, which lets in {identity}, as it cannot call otherwise"));
            }
        }

        if (Server.Callers is { } allowed && callers.Find(caller => !allowed.Contains(caller.Node.Identity, StringComparer.Ordinal)) is { Node: { } stranger } found)
        {
            throw found.Backend.Field.Refused($"must not name {service.Source.Title}, which does not let in {stranger.Identity}");
        }
    }

    /// <summary>Whom callers take for the service; null where they ask for no certificate.</summary>
    /// <param name="port">The port that they call.</param>
    public Ordered<string>? Servers(int port)
    {
        var policies = callers.ConvertAll(caller => (caller.Node, caller.Backend.Field, Servers: ServersOf(caller, port)));
        var (node, _, servers) = policies[0];
        return policies.Find(policy => !Equals(policy.Servers, servers)) is { Node: not null } other
            ? throw new RefusedException(new(
                other.Field.Path,
                $"must take for {service.Source.Title} whom {node.Source.Title} does, {servers?.ToString() ?? "anybody"}, as the normal form has one for all callers",
                other.Servers?.ToString() ?? "anybody"))
            : servers;
    }

    private Ordered<string>? ServersOf((VirtualNode Node, Backend Backend) caller, int port)
    {
        var backend = caller.Backend;
        var tls = backend.Tls is { Ports: { } ports } limited && !ports.Contains(port) ? throw limited.Field.Refused($"must hold for port {port} too, or for every port") : backend.Tls;
        if (first.Node.Identity is not { } identity)
        {
            return tls?.Servers;
        }

        if (tls is null)
        {
            return Server.Speaks ? throw backend.Field.Refused($"must have a clientPolicy, as its proxy otherwise takes any certificate for that of {service.Source.Title}") : null;
        }

        if (!Server.Speaks)
        {
            throw tls.Field.Refused($"must not be there, as {first.Node.Source.Title} has no certificate to show");
        }

        if (Server.AsksCallers && !tls.ShowsCertificate)
        {
            throw tls.Field.Refused($"must have a certificate, as {first.Node.Source.Title} asks for one, and it cannot call otherwise");
        }

        return tls.Servers.Contains(identity, StringComparer.Ordinal)
            ? caller.Node.IsGateway ? [identity] : tls.Servers
            : throw tls.Field.Refused($"must take {identity} for {service.Source.Title}, as that is what its certificate bears");
    }
}
