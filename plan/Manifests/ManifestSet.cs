using CrossCloudMesh.Plan.Graph;

namespace CrossCloudMesh.Plan.Manifests;

/// <summary>What a plan puts into its clusters, each object and each Helm release as one file.</summary>
/// <param name="Manifests">In ordinal order of their paths, of which no two differ only in case.</param>
/// <param name="Faults">Why some of it has no file, each a sentence; none in a plan that an engine could deploy as it stands.</param>
public sealed record ManifestSet(Sequence<Manifest> Manifests, Sequence<string> Faults)
{
    private const string Kubernetes = "kubernetes";

    public static ManifestSet Of(PlanDocument plan)
    {
        var lineage = new Lineage(plan.Resources);
        var faults = new List<string>();
        var found = new List<(Manifest Manifest, string LongPath)>();
        foreach (var resource in plan.Resources)
        {
            // What is only read is somebody else's.
            if (resource is not { IsCustom: true, IsProvider: false, Package: Kubernetes, Options.ReadId: null })
            {
                continue;
            }

            if (resource.Provider is null || lineage[resource.Provider] is not { } provider)
            {
                faults.Add($"{resource.Urn}: is made by the default {Kubernetes} provider, so its cluster is not known; pass a provider");
                continue;
            }

            var site = lineage.SiteOf(provider);
            if (ReleaseManifest.IsOne(resource))
            {
                found.Add(Placed(ManifestPath.OfRelease(site, resource), ReleaseManifest.Of(resource, lineage)));
            }
            else if (ObjectManifest.IsOne(resource))
            {
                found.Add(Placed(ManifestPath.OfObject(site, resource), ObjectManifest.Of(resource, lineage)));
            }
            else
            {
                faults.Add($"{resource.Urn}: is neither an object with apiVersion and kind nor a Helm release, so it has no manifest; make what it stands for one by one");
            }

            (Manifest, string) Placed(ManifestPath path, Sequence<ManifestMember> members) => (new(site, path.Short, resource, members), path.Long);
        }

        return new(Apart(found, faults), new([.. faults]));
    }

    /// <summary>Gives the longer path to those that would share the shorter one; who shares that too is the same thing, made twice.</summary>
    private static Sequence<Manifest> Apart(List<(Manifest Manifest, string LongPath)> found, List<string> faults)
    {
        var manifests = new List<Manifest>(found.Count);
        foreach (var sharing in found.GroupBy(each => each.Manifest.Path, StringComparer.OrdinalIgnoreCase))
        {
            if (sharing.Skip(1).Any())
            {
                foreach (var same in sharing.GroupBy(each => each.LongPath, StringComparer.OrdinalIgnoreCase))
                {
                    manifests.Add(same.First().Manifest with { Path = same.Key });
                    foreach (var (twin, _) in same.Skip(1))
                    {
                        faults.Add($"{twin.Resource.Urn}: is the same object as {same.First().Manifest.Resource.Urn}, or has its name but for case, in the same cluster; keep one");
                    }
                }
            }
            else
            {
                manifests.Add(sharing.First().Manifest);
            }
        }

        manifests.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return new([.. manifests]);
    }
}
