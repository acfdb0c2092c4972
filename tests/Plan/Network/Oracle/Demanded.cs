using CrossCloudMesh.Plan;

namespace CrossCloudMesh.Tests.Plan.Network.Oracle;

/// <summary>Two sites that the stack's outputs say must be joined.</summary>
internal sealed record Demanded
{
    private static readonly (string Protocol, int Port, bool IsAnswered)[] Calls = [("tcp", 15443, true), ("tcp", 15021, true), ("icmp", 3, false)];

    public required string Name { get; init; }

    public required int Mbps { get; init; }

    public required int PacketBytes { get; init; }

    /// <summary>The kind of path that must be taken while any of it is there; null where nobody said.</summary>
    public string? Primary { get; init; }

    /// <summary>The kind that must be enough when the other is gone; null where there is none.</summary>
    public string? Backup { get; init; }

    /// <summary>Of the two sites, in any order.</summary>
    public required Place[] Here { get; init; }

    public required Place[] There { get; init; }

    /// <summary>Pairs of addresses, and whether all calls between them, and the answers, pass whatever filters there are.</summary>
    public required IReadOnlyList<(Place Here, uint HereIp, Place There, uint ThereIp, bool Passes)> Pairs { get; init; }

    /// <summary>Every pair that the outputs name, and every data centre with what it goes through a link to.</summary>
    public static IEnumerable<Demanded> In(World world, SortedMap<PlanValue> links)
    {
        var random = new Random(20261121);
        foreach (var (_, link) in links)
        {
            var sites = World.Text(link, "sites")!.Split(", ");
            yield return Of(world, random, link, link, sites[0], sites[1]);
            foreach (var through in (World.Text(link, "through") ?? "").Split(", ", StringSplitOptions.RemoveEmptyEntries))
            {
                yield return Of(world, random, link, links[through]!, sites[1], World.Text(links[through], "sites")!.Split(", ")[1]);
            }
        }
    }

    private static Demanded Of(World world, Random random, PlanValue link, PlanValue path, string one, string other)
    {
        Place[] here = [.. At(one)], there = [.. At(other)];
        return new()
        {
            Name = $"{one}, {other}",
            Mbps = Number(link, "demandedMbps"),
            PacketBytes = Number(link, "packetBytes"),
            Primary = World.Text(path, "primary"),
            Backup = World.Text(path, "backup"),
            Here = here,
            There = there,
            Pairs = [.. here.SelectMany(a => there.SelectMany(b => Between(a, b)))],
        };

        IEnumerable<Place> At(string site) =>
            world.All("ec2/vpc:Vpc").FirstOrDefault(each => each.Name == site + "-network") is { } vpc ? AwsPlace.Of(world, vpc)
            : world.All("compute/network:Network").FirstOrDefault(each => each.Name == site + "-network") is { } network ? GooglePlace.Of(world, network)
            : CentrePlace.Ranges(link).Select(range => new CentrePlace(site, range));

        IEnumerable<(Place, uint, Place, uint, bool)> Between(Place a, Place b)
        {
            var (some, others) = (a.Range.Samples(world.Named, random), b.Range.Samples(world.Named, random));
            return Enumerable.Range(0, Math.Max(some.Length, others.Length)).Select(index =>
            {
                var (ip, to) = (some[index % some.Length], others[index % others.Length]);
                return (a, ip, b, to, Passes(a, ip, b, to) && Passes(b, to, a, ip));
            });
        }
    }

    private static bool Passes(Place from, uint ip, Place to, uint other) => Array.TrueForAll(Calls, call =>
    {
        var (asked, answered) = (new Packet(ip, other, call.Protocol, call.Port, false), new Packet(other, ip, call.Protocol, 0, true));
        return from.LetsOut(asked) && to.LetsIn(asked) && (!call.IsAnswered || (to.LetsOut(answered) && from.LetsIn(answered)));
    });

    private static int Number(PlanValue link, string key) => int.Parse(World.Text(link, key) ?? "0");
}
