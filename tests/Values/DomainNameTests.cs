using CrossCloudMesh.Values;

namespace CrossCloudMesh.Tests.Values;

public sealed class DomainNameTests
{
    [Fact]
    public void Reads_Domains() => TextValueTests.Holds<DomainName>(
        ["aws-east.dev.internal.example", "a.b", "1.2.example", "x--y.example", new string('a', 63) + ".example"],
        ["", "internal", "internal.", ".internal", "a..b", "-a.b", "a-.b", "a.-b", "A.b", "a_b.c", "a.1b", "10.0.0.1", new string('a', 64) + ".example", "a b.c"]);

    [Theory]
    [InlineData("a.example", "a.example", true)]
    [InlineData("a.example", "b.a.example", true)]
    [InlineData("a.example", "ba.example", false)]
    [InlineData("a.example", "b.example", false)]
    [InlineData("b.a.example", "a.example", false)]
    public void Contains_WhatEndsInIt_PartByPart(string domain, string other, bool contains) =>
        Assert.Equal(contains, DomainName.Parse(domain)!.Value.Contains(DomainName.Parse(other)!.Value));
}
