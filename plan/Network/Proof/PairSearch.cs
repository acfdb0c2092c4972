using CrossCloudMesh.Plan.Network.Model;

namespace CrossCloudMesh.Plan.Network.Proof;

/// <summary>Holds two sites against every set of failures that can touch them, the small ones first.</summary>
internal sealed class PairSearch(Demand demand, NetworkModel model, LiveConduits live, IReadOnlyList<Failure> failures)
{
    private readonly Relevance relevance = new(demand, model, live);
    private readonly List<Remainder> left = [];
    private Preference preference = null!;
    private PairProof proof = null!;
    private Counterexample? counterexample;

    public PairVerdict Verdict(int depth)
    {
        preference = new(demand, model, relevance, live);
        proof = new(demand, relevance, live, preference);
        var (way, used) = (proof.Text(), new UsedConduits(demand, relevance));
        Failure[] near = [.. failures.Where(failure => IsHome(failure) || failure.Conduits.Any(relevance.Conduits.Contains))];
        Search(0, [[]]);
        counterexample ??= Choice();
        if (depth >= 1 && counterexample is null)
        {
            Search(1, near.Select(failure => new[] { failure }));
        }

        if (depth >= 2 && counterexample is null)
        {
            Search(2, Pairs(near));
        }

        counterexample ??= used.TooSmall() is { } small ? new(NetworkFindings.PacketSize.Id, [], "", small) : null;
        var (usual, switches) = new Failover(proof, live, used, demand).After(near);
        return new()
        {
            From = demand.One.Site,
            To = demand.Other.Site,
            Urn = demand.One.Urn,
            Paths = used.Facts(),
            DemandedMbps = demand.Mbps,
            PacketBytes = demand.PacketBytes,
            PathMtuBytes = used.MtuBytes,
            Left = Sequence.Create<Remainder>([.. left]),
            Path = way,
            Usual = usual,
            Failover = switches,
            Counterexample = counterexample,
        };
    }

    private bool IsHome(Failure failure) => failure.Zone is { Vpc: var vpc } && (vpc == (demand.One as VpcPlace)?.Vpc || vpc == (demand.Other as VpcPlace)?.Vpc);

    private static IEnumerable<Failure[]> Pairs(Failure[] near)
    {
        for (var i = 0; i < near.Length; i++)
        {
            for (var j = i + 1; j < near.Length; j++)
            {
                if (near[i].IsIndependentOf(near[j]))
                {
                    yield return [near[i], near[j]];
                }
            }
        }
    }

    /// <summary>Whether the backup takes over when all of the primary is gone, and whether the primary does without the backup.</summary>
    private Counterexample? Choice()
    {
        // What was ordered and is not there yet is not preferred by anybody.
        if (!preference.IsAsked || demand.Backup is null || !preference.IsPrimaryMade)
        {
            return null;
        }

        if (preference.Primary.Count == 0)
        {
            return new(NetworkFindings.Preference.Id, [], "", $"nothing of {demand.Primary} comes up");
        }

        return WithoutAll(preference.Primary, demand.Primary!, demand.Backup) ?? WithoutAll(preference.Backup, demand.Backup, demand.Primary!);
    }

    private Counterexample? WithoutAll(IReadOnlyList<Conduit> lost, string kind, string other)
    {
        live.Fail(lost);
        var state = proof.Judge([]);
        live.Mend(lost);
        return state.Stop is { } stop
            ? new(NetworkFindings.Preference.Id, [$"all of {kind}"], stop.Flow.ToString(), $"{stop.Fault}, and {other} does not take over")
            : null;
    }

    private void Search(int size, IEnumerable<Failure[]> sets)
    {
        Remainder? worst = null;
        foreach (var set in sets)
        {
            var state = After(set);
            if (worst is null || state.Mbps < worst.Mbps)
            {
                worst = new(size, state.Mbps, Names(set));
            }

            counterexample = Shown(state, set);
            if (counterexample is not null)
            {
                break;
            }
        }

        if (worst is not null)
        {
            left.Add(worst);
        }
    }

    private Counterexample? Shown(PairState state, Failure[] set) =>
        state.Stop is { } stop ? new(NetworkFindings.Reachability.Id, Names(set), stop.Flow.ToString(), stop.Fault)
        : state.Wrong is { } wrong ? new(NetworkFindings.Preference.Id, Names(set), "", wrong)
        : state.Mbps < demand.Mbps ? new(NetworkFindings.Capacity.Id, Names(set), "", $"{state.Mbps} Mbit/s are left of the {demand.Mbps} that must pass")
        : null;

    private PairState After(Failure[] set)
    {
        foreach (var failure in set)
        {
            live.Fail(failure.Conduits);
        }

        var state = proof.Judge([.. set.Where(failure => failure.Zone is not null).Select(failure => failure.Zone!.Value)]);
        foreach (var failure in set)
        {
            live.Mend(failure.Conduits);
        }

        return state;
    }

    private static Sequence<string> Names(Failure[] set) => Sequence.Create<string>([.. set.Select(failure => failure.Name)]);
}
