using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Lifters.AppMesh;

/// <summary>A node that a route leads to.</summary>
/// <param name="Node">The node.</param>
/// <param name="Listener">What it does with the calls.</param>
/// <param name="Field">Where its listener says so.</param>
/// <param name="Weight">How much goes there, against the others.</param>
internal sealed record Target(VirtualNode Node, Listener Listener, Field Field, int Weight)
{
    /// <summary>The node that a route means.</summary>
    /// <param name="target">What the route says.</param>
    /// <param name="route">The route.</param>
    /// <param name="nodes">Every node, by namespace and name.</param>
    public static Target Of(RouteTarget target, Route route, IReadOnlyDictionary<string, VirtualNode> nodes)
    {
        var node = nodes.GetValueOrDefault(target.Node) ?? throw target.Field.Refused("must name a VirtualNode that is here");
        var listeners = target.Port is { } port ? node.Listeners.FindAll(each => each.Listener.Port == port.Whole(0)) : node.Listeners;
        if (listeners is not [var (listener, field)])
        {
            throw target.Field.Refused($"must mean one listener of {node.Source.Title}, by its port where it has several");
        }

        return route.Port is { } called && (listener.Port, listener.Protocol) != called
            ? throw field.Refused($"must be {Protocols.WordOf(called.Protocol)} on port {called.Number} as {route.Source.Title} says, as the normal form has one port")
            : new(node, listener, field, target.Weight);
    }

    /// <summary>Refuses versions that do not do the same, whether anything goes to them or not.</summary>
    public void MustBeLike(List<Target> others)
    {
        foreach (var other in others)
        {
            if (other.Node.Identity != Node.Identity)
            {
                throw new RefusedException(new(
                    other.Node.Source.Title,
                    $"must have the identity that {Node.Source.Title} has, {Node.Identity ?? "none"}, as both stand behind one VirtualService",
                    other.Node.Identity ?? "none"));
            }

            if (other.Listener != Listener)
            {
                throw other.Field.Refused($"must say what that of {Node.Source.Title} says, as the normal form has one for all versions");
            }
        }
    }

    /// <summary>How long a request may take on its way through the caller's proxy and that of the service.</summary>
    /// <remarks>
    /// The shorter holds. But what is tried again is measured by the service at each try, and by the caller over all of them, and the normal
    /// form has one limit; so there the caller's must be the shorter.
    /// Source: https://docs.aws.amazon.com/app-mesh/latest/userguide/virtual_nodes.html and
    /// https://docs.aws.amazon.com/app-mesh/latest/userguide/routes.html, read 2026-11-21.
    /// </remarks>
    public int LimitOf(Route route, Func<Limits, int> which, string word)
    {
        var (callers, own) = (which(route.Limits), which(Listener.Limits));
        var shorter = Limits.Shorter(callers, own);
        return route.Retry.Attempts == 0 || shorter == callers
            ? shorter
            : throw new RefusedException(new(
                $"{Field.Path}.timeout.{Protocols.WordOf(Listener.Protocol)}.{word}",
                $"must be 0 ms{(callers == 0 ? "" : $", or {callers} ms or more")}, as {route.Source.Title} tries again, and each try would have a limit of its own",
                $"{own} ms"));
    }
}
