namespace CrossCloudMesh.Plan.Diff;

/// <summary>Carries out differences: what <see cref="ValueDiff"/> found, done to the first of the two, gives the second.</summary>
/// <remarks>Sets come out in order, and documents without white space.</remarks>
internal static class ValuePatch
{
    public static SortedMap<PlanValue> Apply(SortedMap<PlanValue> inputs, IEnumerable<PathChange> changes, Shape shape) =>
        Members(inputs, [.. changes], 0, shape);

    private static PlanValue? Apply(PlanValue? value, List<PathChange> changes, int depth, Shape shape)
    {
        if (changes is [{ Path.Steps.Count: var length } whole] && length == depth)
        {
            return whole.After;
        }

        switch (value)
        {
            case PlanValue.ObjectValue map:
                return new PlanValue.ObjectValue(Members(map.Members, changes, depth, shape));
            case PlanValue.ListValue list when shape.IsSet:
                return Set(list, changes, depth, shape);
            case PlanValue.ListValue list:
                return List(list, changes, depth, shape.Item);
            case PlanValue.TextValue text when TextDocument.Read(text.Value) is { } document:
                return PlanValue.Of(TextDocument.Write(Apply(document.Root, changes, depth, document.Shape)!));
            default:
                throw new ArgumentException($"nothing stands at {changes[0].Path} that could be changed", nameof(changes));
        }
    }

    private static SortedMap<PlanValue> Members(SortedMap<PlanValue> members, List<PathChange> changes, int depth, Shape shape)
    {
        var result = new SortedDictionary<string, PlanValue>(StringComparer.Ordinal);
        foreach (var (key, member) in members)
        {
            result[key] = member;
        }

        foreach (var group in changes.GroupBy(c => c.Path.Steps[depth].Key!, StringComparer.Ordinal))
        {
            if (Apply(result.GetValueOrDefault(group.Key), [.. group], depth + 1, shape.Member(group.Key)) is { } left)
            {
                result[group.Key] = left;
            }
            else
            {
                result.Remove(group.Key);
            }
        }

        return new(result);
    }

    private static PlanValue.ListValue Set(PlanValue.ListValue set, List<PathChange> changes, int depth, Shape shape)
    {
        var items = Canonical.Items(set, shape).ConvertAll(i => i.Value);
        foreach (var group in changes.GroupBy(c => c.Path.Steps[depth]))
        {
            if (!group.Key.IsSetItem)
            {
                items[group.Key.Index] = Apply(items[group.Key.Index], [.. group], depth + 1, shape.Item)!;
                continue;
            }

            foreach (var change in group)
            {
                if (change.Before is { } gone)
                {
                    items.Remove(gone);
                }

                if (change.After is { } added)
                {
                    items.Add(added);
                }
            }
        }

        var unordered = new PlanValue.ListValue(Sequence.Create<PlanValue>([.. items]));
        return (PlanValue.ListValue)Canonical.Of(unordered, shape);
    }

    private static PlanValue.ListValue List(PlanValue.ListValue list, List<PathChange> changes, int depth, Shape item)
    {
        var items = list.Items.ToList();
        var (went, came) = (new List<int>(), new SortedDictionary<int, PlanValue>());
        foreach (var group in changes.GroupBy(c => c.Path.Steps[depth].Index))
        {
            switch (group.First())
            {
                case { Kind: PathChangeKind.Removed, Path.Steps.Count: var length } when length == depth + 1:
                    went.Add(group.Key);
                    break;
                case { Kind: PathChangeKind.Added, Path.Steps.Count: var length, After: { } added } when length == depth + 1:
                    came[group.Key] = added;
                    break;
                default:
                    items[group.Key] = Apply(items[group.Key], [.. group], depth + 1, item)!;
                    break;
            }
        }

        went.Sort();
        for (var i = went.Count - 1; i >= 0; i--)
        {
            items.RemoveAt(went[i]);
        }

        foreach (var (index, added) in came)
        {
            items.Insert(index, added);
        }

        return new(Sequence.Create<PlanValue>([.. items]));
    }
}
