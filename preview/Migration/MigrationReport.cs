using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Migration;
using CrossCloudMesh.Plan.Network;
using CrossCloudMesh.Plan.Network.Proof;
using CrossCloudMesh.Preview.Commands;

namespace CrossCloudMesh.Preview.Migration;

/// <summary>All that is told of the move of a stack from App Mesh to Istio.</summary>
internal sealed record MigrationReport
{
    public required StackIdentity Stack { get; init; }

    /// <summary>The sites whose clusters move.</summary>
    public required IReadOnlyList<string> Sites { get; init; }

    /// <summary>What services do otherwise, who calls whom otherwise, what the networks do otherwise: a sentence each.</summary>
    public required Sequence<string> Differences { get; init; }

    /// <summary>How many services were read back and compared.</summary>
    public required int Services { get; init; }

    /// <summary>Who may call whom, before.</summary>
    public required CallerGraph Calls { get; init; }

    /// <summary>What the networks were proven to do, before; null where no two sites are joined.</summary>
    public required NetworkReport? Network { get; init; }

    /// <summary>What becomes of objects, and of all else.</summary>
    public required ObjectChanges Objects { get; init; }

    /// <summary>What each update touches.</summary>
    public required Updates Updates { get; init; }

    /// <summary>What is done, in order.</summary>
    public required Sequence<MigrationStep> Steps { get; init; }

    /// <summary>What changes in the stack's file.</summary>
    public required StackChange Change { get; init; }

    /// <summary>Whether all is the same for whoever calls.</summary>
    public bool IsSame => Differences.Count == 0;

    /// <summary>Compares a plan with App Mesh with the same on Istio; or says what of them cannot be read.</summary>
    /// <param name="before">The one, with the policy that says which service is of which mesh.</param>
    /// <param name="after">The other.</param>
    /// <param name="move">How the one becomes the other.</param>
    /// <param name="folder">Where lists and files are, as the caller names it.</param>
    public static (MigrationReport? Report, IReadOnlyList<string> Faults) Of((PlanDocument Plan, MeshPolicy Policy) before, (PlanDocument Plan, MeshPolicy Policy) after, StackMove move, string folder)
    {
        var (then, now) = (LiftedPlan.Of(before.Plan, before.Policy), LiftedPlan.Of(after.Plan, after.Policy));
        if (then.Faults.Count + now.Faults.Count > 0)
        {
            return (null, [.. then.Faults.Select(fault => $"before: {fault}"), .. now.Faults.Select(fault => $"after: {fault}")]);
        }

        var (network, later) = (NetworkProof.Of(before.Plan), NetworkProof.Of(after.Plan));
        var objects = ObjectChanges.Of(before.Plan, after.Plan);
        var updates = Updates.Of(objects.Diff, after.Plan, move.Sites.ToHashSet(StringComparer.Ordinal));
        return (new()
        {
            Stack = before.Plan.Stack,
            Sites = move.Sites,
            Differences = [.. BehaviourChanges.Of(then, now), .. NetworkChanges.Of(network, later), .. Lost(objects)],
            Services = then.Forms.Count,
            Calls = then.Calls,
            Network = network,
            Objects = objects,
            Updates = updates,
            Steps = MigrationSteps.Of(before.Plan, updates, objects, move.Edit!.Path, folder),
            Change = move.Edit,
        }, []);
    }

    private static IEnumerable<string> Lost(ObjectChanges objects) => objects.Objects
        .Where(each => each.Fate == ObjectFate.Lost)
        .Select(each => $"{each.Kind} {each.Name} in {each.Site}: is the same to the cluster and another to the engine, which would make it and then delete it");
}
