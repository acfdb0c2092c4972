using CrossCloudMesh.Plan.Diff;
using CrossCloudMesh.Plan.Network;

namespace CrossCloudMesh.Plan.State;

/// <summary>Makes an engine's state the base of a comparison.</summary>
public static class StateBase
{
    /// <param name="state">What was deployed.</param>
    /// <param name="after">What the program makes now, with the ids and outputs of the state where it has them.</param>
    /// <returns>The state as a plan, and what it says beside.</returns>
    public static (PlanDocument Before, StateRemarks Remarks) Of(StateDocument state, PlanDocument after)
    {
        var byUrn = after.Resources.ToDictionary(resource => resource.Urn, StringComparer.Ordinal);
        var standing = state.Resources.Where(resource => !resource.IsGone && !IsLeftAlone(resource, byUrn)).ToList();
        var raw = PlanDocument.OfFirstUpdate(after.Stack, after.Fidelity, standing.Select(Raw), [], SortedMap<PlanValue>.Empty);
        var (pairs, origins) = (new Pairing(raw, after), standing.ToDictionary(resource => resource.Urn, StringComparer.Ordinal));
        var later = pairs.Pairs.Where(pair => pair.Before is not null).ToDictionary(pair => pair.Before!.Urn, pair => pair.After, StringComparer.Ordinal);
        var left = new List<NotCompared>();
        var before = new List<PlannedResource>();
        foreach (var resource in raw.Resources)
        {
            before.Add(later.TryGetValue(resource.Urn, out var planned) ? Aligned(resource, origins[resource.Urn], planned, IsHidden, left) : resource);
        }

        var outputs = new SortedMap<PlanValue>([.. state.Outputs.Select(output => KeyValuePair.Create(
            output.Key, after.Outputs[output.Key] is { } planned ? StateAlignment.Output(output.Key, output.Value, planned, left) : output.Value))]);
        return (
            PlanDocument.OfFirstUpdate(after.Stack, after.Fidelity, before, [], outputs),
            new(state.Pending, state.Doomed, Sequence.Sorted(standing.Where(resource => resource.IsUnfinished).Select(resource => resource.Urn)), Sequence.Create<NotCompared>([.. left.Distinct()])));

        bool IsHidden(string urn) => origins.TryGetValue(urn, out var origin) && (IsSecretive(origin.Outputs) || origin.Type.StartsWith("tls:", StringComparison.Ordinal));
    }

    /// <summary>A default provider of the engine's own, or something that was only read and that the program now makes itself.</summary>
    private static bool IsLeftAlone(StateResource resource, Dictionary<string, PlannedResource> planned) =>
        (StateReader.IsDefault(resource.Urn) && !planned.ContainsKey(resource.Urn))
        || (resource.Options.ReadId is not null && planned.TryGetValue(resource.Urn, out var now) && now.Options.ReadId is null);

    private static PlannedResource Raw(StateResource resource) => new()
    {
        Urn = resource.Urn,
        Type = resource.Type,
        Name = resource.Name,
        IsCustom = resource.IsCustom,
        Parent = resource.Parent,
        Provider = resource.Provider,
        Inputs = resource.Inputs,
        Options = resource.Options,
        DependsOn = resource.DependsOn,
        PropertyDependencies = resource.PropertyDependencies,
        Outputs = new([.. KeptOutputs.Of(resource.Type).Where(name => resource.Outputs[name] is not null).Select(name => KeyValuePair.Create(name, resource.Outputs[name]!))]),
    };

    private static PlannedResource Aligned(PlannedResource raw, StateResource state, PlannedResource planned, Func<string, bool> isHidden, List<NotCompared> left) => raw with
    {
        // Of what is only read the program says nothing but the id.
        Inputs = state.Options.ReadId is not null ? planned.Inputs : new StateAlignment(state, planned, isHidden, left).Inputs(),
        Options = planned.Options with
        {
            Protect = state.Options.Protect,
            RetainOnDelete = state.Options.RetainOnDelete,
            DeletedWith = state.Options.DeletedWith,
            CustomTimeouts = state.Options.CustomTimeouts,
            ReadId = state.Options.ReadId,
            Aliases = [],
        },
    };

    private static bool IsSecretive(SortedMap<PlanValue> outputs) => outputs.Any(output => IsSecretive(output.Value));

    private static bool IsSecretive(PlanValue value) => value switch
    {
        PlanValue.SecretValue => true,
        PlanValue.ObjectValue map => IsSecretive(map.Members),
        PlanValue.ListValue list => list.Items.Any(IsSecretive),
        _ => false,
    };
}
