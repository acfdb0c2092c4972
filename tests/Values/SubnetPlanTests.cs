using CrossCloudMesh.Values;
using FsCheck;
using FsCheck.Fluent;

namespace CrossCloudMesh.Tests.Values;

public sealed class SubnetPlanTests
{
    private static readonly Arbitrary<Cidr> AnyNetwork =
        Gen.Choose(SubnetPlan.MinPrefixLength, SubnetPlan.MaxPrefixLength)
            .Select(length => Cidr.Parse($"10.64.0.0/{length}")!.Value)
            .ToArbitrary();

    [Fact]
    public void Carve_NeverOverlaps_ForAnyTiersAndSlots() => Prop.ForAll(AnyNetwork, network =>
    {
        var subnets = Enum.GetValues<SubnetTier>()
            .SelectMany(tier => Enumerable.Range(0, SubnetPlan.Slots).Select(slot => SubnetPlan.Carve(network, tier, slot)))
            .Order()
            .ToList();
        return subnets.TrueForAll(network.Contains) && subnets.Zip(subnets.Skip(1)).All(pair => !pair.First.Overlaps(pair.Second));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(SubnetTier.Private, 0, "10.16.0.0/20")]
    [InlineData(SubnetTier.Private, 7, "10.16.112.0/20")]
    [InlineData(SubnetTier.Public, 0, "10.16.128.0/22")]
    [InlineData(SubnetTier.Public, 7, "10.16.156.0/22")]
    [InlineData(SubnetTier.Intra, 0, "10.16.160.0/24")]
    [InlineData(SubnetTier.Intra, 7, "10.16.167.0/24")]
    public void Carve_IsFrozen(SubnetTier tier, int slot, string subnet) =>
        Assert.Equal(subnet, SubnetPlan.Carve(Cidr.Parse("10.16.0.0/16")!.Value, tier, slot).ToString());

    [Theory]
    [InlineData("10.0.0.0/15", 0)]
    [InlineData("10.0.0.0/21", 0)]
    [InlineData("10.0.0.0/16", 8)]
    [InlineData("10.0.0.0/16", -1)]
    public void Carve_Refuses_WhatHasNoPlace(string network, int slot) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SubnetPlan.Carve(Cidr.Parse(network)!.Value, SubnetTier.Intra, slot));
}
