using CrossCloudMesh.Plan.Diff;
using CrossCloudMesh.Plan.Graph;
using CrossCloudMesh.Plan.Manifests;

namespace CrossCloudMesh.Plan.Migration;

/// <summary>What becomes of an object of a cluster.</summary>
public enum ObjectFate
{
    /// <summary>It goes.</summary>
    Goes,

    /// <summary>It comes.</summary>
    Comes,

    /// <summary>It is there before and after, and says something else then.</summary>
    Changes,

    /// <summary>It is there before and after, and says the same.</summary>
    Stays,

    /// <summary>The cluster would take it for the same, and the engine for two: it would make it, and then delete it.</summary>
    Lost,
}

/// <summary>An object of a cluster, or a Helm release.</summary>
/// <param name="Site">The site of the cluster.</param>
/// <param name="Kind">Its kind, with the group of its API where a kind of Kubernetes' own has none.</param>
/// <param name="Name">Its namespace and name, with / between; its name alone where it has no namespace.</param>
/// <param name="Fate">What becomes of it.</param>
public sealed record ObjectChange(string Site, string Kind, string Name, ObjectFate Fate);

/// <summary>How many of a part's resources stay as they are.</summary>
/// <param name="Part">The part: <c>networks</c>.</param>
/// <param name="Before">How many there are before.</param>
/// <param name="Touched">Those of them that an update touches, each as its kind and its name, in order.</param>
public sealed record PartCount(string Part, int Before, Sequence<string> Touched)
{
    /// <summary>How many of them none touches.</summary>
    public int Untouched => Before - Touched.Count;
}

/// <summary>What becomes of what a stack has made, from one plan to another.</summary>
/// <param name="Objects">Every object of the clusters, in the order of sites, kinds and names.</param>
/// <param name="Parts">Of each part of the program, in order, how much of all that it makes at clouds and in clusters stays.</param>
/// <param name="Diff">What the engine would do.</param>
public sealed record ObjectChanges(Sequence<ObjectChange> Objects, Sequence<PartCount> Parts, PlanDiff Diff)
{
    private const string Release = "Helm release";
    private const string Own = "infra:";

    /// <param name="before">What is there.</param>
    /// <param name="after">What is to be there.</param>
    public static ObjectChanges Of(PlanDocument before, PlanDocument after)
    {
        var diff = PlanDiff.Of(before, after);
        var changed = diff.Changes.Where(change => change.After is not null).ToDictionary(change => change.After!.Urn, StringComparer.Ordinal);
        var (then, now) = (ByName(before), ByName(after));
        List<ObjectChange> objects =
        [
            .. then.Keys.Union(now.Keys).Select(key => new ObjectChange(key.Site, key.Kind, key.Name, FateOf(then.GetValueOrDefault(key), now.GetValueOrDefault(key), changed))),
        ];
        return new([.. objects.OrderBy(each => $"{each.Site} {each.Kind} {each.Name}", StringComparer.Ordinal)], Count(before, diff), diff);
    }

    private static ObjectFate FateOf(PlannedResource? before, PlannedResource? after, Dictionary<string, ResourceChange> changed)
    {
        if (before is null || after is null)
        {
            return before is null ? ObjectFate.Comes : ObjectFate.Goes;
        }

        var change = changed.GetValueOrDefault(after.Urn);
        return (change?.Before?.Urn ?? (change is null ? after.Urn : null)) != before.Urn ? ObjectFate.Lost
            : change is null or { Change.Op: Operation.Rename } ? ObjectFate.Stays
            : ObjectFate.Changes;
    }

    private static Dictionary<(string Site, string Kind, string Name), PlannedResource> ByName(PlanDocument plan) => ManifestSet.Of(plan).Manifests.ToDictionary(
        manifest => (manifest.Site, KindOf(manifest), NameOf(manifest.Resource, manifest.IsRelease)), manifest => manifest.Resource);

    private static string KindOf(Manifest manifest)
    {
        var version = manifest.Resource.Text("apiVersion") ?? "";
        return manifest.IsRelease ? Release
            : version.LastIndexOf('/') is > 0 and var end && version.Contains('.', StringComparison.Ordinal) ? $"{manifest.Resource.Text("kind")}.{version[..end]}"
            : manifest.Resource.Text("kind")!;
    }

    private static string NameOf(PlannedResource resource, bool isRelease)
    {
        var (place, name) = isRelease ? (resource.Text("namespace"), resource.Text("name")) : (resource.Text("metadata", "namespace"), resource.Text("metadata", "name"));
        return place is null ? name ?? resource.Name : $"{place}/{name ?? resource.Name}";
    }

    private static Sequence<PartCount> Count(PlanDocument before, PlanDiff diff)
    {
        var touched = diff.Changes
            .Where(change => change.Before is not null && change.Change.Op != Operation.Rename)
            .Select(change => change.Before!.Urn)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. before.Resources.Where(resource => resource.IsCustom)
                .GroupBy(PartOf, StringComparer.Ordinal)
                .OrderBy(part => part.Key, StringComparer.Ordinal)
                .Select(part => new PartCount(part.Key, part.Count(), Sequence.Sorted(part.Where(resource => touched.Contains(resource.Urn)).Select(resource => $"{resource.Type[(resource.Type.LastIndexOf(':') + 1)..]} {resource.Name}")))),
        ];
    }

    /// <summary>The folder of the outermost component that makes it.</summary>
    private static string PartOf(PlannedResource resource)
    {
        var types = resource.Urn.Split("::")[2];
        var start = types.IndexOf(Own, StringComparison.Ordinal);
        return start < 0 ? "stack" : types[(start + Own.Length)..].Split(':')[0];
    }
}
