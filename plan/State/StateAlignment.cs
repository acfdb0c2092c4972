using CrossCloudMesh.Plan.Diff;

namespace CrossCloudMesh.Plan.State;

/// <summary>Brings the inputs of a state into the form of a plan's, so that only what the program changes differs.</summary>
/// <remarks>
/// A state has inputs as the provider checked them: it names in <c>__defaults</c> what it filled in, and Kubernetes marks what it adds. What
/// cannot be compared takes the plan's value and is noted.
/// Sources: https://github.com/pulumi/pulumi-terraform-bridge (pkg/tfbridge) for <c>__defaults</c>, and
/// https://github.com/pulumi/pulumi-kubernetes (provider/pkg/metadata) for its marks, read 2026-11-21.
/// </remarks>
internal sealed class StateAlignment(StateResource state, PlannedResource plan, Func<string, bool> isHidden, List<NotCompared> left)
{
    /// <summary>The key under which a provider says what it filled in.</summary>
    public const string Defaults = "__defaults";

    private const string Secret = "a secret";
    private const string Filled = "what its provider may have filled in";
    private const string Later = "known once deployed";
    private const string Origin = "what comes from secrets of the state";

    private static readonly string[] KubernetesMarks = ["app.kubernetes.io/managed-by", "pulumi.com/autonamed"];

    public SortedMap<PlanValue> Inputs()
    {
        var members = new List<KeyValuePair<string, PlanValue>>();
        foreach (var (key, value) in state.Inputs)
        {
            if (key == Defaults || (plan.Inputs[key] is null && IsFilled(state.Inputs, key)))
            {
                continue;
            }

            if (plan.Inputs[key] is { } planned)
            {
                members.Add(new(key, Compared(key, value, planned)));
            }
            else if (state.TellsDefaults || !state.IsCustom)
            {
                members.Add(new(key, value));
            }
            else
            {
                left.Add(new(plan.Urn, key, Filled));
            }
        }

        members.AddRange(plan.Inputs.Where(input => input.Value is PlanValue.NullValue && state.Inputs[input.Key] is null));
        return new(members);
    }

    /// <summary>A value without names of inputs around it: an output of the stack.</summary>
    public static PlanValue Output(string name, PlanValue value, PlanValue planned, List<NotCompared> left) =>
        new StateAlignment(null!, null!, _ => false, left).Aligned(null, name, value, planned, Shape.Plain);

    private PlanValue Compared(string input, PlanValue value, PlanValue planned)
    {
        var aligned = Aligned(plan.Urn, input, value, planned, Shape.Of(plan.Type).Member(input));
        if (!aligned.Equals(planned) && plan.PropertyDependencies[input]?.Any(isHidden) == true)
        {
            left.Add(new(plan.Urn, input, Origin));
            return planned;
        }

        return aligned;
    }

    private PlanValue Aligned(string? urn, string path, PlanValue value, PlanValue planned, Shape shape)
    {
        switch (value, planned)
        {
            case (PlanValue.SecretValue, _) or (_, PlanValue.SecretValue):
                left.Add(new(urn, path, Secret));
                return planned;
            case (PlanValue.UnknownValue, _) or (_, PlanValue.UnknownValue):
                left.Add(new(urn, path, Later));
                return planned;
            case (PlanValue.ObjectValue old, PlanValue.ObjectValue now):
                return new PlanValue.ObjectValue(Members(urn, path, old.Members, now.Members, shape));
            case (PlanValue.ListValue old, PlanValue.ListValue now):
                return new PlanValue.ListValue(Sequence.Create<PlanValue>([.. old.Items.Select((item, place) => Item(urn, path, item, place, now.Items, shape))]));
            case (PlanValue.AssetValue, PlanValue.AssetValue):
                return planned;
            default:
                return Cleaned(value);
        }
    }

    private SortedMap<PlanValue> Members(string? urn, string path, SortedMap<PlanValue> old, SortedMap<PlanValue> now, Shape shape)
    {
        var members = new List<KeyValuePair<string, PlanValue>>();
        foreach (var (key, value) in old)
        {
            if (now[key] is { } planned)
            {
                members.Add(new(key, Aligned(urn, $"{path}.{key}", value, planned, shape.Member(key))));
            }
            else if (key != Defaults && !IsFilled(old, key) && !KubernetesMarks.Contains(key))
            {
                members.Add(new(key, Cleaned(value)));
            }
        }

        members.AddRange(now.Where(member => member.Value is PlanValue.NullValue && old[member.Key] is null));
        return new(members);
    }

    /// <summary>Of a set the item that means the same, of a list the one at the same place.</summary>
    private PlanValue Item(string? urn, string path, PlanValue item, int place, Sequence<PlanValue> now, Shape shape)
    {
        if (!shape.IsSet)
        {
            return place < now.Count ? Aligned(urn, $"{path}[{place}]", item, now[place], shape.Item) : Cleaned(item);
        }

        foreach (var planned in now)
        {
            var noted = left.Count;
            var aligned = Aligned(urn, $"{path}[]", item, planned, shape.Item);
            if (Canonical.Of(aligned, shape.Item).Equals(Canonical.Of(planned, shape.Item)))
            {
                return planned;
            }

            left.RemoveRange(noted, left.Count - noted);
        }

        return Cleaned(item);
    }

    /// <summary>A value without what providers note in it for themselves.</summary>
    private static PlanValue Cleaned(PlanValue value) => value switch
    {
        PlanValue.ObjectValue map => new PlanValue.ObjectValue(new([.. map.Members.Where(member => member.Key != Defaults && !IsFilled(map.Members, member.Key))
            .Select(member => KeyValuePair.Create(member.Key, Cleaned(member.Value)))])),
        PlanValue.ListValue list => new PlanValue.ListValue(Sequence.Create<PlanValue>([.. list.Items.Select(Cleaned)])),
        _ => value,
    };

    /// <summary>Whether the provider says that it filled this in, a name that it gave among it.</summary>
    private static bool IsFilled(SortedMap<PlanValue> members, string key) =>
        members[Defaults] is PlanValue.ListValue list && list.Items.Contains(PlanValue.Of(key))
        || (key is "name" or "namespace" && members["annotations"] is PlanValue.ObjectValue marks && marks.Members[KubernetesMarks[1]] is not null);
}
