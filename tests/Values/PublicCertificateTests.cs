using System.Text.RegularExpressions;
using CrossCloudMesh.Tests.Trust;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Tests.Values;

/// <summary>A certificate that somebody hands in.</summary>
public sealed class PublicCertificateTests
{
    private static readonly RootPem Root = RootPem.Make();

    [Fact]
    public void Reads_OneCertificate_AndWhatItSays()
    {
        var read = PublicCertificate.Parse(Root.Certificate)!.Value;
        Assert.Equal(Root.Certificate, read.ToString());
        Assert.Equal(("ECDSA", true, 1), (read.KeyAlgorithm, read.IsAuthority, read.PathLength));
        Assert.Equal((2026, 2036), (read.NotBefore.Year, read.NotAfter.Year));
        Assert.Equal(PublicCertificate.KeyIdOf(Root.Certificate), read.KeyId);
        Assert.Matches(new Regex(PublicCertificate.Pattern, RegexOptions.ECMAScript, TimeSpan.FromSeconds(1)), Root.Certificate);
    }

    [Fact]
    public void Refuses_AnythingElse() => Assert.All(
        new[] { "", "no certificate", Root.Key, Root.Certificate + Root.Certificate, Root.Certificate + Root.Key, "before\n" + Root.Certificate },
        text => Assert.Null(PublicCertificate.Parse(text)));

    [Fact]
    public void Knows_ItsKey()
    {
        var read = PublicCertificate.Parse(Root.Certificate)!.Value;
        Assert.True(read.Fits(Root.Key));
        Assert.False(read.Fits(RootPem.Make().Key));
        Assert.Null(read.Fits("[secret ns:root-keys]"));
    }

    [Fact]
    public void Knows_TheKeysOfSeveral()
    {
        var other = RootPem.Make();
        Assert.Equal(
            $"{PublicCertificate.KeyIdOf(Root.Certificate)}, {PublicCertificate.KeyIdOf(other.Certificate)}", PublicCertificate.KeyIdsOf(Root.Certificate + other.Certificate));
    }
}
