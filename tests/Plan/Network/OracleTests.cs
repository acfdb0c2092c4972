using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Network.Proof;
using FsCheck;
using FsCheck.Fluent;
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
        // With one failure at a time, half of the tunnels are left and may all be needed: then it shows which of them are used.
        var (good, tight, broken) = (Estate.Of(), Estate.Of(mbps: 2500), 0);
        Parallel.For(0, Mutations, seed =>
        {
            var isTight = seed / Mutation.Kinds % 2 == 1;
            var (name, plan) = Mutation.Of(isTight ? tight : good, seed);
            if (!IsJoined(plan, $"{seed}, {name}", isTight ? 1 : NetworkProof.DefaultDepth))
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

    [Fact]
    public void Oracle_AgreesWithTheProof_OnEstatesOfAnyShape()
    {
        var broken = 0;
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(60), Prop.ForAll(Shapes.ToArbitrary(), shape =>
        {
            var (aws, google, isMesh, seed, mbps) = shape;
            var (name, plan) = Mutation.Of(Estate.Of(aws, google, isMesh, mbps), seed);
            broken += IsJoined(plan, $"{shape}, {name}") ? 0 : 1;
        }));
        output.WriteLine($"60 of any shape, {broken} of them break a link");
    }

    private static Gen<(int Aws, int Google, bool IsMesh, int Seed, int Mbps)> Shapes { get; } =
        from aws in Gen.Choose(1, 2)
        from google in Gen.Choose(1, 2)
        from isMesh in Gen.Elements(true, false)
        from seed in Gen.Choose(0, 100_000)
        from mbps in Gen.Elements(0, 500, 1250, 1251, 2500)
        select (aws, google, isMesh, seed, mbps);

    private static bool IsJoined(PlanDocument plan, string name = "", int depth = NetworkProof.DefaultDepth)
    {
        var (isJoined, said) = Agreement.Of(plan, depth);
        Assert.True(isJoined is not null, $"{name}: {said}");
        return isJoined.Value;
    }
}
