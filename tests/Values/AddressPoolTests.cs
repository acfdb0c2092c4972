using CrossCloudMesh.Values;
using FsCheck;
using FsCheck.Fluent;

namespace CrossCloudMesh.Tests.Values;

public sealed class AddressPoolTests
{
    private static readonly Arbitrary<AwsAddressPool> AnyAws = (
        from length in Gen.Choose(9, 13)
        from nodes in Gen.Choose(1, 28)
        from services in Gen.Choose(256, 4096)
        select AwsAddressPool.For(Range($"10.0.0.0/{length}"), Range($"10.128.0.0/{length}"), nodes, 110, services)).ToArbitrary();

    private static readonly Arbitrary<GoogleAddressPool> AnyGoogle = (
        from length in Gen.Choose(10, 12)
        from nodes in Gen.Choose(16, 1000)
        from pods in Gen.Choose(8, 110)
        from services in Gen.Choose(256, 4096)
        select GoogleAddressPool.For(
            Range($"10.0.0.0/{length}"), Range($"10.64.0.0/{length}"), Range($"10.128.0.0/{length}"), nodes, pods, services)).ToArbitrary();

    private static readonly Arbitrary<int[]> AnySlots = Gen.Choose(0, 500).ArrayOf(8).ToArbitrary();

    [Fact]
    public void Aws_NeverOverlaps_AndNeverLeavesItsPool() => Prop.ForAll(AnyAws, AnySlots, (pool, slots) =>
    {
        var sites = slots.Select(slot => (int)(slot % pool.Slots)).Distinct().Select(pool.Carve).ToList();
        return sites.TrueForAll(site => pool.Networks.Range.Contains(site.Network) && pool.Services.Range.Contains(site.Services))
            && AreApart(sites.SelectMany(site => new[] { site.Network, site.Services }));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Google_NeverOverlaps_AndNeverLeavesItsPool() => Prop.ForAll(AnyGoogle, AnySlots, (pool, slots) =>
    {
        var sites = slots.Select(slot => (int)(slot % pool.Slots)).Distinct().Select(pool.Carve).ToList();
        return sites.TrueForAll(site =>
                pool.Nodes.Range.Contains(site.Nodes) && pool.Pods.Range.Contains(site.Pods) && pool.Services.Range.Contains(site.Services))
            && AreApart(sites.SelectMany(site => new[] { site.Nodes, site.Pods, site.Services }));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Aws_MovesNothing_WhenAZoneIsAdded() => Prop.ForAll(AnyAws, Gen.Choose(0, 7).ToArbitrary(), Gen.Choose(0, 7).ToArbitrary(), (pool, zone, added) =>
    {
        var network = pool.Carve(0).Network;
        var before = Enum.GetValues<SubnetTier>().Select(tier => SubnetPlan.Carve(network, tier, zone)).ToList();
        var others = Enum.GetValues<SubnetTier>().Select(tier => SubnetPlan.Carve(network, tier, added));
        return pool.Carve(0).Network == network && (zone == added || AreApart(before.Concat(others)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Pool_MovesNothing_WhenItGrows_FromTheSameAddress() => Prop.ForAll(
        Gen.Choose(12, 20).ToArbitrary(),
        Gen.Choose(0, 4).ToArbitrary(),
        Gen.Choose(0, 255).ToArbitrary(),
        (length, more, slot) =>
        {
            var (small, large) = (new AddressPool(Range($"10.0.0.0/{length}"), 24), new AddressPool(Range($"10.0.0.0/{length - more}"), 24));
            var held = (int)(slot % small.Slots);
            return small.Slots << more == large.Slots && small.Carve(held) == large.Carve(held);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Carve_IsFrozen()
    {
        var aws = AwsAddressPool.For(Range("10.0.0.0/11"), Range("10.104.0.0/15"), 28, 110, 4096);
        Assert.Equal(new AwsAddresses(Range("10.0.0.0/16"), Range("10.104.0.0/20")), aws.Carve(0));
        Assert.Equal(new AwsAddresses(Range("10.31.0.0/16"), Range("10.105.240.0/20")), aws.Carve(31));
        var google = GoogleAddressPool.For(Range("10.32.0.0/17"), Range("10.64.0.0/11"), Range("10.112.0.0/14"), 128, 110, 4096);
        Assert.Equal(new GoogleAddresses(Range("10.32.0.0/23"), Range("10.64.0.0/17"), Range("10.112.0.0/20")), google.Carve(0));
        Assert.Equal(new GoogleAddresses(Range("10.32.6.0/23"), Range("10.65.128.0/17"), Range("10.112.48.0/20")), google.Carve(3));
    }

    [Fact]
    public void Slots_AreThoseThatEveryRangeHas()
    {
        Assert.Equal(32, AwsAddressPool.For(Range("10.0.0.0/11"), Range("10.104.0.0/13"), 28, 110, 4096).Slots);
        Assert.Equal(2, AwsAddressPool.For(Range("10.0.0.0/11"), Range("10.104.0.0/19"), 28, 110, 4096).Slots);
        Assert.Equal(0, new AddressPool(Range("10.0.0.0/24"), 23).Slots);
        Assert.Throws<ArgumentOutOfRangeException>(() => new AddressPool(Range("10.0.0.0/24"), 25).Carve(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AddressPool(Range("10.0.0.0/24"), 23).Carve(0));
    }

    [Fact]
    public void Tunnels_NeverOverlap_AndKeepClearOfWhatTheCloudsRefuse()
    {
        string[] refused =
        [
            "169.254.0.0/30", "169.254.1.0/30", "169.254.2.0/30", "169.254.3.0/30", "169.254.4.0/30", "169.254.5.0/30",
            "169.254.169.252/30", "169.254.169.0/24", "169.254.170.0/24",
        ];
        var all = Enumerable.Range(0, TunnelPlan.Links)
            .SelectMany(link => Enumerable.Range(0, TunnelPlan.Tunnels).Select(tunnel => TunnelPlan.Carve(link, tunnel)))
            .ToList();
        Assert.True(AreApart(all));
        Assert.DoesNotContain(refused, range => TunnelPlan.Range.Overlaps(Range(range)));
        Assert.All(all, each => Assert.True(TunnelPlan.Range.Contains(each)));
        Assert.Equal("169.254.65.8/30", TunnelPlan.Carve(1, 2).ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => TunnelPlan.Carve(TunnelPlan.Links, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => TunnelPlan.Carve(0, TunnelPlan.Tunnels));
    }

    private static bool AreApart(IEnumerable<Cidr> ranges)
    {
        var sorted = ranges.Order().ToList();
        return sorted.Zip(sorted.Skip(1)).All(pair => !pair.First.Overlaps(pair.Second));
    }

    private static Cidr Range(string text) => Cidr.Parse(text)!.Value;
}
