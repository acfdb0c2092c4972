using CrossCloudMesh.Values;
using FsCheck;
using FsCheck.Fluent;

namespace CrossCloudMesh.Tests.Values;

public sealed class AddressSizesTests
{
    private static readonly Arbitrary<int> AnyPods = Gen.Choose(8, 256).ToArbitrary();

    [Theory]
    [InlineData(1, 32)]
    [InlineData(2, 31)]
    [InlineData(3, 30)]
    [InlineData(256, 24)]
    [InlineData(257, 23)]
    [InlineData(1L << 32, 0)]
    public void Of_GivesTheSmallestRange(long addresses, int prefixLength) => Assert.Equal(prefixLength, AddressSizes.Of(addresses));

    [Theory]
    [InlineData(110, 24)]
    [InlineData(64, 25)]
    [InlineData(32, 26)]
    [InlineData(16, 27)]
    [InlineData(8, 28)]
    [InlineData(256, 23)]
    public void GkePodsOfNode_HoldsTwiceAsMany(int podsPerNode, int prefixLength) =>
        Assert.Equal(prefixLength, AddressSizes.GkePodsOfNode(podsPerNode));

    [Theory]
    [InlineData(128, 110, 17)]
    [InlineData(129, 110, 16)]
    [InlineData(256, 110, 16)]
    [InlineData(1024, 110, 14)]
    [InlineData(1024, 32, 16)]
    public void GkePods_FollowsFromNodesAndPods(int nodes, int podsPerNode, int prefixLength) =>
        Assert.Equal(prefixLength, AddressSizes.GkePods(nodes, podsPerNode));

    [Theory]
    [InlineData(110, 144)]
    [InlineData(112, 144)]
    [InlineData(113, 160)]
    [InlineData(1, 48)]
    public void EksAddressesOfNode_AreWholePrefixes(int podsPerNode, int addresses) =>
        Assert.Equal(addresses, AddressSizes.EksAddressesOfNode(podsPerNode));

    [Theory]
    [InlineData(1, 20)]
    [InlineData(2, 19)]
    [InlineData(3, 19)]
    [InlineData(4, 18)]
    [InlineData(6, 18)]
    [InlineData(14, 17)]
    [InlineData(15, 16)]
    [InlineData(28, 16)]
    public void EksNetwork_FollowsFromNodesInAZone(int nodesPerZone, int prefixLength) =>
        Assert.Equal(prefixLength, AddressSizes.EksNetwork(nodesPerZone, 110));

    [Theory]
    [InlineData(20, 28)]
    [InlineData(24, 1)]
    [InlineData(26, 0)]
    [InlineData(28, 0)]
    public void EksNodeRoom_CountsWholePrefixes(int subnetLength, int nodes) => Assert.Equal(nodes, AddressSizes.EksNodeRoom(subnetLength, 110));

    [Fact]
    public void Gke_HasRoom_AndNoSmallerRangeHas() => Prop.ForAll(Gen.Choose(1, 5000).ToArbitrary(), AnyPods, (nodes, pods) =>
    {
        var (nodeLength, podLength) = (AddressSizes.GkeNodes(nodes), AddressSizes.GkePods(nodes, pods));
        return AddressSizes.GkeNodeRoom(Sized(nodeLength)) >= 2 * nodes
            && AddressSizes.GkeNodeRoom(Sized(nodeLength + 1)) < 2 * nodes
            && AddressSizes.GkePodRoom(Sized(podLength), pods) >= nodes
            && (nodes == 1 || AddressSizes.GkePodRoom(Sized(podLength + 1), pods) < nodes);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Eks_HasRoom_AndNoSmallerNetworkHas() => Prop.ForAll(Gen.Choose(1, 28).ToArbitrary(), Gen.Choose(1, 110).ToArbitrary(), (nodes, pods) =>
    {
        var length = AddressSizes.EksNetwork(nodes, pods);
        return AddressSizes.EksNodeRoom(length + SubnetPlan.PrivateBits, pods) >= nodes
            && (length == SubnetPlan.MaxPrefixLength || AddressSizes.EksNodeRoom(length + 1 + SubnetPlan.PrivateBits, pods) < nodes)
            && (long)nodes * AddressSizes.EksAddressesOfNode(pods) <= SubnetPlan.Carve(Sized(length), SubnetTier.Private, 0).AddressCount;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Sizes_NeverShrink_WhenACountGrows() => Prop.ForAll(Gen.Choose(1, 27).ToArbitrary(), Gen.Choose(8, 109).ToArbitrary(), (nodes, pods) =>
        AddressSizes.GkeNodes(nodes + 1) <= AddressSizes.GkeNodes(nodes)
        && AddressSizes.GkePods(nodes + 1, pods) <= AddressSizes.GkePods(nodes, pods)
        && AddressSizes.GkePods(nodes, pods + 1) <= AddressSizes.GkePods(nodes, pods)
        && AddressSizes.EksNetwork(nodes + 1, pods) <= AddressSizes.EksNetwork(nodes, pods)
        && AddressSizes.EksNetwork(nodes, pods + 1) <= AddressSizes.EksNetwork(nodes, pods)).QuickCheckThrowOnFailure();

    [Fact]
    public void Refuse_CountsThatNothingHolds()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => AddressSizes.Of(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => AddressSizes.Of((1L << 32) + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => AddressSizes.GkeNodes(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => AddressSizes.GkePods(0, 110));
        Assert.Throws<ArgumentOutOfRangeException>(() => AddressSizes.GkePodsOfNode(7));
        Assert.Throws<ArgumentOutOfRangeException>(() => AddressSizes.GkePodsOfNode(257));
        Assert.Throws<ArgumentOutOfRangeException>(() => AddressSizes.EksAddressesOfNode(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => AddressSizes.EksNodeRoom(15, 110));
        Assert.Throws<ArgumentOutOfRangeException>(() => AddressSizes.EksNodeRoom(29, 110));
        Assert.Throws<ArgumentOutOfRangeException>(() => AddressSizes.EksNetwork(0, 110));
        Assert.Throws<ArgumentOutOfRangeException>(() => AddressSizes.EksNetwork(29, 110));
    }

    private static Cidr Sized(int prefixLength) => Cidr.Parse($"0.0.0.0/{prefixLength}")!.Value;
}
