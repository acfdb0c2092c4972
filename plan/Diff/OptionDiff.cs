namespace CrossCloudMesh.Plan.Diff;

/// <summary>What differs in the options of a resource, as far as it says something about what will happen to it.</summary>
/// <remarks>
/// Aliases and what it waits for are no difference: they serve one update. Neither are <c>importId</c> and <c>version</c>, which do nothing
/// to what is there already.
/// </remarks>
internal static class OptionDiff
{
    public static Sequence<PathChange> Of(Pair pair, Renames renames)
    {
        if (pair.Before is not { } before || (before.Options.Equals(pair.After.Options) && !renames.Any && before.Provider == pair.After.Provider))
        {
            return Sequence<PathChange>.Empty;
        }

        return ValueDiff.Of(
            Told(before.Options, renames.UrnOrNull(before.Options.DeletedWith), renames.UrnOrNull(before.Provider)),
            Told(pair.After.Options, pair.After.Options.DeletedWith, pair.After.Provider),
            Shape.Plain);
    }

    private static SortedMap<PlanValue> Told(PlannedOptions options, string? deletedWith, string? provider)
    {
        var members = new List<KeyValuePair<string, PlanValue>>();
        Add("customTimeouts", options.CustomTimeouts is { } t ? PlanValue.Of($"{t.CreateSeconds}/{t.UpdateSeconds}/{t.DeleteSeconds}") : null);
        Add("deleteBeforeReplace", options.DeleteBeforeReplace is { } first ? PlanValue.Of(first) : null);
        Add("deletedWith", deletedWith is null ? null : PlanValue.Of(deletedWith));
        Add("ignoreChanges", Texts(options.IgnoreChanges));
        Add("protect", PlanValue.Of(options.Protect));
        Add("provider", provider is null ? null : PlanValue.Of(provider));
        Add("readId", options.ReadId is null ? null : PlanValue.Of(options.ReadId));
        Add("replaceOnChanges", Texts(options.ReplaceOnChanges));
        Add("retainOnDelete", PlanValue.Of(options.RetainOnDelete));
        return new(members);

        void Add(string name, PlanValue? value)
        {
            if (value is not null)
            {
                members.Add(new(name, value));
            }
        }
    }

    private static PlanValue.ListValue? Texts(Sequence<string> texts) =>
        texts.Count == 0 ? null : new PlanValue.ListValue(Sequence.Create<PlanValue>([.. texts.Select(PlanValue.Of)]));
}
