using CrossCloudMesh.Plan.Diff;
using CrossCloudMesh.Plan.State;

namespace CrossCloudMesh.Plan;

/// <summary>What happens to one resource.</summary>
/// <param name="Urn">The resource; the name that it had, where it is deleted.</param>
/// <param name="Op">What happens.</param>
public sealed record PlannedChange(string Urn, Operation Op)
{
    /// <summary>The URN under which the other plan has it; null where it is the same.</summary>
    public string? RenamedFrom { get; init; }

    /// <summary>What differs in its inputs.</summary>
    public Sequence<PathChange> Paths { get; init; } = Sequence<PathChange>.Empty;

    /// <summary>What differs in its options, which the engine keeps to itself.</summary>
    public Sequence<PathChange> Options { get; init; } = Sequence<PathChange>.Empty;

    /// <summary>Why it is replaced, or which input follows the replacement of another resource.</summary>
    public Sequence<ChangeReason> Reasons { get; init; } = Sequence<ChangeReason>.Empty;

    /// <summary>The engine stops with a fault instead, as the resource is protected.</summary>
    public bool IsRefused { get; init; }

    /// <summary>The old one goes before the new one comes.</summary>
    public bool DeletesFirst { get; init; }

    /// <summary>The engine forgets it, and it stays in the cloud.</summary>
    public bool IsRetained { get; init; }

    /// <summary>It may be replaced as well: nobody but its provider knows.</summary>
    public bool MayReplace { get; init; }

    /// <summary>What an update in place brings that one would look at twice, as ends of sentences.</summary>
    public Sequence<string> Hazards { get; init; } = Sequence<string>.Empty;

    /// <summary>Custom resources that depend on one that is deleted or replaced, by any number of steps; null where nobody counted.</summary>
    public int? Dependents { get; init; }
}

/// <summary>Why a resource is replaced, or changes though its inputs look the same.</summary>
/// <param name="Path">The input.</param>
/// <param name="Source">Who says so.</param>
/// <param name="Urn">The replaced resource that the input comes from; null where it comes from none.</param>
public sealed record ChangeReason(PropertyPath Path, ReasonSource Source, string? Urn = null);

/// <summary>Who says that an input replaces.</summary>
public enum ReasonSource
{
    /// <summary>The provider, by <see cref="Facts.ReplaceFacts"/>.</summary>
    Provider,

    /// <summary>The resource's own option <c>replaceOnChanges</c>.</summary>
    Option,

    /// <summary>The input comes from a resource that is replaced.</summary>
    Follows,
}

/// <summary>What is known of the other plan in a comparison.</summary>
/// <param name="Resources">How many it has.</param>
/// <param name="ReplacementNotKnown">Types that change and of which nobody knows what replaces them, in order.</param>
/// <param name="Outputs">What differs in what the stack hands out.</param>
public sealed record ComparedPlan(int Resources, Sequence<string> ReplacementNotKnown, Sequence<PathChange> Outputs)
{
    /// <summary>What it is; null where the caller knows.</summary>
    public BaseSource? Source { get; init; }

    /// <summary>What an engine's state says beside its resources; null where it is no state.</summary>
    public StateRemarks? State { get; init; }
}

/// <summary>The engine's words for what it does to a resource, and one of our own.</summary>
public enum Operation
{
    Create,
    Import,
    Read,
    Update,
    Replace,
    Delete,

    /// <summary>Nothing but its URN changes, by an alias. The engine calls that the same.</summary>
    Rename,
}
