namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>Which service calls which.</summary>
internal sealed class CallGraph
{
    private readonly ILookup<string, string> calls;

    private CallGraph(ILookup<string, string> calls) => this.calls = calls;

    /// <param name="settings">The services; a caller that is none is left out.</param>
    /// <param name="withAllowed">Whether calls count that may close a circle.</param>
    public static CallGraph Of(MeshSettings settings, bool withAllowed) => new((
        from service in settings.Services
        from caller in service.Value.Callers
        where settings.Services.ContainsKey(caller.ToString()) && (withAllowed || !service.Value.AllowCycle.Contains(caller))
        select (Caller: caller.ToString(), Called: service.Key)).ToLookup(call => call.Caller, call => call.Called, StringComparer.Ordinal));

    /// <summary>A shortest way of calls from a service back to itself, both ends named; null where there is none.</summary>
    public string[]? WayBack(string service) => calls[service]
        .Select(called => WayFrom(called, service))
        .OfType<string[]>()
        .OrderBy(way => way.Length)
        .Select(way => (string[])[service, .. way])
        .FirstOrDefault();

    /// <summary>A shortest way of calls from one service to another, both named; null where there is none.</summary>
    public string[]? WayFrom(string service, string to)
    {
        var ways = new Queue<string[]>([[service]]);
        var seen = new HashSet<string>(StringComparer.Ordinal) { service };
        while (ways.TryDequeue(out var way))
        {
            if (way[^1] == to)
            {
                return way;
            }

            foreach (var next in calls[way[^1]].Where(seen.Add))
            {
                ways.Enqueue([.. way, next]);
            }
        }

        return null;
    }
}
