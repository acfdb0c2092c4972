using CrossCloudMesh.Plan.Rules;

namespace CrossCloudMesh.Plan.Diff;

/// <summary>What an update would do to the trust among clusters: while it runs, some have the old authority and some the new one.</summary>
/// <remarks>
/// Read from the annotations beside the authority of each cluster, which name roots by their keys: whatever signs before the update is trusted
/// after it, and whatever signs after it was trusted before. So a phase of a rotation that is left out is found, in either direction.
/// </remarks>
internal static class TrustChanges
{
    private const string Secret = "kubernetes:core/v1:Secret";
    private const string SignedBy = "metadata.annotations.trust-signed-by";
    private const string Trusts = "metadata.annotations.trust-roots";

    public static RuleFacts About { get; } = new()
    {
        Id = "trust-overlap",
        Title = "Whatever vouches on one side of an update is trusted on the other",
        Severity = Severity.Error,
        Scope = RuleScope.Stack,
        Fix = "rotate the root a phase at a time, each deployed before the next: steady, trustBoth, signWithNew, dropOld",
    };

    public static IEnumerable<Finding> Of(PlanDocument before, PlanDocument after)
    {
        var (old, made) = (Authorities(before), Authorities(after));
        return old.SelectMany(truster => made.Where(signer => !truster.Trusted.Contains(signer.Root)).Select(signer => Found(
                truster.Urn, $"does not trust the root {signer.Root} yet, by which {signer.Name} signs after the update")))
            .Concat(made.SelectMany(truster => old.Where(signer => !truster.Trusted.Contains(signer.Root)).Select(signer => Found(
                truster.Urn, $"no longer trusts the root {signer.Root}, by which {signer.Name} signs until the update"))));
    }

    private static List<Authority> Authorities(PlanDocument plan)
    {
        var found = new List<Authority>();
        foreach (var resource in plan.Resources)
        {
            if (resource.Type == Secret && resource.Text(SignedBy) is { } root && resource.Text(Trusts) is { } trusted)
            {
                found.Add(new(resource.Urn, resource.Name, root, trusted.Split(", ").ToHashSet(StringComparer.Ordinal)));
            }
        }

        return found;
    }

    private static Finding Found(string urn, string message) => new(About.Id, About.Severity, urn, message, About.Fix);

    /// <summary>What a cluster signs with, and whom it trusts.</summary>
    private sealed record Authority(string Urn, string Name, string Root, HashSet<string> Trusted);
}
