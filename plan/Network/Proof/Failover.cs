using CrossCloudMesh.Plan.Network.Model;

namespace CrossCloudMesh.Plan.Network.Proof;

/// <summary>Tells what carries the traffic of two sites, and what does after each loss; losses of the same effect together.</summary>
internal sealed class Failover(PairProof proof, LiveConduits live, UsedConduits used, Demand demand)
{
    /// <param name="near">What may fail near the two sites.</param>
    /// <returns>What carries the traffic while nothing has failed, and one row for each effect; none where there is but one conduit.</returns>
    public (string Usual, Sequence<Switch> Rows) After(IEnumerable<Failure> near)
    {
        var (usual, before) = Carrying();
        if (used.All.Count < 2)
        {
            return (usual, []);
        }

        var rows = new List<(Switch Row, List<string> Names)>();
        foreach (var failure in near.Where(failure => failure.Conduits.Any(used.All.Contains)))
        {
            var row = After(failure, before);
            if (rows.Find(each => each.Row == row) is { Names: { } names })
            {
                names.Add(failure.Name);
            }
            else
            {
                rows.Add((row, [failure.Name]));
            }
        }

        return (usual, Sequence.Create<Switch>([.. rows.Select(each => each.Row with { Failures = Sequence.Create<string>([.. each.Names]) })]));
    }

    private Switch After(Failure failure, HashSet<Conduit> before)
    {
        live.Fail(failure.Conduits);
        var (after, _) = Carrying();
        var mbps = proof.Judge([]).Mbps;
        live.Mend(failure.Conduits);
        var lost = failure.Conduits.Where(before.Contains).Select(SwitchTimes.Of).ToList();
        var untold = lost.Find(each => each.Seconds is null);
        return mbps == 0 ? new([], "nothing", 0, null, "nothing is left to take over")
            : untold.Why is not null ? new([], after, mbps, null, untold.Why)
            : new([], after, mbps, lost.Count == 0 ? 0 : lost.Max(each => each.Seconds), null);
    }

    private (string Text, HashSet<Conduit> Taken) Carrying()
    {
        var (there, back) = proof.Taken();
        var (sent, returned) = (Conduits(there), Conduits(back));
        var (one, other) = (used.Text(sent), used.Text(returned));
        return (one == other ? one : $"{one} from {demand.One.Site}, {other} from {demand.Other.Site}", [.. sent, .. returned]);
    }

    private static HashSet<Conduit> Conduits(List<Way> ways) => [.. ways.SelectMany(way => way.Stages).SelectMany(stage => stage)];
}
