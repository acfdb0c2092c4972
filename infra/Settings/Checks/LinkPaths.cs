using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>Behind an interconnect, which may fail as a whole, stands a VPN, which shares nothing with it; behind anything else stands nothing.</summary>
internal static class LinkPaths
{
    public static IEnumerable<Fault> Check(MeshSettings settings)
    {
        foreach (var (key, link) in settings.Links)
        {
            var (path, word) = ($"links.{key}.backup", LinkPlan.WordOf(link.Primary));
            if (LinkPlan.IsInterconnect(link.Primary))
            {
                if (link.Backup is null)
                {
                    yield return new Fault(path, $"is missing, and a {word} alone may fail as a whole", Cure: "add a map with by: haVpn");
                }
                else if (link.Backup is not HaVpnSettings)
                {
                    yield return new Fault($"{path}.by", $"must be haVpn, the path that shares nothing with a {word}", LinkPlan.WordOf(link.Backup));
                }
            }
            else if (link.Backup is { } backup)
            {
                yield return new Fault(
                    path, $"must stand behind an interconnect, and the primary path is {word}", LinkPlan.WordOf(backup), "leave it out");
            }
        }
    }
}
