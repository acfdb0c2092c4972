using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CrossCloudMesh.Preview.StackFiles;
using CrossCloudMesh.Tests.Components;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Tests.Settings;

namespace CrossCloudMesh.Tests.Trust;

/// <summary>The certificates of every stack that is shipped, judged by others than who made them.</summary>
[Collection(Evaluations.Name)]
public sealed class ChainTests
{
    /// <summary>Those with certificates.</summary>
    public static TheoryData<string> Stacks => [.. ((IEnumerable<object[]>)ShippedStackTests.Stacks).Select(row => (string)row[0]).Where(stack => StackFile.Read(Project.Root, stack).Sections.ContainsKey("trust"))];

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task WhateverIsPresented_IsTrusted_AtEverySite(string stack)
    {
        var made = await MadeAsync(stack);
        Assert.NotEmpty(made.Sites);
        foreach (var (from, to) in Pairs(made))
        {
            var (presented, roots) = (made.Gateway(from, "tls.crt"), made.Authority(to, "root-cert.pem"));
            Assert.True(Chains.TrustedByDotNet(presented, roots), $"{from} at {to}, by .NET");
            Assert.True(Chains.TrustedByOpenSsl(presented, roots), $"{from} at {to}, by OpenSSL");
            Assert.Equal(roots, made.Gateway(to, "ca.crt"));
        }
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task WhatOneSiteSigned_IsNeverTrusted_AsAnothersOwn(string stack)
    {
        var made = await MadeAsync(stack);
        foreach (var (from, other) in Pairs(made).Where(pair => pair.From != pair.To))
        {
            // The leaf alone, with the other site's authority beside it, which is trusted through the root or by itself.
            var leaf = Chains.Read(made.Gateway(from, "tls.crt"))[0].ExportCertificatePem();
            foreach (var (presented, roots) in new[]
            {
                ($"{leaf}\n{made.Authority(other, "ca-cert.pem")}", made.Authority(other, "root-cert.pem")),
                (leaf, made.Authority(other, "ca-cert.pem")),
            })
            {
                Assert.False(Chains.TrustedByDotNet(presented, roots), $"{from} under {other}, by .NET");
                Assert.False(Chains.TrustedByOpenSsl(presented, roots), $"{from} under {other}, by OpenSSL");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task NoSite_CanMakeAnAuthority(string stack)
    {
        var made = await MadeAsync(stack);
        foreach (var site in made.Sites)
        {
            var presented = Usurper.Presents(made.Authority(site, "ca-cert.pem"), made.Authority(site, "ca-key.pem"));
            Assert.False(Chains.TrustedByDotNet(presented, made.Authority(site, "root-cert.pem")), "by .NET");
            Assert.False(Chains.TrustedByOpenSsl(presented, made.Authority(site, "root-cert.pem")), "by OpenSSL");
        }
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Istiod_FindsWhatItAsksFor(string stack)
    {
        var made = await MadeAsync(stack);
        foreach (var site in made.Sites)
        {
            Assert.Equal(["ca-cert.pem", "ca-key.pem", "cert-chain.pem", "root-cert.pem"], made.Secrets[$"{site}-authority"].Keys.Order(StringComparer.Ordinal));
            Assert.Equal(["ca.crt", "tls.crt", "tls.key"], made.Secrets[$"{site}-gateway"].Keys.Order(StringComparer.Ordinal));
            Assert.Equal(made.Authority(site, "ca-cert.pem") + made.Authority(site, "root-cert.pem"), made.Authority(site, "cert-chain.pem"));
            using var authority = X509Certificate2.CreateFromPem(made.Authority(site, "ca-cert.pem"), made.Authority(site, "ca-key.pem"));
            using var gateway = X509Certificate2.CreateFromPem(made.Gateway(site, "tls.crt"), made.Gateway(site, "tls.key"));
            Assert.True(authority.HasPrivateKey && gateway.HasPrivateKey);
            Assert.Contains("O=", authority.Subject, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task EachCertificate_MayDoItsOwn_AndNothingElse(string stack)
    {
        var made = await MadeAsync(stack);
        foreach (var site in made.Sites)
        {
            var (root, authority, leaf) = (
                Chains.Read(made.Authority(site, "root-cert.pem"))[0], Chains.Read(made.Authority(site, "ca-cert.pem"))[0], Chains.Read(made.Gateway(site, "tls.crt"))[0]);
            Assert.Equal(("1.3.132.0.34", "authority 1", X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, "", 3650d), Told(root));
            Assert.Equal(("1.2.840.10045.3.1.7", "authority", X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, "", 365d), Told(authority));
            Assert.Equal(("1.2.840.10045.3.1.7", "leaf", X509KeyUsageFlags.DigitalSignature, "1.3.6.1.5.5.7.3.1 1.3.6.1.5.5.7.3.2", 90d), Told(leaf));
            Assert.Equal(["istiod.istio-system.svc"], Names(authority));
            Assert.Equal([$"gateway.{site}.{TrustDomain(root)}"], Names(leaf));
            Assert.Contains($"spiffe://{TrustDomain(root)}/ns/istio-system/sa/istio-eastwestgateway", made.Plan.One("tls:index/certRequest:CertRequest", $"{site}-gateway").Input("uris"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task SameStack_MakesTheSame_ByteForByte(string stack)
    {
        var (first, second) = (await MadeAsync(stack), await MadeAsync(stack));
        Assert.Equal(first.Secrets.Select(Show).Order(StringComparer.Ordinal), second.Secrets.Select(Show).Order(StringComparer.Ordinal));

        static string Show(KeyValuePair<string, System.Collections.Immutable.ImmutableDictionary<string, object>> secret) =>
            $"{secret.Key} {string.Join(' ', secret.Value.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => each.Value))}";
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task NoPlan_ShowsAKey_OrTheBytesOfACertificate(string stack)
    {
        var made = await MadeAsync(stack);
        Assert.Empty(made.Program.Findings);
        Assert.DoesNotContain("-----", made.Text, StringComparison.Ordinal);
        var kept = made.Plan.One("kubernetes:core/v1:Secret", $"{made.Sites.First()}-authority");
        Assert.StartsWith("secret ", kept.Input("stringData"), StringComparison.Ordinal);
    }

    private static Task<MadeTrust> MadeAsync(string stack) => MadeTrust.OfAsync(StackFile.Read(Project.Root, stack));

    private static IEnumerable<(string From, string To)> Pairs(MadeTrust made) => made.Sites.SelectMany(from => made.Sites.Select(to => (from, to)));

    private static (string Curve, string Kind, X509KeyUsageFlags Usages, string Purposes, double Days) Told(X509Certificate2 certificate)
    {
        var constraints = Assert.Single(certificate.Extensions.OfType<X509BasicConstraintsExtension>());
        using var key = certificate.GetECDsaPublicKey()!;
        return (
            key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value!,
            !constraints.CertificateAuthority ? "leaf" : constraints.HasPathLengthConstraint ? $"authority {constraints.PathLengthConstraint}" : "authority",
            Assert.Single(certificate.Extensions.OfType<X509KeyUsageExtension>()).KeyUsages,
            string.Join(' ', certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().SelectMany(each => each.EnhancedKeyUsages.Cast<Oid>()).Select(each => each.Value)),
            (certificate.NotAfter - certificate.NotBefore).TotalDays);
    }

    private static IEnumerable<string> Names(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().SelectMany(names => names.EnumerateDnsNames());

    private static string TrustDomain(X509Certificate2 root) =>
        root.SubjectName.EnumerateRelativeDistinguishedNames().First(each => each.GetSingleElementType().Value == "2.5.4.10").GetSingleElementValue()!;
}
