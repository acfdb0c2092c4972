using System.Collections.Immutable;
using System.Security.Cryptography.X509Certificates;
using CrossCloudMesh.Preview.Evaluation;
using CrossCloudMesh.Preview.OfflineCloud;

namespace CrossCloudMesh.Tests.Preview;

/// <summary>What the offline cloud makes of TLS resources, and what a plan tells of it.</summary>
public sealed class TlsTests
{
    private const string Key = "tls:index/privateKey:PrivateKey";
    private const string SelfSigned = "tls:index/selfSignedCert:SelfSignedCert";

    [Theory]
    [InlineData("P256")]
    [InlineData("P384")]
    public void Keys_FollowFromNames(string curve)
    {
        var (first, second) = (KeyOf("urn:a", curve), KeyOf("urn:b", curve));
        Assert.Equal(first, KeyOf("urn:a", curve));
        Assert.NotEqual(first, second);
        Assert.StartsWith("-----BEGIN EC PRIVATE KEY-----\n", first, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RSA", "P256", "the offline cloud makes keys of ECDSA; got RSA")]
    [InlineData("ECDSA", "P521", "the offline cloud makes keys on P256 and P384; got P521")]
    public void Refuses_KeysThatItCannotMake(string algorithm, string curve, string fault) => Assert.Equal(
        fault,
        Assert.Throws<InvalidOperationException>(() => Make("urn:a", Key, ("algorithm", algorithm), ("ecdsaCurve", curve))).Message);

    [Fact]
    public void Refuses_UsesThatTheProviderDoesNotKnow() => Assert.StartsWith(
        "allowedUses: must be of digital_signature, content_commitment,",
        Assert.Throws<InvalidOperationException>(() => Certificate("urn:a", 1, "CertSigning")).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    public void APathLengthOfZero_IsLeftOut_AsTheProviderDoes(int given, int? written)
    {
        using var made = X509Certificate2.CreateFromPem(Certificate("urn:a", given, "cert_signing"));
        var constraints = Assert.Single(made.Extensions.OfType<X509BasicConstraintsExtension>());
        Assert.Equal(written, constraints.HasPathLengthConstraint ? constraints.PathLengthConstraint : null);
        Assert.True(constraints.CertificateAuthority);
    }

    [Fact]
    public void ACertificate_IsToldByItsContent_WhereverItStands()
    {
        var pem = Certificate("urn:a", 1, "cert_signing", "crl_signing");
        var told = PemText.Told($"before\n{pem}between\n{pem}after");
        Assert.Matches(
            "^before\n(\\[certificate of O=acme, CN=root; self-signed; key [0-9a-f]{16}; authority with path length 1; usages CrlSign, KeyCertSign; for 10 days\\]\n(between\n)?){2}after$",
            told);
    }

    [Theory]
    [InlineData("no certificate")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n")]
    public void WhatIsNoCertificate_StaysAsItIs(string text) => Assert.Equal(text, PemText.Told(text));

    [Fact]
    public void ACertificate_ThatCannotBeRead_IsNotShownEither() =>
        Assert.Equal("[certificate that cannot be read]", PemText.Told("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"));

    [Fact]
    public void DocsAndTests_StandOnADay_OnWhichEverythingIsValid() =>
        Assert.InRange(Trust.Chains.Day, OfflineCertificate.Now, OfflineCertificate.Now.AddDays(30));

    private static string KeyOf(string urn, string curve) => (string)Make(urn, Key, ("algorithm", "ECDSA"), ("ecdsaCurve", curve)).Outputs["privateKeyPem"];

    private static string Certificate(string urn, int pathLength, params object[] uses) => (string)Make(
        urn,
        SelfSigned,
        ("privateKeyPem", KeyOf(urn, "P256")),
        ("isCaCertificate", true),
        ("maxPathLength", (double)pathLength),
        ("validityPeriodHours", 240d),
        ("allowedUses", ImmutableArray.Create(uses)),
        ("subject", Inputs(("organization", "acme"), ("commonName", "root")))).Outputs["certPem"];

    private static Draft Make(string urn, string type, params (string Key, object Value)[] inputs) => new Cloud().Make(urn, type, "any", Inputs(inputs), null);

    private static ImmutableDictionary<string, object> Inputs(params (string Key, object Value)[] inputs) =>
        inputs.ToImmutableDictionary(each => each.Key, each => each.Value, StringComparer.Ordinal);
}
