using CrossCloudMesh.Plan.Network.Model;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Plan.Network.Proof;

/// <summary>What can have any part in what passes between two sites; the loss of all else changes nothing for them.</summary>
/// <remarks>
/// The hubs are those of the two, those that could announce the one to the other, and those that are peered with such a hub by a route to
/// either. Of a conduit at such a hub it matters what it announces; of one to either site, what could be announced by it.
/// </remarks>
internal sealed class Relevance
{
    private readonly Cidr[] ranges;

    public Relevance(Demand demand, NetworkModel model, LiveConduits live)
    {
        ranges = [.. demand.One.Ranges, .. demand.Other.Ranges];
        Hubs.UnionWith(demand.Hubs);
        foreach (var conduit in model.Conduits)
        {
            if ((demand.One.IsBeyond(conduit) || demand.Other.IsBeyond(conduit)) && Overlap(Announceable(conduit, live)))
            {
                Conduits.Add(conduit);
                Hubs.Add(conduit.At.Hub);
            }
        }

        for (var count = -1; count != Hubs.Count;)
        {
            count = Hubs.Count;
            foreach (var peering in model.Conduits.OfType<PeeringConduit>().Where(IsPassed))
            {
                Conduits.Add(peering);
                Hubs.Add(peering.Near.Hub);
                Hubs.Add(peering.Near.Other.Hub);
            }
        }

        Conduits.UnionWith(model.Conduits.Where(conduit => Hubs.Contains(conduit.At.Hub) && Overlap(conduit.Announced)));
    }

    public HashSet<Hub> Hubs { get; } = [];

    public HashSet<Conduit> Conduits { get; } = [];

    private bool IsPassed(PeeringConduit peering) => IsLed(peering.Near) || IsLed(peering.Near.Other);

    private bool IsLed(PeeringAttachment side) => Hubs.Contains(side.Hub)
        && side.Hub.Attachments.Select(each => each.Table).OfType<HubTable>().Distinct()
            .Any(table => table.Static.Exists(route => route.To == side && Array.Exists(ranges, route.Range.Overlaps)));

    private static IEnumerable<Cidr> Announceable(Conduit conduit, LiveConduits live)
    {
        if (conduit.At is DirectConnectAttachment direct)
        {
            return direct.Allowed;
        }

        return (conduit.At.Table?.Static.Select(route => route.Range) ?? []).Concat((conduit.At.Table?.Propagating ?? []).SelectMany(source =>
            source is VpcAttachment { Vpc: var vpc } ? vpc.Ranges : live.Of(source).SelectMany(each => each.Announced)));
    }

    private bool Overlap(IEnumerable<Cidr> some) => some.Any(one => Array.Exists(ranges, one.Overlaps));
}
