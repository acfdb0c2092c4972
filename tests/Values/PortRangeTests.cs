using System.Text.RegularExpressions;
using CrossCloudMesh.Values;
using Xunit;

namespace CrossCloudMesh.Tests.Values;

public sealed class PortRangeTests
{
    private static readonly Regex Pattern = new(PortRange.Pattern, RegexOptions.ECMAScript, TimeSpan.FromSeconds(1));

    [Theory]
    [InlineData("1", 1, 1)]
    [InlineData("443", 443, 443)]
    [InlineData("65535", 65535, 65535)]
    [InlineData("8000-8999", 8000, 8999)]
    [InlineData("1-65535", 1, 65535)]
    public void Reads_OnePort_OrBothEnds(string text, int first, int last)
    {
        var range = PortRange.Parse(text)!.Value;
        Assert.Equal((first, last), (range.First, range.Last));
        Assert.Equal(text, range.ToString());
        Assert.Matches(Pattern, text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("0443")]
    [InlineData("-1")]
    [InlineData("443-")]
    [InlineData("443,80")]
    [InlineData("443 ")]
    [InlineData("a")]
    [InlineData("65536")]
    [InlineData("100000")]
    [InlineData("1-99999")]
    [InlineData("1-2-3")]
    public void Refuses_WhatIsNoPort_AsEditorsDo(string text)
    {
        Assert.Null(PortRange.Parse(text));
        Assert.DoesNotMatch(Pattern, text);
    }

    [Theory]
    [InlineData("443-443")]
    [InlineData("9000-8000")]
    public void Refuses_ARange_WithoutWidth(string text) => Assert.Null(PortRange.Parse(text));

    [Fact]
    public void Accepts_EveryPortThereIs_AndNoOther() => Assert.All(Enumerable.Range(-1, 70000), number =>
    {
        var text = number.ToString();
        var isPort = number is >= 1 and <= 65535;
        Assert.Equal(isPort, PortRange.Parse(text) is not null);
        Assert.Equal(isPort, Pattern.IsMatch(text));
    });

    [Theory]
    [InlineData("443", "443", true)]
    [InlineData("443", "444", false)]
    [InlineData("8000-8999", "8999", true)]
    [InlineData("8000-8999", "9000-9001", false)]
    [InlineData("1-65535", "5000-6000", true)]
    public void Knows_RangesThatOverlap(string left, string right, bool overlap)
    {
        Assert.Equal(overlap, PortRange.Parse(left)!.Value.Overlaps(PortRange.Parse(right)!.Value));
        Assert.Equal(overlap, PortRange.Parse(right)!.Value.Overlaps(PortRange.Parse(left)!.Value));
    }
}
