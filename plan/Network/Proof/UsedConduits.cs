using CrossCloudMesh.Plan.Network.Model;

namespace CrossCloudMesh.Plan.Network.Proof;

/// <summary>What joins two sites, by its kind.</summary>
internal sealed class UsedConduits
{
    private const int MaxPathMtuBytes = 65535;

    private readonly Demand demand;
    private readonly IGrouping<string, Conduit>[] kinds;

    public UsedConduits(Demand demand, Relevance relevance)
    {
        this.demand = demand;
        All = [.. relevance.Conduits.Where(IsBetween).OrderBy(conduit => conduit.Index)];
        kinds = [.. All.GroupBy(conduit => conduit.Kind).OrderBy(kind => kind.Key == demand.Primary ? 0 : 1)];
    }

    /// <summary>In the order of their indexes.</summary>
    public IReadOnlyList<Conduit> All { get; }

    /// <summary>The largest packet that gets through whatever it takes, in bytes.</summary>
    public int MtuBytes => Mtu(All);

    /// <summary>One for each kind, the primary first.</summary>
    public Sequence<PathFacts> Facts() => Sequence.Create<PathFacts>([.. kinds.Select(kind =>
        new PathFacts(kind.Key, kind.Count(conduit => conduit.ComesUp), kind.Count(), kind.Any(conduit => conduit.ComesUp) ? Mtu(kind) : 0))]);

    /// <summary>Which kind does not carry the packets that the sites may send; null where all do.</summary>
    public string? TooSmall()
    {
        var small = kinds.FirstOrDefault(kind => Mtu(kind) < demand.PacketBytes);
        return small is null ? null
            : small.Key == LinkKinds.HaVpn ? $"packets of {demand.PacketBytes} bytes do not fit into tunnels that carry {Mtu(small)}"
            : $"packets of {demand.PacketBytes} bytes do not fit into {small.Key}, which carries {Mtu(small)}";
    }

    /// <summary>By how many of which kind, as in <c>4 haVpn</c>.</summary>
    public string Text(IReadOnlySet<Conduit> taken) => string.Join(" and ", kinds.Select(kind => (Count: kind.Count(taken.Contains), kind.Key))
        .Where(kind => kind.Count > 0).Select(kind => $"{kind.Count} {kind.Key}").DefaultIfEmpty("nothing"));

    private bool IsBetween(Conduit conduit) => conduit is PeeringConduit
        || ((demand.One.IsBeyond(conduit) || demand.Other.IsBeyond(conduit)) && (!demand.Hubs.Any() || demand.Hubs.Contains(conduit.At.Hub)));

    private static int Mtu(IEnumerable<Conduit> conduits) =>
        conduits.Where(conduit => conduit.ComesUp).Select(conduit => conduit.MtuBytes).DefaultIfEmpty(MaxPathMtuBytes).Min();
}
