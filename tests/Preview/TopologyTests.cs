using CrossCloudMesh.Tests.Repository;

namespace CrossCloudMesh.Tests.Preview;

/// <summary>What the preview draws of each stack. UPDATE_GOLDEN=1 draws it anew.</summary>
[Collection(Evaluations.Name)]
public class TopologyTests
{
    [Theory]
    [MemberData(nameof(ShippedStackTests.Stacks), MemberType = typeof(ShippedStackTests))]
    public async Task Topology_IsDrawnLikeThis(string stack) => Golden.Equal($"{stack}.topology.mmd", await StackPictures.PrintedAsync(stack));
}
