using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Lifters.AppMesh;

/// <summary>Where requests to a service go, and what becomes of them on the way.</summary>
/// <param name="Source">The object that says so.</param>
/// <param name="Port">The port that is called; null where it is that of the one target.</param>
/// <param name="Limits">How long a request may take.</param>
/// <param name="Retry">How a failed one is tried again.</param>
/// <param name="Targets">Where they go, with weights that sum to more than nothing.</param>
internal sealed record Route(AppMeshObject Source, (int Number, ServiceProtocol Protocol)? Port, Limits Limits, RetryForm Retry, List<RouteTarget> Targets);

/// <summary>Where requests go.</summary>
/// <param name="Node">Namespace and name of a VirtualNode, with / between.</param>
/// <param name="Port">Its port; null where it has only one.</param>
/// <param name="Weight">How much, against the others.</param>
/// <param name="Field">Where it is said.</param>
internal sealed record RouteTarget(string Node, Field? Port, int Weight, Field Field);

/// <summary>Reads a VirtualRouter of one route for every request.</summary>
/// <remarks>
/// A weight counts against those beside it. With one route its name and its priority say nothing, and neither does the router's name for AWS.
/// Source: https://docs.aws.amazon.com/app-mesh/latest/userguide/routes.html,
/// https://docs.aws.amazon.com/app-mesh/latest/APIReference/API_RouteSpec.html and
/// https://docs.aws.amazon.com/app-mesh/latest/APIReference/API_WeightedTarget.html, read 2026-11-21.
/// </remarks>
internal static class RouterReader
{
    private const int MostWeight = 100;
    private const int LastPriority = 1000;

    /// <summary>What becomes of requests to a node that stands behind a service without a router.</summary>
    public static Route Straight(AppMeshObject source, string node, Field field) =>
        new(source, null, Limits.Usual, RetryReader.Usual(Limits.Usual.TimeoutMs), [new(node, null, 1, field)]);

    public static Route Read(AppMeshObject source)
    {
        var spec = source.Members();
        spec["awsName"]?.Text();
        var listener = spec.Need("listeners").Single().Members();
        var port = Protocols.Read(listener.Need("portMapping"));
        listener.End();
        var route = spec.Need("routes").Single().Members();
        spec.End();
        route.Need("name").Text();
        route["priority"]?.Whole(0, LastPriority);
        var place = route.Need(Protocols.WordOf(port.Protocol) + "Route");
        route.End();

        var members = place.Members();
        ReadMatch(members.Need("match"), port);
        var limits = Limits.Read(members["timeout"]);
        var retry = RetryReader.Read(members["retryPolicy"], port.Protocol, limits.TimeoutMs);
        var action = members.Need("action").Members();
        members.End();
        var all = action.Need("weightedTargets");
        action.End();
        var targets = all.Items().ConvertAll(field => TargetOf(field, source));
        return targets.Exists(target => target.Weight > 0)
            ? new(source, port, limits, retry, targets)
            : throw all.Refused("must have a weight of more than nothing");
    }

    private static void ReadMatch(Field field, (int Number, ServiceProtocol Protocol) port)
    {
        var match = field.Members();
        if (port.Protocol is not ServiceProtocol.Grpc)
        {
            match.Need("prefix").Word("/");
        }

        match["port"]?.Whole(port.Number, port.Number);
        match.End();
    }

    private static RouteTarget TargetOf(Field field, AppMeshObject source)
    {
        var target = field.Members();
        var read = new RouteTarget(source.Refer(target.Need("virtualNodeRef")), target["port"], target.Need("weight").Whole(0, MostWeight), field);
        target.End();
        return read;
    }
}
