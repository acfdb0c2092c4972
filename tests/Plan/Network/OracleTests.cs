using CrossCloudMesh.Plan.Network.Proof;
using CrossCloudMesh.Tests.Plan.Network.Oracle;

namespace CrossCloudMesh.Tests.Plan.Network;

public class OracleTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(1, 3)]
    public void Oracle_FindsNothing_WhereNothingIsWrong(int aws, int google)
    {
        var plan = Estate.Of(aws, google);

        Assert.Null(BruteForce.FirstBroken(plan));
        Assert.All(NetworkProof.Of(plan)!.Pairs, pair => Assert.Null(pair.Counterexample));
    }
}
