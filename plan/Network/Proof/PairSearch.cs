namespace CrossCloudMesh.Plan.Network.Proof;

/// <summary>Holds two sites against every set of failures that can touch them, the small ones first.</summary>
internal sealed class PairSearch(Demand demand, PairProof proof, LiveTunnels live, IReadOnlyList<Failure> failures)
{
    private const int MaxPathMtuBytes = 65535;

    private readonly List<Remainder> left = [];
    private Counterexample? counterexample;

    public PairVerdict Verdict(int depth)
    {
        var way = proof.Way();
        Failure[] near = [.. failures.Where(failure => failure.Zone?.Vpc == demand.Aws || failure.Tunnels.Any(proof.Relevant.Contains))];
        Search(0, [[]]);
        if (depth >= 1 && counterexample is null)
        {
            Search(1, near.Select(failure => new[] { failure }));
        }

        if (depth >= 2 && counterexample is null)
        {
            Search(2, Pairs(near));
        }

        var used = proof.Relevant.Where(tunnel => tunnel.Google.Router?.Network == demand.Google && tunnel.Aws.Connection.Hub == demand.Aws.Attachment?.Hub).ToList();
        var mtu = used.Where(tunnel => tunnel.ComesUp).Select(tunnel => tunnel.MtuBytes).DefaultIfEmpty(MaxPathMtuBytes).Min();
        if (counterexample is null && demand.PacketBytes > mtu)
        {
            counterexample = new(NetworkFindings.PacketSize.Id, [], "", $"packets of {demand.PacketBytes} bytes do not fit into tunnels that carry {mtu}");
        }

        return new()
        {
            Aws = demand.Aws.Site,
            Google = demand.Google.Site,
            Urn = demand.Aws.Resource.Urn,
            Tunnels = used.Count(tunnel => tunnel.ComesUp),
            TunnelsMade = used.Count,
            DemandedMbps = demand.Mbps,
            PacketBytes = demand.PacketBytes,
            PathMtuBytes = mtu,
            Left = Sequence.Create<Remainder>([.. left]),
            Path = way,
            Counterexample = counterexample,
        };
    }

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

            if (state.Stop is { } stop)
            {
                counterexample = new(NetworkFindings.Reachability.Id, Names(set), stop.Flow.Text(demand), stop.Fault);
                break;
            }

            if (state.Mbps < demand.Mbps)
            {
                counterexample = new(NetworkFindings.Capacity.Id, Names(set), "", $"{state.Mbps} Mbit/s are left of the {demand.Mbps} that must pass");
                break;
            }
        }

        if (worst is not null)
        {
            left.Add(worst);
        }
    }

    private PairState After(Failure[] set)
    {
        foreach (var failure in set)
        {
            live.Fail(failure);
        }

        var state = proof.Judge([.. set.Where(failure => failure.Zone is not null).Select(failure => failure.Zone!.Value)]);
        foreach (var failure in set)
        {
            live.Mend(failure);
        }

        return state;
    }

    private static Sequence<string> Names(Failure[] set) => Sequence.Create<string>([.. set.Select(failure => failure.Name)]);
}
