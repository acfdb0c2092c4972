using CrossCloudMesh.Plan.Certificates;
using CrossCloudMesh.Plan.Cost;
using CrossCloudMesh.Plan.Network;
using CrossCloudMesh.Plan.Risk;
using CrossCloudMesh.Plan.Timeline;

namespace CrossCloudMesh.Plan;

/// <summary>What one <c>pulumi up</c> of one stack would do, as an immutable graph that says the same on every run.</summary>
public sealed record PlanDocument
{
    private PlanDocument()
    {
    }

    /// <summary>The version of the written form, raised when a reader of the old one would be misled.</summary>
    public const int SchemaVersion = 1;

    public required StackIdentity Stack { get; init; }

    /// <summary>What the plan could not know, so that nobody believes more than it says.</summary>
    public required Fidelity Fidelity { get; init; }

    /// <summary>In ordinal order of their URNs.</summary>
    public required Sequence<PlannedResource> Resources { get; init; }

    /// <summary>What this plan was compared with; null for the plan of a stack of which nothing exists yet.</summary>
    public ComparedPlan? Base { get; init; }

    /// <summary>What the changes put at risk beyond what they name; nothing where all of it is new.</summary>
    public UpdateRisk Risk { get; init; } = UpdateRisk.None;

    /// <summary>In ordinal order of their URNs; a resource that is not among them stays as it is.</summary>
    public required Sequence<PlannedChange> Changes { get; init; }

    /// <summary>The worst first, then by rule and URN.</summary>
    public required Sequence<Finding> Findings { get; init; }

    /// <summary>Whether its sites reach one another whatever fails; null where that was not proven, or no sites are joined.</summary>
    public NetworkReport? Network { get; init; }

    /// <summary>Which client takes whose certificate; null where no call leads over a bridge between kinds of mesh.</summary>
    public CertificateMatrix? Certificates { get; init; }

    /// <summary>What it costs in a month; null where that was not reckoned.</summary>
    public CostEstimate? Cost { get; init; }

    /// <summary>What the update changes in that; null where nothing was compared, or one of the plans was not reckoned.</summary>
    public CostDifference? CostChange { get; init; }

    /// <summary>How long the update takes; null where that was not reckoned.</summary>
    public CreationTimeline? Timeline { get; init; }

    /// <summary>What the stack hands out.</summary>
    public required SortedMap<PlanValue> Outputs { get; init; }

    public required PlanSummary Summary { get; init; }

    /// <summary>The plan of a stack of which nothing exists yet: every resource is made, read or imported.</summary>
    public static PlanDocument OfFirstUpdate(
        StackIdentity stack,
        Fidelity fidelity,
        IEnumerable<PlannedResource> resources,
        IEnumerable<Finding> findings,
        SortedMap<PlanValue> outputs)
    {
        PlannedResource[] sorted = [.. resources];
        Array.Sort(sorted, (a, b) => string.CompareOrdinal(a.Urn, b.Urn));
        var changes = Array.ConvertAll(sorted, r => new PlannedChange(r.Urn, FirstOperation(r.Options)));
        return Assemble(stack, fidelity, new(sorted), new(changes), findings, outputs);
    }

    internal static PlanDocument Assemble(
        StackIdentity stack,
        Fidelity fidelity,
        Sequence<PlannedResource> resources,
        Sequence<PlannedChange> changes,
        IEnumerable<Finding> findings,
        SortedMap<PlanValue> outputs)
    {
        Finding[] ordered = [.. findings.Order()];
        return new()
        {
            Stack = stack,
            Fidelity = fidelity,
            Resources = resources,
            Changes = changes,
            Findings = Sequence.Create<Finding>(ordered),
            Outputs = outputs,
            Summary = PlanSummary.Of(resources, changes, outputs),
        };
    }

    internal static PlanDocument Compared(PlanDocument plan, ComparedPlan? basis, Sequence<PlannedChange> changes) =>
        plan with { Base = basis, Changes = changes, Summary = PlanSummary.Of(plan.Resources, changes, plan.Outputs) };

    internal static Operation FirstOperation(PlannedOptions options) =>
        options.ReadId is not null ? Operation.Read : options.ImportId is not null ? Operation.Import : Operation.Create;
}

/// <summary>Which stack of which project.</summary>
public sealed record StackIdentity(string Project, string Name);

/// <summary>What a plan leaves out.</summary>
/// <param name="SurvivesUnknownOutputs">The program was also run with every computed output unknown, as in a first preview, and did not fail.</param>
/// <param name="NotConsulted">What was not asked, each as a short noun phrase.</param>
public sealed record Fidelity(bool SurvivesUnknownOutputs, Sequence<string> NotConsulted);
