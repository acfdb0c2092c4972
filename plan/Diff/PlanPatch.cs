namespace CrossCloudMesh.Plan.Diff;

/// <summary>Carries out a difference on the plan that it starts from, which gives the plan that it leads to.</summary>
public static class PlanPatch
{
    /// <summary>The plan after the changes: what is deployed once an update has made them.</summary>
    /// <remarks>
    /// What is no difference stays as it was: the order of a set, the white space of a document, an ignored input, what is waited for, and
    /// an id that the offline cloud drew from the old name of a renamed resource.
    /// </remarks>
    public static PlanDocument Apply(PlanDocument before, PlanDiff diff)
    {
        var renames = new Renames();
        var changed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var change in diff.Changes)
        {
            if (change.Before is { } old)
            {
                changed.Add(old.Urn);
            }

            if (change is { Before: { } was, Change.RenamedFrom: not null })
            {
                renames.Add(was.Urn, change.Change.Urn);
            }
        }

        var resources = before.Resources.Where(r => !changed.Contains(r.Urn)).Select(renames.Resource).ToDictionary(r => r.Urn, StringComparer.Ordinal);
        foreach (var change in diff.Changes)
        {
            if (change.After is { } after)
            {
                resources[after.Urn] = change.Before is null ? after : after with { Inputs = Inputs(change, renames) };
            }
        }

        return PlanDocument.OfFirstUpdate(
            before.Stack, before.Fidelity, resources.Values, before.Findings, ValuePatch.Apply(renames.Values(before.Outputs), diff.Outputs, Shape.Plain));
    }

    private static SortedMap<PlanValue> Inputs(ResourceChange change, Renames renames) =>
        ValuePatch.Apply(renames.Values(change.Before!.Inputs), change.Change.Paths, Shape.Of(change.After!.Type));
}
