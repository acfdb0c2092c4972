using System.Collections.Immutable;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.State;
using CrossCloudMesh.Preview.OfflineCloud;

namespace CrossCloudMesh.Preview.Evaluation;

/// <summary>Lets resources that are deployed answer with the ids and outputs that a state has of them, where the offline cloud would draw some.</summary>
/// <remarks>
/// Only what has the same form takes the place of what was drawn, and no secret: of that the drawn one stays. Keys and certificates stay as
/// they were drawn too, since one without the other fits nothing.
/// </remarks>
internal sealed class StateMemory(StateDocument state)
{
    private readonly Dictionary<string, StateResource> known = state.Resources.Where(resource => resource is { IsCustom: true, IsGone: false })
        .DistinctBy(resource => resource.Urn).ToDictionary(resource => resource.Urn, StringComparer.Ordinal);

    public void Fill(Draft draft)
    {
        if (!known.TryGetValue(draft.Urn, out var resource) || draft.Type.StartsWith("pulumi:providers:", StringComparison.Ordinal) || draft.Type.StartsWith("tls:", StringComparison.Ordinal))
        {
            return;
        }

        draft.Id = resource.Id ?? draft.Id;
        foreach (var (name, drawn) in draft.Outputs.ToList())
        {
            if (!draft.SecretOutputs.Contains(name) && resource.Outputs[name] is { } real)
            {
                draft.Outputs[name] = Filled(drawn, draft.Inputs.GetValueOrDefault(name), real);
            }
        }
    }

    /// <param name="drawn">What the offline cloud answers.</param>
    /// <param name="given">What the program gave there, which the answer repeats; null where it gave nothing.</param>
    /// <param name="real">What the state has.</param>
    private static object Filled(object drawn, object? given, PlanValue real) => (drawn, real) switch
    {
        _ when drawn.Equals(given) => drawn,
        (string, PlanValue.TextValue text) => text.Value,
        (ImmutableDictionary<string, object> map, PlanValue.ObjectValue members) => map.ToImmutableDictionary(
            member => member.Key,
            member => members.Members[member.Key] is { } inner ? Filled(member.Value, (given as ImmutableDictionary<string, object>)?.GetValueOrDefault(member.Key), inner) : member.Value,
            StringComparer.Ordinal),
        (ImmutableArray<object> list, PlanValue.ListValue items) when list.Length == items.Items.Count => list.Select((item, at) => Filled(item, null, items.Items[at])).ToImmutableArray(),
        _ => drawn,
    };
}
