using System.Collections.Concurrent;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Network.Proof;
using CrossCloudMesh.Plan.Rules;
using CrossCloudMesh.Tests.Plan.Network.Estates;
using CrossCloudMesh.Tests.Plan.Network.Oracle;
using Xunit.Abstractions;

namespace CrossCloudMesh.Tests.Plan.Network;

/// <summary>The proof and the brute-force walk held against one another over every kind of link.</summary>
public class LinkOracleTests(ITestOutputHelper output)
{
    private const int Topologies = 60;
    private const int LeastMutations = 300;

    /// <summary>Mbit/s that one failure leaves and two may not, and how much may fail with the usual demand.</summary>
    private static readonly (Shape Shape, int Tight, int Depth)[] Shapes =
    [
        (new() { Links = [new(0, 0, "managedInterconnect")] }, 1000, 2),
        (new() { Links = [new(0, 0, "crossCloudInterconnect")] }, 5000, 2),
        (new() { Links = [new(0, 0, "crossCloudInterconnect", Connections: 4)] }, 5000, 2),
        (new() { Links = [new(0, 0, "partnerInterconnect")] }, 1000, 2),
        (new() { Links = [new(0, 0, "haVpn", null)], DataCentres = [new(0, 0)] }, 2500, 2),
        (new() { Links = [new(0, 0, "managedInterconnect")], DataCentres = [new(0, 0)] }, 1000, 2),
        (new() { Links = [new(0, 0, "crossCloudInterconnect")], DataCentres = [new(0)] }, 2500, 2),
        (new() { Aws = 2, Google = 0, Peerings = [(0, 1)] }, 50_000, 2),
        (new() { Aws = 2, Links = [new(0, 0, "haVpn", null)], Peerings = [(0, 1)], DataCentres = [new(1)] }, 2500, 2),
    ];

    [Fact]
    public void Oracle_AgreesWithTheProof_WhereNothingIsWrong() => Assert.Empty(Disagreements(
        Shapes.Select(each => ($"{each.Shape}", each.Shape.Plan(), each.Depth)), out _));

    [Fact]
    public void Oracle_AgreesWithTheProof_OnEveryFaultOfEveryKind()
    {
        var plans = Shapes.SelectMany((each, at) => Broken(each.Shape, each.Depth, at)
            .Concat(Broken(each.Shape with { Mbps = each.Tight }, Math.Min(each.Depth, 1), at + Shapes.Length))).ToList();
        var differing = Disagreements(plans, out var broken);

        output.WriteLine($"{plans.Count} mutations of {Shapes.Length} estates, {broken} of them break a link");
        Assert.True(differing.Count == 0, string.Join('\n', differing));
        Assert.InRange(plans.Count, LeastMutations, int.MaxValue);
        Assert.InRange(broken, plans.Count / 4, plans.Count - 50);
    }

    [Fact]
    public void Oracle_AgreesWithTheProof_OnFourSitesJoinedAtRandom()
    {
        var plans = Enumerable.Range(0, Topologies).Select(seed =>
        {
            var random = new Random(seed);
            var plan = Drawn(random).Plan();
            var (name, worse) = seed % 4 == 0 ? ("nothing", plan) : LinkFault.Of(plan, random.Next(10_000));
            return ($"{seed}, {name}", worse, seed % 3 == 0 ? 0 : 2);
        }).ToList();
        var differing = Disagreements(plans, out var broken);

        output.WriteLine($"{Topologies} topologies of up to four sites, {broken} of them broken");
        Assert.True(differing.Count == 0, string.Join('\n', differing));
        Assert.InRange(broken, 1, Topologies - 1);
    }

    /// <summary>What goes where nobody declared is no matter of the proof: rules must find it.</summary>
    [Fact]
    public void Rules_FindEveryLeak()
    {
        var leaking = 0;
        var shape = new Shape { Google = 2, Links = [new(0, 0, "managedInterconnect"), new(0, 1, "haVpn", null)], DataCentres = [new(0, 0)] };
        var missed = Enumerable.Range(0, 2 * LinkFault.Kinds).Select(seed => LinkFault.Of(shape.Plan(), seed)).Where(each =>
        {
            var leaks = new BruteForce(each.Plan).Leaks().ToList();
            leaking += leaks.Count > 0 ? 1 : 0;
            return leaks.Count > 0 && !AllRules.Judge(each.Plan.Resources, new DateOnly(2026, 11, 21), each.Plan.Outputs)
                .Any(finding => finding.Rule is "link-segmentation" or "link-transit" or "link-allowed-prefixes");
        }).Select(each => each.Name).ToList();

        output.WriteLine($"{leaking} of {2 * LinkFault.Kinds} faults let somebody through");
        Assert.Empty(missed);
        Assert.InRange(leaking, 1, 2 * LinkFault.Kinds);
    }

