using CrossCloudMesh.Values;
using Xunit;

namespace CrossCloudMesh.Tests.Values;

public sealed class AsnTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(16550)]
    [InlineData(64512)]
    [InlineData(65536)]
    [InlineData(int.MaxValue)]
    public void Takes_ANumber_ThatBothCloudsTake(long number) => Assert.Equal(number, Asn.Of(number)!.Value.Value);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(23456)]
    [InlineData(65535)]
    [InlineData(2147483648)]
    [InlineData(4200000000)]
    public void Refuses_AReservedOrTooLargeNumber(long number) => Assert.Null(Asn.Of(number));

    [Fact]
    public void Compares_ByNumber() => Assert.True(Asn.Of(2)! < Asn.Of(10)! && Asn.Of(10)!.Value.CompareTo(Asn.Of(2)!.Value) > 0);
}
