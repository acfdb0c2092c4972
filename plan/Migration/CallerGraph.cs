using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Plan.Migration;

/// <summary>Who may call whom, as what was read back from objects has it.</summary>
/// <param name="Calls">Every call that gets there, in the order of callers, then of hosts.</param>
/// <param name="OverBridge">Those of them that lead from one mesh into another.</param>
public sealed record CallerGraph(Sequence<Call> Calls, Sequence<Call> OverBridge)
{
    private const string Everybody = "everybody";

    /// <param name="meshes">Each mesh, as it was read.</param>
    /// <param name="bridges">What joins them.</param>
    public static CallerGraph Of(IReadOnlyList<ReadMesh> meshes, Bridges bridges)
    {
        var (calls, over) = (new List<Call>(), new List<Call>());
        foreach (var mesh in meshes)
        {
            var own = mesh.Form.Services.SelectMany(service => service.Client.Servers ?? []).ToHashSet(StringComparer.Ordinal);
            foreach (var service in mesh.Form.Services)
            {
                calls.AddRange(service.Server.Callers is { } callers
                    ? callers.Where(own.Contains).Select(caller => new Call(caller, service.Host))
                    : [new(Everybody, service.Host)]);
                over.AddRange(bridges.Ways.Select(way => way.Call).Where(call => call.Host == service.Host && !own.Contains(call.Caller) && bridges.Carry(call, service.Server.Callers ?? [])));
            }
        }

        return new(Ordered(calls.Concat(over)), Ordered(over));
    }

    private static Sequence<Call> Ordered(IEnumerable<Call> calls) =>
        [.. calls.Distinct().OrderBy(call => call.Caller, StringComparer.Ordinal).ThenBy(call => call.Host, StringComparer.Ordinal)];
}

/// <summary>One mesh, read back from the objects that are planned for it.</summary>
/// <param name="Name">For a reader: <c>App Mesh in aws-east</c>.</param>
/// <param name="Form">What it does.</param>
public sealed record ReadMesh(string Name, MeshForm Form);