    /// <summary>What the proof's table of failures says is taken after each is what packets take.</summary>
    [Fact]
    public void Oracle_TakesWhatTheFailoverTableSays()
    {
        var (differing, compared) = (new List<string>(), 0);
        foreach (var (shape, _, _) in Shapes.Where(each => each.Shape.Links.Length == 1 && each.Shape.DataCentres.Length == 0 && each.Shape.Aws == 1))
        {
            var plan = shape.Plan();
            var (oracle, pair) = (new BruteForce(plan), NetworkProof.Of(plan)!.Pairs.Single());
            var known = oracle.Losses.ToHashSet(StringComparer.Ordinal);
            foreach (var row in pair.Failover)
            {
                foreach (var lost in row.Failures.Where(known.Contains))
                {
                    var taken = oracle.Taken("aws0, gcp0", lost);
                    var (there, back) = (Counted(taken.There), Counted(taken.Back));
                    var said = there == back ? there : $"{there} from aws0, {back} from gcp0";
                    compared++;
                    if ((said, taken.Mbps) != (row.After, row.Mbps))
                    {
                        differing.Add($"{shape.Links[0].Primary} without {lost}: walked {said}, {taken.Mbps}; told {row.After}, {row.Mbps}");
                    }
                }
            }
        }

        output.WriteLine($"{compared} failures compared");
        Assert.True(differing.Count == 0, string.Join('\n', differing));
        Assert.InRange(compared, 60, int.MaxValue);
    }

    private static IEnumerable<(string Name, PlanDocument Plan, int Depth)> Broken(Shape shape, int depth, int round)
    {
        var good = shape.Plan();
        return LinkFault.For(good).Select(kind =>
        {
            var (name, plan) = LinkFault.Of(good, kind + (round * LinkFault.Kinds));
            return ($"estate {round}, {name}", plan, depth);
        });
    }

    private static Shape Drawn(Random random)
    {
        string[] kinds = ["haVpn", "managedInterconnect", "crossCloudInterconnect", "partnerInterconnect"];
        var (aws, google) = random.Next(3) switch { 0 => (2, 2), 1 => (1, 3), _ => (3, 1) };
        var links = Enumerable.Range(0, aws * google).Where(_ => random.Next(3) > 0).Select(at => (Site: at / google, Network: at % google, Kind: kinds[random.Next(kinds.Length)]))
            .Select(each => new Joint(each.Site, each.Network, each.Kind, each.Kind == "haVpn" || random.Next(4) == 0 ? null : "haVpn", 2 + (2 * random.Next(2)))).ToArray();
        var through = Enumerable.Range(0, links.Length).Where(slot => links[slot].Aws == 0 && random.Next(2) == 0).ToArray();
        return new()
        {
            Aws = aws,
            Google = google,
            Links = links.Length > 0 ? links : [new(0, 0, "haVpn", null)],
            Peerings = aws > 1 && random.Next(2) == 0 ? [(0, 1)] : [],
            DataCentres = random.Next(2) == 0 ? [new(0, through)] : [],
            Mbps = random.Next(2) == 0 ? 500 : 1250,
        };
    }

    private static List<string> Disagreements(IEnumerable<(string Name, PlanDocument Plan, int Depth)> plans, out int broken)
    {
        var (found, count) = (new ConcurrentBag<string>(), 0);
        Parallel.ForEach(plans, each =>
        {
            var (isJoined, said) = Agreement.Of(each.Plan, each.Depth);
            if (isJoined is null)
            {
                found.Add($"{each.Name}: {said}");
            }
            else if (isJoined != true)
            {
                Interlocked.Increment(ref count);
            }
        });
        broken = count;
        return [.. found.Order(StringComparer.Ordinal)];
    }

    private static string Counted(string taken) => string.Join(" and ", taken.Split(" | ", StringSplitOptions.RemoveEmptyEntries)
        .GroupBy(way => way.Split(' ')[0]).Select(group => $"{group.Count()} {group.Key}").DefaultIfEmpty("nothing"));
}
