using CrossCloudMesh.Plan.Network;

namespace CrossCloudMesh.Plan.Risk;

/// <summary>What an update puts at risk beyond the resources that it names.</summary>
/// <param name="Dependents">Custom resources that depend on anything that is deleted or replaced, by any number of steps, those left out.</param>
/// <param name="Pairs">Sites that lose something between them, the worst first.</param>
public sealed record UpdateRisk(int Dependents, Sequence<PairLoss> Pairs)
{
    /// <summary>Nothing is at risk.</summary>
    public static UpdateRisk None { get; } = new(0, []);
}

/// <summary>What two sites lose of what joins them, as the network proof has it.</summary>
public sealed record PairLoss
{
    /// <summary>The one site.</summary>
    public required string From { get; init; }

    /// <summary>The other site.</summary>
    public required string To { get; init; }

    /// <summary>What they lose.</summary>
    public required LossKind Kind { get; init; }

    /// <summary>When they have lost it.</summary>
    public required LossTime When { get; init; }

    /// <summary>What joined them before, by kind.</summary>
    public required Sequence<PathFacts> Before { get; init; }

    /// <summary>What joins them then, by kind; none where nothing does.</summary>
    public required Sequence<PathFacts> Left { get; init; }

    /// <summary>The way of a packet then, from the one; <c>none</c> where there is none.</summary>
    public required string Path { get; init; }

    /// <summary>What shows it; null where the sites still stand any one failure, or nobody asks any more that they be joined.</summary>
    public Counterexample? Shown { get; init; }

    /// <summary>Those of the two that are not there meanwhile, as what they stand on is deleted before it is made anew; mostly none.</summary>
    public Sequence<string> Away { get; init; } = [];

    /// <summary>URNs of what is away or disturbed meanwhile, the causes alone; none where the loss lasts.</summary>
    public Sequence<string> Causes { get; init; } = [];
}

/// <summary>What two sites may lose, the worst first.</summary>
public enum LossKind
{
    /// <summary>Nothing gets through.</summary>
    Connection,

    /// <summary>They reach one another, but not as it is demanded: too little, too small, or by another way.</summary>
    Quality,

    /// <summary>One more failure breaks what is demanded.</summary>
    Redundancy,

    /// <summary>Less joins them, and they still stand any one failure.</summary>
    Paths,
}

/// <summary>When something is lost.</summary>
public enum LossTime
{
    /// <summary>While the update runs.</summary>
    Meanwhile,

    /// <summary>From then on.</summary>
    Afterwards,
}
