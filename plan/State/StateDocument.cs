namespace CrossCloudMesh.Plan.State;

/// <summary>What <c>pulumi stack export</c> hands out, without its secrets.</summary>
/// <param name="Stack">Null where there is nothing in it.</param>
/// <param name="Resources">What stands, and what is only read; neither the stack nor old copies.</param>
/// <param name="Outputs">What the stack hands out.</param>
/// <param name="Pending">What was under way.</param>
/// <param name="Doomed">URNs of old copies that wait for their deletion.</param>
public sealed record StateDocument(
    StackIdentity? Stack, IReadOnlyList<StateResource> Resources, SortedMap<PlanValue> Outputs, Sequence<PendingOperation> Pending, Sequence<string> Doomed);

/// <summary>One resource of a state.</summary>
public sealed record StateResource
{
    public required string Urn { get; init; }

    public required string Type { get; init; }

    public required bool IsCustom { get; init; }

    /// <summary>The cloud's id; null for a component.</summary>
    public string? Id { get; init; }

    public string? Parent { get; init; }

    /// <summary>The URN of its provider; null for the default one and where there is none.</summary>
    public string? Provider { get; init; }

    /// <summary>As the provider has checked them: with what it filled in itself.</summary>
    public required SortedMap<PlanValue> Inputs { get; init; }

    public required SortedMap<PlanValue> Outputs { get; init; }

    /// <summary>As far as a state keeps them.</summary>
    public required PlannedOptions Options { get; init; }

    /// <summary>Whether its inputs say which of them the provider filled in.</summary>
    public bool TellsDefaults { get; init; }

    public Sequence<string> DependsOn { get; init; } = [];

    public SortedMap<Sequence<string>> PropertyDependencies { get; init; } = SortedMap<Sequence<string>>.Empty;

    /// <summary>It was made and never got ready.</summary>
    public bool IsUnfinished { get; init; }

    /// <summary>It is deleted already and waits to be made anew.</summary>
    public bool IsGone { get; init; }

    public string Name => Urn[(Urn.LastIndexOf("::", StringComparison.Ordinal) + 2)..];
}
