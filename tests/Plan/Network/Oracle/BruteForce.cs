using CrossCloudMesh.Plan;

namespace CrossCloudMesh.Tests.Plan.Network.Oracle;

/// <summary>Tries every set of failures on every pair of sites that the plan's outputs demand, with packets of its own.</summary>
internal sealed class BruteForce
{
    private readonly World world;
    private readonly Signs signs;
    private readonly List<Demanded> demands;
    private readonly List<Loss> losses;

    public BruteForce(PlanDocument plan)
    {
        world = new(plan);
        var links = ((PlanValue.ObjectValue)plan.Outputs["links"]!).Members;
        List<Way> ways = [.. TunnelWays.In(world), .. DeviceWays.In(world, links), .. DirectWays.In(world), .. PeeringWays.In(world)];
        Assert.InRange(ways.Count, 0, Seen.Most);
        for (var index = 0; index < ways.Count; index++)
        {
            ways[index].Index = index;
        }

        signs = new(world, ways);
        demands = [.. Demanded.In(world, links)];
        losses = [.. ways.SelectMany(way => way.Parts.Select(part => (Part: part, Way: way))).GroupBy(each => each.Part)
            .Select(group => new Loss(group.Key.Name, group.Key.Redundancy, Seen.Of(group.Select(each => each.Way)), null))];
    }

    /// <summary>The first demand that is not met after some failures, with those; null where all are, whatever fails.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="depth">How much fails at once, at most two.</param>
    public static string? FirstBroken(PlanDocument plan, int depth)
    {
        var oracle = new BruteForce(plan);
        return oracle.demands.Select(demand => oracle.Broken(demand, depth)).FirstOrDefault(broken => broken is not null);
    }

    /// <summary>The ways taken between two sites, both ways, after one failure or none.</summary>
    /// <param name="sites">Both, as in the outputs.</param>
    /// <param name="lost">The failure; empty for none.</param>
    public (string There, string Back, int Mbps) Taken(string sites, string lost)
    {
        var demand = demands.Single(each => each.Name == sites);
        var gone = lost.Length == 0 ? UInt128.Zero : losses.Single(loss => loss.Name == lost).Takes;
        var walk = new Walk(signs, demand.PacketBytes, way => !Seen.Has(gone, way));
        var (here, hereIp, there, thereIp, _) = demand.Pairs[0];
        var (to, back) = (here.Go(walk, thereIp), there.Go(walk, hereIp));
        return (Names(to), Names(back), Math.Min(to?.Mbps ?? 0, back?.Mbps ?? 0));

        static string Names(Journey? journey) => string.Join(" | ", (journey?.Taken ?? []).Select(way => $"{way.Kind} {way.Name}").Order(StringComparer.Ordinal));
    }

    /// <summary>The single things that may fail.</summary>
    public IEnumerable<string> Losses => losses.Select(loss => loss.Name);

    /// <summary>Sites that reach one another though no output says so.</summary>
    public IEnumerable<string> Leaks()
    {
        var walk = new Walk(signs, 0, _ => true);
        var places = demands.SelectMany(demand => demand.Here.Concat(demand.There)).DistinctBy(place => (place.End, place.Range)).ToList();
        var allowed = demands.SelectMany(demand => new[] { (demand.Here[0].End, demand.There[0].End), (demand.There[0].End, demand.Here[0].End) }).ToHashSet();
        return places.SelectMany(from => places.Where(to => to.End != from.End && !allowed.Contains((from.End, to.End)) && from.Go(walk, to.Range.Bits)?.End == to.End)
            .Select(to => $"{from.End} to {to.End}")).Distinct();
    }

    private string? Broken(Demanded demand, int depth)
    {
        var zones = demand.Here.Concat(demand.There).Where(place => place.Zone is not null).Select(place => (place.End, Zone: place.Zone!)).Distinct()
            .Select(zone => new Loss($"zone {zone.Zone}", zone.End, 0, zone));
        Loss[] all = [.. losses, .. zones];
        var sets = all.Select(one => new[] { one }).Prepend([])
            .Concat(all.SelectMany((one, at) => all.Skip(at + 1).Where(other => other.Redundancy != one.Redundancy).Select(other => new[] { one, other })));
        var seen = new Seen();
        foreach (var set in Kinds(demand).Select(kind => new[] { kind }).Concat(sets.Where(set => set.Length <= depth)))
        {
            if (!Meets(demand, set, seen))
            {
                return $"{demand.Name}: {string.Join(" and ", set.Select(lost => lost.Name))}";
            }
        }

        return null;
    }

    private bool Meets(Demanded demand, Loss[] set, Seen seen)
    {
        var zones = set.Where(lost => lost.Zone is not null).Select(lost => lost.Zone!.Value).ToList();
        var gone = set.Aggregate(UInt128.Zero, (sum, lost) => sum | lost.Takes);
        return seen.Recall(gone, string.Join(' ', zones), isThere => Meets(demand, new Walk(signs, demand.PacketBytes, isThere), zones));
    }

    private bool Meets(Demanded demand, Walk walk, List<(string End, string Zone)> gone)
    {
        foreach (var (here, hereIp, there, thereIp, passes) in demand.Pairs.Where(pair => IsLeft(pair.Here) && IsLeft(pair.There)))
        {
            var (to, back) = (here.Go(walk, thereIp), there.Go(walk, hereIp));
            if (!passes || to?.End != there.End || back?.End != here.End || to.Mbps < demand.Mbps || back.Mbps < demand.Mbps || !Prefers(to) || !Prefers(back)
                || to.Taken.Concat(back.Taken).Any(way => way.Mtu < demand.PacketBytes))
            {
                return false;
            }
        }

        return true;

        bool IsLeft(Place place) => !gone.Exists(zone => zone.End == place.End && zone.Zone == place.Zone);

        // The path that is meant to carry the traffic does so, unless nothing of it is left.
        bool Prefers(Journey journey) => demand.Backup is null || demand.Backup == demand.Primary || !journey.Taken.Any(way => way.Kind == demand.Backup)
            || !signs.Ways.Any(way => way.Kind == demand.Primary && Joins(demand, way) && journey.Taken.Any(taken => taken.Hub == way.Hub) && walk.IsThere(way));
    }

    /// <summary>Of two paths either must be enough without the other, so all of each is taken away too, however little is to fail.</summary>
    private IEnumerable<Loss> Kinds(Demanded demand) => demand.Backup is null || demand.Backup == demand.Primary ? [] : new[] { demand.Primary, demand.Backup }
        .Select(kind => new Loss($"all {kind}", "kinds", Seen.Of(signs.Ways.Where(way => way.Kind == kind && Joins(demand, way))), null));

    private static bool Joins(Demanded demand, Way way) => demand.Here.Concat(demand.There).Any(place => place.End == way.Network?.Urn);

    private sealed record Loss(string Name, string Redundancy, UInt128 Takes, (string End, string Zone)? Zone);
}
