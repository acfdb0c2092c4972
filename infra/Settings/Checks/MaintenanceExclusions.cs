using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>The times in which Google leaves upgrades be are such as it accepts.</summary>
/// <remarks>Source: <see cref="GkeUpgradeFacts.ExclusionSource"/>.</remarks>
internal static class MaintenanceExclusions
{
    public static IEnumerable<Fault> Check(MeshSettings settings) =>
        settings.Sites.SelectMany(site => site.Value is GcpSite gcp ? Check($"sites.{site.Key}.cluster.maintenance.exclusions", gcp) : []);

    private static IEnumerable<Fault> Check(string path, GcpSite site)
    {
        var exclusions = site.Cluster.Maintenance.Exclusions;
        var full = exclusions.Values.Count(exclusion => exclusion.Scope == ExclusionScope.NoUpgrades);
        if (full > GkeUpgradeFacts.MostFullExclusions)
        {
            yield return new Fault(
                path,
                $"must hold at most {GkeUpgradeFacts.MostFullExclusions} whose scope is noUpgrades",
                full.ToString(),
                "remove those that are over, or let patches in");
        }

        foreach (var (name, exclusion) in exclusions)
        {
            if (exclusion.To is not { } to)
            {
                if (exclusion.Scope == ExclusionScope.NoUpgrades)
                {
                    yield return new Fault($"{path}.{name}.to", "is missing", Cure: "add the last day, which Google demands where the scope is noUpgrades");
                }
            }
            else if (to.Date < exclusion.From.Date)
            {
                yield return new Fault($"{path}.{name}.to", $"must not be before from, which is {exclusion.From}", to.ToString());
            }
            else if (exclusion.Scope == ExclusionScope.NoUpgrades
                && to.Date.DayNumber - exclusion.From.Date.DayNumber + 1 is var days and > GkeUpgradeFacts.LongestFullExclusionDays)
            {
                yield return new Fault(
                    $"{path}.{name}",
                    $"must last at most {GkeUpgradeFacts.LongestFullExclusionDays} days where its scope is noUpgrades",
                    $"{days} days",
                    "make it shorter, or let patches in");
            }
        }
    }
}
