using CrossCloudMesh.Plan;

namespace CrossCloudMesh.Tests.Plan.Network.Oracle;

/// <summary>Tries every set of failures on every pair of sites that the plan's outputs demand, with packets of its own.</summary>
internal sealed class BruteForce
{
    private static readonly (string Protocol, int Port, bool IsAnswered)[] Calls = [("tcp", 15443, true), ("tcp", 15021, true), ("icmp", 3, false)];

    private readonly World world;
    private readonly List<Wire> wires;
    private readonly Random random = new(20261121);

    private BruteForce(PlanDocument plan)
    {
        world = new(plan);
        wires = Wire.In(world);
    }

    /// <summary>The first demand that is not met after some failures, with those; null where all are, whatever fails.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="depth">How much fails at once, at most two.</param>
    public static string? FirstBroken(PlanDocument plan, int depth)
    {
        var oracle = new BruteForce(plan);
        var links = ((PlanValue.ObjectValue)plan.Outputs["links"]!).Members;
        return links.Select(link => oracle.Broken(link.Value, depth)).FirstOrDefault(broken => broken is not null);
    }

    private string? Broken(PlanValue link, int depth)
    {
        var sites = World.Text(link, "sites")!.Split(", ");
        var vpc = world.All("ec2/vpc:Vpc").Single(each => each.Name == sites[0] + "-network");
        var network = world.All("compute/network:Network").Single(each => each.Name == sites[1] + "-network");
        var demanded = int.Parse(World.Text(link, "demandedMbps")!);
        var subnets = world.All("ec2/subnet:Subnet").Where(each => each.Name.StartsWith(sites[0] + "-network-private-", StringComparison.Ordinal)).ToList();
        var events = Events(vpc, subnets);
        var sets = events.Select(one => new[] { one }).Prepend([])
            .Concat(events.SelectMany((one, at) => events.Skip(at + 1).Where(other => other.Part != one.Part).Select(other => new[] { one, other })));
        var tried = new HashSet<string>(StringComparer.Ordinal);
        foreach (var set in sets.Where(set => set.Length <= depth))
        {
            // What takes the same tunnels and zones away leaves the same behind.
            var gone = wires.Where(wire => Array.Exists(set, lost => lost.Takes(wire))).Select(wire => wire.Google.Name).ToHashSet(StringComparer.Ordinal);
            if (!tried.Add(string.Join(' ', gone.Order(StringComparer.Ordinal).Concat(set.Select(lost => lost.Zone ?? "").Order(StringComparer.Ordinal)))))
            {
                continue;
            }

            var walk = new Walk(world, [.. wires.Where(wire => !gone.Contains(wire.Google.Name))]);
            var alive = subnets.Where(subnet => !Array.Exists(set, lost => lost.Zone is not null && lost.Zone == World.Text(subnet, "availabilityZoneId")));
            if (!Meets(walk, alive, network, demanded))
            {
                return $"{vpc.Name}, {network.Name}: {string.Join(" and ", set.Select(lost => lost.Name))}";
            }
        }

        return null;
    }

    private bool Meets(Walk walk, IEnumerable<PlannedResource> subnets, PlannedResource network, int demanded)
    {
        var home = world.Of(network, "compute/subnetwork:Subnetwork", "network").Single();
        var region = World.Text(home, "region")!;
        foreach (var subnet in subnets)
        {
            foreach (var range in Walk.Ranges(home).Where((_, index) => index != 2))
            {
                foreach (var (here, there) in Net.Of(World.Text(subnet, "cidrBlock"))!.Value.Samples(random).Zip(range.Samples(random)))
                {
                    foreach (var (protocol, port, isAnswered) in Calls)
                    {
                        var call = walk.FromAws(subnet, new(here, there, protocol, port, false), network);
                        var called = walk.FromGoogle(network, region, new(there, here, protocol, port, false), subnet);
                        var isBack = !isAnswered || (walk.FromGoogle(network, region, new(there, here, protocol, 0, true), subnet) is not null
                            && walk.FromAws(subnet, new(here, there, protocol, 0, true), network) is not null);
                        if (call is null || called is null || !isBack || call.Sum(wire => wire.Mbps) < demanded || called.Sum(wire => wire.Mbps) < demanded)
                        {
                            return false;
                        }
                    }
                }
            }
        }

        return true;
    }

    /// <summary>Whatever may be lost at once, and of which pair of halves it is one: both halves are not lost together.</summary>
    private List<Loss> Events(PlannedResource vpc, List<PlannedResource> subnets) =>
    [
        .. wires.Select(wire => new Loss(wire.Google.Name, wire.Google.Name, other => ReferenceEquals(other, wire), null)),
        .. wires.DistinctBy(wire => wire.Connection.Urn).Select(wire => new Loss(wire.Connection.Name, Gateway(wire), other => ReferenceEquals(other.Connection, wire.Connection), null)),
        .. wires.DistinctBy(wire => (Gateway(wire), Side(wire)))
            .Select(wire => new Loss($"{Gateway(wire)} {Side(wire)}", Gateway(wire), other => Gateway(other) == Gateway(wire) && Side(other) == Side(wire), null)),
        .. wires.DistinctBy(wire => (wire.Hub.Urn, wire.Number))
            .Select(wire => new Loss($"{wire.Hub.Name} {wire.Number}", wire.Hub.Name, other => ReferenceEquals(other.Hub, wire.Hub) && other.Number == wire.Number, null)),
        .. subnets.Select(subnet => World.Text(subnet, "availabilityZoneId")!).Distinct().Select(zone => new Loss(zone, vpc.Name, _ => false, zone)),
    ];

    private string Gateway(Wire wire) => world.From(wire.Google, "vpnGateway", "HaVpnGateway")!.Urn;

    private static string Side(Wire wire) => World.Text(wire.Google, "vpnGatewayInterface")!;

    private sealed record Loss(string Name, string Part, Func<Wire, bool> Takes, string? Zone);
}
