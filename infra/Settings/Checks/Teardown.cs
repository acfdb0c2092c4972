using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>Nothing is forgotten because it cannot be reached while it is still protected.</summary>
internal static class Teardown
{
    public static IEnumerable<Fault> Check(MeshSettings settings)
    {
        if (settings.Lifecycle is { Teardown: true, Protect: true })
        {
            yield return new Fault(
                "lifecycle.teardown",
                "must be false while lifecycle.protect is true",
                "true",
                "a cluster that cannot be reached for a moment would lose what runs in it; set protect to false first, or teardown to false");
        }
    }
}
