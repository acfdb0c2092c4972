using CrossCloudMesh.Plan;

namespace CrossCloudMesh.Tests.Plan.Network.Oracle;

/// <summary>One packet.</summary>
internal readonly record struct Packet(uint From, uint To, string Protocol, int Port, bool IsAnswer);

/// <summary>Where packets start and end: some addresses that one set of filters and routes holds for.</summary>
/// <param name="End">What a way must lead to for a packet to be here.</param>
/// <param name="Range">The addresses.</param>
/// <param name="Zone">The zone with which it is lost; null where it is not lost.</param>
internal abstract record Place(string End, Net Range, string? Zone)
{
    /// <summary>Whether it gets as far as the first choice between ways.</summary>
    public abstract bool LetsOut(Packet packet);

    public abstract bool LetsIn(Packet packet);

    public abstract Journey? Go(Walk walk, uint to);
}

/// <summary>A range of a network on Google Cloud.</summary>
internal sealed record GooglePlace(World World, PlannedResource Network, string Region, Net Own) : Place(Network.Urn, Own, null)
{
    public static IEnumerable<Place> Of(World world, PlannedResource network)
    {
        var home = world.Of(network, "compute/subnetwork:Subnetwork", "network").Single();
        var ranges = Ranges(home).ToArray();
        // The third is of services, which nobody calls from outside.
        return ranges.Where((_, index) => index != 2).Select(range => new GooglePlace(world, network, World.Text(home, "region")!, range));
    }

    public static IEnumerable<Net> Ranges(PlannedResource subnetwork)
    {
        yield return Net.Of(World.Text(subnetwork, "ipCidrRange"))!.Value;
        foreach (var item in World.Items(subnetwork, "secondaryIpRanges"))
        {
            yield return Net.Of(World.Text(item, "ipCidrRange"))!.Value;
        }
    }

    public override bool LetsOut(Packet packet) => Walled(packet, "EGRESS", "destinationRanges", packet.To);

    public override bool LetsIn(Packet packet) => Walled(packet, "INGRESS", "sourceRanges", packet.From);

    public override Journey? Go(Walk walk, uint to) => walk.FromGoogle(Network, Region, to);

    private bool Walled(Packet packet, string direction, string property, uint other)
    {
        if (packet.IsAnswer)
        {
            return true;
        }

        var verdicts = new List<(int Priority, int Order)>();
        foreach (var rule in World.Of(Network, "compute/firewall:Firewall", "network").Where(rule => (World.Text(rule, "direction") ?? "INGRESS") == direction))
        {
            if (!World.Items(rule, property).Any(item => Net.Of(World.Text(item)) is { } net && net.Has(other)))
            {
                continue;
            }

            foreach (var (list, order) in new[] { ("denies", 0), ("allows", 1) })
            {
                if (World.Items(rule, list).Any(item => World.Text(item, "protocol") == "all" || (World.Text(item, "protocol") == packet.Protocol && Ports(item, packet.Port))))
                {
                    verdicts.Add((int.Parse(World.Text(rule, "priority") ?? "1000"), order));
                }
            }
        }

        return verdicts.Count == 0 ? direction == "EGRESS" : verdicts.Min().Order == 1;
    }

    private static bool Ports(PlanValue allowed, int port) =>
        (allowed as PlanValue.ObjectValue)?.Members["ports"] is not PlanValue.ListValue ports || ports.Items.Any(item => World.Text(item) == $"{port}");
}

/// <summary>A range of a data centre, of whose own filters no plan knows anything.</summary>
internal sealed record CentrePlace(string Site, Net Own) : Place(Site, Own, null)
{
    public static IEnumerable<Net> Ranges(PlanValue link) => World.Text(link, "ranges")!.Split(", ").Select(range => Net.Of(range)!.Value);

    public override bool LetsOut(Packet packet) => true;

    public override bool LetsIn(Packet packet) => true;

    public override Journey? Go(Walk walk, uint to) => walk.FromCentre(Site, to);
}
