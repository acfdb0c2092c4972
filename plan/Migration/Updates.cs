using CrossCloudMesh.Plan.Diff;
using CrossCloudMesh.Plan.Graph;
using CrossCloudMesh.Plan.Rules;

namespace CrossCloudMesh.Plan.Migration;

/// <summary>What each of three updates touches, so that at every moment between them every call gets there.</summary>
/// <param name="First">URNs: all that comes, what changes in the clusters that move, and firewalls that only open. Nothing goes, and nobody is led elsewhere.</param>
/// <param name="Second">URNs: what leads callers of other clusters to what has moved.</param>
/// <param name="Back">URNs: the same, as the earlier plan has it; to touch these first is the way back.</param>
/// <param name="Last">What is left for the last one: it goes, or lets nobody in any more.</param>
public sealed record Updates(Sequence<string> First, Sequence<string> Second, Sequence<string> Back, Sequence<ResourceChange> Last)
{
    private const string Allows = "allows";

    /// <param name="diff">What the engine would do.</param>
    /// <param name="after">The later plan.</param>
    /// <param name="moving">The sites whose clusters move.</param>
    public static Updates Of(PlanDiff diff, PlanDocument after, IReadOnlyCollection<string> moving)
    {
        var lineage = new Lineage(after.Resources);
        var second = diff.Changes.Where(change => Leads(change, lineage, moving)).Select(change => change.After!.Urn).ToHashSet(StringComparer.Ordinal);
        var first = diff.Changes.Where(change => change.After is not null && !second.Contains(change.After.Urn) && IsEarly(change, lineage, moving)).Select(change => change.After!.Urn).ToHashSet(StringComparer.Ordinal);
        return new(
            Sequence.Sorted(first),
            Sequence.Sorted(second),
            Sequence.Sorted(diff.Changes.Where(change => change.After is { } after && second.Contains(after.Urn)).Select(change => change.Before!.Urn)),
            [.. diff.Changes.Where(change => change.After is null || !(second.Contains(change.After.Urn) || first.Contains(change.After.Urn)))]);
    }

    private static bool IsEarly(ResourceChange change, Lineage lineage, IReadOnlyCollection<string> moving) => change.Change.Op switch
    {
        Operation.Create or Operation.Import or Operation.Read or Operation.Rename => true,
        Operation.Update => (SiteOf(change.After!, lineage) is { } site && moving.Contains(site)) || OnlyOpens(change),
        _ => false,
    };

    /// <summary>Whether a firewall lets in all that it did, and more.</summary>
    private static bool OnlyOpens(ResourceChange change) =>
        change is { Before: { Type: Types.Firewall } before, After: { } after }
        && change.Change.Paths.All(path => $"{path.Path}".StartsWith(Allows, StringComparison.Ordinal))
        && Allowed(before).IsProperSubsetOf(Allowed(after));

    private static HashSet<string> Allowed(PlannedResource firewall) =>
    [
        .. firewall.Items(Allows).SelectMany(allow => firewall.At(allow + ".ports") is null
            ? [firewall.Text(allow + ".protocol")!]
            : firewall.Items(allow + ".ports").Select(port => $"{firewall.Text(allow + ".protocol")}/{firewall.Text(port)}")),
    ];

    /// <summary>Whether it is of another cluster, and says where calls go. What they need there came before; what they needed until then goes after.</summary>
    private static bool Leads(ResourceChange change, Lineage lineage, IReadOnlyCollection<string> moving) =>
        change is { After: { Type: Types.IstioRoute } resource, Change.Op: Operation.Update }
        && SiteOf(resource, lineage) is { } site && !moving.Contains(site);

    private static string? SiteOf(PlannedResource resource, Lineage lineage) =>
        resource.Package == "kubernetes" && resource.Provider is { } urn && lineage[urn] is { } provider ? lineage.SiteOf(provider) : null;
}
