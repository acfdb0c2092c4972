using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Network.Proof;
using CrossCloudMesh.Tests.Plan.Network.Oracle;
using Xunit.Abstractions;

namespace CrossCloudMesh.Tests.Plan.Network;

/// <summary>The proof and the brute-force walk, which share no code, held against one another.</summary>
public class OracleTests(ITestOutputHelper output)
{
    private const int Mutations = 585;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    public void Oracle_FindsNothing_WhereNothingIsWrong(int aws, int google) => Assert.True(IsJoined(Estate.Of(aws, google)));

    [Fact]
    public void Oracle_AgreesWithTheProof_OnEveryFault()
    {
        var (good, broken) = (Estate.Of(), 0);
        Parallel.For(0, Mutations, seed =>
        {
            var (name, plan) = Mutation.Of(good, seed);
            if (!IsJoined(plan, $"{seed}, {name}"))
            {
                Interlocked.Increment(ref broken);
            }
        });
        output.WriteLine($"{Mutations} mutations, {broken} of them break the link");
        Assert.InRange(broken, Mutations / 3, Mutations - 50);
    }

    [Theory]
    [InlineData(2, 2, 20)]
    [InlineData(1, 3, 40)]
    [InlineData(3, 1, 40)]
    public void Oracle_AgreesWithTheProof_OnSeveralSitesAndFaults(int aws, int google, int count)
    {
        var (good, broken) = (Estate.Of(aws, google), 0);
        Parallel.For(0, count, seed =>
        {
            var (first, plan) = Mutation.Of(good, (seed * 7) + aws);
            var (second, worse) = Mutation.Of(plan, (seed * 31) + google);
            if (!IsJoined(worse, $"{seed}, {first}, {second}"))
            {
                Interlocked.Increment(ref broken);
            }
        });
        output.WriteLine($"{count} of {aws} and {google} sites with two mutations each, {broken} of them break a link");
        Assert.InRange(broken, 1, count);
    }

    private static bool IsJoined(PlanDocument plan, string name = "")
    {
        var walked = BruteForce.FirstBroken(plan);
        var proven = NetworkProof.Of(plan)!.Pairs.FirstOrDefault(pair => pair.Counterexample is not null);
        Assert.True(walked is null == proven is null, $"{name}: walked {walked ?? "through"}, proven {proven?.Counterexample?.ToString() ?? "joined"}");
        return walked is null;
    }
}
