namespace CrossCloudMesh.Plan.Diff;

/// <summary>What brings a stack from one plan to another.</summary>
/// <param name="Changes">What is deleted, replaced or in doubt first, then updates, what is new, and renames.</param>
/// <param name="Outputs">What differs in what the stack hands out.</param>
/// <remarks>
/// <para>
/// A resource of the later plan is the one of the earlier plan with the same URN, or else with one of its aliases. Its inputs are compared
/// as its provider would: sets without order, JSON texts as documents, what <c>ignoreChanges</c> names not at all.
/// </para>
/// <para>
/// A replaced resource gets new ids, which an offline plan cannot show, as its ids are drawn from names. So each input that comes from a
/// replaced resource counts as changed, except where it repeats what the program gives to that resource, such as its name. A resource with
/// such an input is replaced in turn if another value of that input, or of a part of it that is set, replaces it. Where the other resource
/// is deleted before it is made anew, the engine does the same to whatever its replacement could replace, and repeated inputs count too.
/// </para>
/// </remarks>
public sealed record PlanDiff(Sequence<ResourceChange> Changes, Sequence<PathChange> Outputs)
{
    /// <summary>The differences between two plans of one stack; the first is taken for what is deployed.</summary>
    public static PlanDiff Of(PlanDocument before, PlanDocument after)
    {
        var pairing = new Pairing(before, after);
        var pairs = new Dictionary<string, Pair>(pairing.Pairs.Count, StringComparer.Ordinal);
        foreach (var pair in pairing.Pairs)
        {
            pairs[pair.After.Urn] = pair;
        }

        var verdicts = new Dictionary<string, Verdict>(pairing.Pairs.Count, StringComparer.Ordinal);
        foreach (var pair in pairing.Pairs.Where(p => p.Before is not null))
        {
            var paths = InputDiff.Of(pair, pairing, urn => pairs.GetValueOrDefault(urn));
            verdicts[pair.After.Urn] = new(pair, paths, OptionDiff.Of(pair, pairing.Renames), Replacement.Of(pair, paths));
        }

        Spread(verdicts);
        return new(
            Ordered(pairing, verdicts, before, after),
            ValueDiff.Of(pairing.Renames.Values(before.Outputs), after.Outputs, Shape.Plain));
    }

    /// <summary>Carries replacements on to whatever takes its inputs from replaced resources.</summary>
    private static void Spread(Dictionary<string, Verdict> verdicts)
    {
        var takers = new Dictionary<string, List<(Verdict Taker, string Input)>>(StringComparer.Ordinal);
        foreach (var (_, verdict) in verdicts)
        {
            foreach (var (input, urns) in verdict.Pair.After.PropertyDependencies)
            {
                foreach (var urn in urns)
                {
                    if (!takers.TryGetValue(urn, out var known))
                    {
                        takers[urn] = known = [];
                    }

                    known.Add((verdict, input));
                }
            }
        }

        var pending = new Queue<Verdict>(verdicts.Values.Where(v => v.IsReplaced));
        while (pending.TryDequeue(out var origin))
        {
            foreach (var (taker, input) in takers.GetValueOrDefault(origin.Pair.After.Urn) ?? [])
            {
                if (taker != origin && taker.Follow(input, origin.Pair.After, origin.DeletesFirst))
                {
                    pending.Enqueue(taker);
                }
            }
        }
    }

    private static Sequence<ResourceChange> Ordered(
        Pairing pairing, Dictionary<string, Verdict> verdicts, PlanDocument before, PlanDocument after)
    {
        var found = new List<ResourceChange>();
        var now = new Lazy<Dependents>(() => new(after.Resources));
        var then = new Lazy<Dependents>(() => new(before.Resources));
        // What stops the update is counted first, as not everything is.
        foreach (var gone in pairing.Gone.OrderByDescending(each => each.Options.Protect))
        {
            found.Add(new(Deletion(gone, then.Value), gone, null));
        }

        foreach (var pair in pairing.Pairs)
        {
            if (pair.Before is null)
            {
                found.Add(new(new(pair.After.Urn, PlanDocument.FirstOperation(pair.After.Options)), null, pair.After));
            }
            else if (verdicts[pair.After.Urn].Change(() => now.Value) is { } change)
            {
                found.Add(new(change, pair.Before, pair.After));
            }
        }

        found.Sort();
        return Sequence.Create<ResourceChange>([.. found]);
    }

    private static PlannedChange Deletion(PlannedResource gone, Dependents dependents) => new(gone.Urn, Operation.Delete)
    {
        IsRefused = gone.Options.Protect,
        IsRetained = gone.Options.RetainOnDelete || gone.Options.ReadId is not null,
        Dependents = gone.IsCustom ? dependents.Count(gone.Urn) : null,
    };
}

/// <summary>What happens to one resource, and what it is before and after.</summary>
/// <param name="Change">What happens.</param>
/// <param name="Before">Null for a new one.</param>
/// <param name="After">Null for one that goes.</param>
public sealed record ResourceChange(PlannedChange Change, PlannedResource? Before, PlannedResource? After) : IComparable<ResourceChange>
{
    /// <summary>The dangerous first.</summary>
    public int CompareTo(ResourceChange? other) => other is null ? -1 : Danger.Compare(Change, other.Change);

    public static bool operator <(ResourceChange left, ResourceChange right) => left.CompareTo(right) < 0;

    public static bool operator >(ResourceChange left, ResourceChange right) => left.CompareTo(right) > 0;

    public static bool operator <=(ResourceChange left, ResourceChange right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ResourceChange left, ResourceChange right) => left.CompareTo(right) >= 0;
}
