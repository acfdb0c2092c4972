using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>Wherever a caller runs, the service runs there too, or on a site that a link joins to it.</summary>
/// <remarks>Of links that join nothing, and of sites that are none, others tell.</remarks>
internal static class ServiceReach
{
    public static IEnumerable<Fault> Check(MeshSettings settings) => LinkEnds.Check(settings).Any() ? [] : Unreachable(settings);

    private static IEnumerable<Fault> Unreachable(MeshSettings settings)
    {
        foreach (var (key, service) in settings.Services.Where(service => service.Value.Sites.All(site => IsKnown(site, settings))))
        {
            for (var index = 0; index < service.Callers.Length; index++)
            {
                if (settings.Services.TryGetValue(service.Callers[index].ToString(), out var caller)
                    && caller.Sites.Where(from => IsKnown(from, settings) && !service.Sites.Any(to => Joins(from, to, settings))).ToList() is { Count: > 0 } alone)
                {
                    yield return new Fault(
                        $"services.{key}.callers[{index}]",
                        $"cannot call from {string.Join(" and ", alone)}: no link leads from there to where {key} runs, {string.Join(" and ", service.Sites)}",
                        service.Callers[index].ToString(),
                        $"run {key} there too, or join the sites by a link");
                }
            }
        }
    }

    private static bool IsKnown(EntryKey site, MeshSettings settings) => settings.Sites.ContainsKey(site.ToString());

    private static bool Joins(EntryKey from, EntryKey to, MeshSettings settings) =>
        from == to || settings.Links.Values.Any(link => link.Sites.Contains(from) && link.Sites.Contains(to));
}
