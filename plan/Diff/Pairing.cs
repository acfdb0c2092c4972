namespace CrossCloudMesh.Plan.Diff;

/// <summary>Which resource of one plan is which of another: by its URN, and else by an alias that nobody else has claimed.</summary>
internal sealed class Pairing
{
    private readonly HashSet<string> claimed = new(StringComparer.Ordinal);

    public Pairing(PlanDocument before, PlanDocument after)
    {
        var old = new Dictionary<string, PlannedResource>(before.Resources.Count, StringComparer.Ordinal);
        foreach (var resource in before.Resources)
        {
            old[resource.Urn] = resource;
        }

        foreach (var resource in after.Resources)
        {
            if (old.ContainsKey(resource.Urn))
            {
                claimed.Add(resource.Urn);
            }
        }

        var pairs = new List<Pair>(after.Resources.Count);
        foreach (var resource in after.Resources)
        {
            pairs.Add(new(old.GetValueOrDefault(resource.Urn) ?? ByAlias(resource, old), resource));
        }

        Pairs = pairs;
        Gone = [.. before.Resources.Where(r => !claimed.Contains(r.Urn))];
    }

    /// <summary>Each resource of the later plan with what it was.</summary>
    public IReadOnlyList<Pair> Pairs { get; }

    /// <summary>Resources of the earlier plan that are in the later one no more.</summary>
    public IReadOnlyList<PlannedResource> Gone { get; }

    /// <summary>What has another URN now.</summary>
    public Renames Renames { get; } = new();

    private PlannedResource? ByAlias(PlannedResource resource, Dictionary<string, PlannedResource> old)
    {
        foreach (var alias in resource.Options.Aliases)
        {
            if (old.TryGetValue(alias, out var found) && claimed.Add(alias))
            {
                Renames.Add(alias, resource.Urn);
                return found;
            }
        }

        return null;
    }
}

/// <summary>One resource in both plans.</summary>
/// <param name="Before">Null where it is new.</param>
/// <param name="After">As it will be.</param>
internal sealed record Pair(PlannedResource? Before, PlannedResource After)
{
    public bool IsRenamed => Before is not null && Before.Urn != After.Urn;
}
