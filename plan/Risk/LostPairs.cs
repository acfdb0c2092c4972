using CrossCloudMesh.Plan.Diff;
using CrossCloudMesh.Plan.Network;
using CrossCloudMesh.Plan.Network.Proof;

namespace CrossCloudMesh.Plan.Risk;

/// <summary>Holds the network proof against the states that a stack is in while an update runs, and against the one that it ends in.</summary>
/// <remarks>
/// A state is the earlier plan without what is away at one time, or with some of the changes made and the rest not. Whatever does not wait
/// for one another may be away at once, as the engine keeps no order among it. The proof is asked for one failure, which tells connection and redundancy; two are the business of a plan.
/// </remarks>
internal static class LostPairs
{
    /// <summary>More states than these are taken as one in which all of it is away at once.</summary>
    private const int MostStates = 8;

    private const int Depth = 1;

    public static Sequence<PairLoss> Of(PlanDocument before, PlanDocument after, PlanDiff diff)
    {
        if (!diff.Changes.Any(change => Gap.IsNetwork(TypeOf(change)) || AwaySites.IsGround(TypeOf(change))) || Proof(before) is not { } standing)
        {
            return [];
        }

        List<PairLoss> losses = [.. Afterwards(standing, Proof(after)), .. Away(standing, before, after, diff)];
        foreach (var (resources, causes) in States(before, after, diff))
        {
            var report = NetworkProof.Of(resources, before.Outputs, Depth);
            foreach (var pair in standing.Pairs)
            {
                if (Loss(pair, Find(report, pair), LossTime.Meanwhile) is { } loss)
                {
                    losses.Add(loss with { Causes = Sequence.Sorted(causes) });
                }
            }
        }

        // Of each pair the worst; what it loses for good it has lost meanwhile as well.
        return Sequence.Create<PairLoss>(
        [
            .. losses.GroupBy(loss => (loss.From, loss.To)).Select(Worst)
                .OrderBy(loss => loss.Kind).ThenBy(loss => loss.When).ThenBy(loss => loss.From, StringComparer.Ordinal).ThenBy(loss => loss.To, StringComparer.Ordinal),
        ]);
    }

    private static string TypeOf(ResourceChange change) => (change.After ?? change.Before)!.Type;

    /// <summary>Pairs of which one site is not there meanwhile.</summary>
    private static IEnumerable<PairLoss> Away(NetworkReport standing, PlanDocument before, PlanDocument after, PlanDiff diff)
    {
        var sites = new AwaySites(before.Resources);
        var earlier = diff.Changes.Where(change => change is { Before: not null, After: not null }).ToDictionary(change => change.Change.Urn, change => change.Before!.Urn, StringComparer.Ordinal);
        foreach (var gap in States(Gap.Of(diff, resource => sites.Concerns(resource.Urn)), after))
        {
            var away = sites.Without(gap.Members.Select(urn => earlier[urn]).ToHashSet(StringComparer.Ordinal));
            foreach (var pair in standing.Pairs.Where(pair => away.Contains(pair.From) || away.Contains(pair.To)))
            {
                yield return new()
                {
                    From = pair.From,
                    To = pair.To,
                    Kind = LossKind.Connection,
                    When = LossTime.Meanwhile,
                    Before = pair.Paths,
                    Left = [],
                    Path = "none",
                    Away = Sequence.Sorted(new[] { pair.From, pair.To }.Where(away.Contains)),
                    Causes = Sequence.Sorted(gap.Roots),
                };
            }
        }
    }

    private static NetworkReport? Proof(PlanDocument plan) => plan.Network ?? NetworkProof.Of(plan, Depth);

    /// <summary>What there is at each time in between, and whose change makes it so.</summary>
    private static IEnumerable<(IReadOnlyList<PlannedResource> Resources, IReadOnlyList<string> Causes)> States(PlanDocument before, PlanDocument after, PlanDiff diff)
    {
        var changes = diff.Changes.Where(change => change.After is not null).ToDictionary(change => change.Change.Urn, StringComparer.Ordinal);
        foreach (var gap in States(Gap.Of(diff, resource => Gap.IsNetwork(resource.Type)), after))
        {
            // Without its cluster a site would have other demands than it had.
            var away = gap.Members.Select(urn => changes[urn].Before!).Where(resource => Gap.IsNetwork(resource.Type)).Select(resource => resource.Urn).ToHashSet(StringComparer.Ordinal);
            yield return ([.. before.Resources.Where(resource => !away.Contains(resource.Urn))], gap.Roots);
        }

        foreach (var state in Midway.Of(before, after, diff).Take(MostStates))
        {
            yield return state;
        }
    }

    private static List<Gap> States(List<Gap> gaps, PlanDocument after)
    {
        var states = gaps.Count == 0 ? [] : Gap.AtOnce(gaps, after);
        return states.Count <= MostStates
            ? states
            : [new([.. gaps.SelectMany(gap => gap.Roots)], [.. gaps.SelectMany(gap => gap.Members)])];
    }

    private static IEnumerable<PairLoss> Afterwards(NetworkReport standing, NetworkReport? later) =>
        standing.Pairs.Select(pair => Loss(pair, Find(later, pair), LossTime.Afterwards)).OfType<PairLoss>();

    private static PairLoss Worst(IEnumerable<PairLoss> losses)
    {
        var ordered = losses.OrderBy(loss => loss.Kind).ThenByDescending(loss => loss.When).ThenByDescending(loss => loss.Away.Count).ThenBy(loss => loss.Left.Sum(path => path.Up)).ToList();
        var worst = ordered[0];
        return worst with
        {
            Causes = Sequence.Sorted(ordered.Where(loss => loss.Kind == worst.Kind && loss.When == worst.When && loss.Away.Equals(worst.Away) && loss.Left.Equals(worst.Left)).SelectMany(loss => loss.Causes).Distinct()),
        };
    }

    private static PairVerdict? Find(NetworkReport? report, PairVerdict pair) =>
        report?.Pairs.FirstOrDefault(each => each.From == pair.From && each.To == pair.To);

    private static PairLoss? Loss(PairVerdict before, PairVerdict? then, LossTime when)
    {
        var (was, becomes) = (Grade(before), then is null ? LossKind.Connection : Grade(then));
        var isFewer = then is not null && then.Up < before.Up;
        LossKind? kind = becomes < was ? becomes : isFewer ? LossKind.Paths : null;
        return kind is not { } lost ? null : new()
        {
            From = before.From,
            To = before.To,
            Kind = lost,
            When = when,
            Before = before.Paths,
            Left = then?.Paths ?? [],
            Path = then?.Path ?? "none",
            Shown = lost == LossKind.Paths ? null : then?.Counterexample,
        };
    }

    /// <summary>What is missing between two sites; <see cref="LossKind.Paths"/> where nothing is.</summary>
    private static LossKind Grade(PairVerdict pair) => pair.Counterexample switch
    {
        null or { Failures.Count: > Depth } => LossKind.Paths,
        { Failures.Count: Depth } => LossKind.Redundancy,
        _ when pair.Up == 0 || pair.Counterexample.Flow.Length > 0 => LossKind.Connection,
        _ => LossKind.Quality,
    };
}
