using CrossCloudMesh.Values;
using Xunit;

namespace CrossCloudMesh.Tests.Values;

public sealed class CidrTests
{
    [Theory]
    [InlineData("0.0.0.0/0")]
    [InlineData("10.0.0.0/8")]
    [InlineData("255.255.255.255/32")]
    [InlineData("172.16.0.0/12")]
    public void Reads_ARange(string text) => Assert.Equal(text, Cidr.Parse(text)?.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("10.0.0.0")]
    [InlineData("10.0.0.0/")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.0/-1")]
    [InlineData("10.0.0.0/08")]
    [InlineData("10.0.0.1/24")]
    [InlineData("10.0.0/24")]
    [InlineData("010.0.0.0/8")]
    [InlineData("256.0.0.0/8")]
    [InlineData("10.0.0.0/8 ")]
    [InlineData("::/0")]
    public void Refuses_WhatIsNotExactlyARange(string text) => Assert.Null(Cidr.Parse(text));

    [Theory]
    [InlineData("10.0.0.0/8", "10.255.0.0/16", true)]
    [InlineData("10.0.0.0/8", "10.0.0.0/8", true)]
    [InlineData("10.0.0.0/16", "10.1.0.0/16", false)]
    [InlineData("0.0.0.0/0", "203.0.113.0/24", true)]
    [InlineData("10.0.0.0/25", "10.0.0.128/25", false)]
    public void Tells_Overlap_BothWays(string left, string right, bool overlap)
    {
        var (one, other) = (Cidr.Parse(left)!.Value, Cidr.Parse(right)!.Value);
        Assert.Equal(overlap, one.Overlaps(other));
        Assert.Equal(overlap, other.Overlaps(one));
    }

    [Fact]
    public void Cuts_ARange_IntoPartsThatFillIt_AndDoNotOverlap()
    {
        var whole = Cidr.Parse("10.4.0.0/16")!.Value;
        var parts = Enumerable.Range(0, 16).Select(index => whole.Part(20, index)).ToArray();
        Assert.Equal(whole.AddressCount, parts.Sum(part => part.AddressCount));
        Assert.All(parts, part => Assert.True(whole.Contains(part)));
        Assert.All(parts, part => Assert.Single(parts, part.Overlaps));
        Assert.Equal("10.4.240.0/20", parts[15].ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => whole.Part(20, 16));
        Assert.Throws<ArgumentOutOfRangeException>(() => whole.Part(15, 0));
    }
}
