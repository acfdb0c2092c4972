using CrossCloudMesh.Values;
using FsCheck;
using FsCheck.Fluent;

namespace CrossCloudMesh.Tests.Values;

public sealed class CidrTests
{
    private static readonly Arbitrary<Cidr> AnyCidr = (
        from length in Gen.Choose(0, 32)
        from high in Gen.Choose(0, ushort.MaxValue)
        from low in Gen.Choose(0, ushort.MaxValue)
        select Masked(((uint)high << 16) | (uint)low, length)).ToArbitrary();

    [Theory]
    [InlineData("0.0.0.0/0")]
    [InlineData("10.16.0.0/16")]
    [InlineData("203.0.113.7/32")]
    public void Parse_Accepts_ARange(string text) => Assert.Equal(text, Cidr.Parse(text)?.ToString());

    [Theory]
    [InlineData("10.16.0.1/16")]
    [InlineData("10.16/16")]
    [InlineData("010.16.0.0/16")]
    [InlineData("10.16.0.0")]
    [InlineData("10.16.0.0/33")]
    [InlineData("10.16.0.0/016")]
    [InlineData("10.16.0.0/-1")]
    [InlineData(" 10.16.0.0/16")]
    [InlineData("fd00::/8")]
    [InlineData("")]
    public void Parse_Rejects_WhatIsNotOne(string text) => Assert.Null(Cidr.Parse(text));

    [Fact]
    public void ToString_RoundTrips() => Prop.ForAll(AnyCidr, cidr => Cidr.Parse(cidr.ToString()) == cidr).QuickCheckThrowOnFailure();

    [Fact]
    public void Part_StaysInside_AndPartsNeverOverlap() => Prop.ForAll(AnyCidr, Gen.Choose(0, 6).ToArbitrary(), (cidr, more) =>
    {
        var length = Math.Min(32, cidr.PrefixLength + more);
        var parts = Enumerable.Range(0, 1 << (length - cidr.PrefixLength)).Select(index => cidr.Part(length, index)).ToList();
        return parts.TrueForAll(cidr.Contains)
            && parts.Zip(parts.Skip(1)).All(pair => !pair.First.Overlaps(pair.Second) && pair.First < pair.Second)
            && parts.Sum(part => part.AddressCount) == cidr.AddressCount;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("10.0.0.0/8", "10.255.0.0/16", true)]
    [InlineData("10.0.0.0/8", "10.0.0.0/8", true)]
    [InlineData("10.0.0.0/16", "10.1.0.0/16", false)]
    [InlineData("0.0.0.0/0", "203.0.113.0/24", true)]
    [InlineData("10.0.0.0/25", "10.0.0.128/25", false)]
    public void Overlaps_Tells_WhetherAnAddressIsInBoth(string left, string right, bool overlap) =>
        Assert.Equal(overlap, Cidr.Parse(left)!.Value.Overlaps(Cidr.Parse(right)!.Value));

    [Fact]
    public void Overlaps_IsSymmetric_AndMeansThatOneContainsTheOther() => Prop.ForAll(AnyCidr, AnyCidr, (left, right) =>
        left.Overlaps(right) == right.Overlaps(left)
        && left.Overlaps(right) == (left.Contains(right) || right.Contains(left))).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(15, 0)]
    [InlineData(33, 0)]
    [InlineData(17, 2)]
    [InlineData(17, -1)]
    public void Part_Refuses_WhatIsNotThere(int prefixLength, int index) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Cidr.Parse("10.16.0.0/16")!.Value.Part(prefixLength, index));

    private static Cidr Masked(uint address, int length)
    {
        var network = length == 0 ? 0 : address & (uint.MaxValue << (32 - length));
        return Cidr.Parse($"{network >> 24}.{(network >> 16) & 255}.{(network >> 8) & 255}.{network & 255}/{length}")!.Value;
    }
}
