namespace CrossCloudMesh.Plan.Diff;

/// <summary>The differences between two values, down to the smallest part that still has a path.</summary>
internal sealed class ValueDiff
{
    private readonly List<PathChange> found = [];
    private readonly List<PathStep> at = [];

    private ValueDiff()
    {
    }

    /// <summary>What changes from one set of inputs to another, in the order of the paths' steps.</summary>
    public static Sequence<PathChange> Of(SortedMap<PlanValue> before, SortedMap<PlanValue> after, Shape shape)
    {
        if (before.Equals(after))
        {
            return Sequence<PathChange>.Empty;
        }

        var diff = new ValueDiff();
        diff.Members(before, after, shape);
        return Sequence.Create<PathChange>([.. diff.found]);
    }

    private void Compare(PlanValue before, PlanValue after, Shape shape)
    {
        switch (before, after)
        {
            case (PlanValue.ObjectValue old, PlanValue.ObjectValue now):
                Members(old.Members, now.Members, shape);
                break;
            case (PlanValue.ListValue old, PlanValue.ListValue now) when shape.IsSet:
                Set(old, now, shape);
                break;
            case (PlanValue.ListValue old, PlanValue.ListValue now):
                List(old.Items, now.Items, shape.Item);
                break;
            case var _ when before.Equals(after):
                break;
            case (PlanValue.TextValue old, PlanValue.TextValue now)
                when TextDocument.Read(old.Value) is { } was && TextDocument.Read(now.Value) is { } becomes && was.Shape == becomes.Shape
                     && was.Root.GetType() == becomes.Root.GetType():
                Compare(was.Root, becomes.Root, was.Shape);
                break;
            default:
                Add(PathChangeKind.Changed, after is PlanValue.SecretValue && before is not PlanValue.SecretValue ? null : before, after);
                break;
        }
    }

    private void Members(SortedMap<PlanValue> before, SortedMap<PlanValue> after, Shape shape)
    {
        var (i, j) = (0, 0);
        while (i < before.Count || j < after.Count)
        {
            var order = i == before.Count ? 1 : j == after.Count ? -1 : string.CompareOrdinal(before[i].Key, after[j].Key);
            at.Add(PathStep.Of(order <= 0 ? before[i].Key : after[j].Key));
            if (order < 0)
            {
                Add(PathChangeKind.Removed, before[i].Value, null);
            }
            else if (order > 0)
            {
                Add(PathChangeKind.Added, null, after[j].Value);
            }
            else
            {
                Compare(before[i].Value, after[j].Value, shape.Member(before[i].Key));
            }

            at.RemoveAt(at.Count - 1);
            (i, j) = (i + (order <= 0 ? 1 : 0), j + (order >= 0 ? 1 : 0));
        }
    }

    /// <summary>Compares place by place between what both lists begin and end with; what is left of the longer one came or went.</summary>
    private void List(Sequence<PlanValue> before, Sequence<PlanValue> after, Shape item)
    {
        var shorter = Math.Min(before.Count, after.Count);
        var (head, tail) = (0, 0);
        while (head < shorter && AreSame(before[head], after[head], item))
        {
            head++;
        }

        while (tail < shorter - head && AreSame(before[^(tail + 1)], after[^(tail + 1)], item))
        {
            tail++;
        }

        var last = Math.Max(before.Count, after.Count) - tail;
        for (var i = head; i < last; i++)
        {
            at.Add(PathStep.Of(i));
            if (i >= after.Count - tail)
            {
                Add(PathChangeKind.Removed, before[i], null);
            }
            else if (i >= before.Count - tail)
            {
                Add(PathChangeKind.Added, null, after[i]);
            }
            else
            {
                Compare(before[i], after[i], item);
            }

            at.RemoveAt(at.Count - 1);
        }
    }

    private void Set(PlanValue.ListValue before, PlanValue.ListValue after, Shape shape)
    {
        if (before.Equals(after))
        {
            return;
        }

        var (old, now) = (Canonical.Items(before, shape), Canonical.Items(after, shape));
        var (went, came) = (new List<int>(), new List<int>());
        var (i, j) = (0, 0);
        while (i < old.Count || j < now.Count)
        {
            var order = i == old.Count ? 1 : j == now.Count ? -1 : string.CompareOrdinal(old[i].Key, now[j].Key);
            if (order < 0)
            {
                went.Add(i);
            }
            else if (order > 0)
            {
                came.Add(j);
            }

            (i, j) = (i + (order <= 0 ? 1 : 0), j + (order >= 0 ? 1 : 0));
        }

        if (went.Count == 1 && came.Count == 1 && old[went[0]].Value is PlanValue.ObjectValue was && now[came[0]].Value is PlanValue.ObjectValue becomes)
        {
            // One item with parts against another: most likely the same one, changed. Its place is that in the ordered set.
            at.Add(PathStep.Of(went[0]));
            Compare(was, becomes, shape.Item);
            at.RemoveAt(at.Count - 1);
            return;
        }

        at.Add(PathStep.SetItem);
        went.ForEach(w => Add(PathChangeKind.Removed, old[w].Value, null));
        came.ForEach(c => Add(PathChangeKind.Added, null, now[c].Value));
        at.RemoveAt(at.Count - 1);
    }

    private static bool AreSame(PlanValue before, PlanValue after, Shape shape) =>
        before.Equals(after) || Canonical.Of(before, shape).Equals(Canonical.Of(after, shape));

    private void Add(PathChangeKind kind, PlanValue? before, PlanValue? after) =>
        found.Add(new(PropertyPath.Of([.. at]), kind, before, after));
}
