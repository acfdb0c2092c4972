using CrossCloudMesh.Infra.Settings.Binding;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>Callers are services, and no call waits for itself.</summary>
internal static class ServiceCallers
{
    public static IEnumerable<Fault> Check(MeshSettings settings) => [.. Unknown(settings), .. Unneeded(settings), .. Circles(settings)];

    private static IEnumerable<Fault> Unknown(MeshSettings settings)
    {
        foreach (var (key, service) in settings.Services)
        {
            for (var index = 0; index < service.Callers.Length; index++)
            {
                var caller = service.Callers[index].ToString();
                if (!settings.Services.ContainsKey(caller))
                {
                    yield return new Fault(
                        $"services.{key}.callers[{index}]", "is not a service of services", caller, Wrong.MeantOrKnown(caller, [.. settings.Services.Keys]));
                }
            }
        }
    }

    private static IEnumerable<Fault> Unneeded(MeshSettings settings)
    {
        var graph = CallGraph.Of(settings, withAllowed: true);
        foreach (var (key, service) in settings.Services)
        {
            for (var index = 0; index < service.AllowCycle.Length; index++)
            {
                var path = $"services.{key}.allowCycle[{index}]";
                var caller = service.AllowCycle[index].ToString();
                if (!service.Callers.Contains(service.AllowCycle[index]))
                {
                    yield return new Fault(path, $"must be one of services.{key}.callers", caller, "name it there too, or remove it here");
                }
                else if (settings.Services.ContainsKey(caller) && graph.WayFrom(key, caller) is null)
                {
                    yield return new Fault(path, $"closes no circle: {key} never comes to call {caller}", caller, "remove it");
                }
            }
        }
    }

    /// <summary>Of services that all come to call one another, one circle.</summary>
    private static IEnumerable<Fault> Circles(MeshSettings settings)
    {
        var graph = CallGraph.Of(settings, withAllowed: false);
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, service) in settings.Services)
        {
            if (told.Contains(key) || graph.WayBack(key) is not { } circle)
            {
                continue;
            }

            told.UnionWith(settings.Services.Keys.Where(other => graph.WayFrom(key, other) is not null && graph.WayFrom(other, key) is not null));
            var last = circle[^2];
            yield return new Fault(
                $"services.{key}.callers[{service.Callers.IndexOf(EntryKey.Parse(last)!.Value)}]",
                "closes a circle of calls, in which each may wait for the next for ever",
                string.Join(" -> ", circle),
                $"take one of these calls out, or name {last} in services.{key}.allowCycle");
        }
    }
}
