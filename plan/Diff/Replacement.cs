using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Plan.Diff;

/// <summary>Which of the changed inputs replace a resource.</summary>
internal static class Replacement
{
    /// <summary>Inputs of a provider that say where it works and as whom: what it makes may go with them.</summary>
    private static readonly HashSet<string> Places = new(StringComparer.Ordinal)
    {
        "allowedAccountIds", "assumeRoles", "cluster", "clusterIdentifier", "context", "endpoints", "kubeconfig", "namespace", "project",
        "region", "zone",
    };

    public static List<ChangeReason> Of(Pair pair, Sequence<PathChange> changes)
    {
        var reasons = new List<ChangeReason>();
        if (!pair.After.IsCustom || changes.Count == 0)
        {
            return reasons;
        }

        foreach (var trigger in ReplaceFacts.Of(pair.After.Type)?.Triggers ?? [])
        {
            if (Fires(trigger, pair, changes) && changes.FirstOrDefault(c => Without(c.Path).Touches(PathOf(trigger))) is { } change)
            {
                reasons.Add(new(change.Path, ReasonSource.Provider));
            }
        }

        foreach (var option in pair.After.Options.ReplaceOnChanges)
        {
            if (PropertyPath.Parse(option) is { } path && changes.FirstOrDefault(c => path.Touches(c.Path)) is { } change)
            {
                reasons.Add(new(change.Path, ReasonSource.Option));
            }
        }

        return [.. reasons.Distinct()];
    }

    /// <summary>Whether nobody knows what these changes do.</summary>
    /// <param name="pair">The resource.</param>
    /// <param name="changes">What differs.</param>
    /// <param name="followed">Inputs that get another value from what is replaced.</param>
    public static bool IsUnknown(Pair pair, Sequence<PathChange> changes, IEnumerable<string> followed) =>
        pair.After.IsProvider
            ? changes.Select(c => c.Path.Input).Concat(followed).Any(Places.Contains)
            : pair.After.IsCustom && changes.Count > 0 && ReplaceFacts.Of(pair.After.Type) is null;

    /// <summary>The old one must go before the new one comes: by option, or as both would have the name that the program gives.</summary>
    public static bool DeletesFirst(Pair pair) =>
        pair.After.Options.DeleteBeforeReplace
        ?? (ReplaceFacts.Of(pair.After.Type)?.NameProperty is { } name
            && At(pair.After.Inputs, name) is { } now && At(pair.Before!.Inputs, name) is { } old && now.Equals(old));

    /// <summary>Whether a resource is replaced when an input gets another value, whatever it is.</summary>
    public static bool ReplacesWith(PlannedResource resource, string input)
    {
        foreach (var trigger in ReplaceFacts.Of(resource.Type)?.Triggers ?? [])
        {
            if (trigger is { When: ReplaceWhen.Changed, Unless: null, Before: null } && PathOf(trigger).Input == input && At(resource.Inputs, trigger.Path) is not null)
            {
                return true;
            }
        }

        return resource.Options.ReplaceOnChanges.Any(o => PropertyPath.Parse(o)?.Touches(PropertyPath.Of(PathStep.Of(input))) == true);
    }

    private static bool Fires(ReplaceTrigger trigger, Pair pair, Sequence<PathChange> changes)
    {
        if (!changes.Any(c => Without(c.Path).Touches(PathOf(trigger))))
        {
            return false;
        }

        if (trigger.Unless is var (input, value) && At(pair.After.Inputs, input) is PlanValue.TextValue { Value: var actual } && actual == value)
        {
            return false;
        }

        if (trigger.Before is var (had, was) && Said(At(pair.Before!.Inputs, had)) != was)
        {
            return false;
        }

        var (before, after) = (At(pair.Before!.Inputs, trigger.Path), At(pair.After.Inputs, trigger.Path));
        return trigger.When switch
        {
            ReplaceWhen.Changed => before is not null ? !before.Equals(after) : after is not null,
            ReplaceWhen.CameOrWent => before is null != after is null,
            ReplaceWhen.Went => before is not null && after is null,
            ReplaceWhen.Given => after is not null && !after.Equals(before),
            ReplaceWhen.ChangedWhilePresent => before is not null && after is not null && !before.Equals(after),
            ReplaceWhen.Turned => Said(before, trigger.Unsaid) == trigger.From && Said(after, trigger.Unsaid) == trigger.To,
            ReplaceWhen.Lost => Items(before).Except(Items(after)).Any(),
            ReplaceWhen.Shrunk => !Holds(Said(after), Said(before)),
            _ => throw new ArgumentOutOfRangeException(nameof(trigger)),
        };
    }

    private static string? Said(PlanValue? value, string? unsaid = null) => value switch
    {
        null => unsaid,
        PlanValue.TextValue text => text.Value,
        PlanValue.BoolValue flag => flag.Value ? "true" : "false",
        _ => null,
    };

    private static Sequence<PlanValue> Items(PlanValue? value) => value is PlanValue.ListValue list ? list.Items : [];

    private static bool Holds(string? wide, string? narrow) =>
        wide is not null && narrow is not null && Cidr.Parse(wide) is { } outer && Cidr.Parse(narrow) is { } inner && outer.Contains(inner);

    /// <summary>What stands at a path of names; of a list, the whole of it.</summary>
    private static PlanValue? At(SortedMap<PlanValue> inputs, string path)
    {
        PlanValue? at = new PlanValue.ObjectValue(inputs);
        foreach (var name in path.Split('.'))
        {
            at = at switch
            {
                PlanValue.ObjectValue map => map.Members[name],
                PlanValue.ListValue => at,
                _ => null,
            };
        }

        return at;
    }

    private static PropertyPath PathOf(ReplaceTrigger trigger) =>
        new(Sequence.Create<PathStep>([.. trigger.Path.Split('.').Select(PathStep.Of)]));

    /// <summary>The path without places in lists, as triggers are written.</summary>
    private static PropertyPath Without(PropertyPath path) =>
        new(Sequence.Create<PathStep>([.. path.Steps.Where(s => s.Key is not null)]));
}
