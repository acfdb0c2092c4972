namespace CrossCloudMesh.Plan.Diff;

/// <summary>What is found about one resource that is in both plans, while it is being found.</summary>
internal sealed class Verdict(Pair pair, Sequence<PathChange> paths, Sequence<PathChange> options, List<ChangeReason> reasons)
{
    private readonly List<ChangeReason> updates = [];
    private bool goesWithAnother;

    public Pair Pair => pair;

    public bool IsReplaced { get; private set; } = reasons.Count > 0;

    public bool DeletesFirst { get; } = pair.After.IsCustom && Replacement.DeletesFirst(pair);

    /// <summary>The replacement of another resource gives an input another value.</summary>
    /// <returns>Whether this resource is replaced now and was not before.</returns>
    public bool Follow(string input, PlannedResource origin, bool originGoesFirst)
    {
        var path = PropertyPath.Of(PathStep.Of(input));
        if (!pair.After.IsCustom || (IsEcho(input, origin) && !originGoesFirst))
        {
            return false;
        }

        var replaces = Replacement.ReplacesWith(pair.After, input);
        if (!replaces && IsEcho(input, origin))
        {
            return false;
        }

        (replaces ? reasons : updates).Add(new(path, ReasonSource.Follows, origin.Urn));
        goesWithAnother |= replaces && originGoesFirst;
        var isNew = replaces && !IsReplaced;
        IsReplaced |= replaces;
        return isNew;
    }

    /// <returns>Null where nothing happens.</returns>
    /// <param name="dependents">Asked only for a resource that is replaced.</param>
    public PlannedChange? Change(Func<Dependents> dependents)
    {
        var (before, after) = (pair.Before!, pair.After);
        var readAnew = after.Options.ReadId is { } id && before.Options.ReadId != id;
        Operation? operation =
            IsReplaced ? Operation.Replace
            : readAnew ? Operation.Read
            : paths.Count + options.Count + updates.Count > 0 ? Operation.Update
            : pair.IsRenamed ? Operation.Rename
            : null;
        return operation is not { } op ? null : new(after.Urn, op)
        {
            RenamedFrom = pair.IsRenamed ? before.Urn : null,
            Paths = paths,
            Options = options,
            Reasons = Sequence.Create<ChangeReason>([.. (IsReplaced ? reasons : updates).OrderBy(r => r.Path.ToString(), StringComparer.Ordinal).ThenBy(r => r.Urn, StringComparer.Ordinal)]),
            // As the engine has it: protection may be lifted and the resource replaced in one update, but not on behalf of another.
            IsRefused = IsReplaced && before.Options.Protect && (after.Options.Protect || goesWithAnother),
            DeletesFirst = IsReplaced && DeletesFirst,
            IsRetained = IsReplaced && before.Options.RetainOnDelete,
            MayReplace = !IsReplaced && (Replacement.IsUnknown(pair, paths, updates.Select(reason => reason.Path.Input)) || options.Any(o => o.Path.Input == "provider")),
            Hazards = op == Operation.Update ? Hazards.Of(pair, paths) : [],
            Dependents = IsReplaced ? dependents().Count(after.Urn) : null,
        };
    }

    /// <summary>The input repeats what the program gives to the other resource, such as its name, so it keeps its value.</summary>
    private bool IsEcho(string input, PlannedResource origin)
    {
        if (pair.After.Inputs[input] is not PlanValue.TextValue value)
        {
            return false;
        }

        foreach (var (_, given) in origin.Inputs)
        {
            if (given.Equals(value))
            {
                return true;
            }
        }

        return false;
    }
}
