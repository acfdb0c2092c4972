using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>Google refuses a maintenance window that leaves it less than 48 hours in any 32 days.</summary>
/// <remarks>
/// Any 32 days hold each day of the week at least four times, so 12 hours a week are enough.
/// Source: cloud.google.com/kubernetes-engine/docs/maintenance-window.
/// </remarks>
internal static class MaintenanceHours
{
    private const int LeastHoursInWeek = 12;

    public static IEnumerable<Fault> Check(MeshSettings settings)
    {
        foreach (var (key, site) in settings.Sites)
        {
            if (site is GcpSite { Cluster.Maintenance: var window } && window.DurationHours * window.Days.Length is var hours and < LeastHoursInWeek)
            {
                yield return new Fault(
                    $"sites.{key}.cluster.maintenance",
                    $"must be open for at least {LeastHoursInWeek} hours a week",
                    $"{hours} hours",
                    "add days, or make it longer");
            }
        }
    }
}
