using System.Collections.Immutable;
using System.Security.Cryptography.X509Certificates;
using CrossCloudMesh.Plan.Cost;
using CrossCloudMesh.Preview.OfflineCloud;
using CrossCloudMesh.Tests.Components;
using CrossCloudMesh.Tests.Preview;

namespace CrossCloudMesh.Tests.Trust;

/// <summary>A root in Google's CAS: sites trust one another, and nobody can make more of what was signed.</summary>
[Collection(Evaluations.Name)]
public sealed class CasRootTests
{
    private const string Authority = "gcp:certificateauthority/authority:Authority";
    private const string Pool = "gcp:certificateauthority/caPool:CaPool";
    private const string Template = "gcp:certificateauthority/certificateTemplate:CertificateTemplate";

    private static readonly Lazy<Task<MadeTrust>> Standing = new(() => MadeTrust.OfAsync(CasStacks.Standing()));

    private static readonly Lazy<Task<MadeTrust>> Made = new(() => MadeTrust.OfAsync(CasStacks.Made()));

    public static TheoryData<bool> Kinds => [false, true];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task EverySite_IsSigned_WithPathLengthZero(bool isMade)
    {
        var made = await (isMade ? Made : Standing).Value;
        Overlap.HoldsEverywhere(made);
        foreach (var site in made.Sites)
        {
            using var authority = Chains.Read(made.Authority(site, "ca-cert.pem"))[0];
            var constraints = Assert.Single(authority.Extensions.OfType<X509BasicConstraintsExtension>());
            Assert.Equal((true, true, 0), (constraints.CertificateAuthority, constraints.HasPathLengthConstraint, constraints.PathLengthConstraint));
            Assert.Equal(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, Assert.Single(authority.Extensions.OfType<X509KeyUsageExtension>()).KeyUsages);
            Assert.Contains("istiod.istio-system.svc", Assert.Single(authority.Extensions.OfType<X509SubjectAlternativeNameExtension>()).EnumerateDnsNames());
            Assert.Equal(TimeSpan.FromDays(365), authority.NotAfter - authority.NotBefore);
        }
    }

    [Fact]
    public async Task ARoot_ThatStands_SignsByATemplate_AsItsPoolMayLetAnythingThrough()
    {
        var plan = (await Standing.Value).Plan;
        var (template, signed) = (plan.One(Template), plan.One(CasStacks.Certificate, "trust-aws-east-1"));
        Assert.Equal(
            "{caOptions: {isCa: true, zeroMaxIssuerPathLength: true}, keyUsage: {baseKeyUsage: {certSign: true, crlSign: true}, extendedKeyUsage: {}}}",
            template.Input("predefinedValues"));
        Assert.Contains(template.Urn, signed.PropertyDependencies["certificateTemplate"]!);
        Assert.Equal(
            (CasStacks.Project, "us-east4", "mesh", "root", "31536000s"),
            (signed.Input("project"), signed.Input("location"), signed.Input("pool"), signed.Input("certificateAuthority"), signed.Input("lifetime")));
        Assert.Empty(plan.OfType(Pool).Concat(plan.OfType(Authority)));
    }

    [Fact]
    public async Task APool_ThatIsMade_TakesRequestsOnly_AndMakesEachALastAuthority()
    {
        var pool = (await Made.Value).Plan.One(Pool, "trust-us-east4");
        Assert.Equal(
            "{allowedIssuanceModes: {allowConfigBasedIssuance: false, allowCsrBasedIssuance: true}, "
            + "allowedKeyTypes: [{ellipticCurve: {signatureAlgorithm: ECDSA_P256}}], "
            + "baselineValues: {caOptions: {isCa: true, zeroMaxIssuerPathLength: true}, keyUsage: {baseKeyUsage: {certSign: true, crlSign: true}, extendedKeyUsage: {}}}, "
            + "maximumLifetime: 31536000s}",
            pool.Input("issuancePolicy"));
        Assert.Equal(("ENTERPRISE", "{publishCaCert: false, publishCrl: false}", "absent"), (pool.Input("tier"), pool.Input("publishingOptions"), pool.Input("name")));
    }

    [Fact]
    public async Task ARoot_ThatIsMade_LetsOneAuthorityStandBelowIt_AndLastsAsAsked()
    {
        var made = await Made.Value;
        var authority = made.Plan.One(Authority, "trust-root-1");
        Assert.Equal(
            ("dev-trust-root-1", "SELF_SIGNED", "{algorithm: EC_P384_SHA384}", "315360000s"),
            (authority.Input("certificateAuthorityId"), authority.Input("type"), authority.Input("keySpec"), authority.Input("lifetime")));
        using var root = Chains.Read(made.Authority("aws-east", "root-cert.pem"))[0];
        Assert.Equal("O=dev.mesh.example, CN=root 1", root.Subject);
        Assert.Equal(1, Assert.Single(root.Extensions.OfType<X509BasicConstraintsExtension>()).PathLengthConstraint);
        Assert.Equal(TimeSpan.FromDays(3650), root.NotAfter - root.NotBefore);
    }

    [Fact]
    public async Task WhatMustNotBeLost_IsGuarded_UntilProtectionIsLifted()
    {
        var (kept, open) = ((await Made.Value).Plan, (await MadeTrust.OfAsync(Settings.Project.Replaced(CasStacks.Made(), "protect: true", "protect: false"))).Plan);
        Assert.Equal(("trust-us-east4 True", "true", "false", "false"), Guards(kept));
        Assert.Equal(("trust-us-east4 False", "false", "true", "false"), Guards(open));
        Assert.True(kept.One(Authority).Options.Protect);
        Assert.False(open.One(Authority).Options.Protect);

        static (string, string?, string?, string?) Guards(Asked plan) => (
            string.Join(", ", plan.OfType(Pool).Select(pool => $"{pool.Name} {pool.Options.Protect}")),
            plan.One(Authority).Input("deletionProtection"),
            plan.One(Authority).Input("skipGracePeriod"),
            plan.One(Authority).Input("ignoreActiveCertificatesOnDeletion"));
    }

    [Theory]
    [InlineData(false, Template)]
    [InlineData(true, Pool)]
    public async Task TheService_IsSwitchedOn_BeforeAnythingIsMadeInIt(bool isMade, string first)
    {
        var plan = (await (isMade ? Made : Standing).Value).Plan;
        var api = Assert.Single(plan.OfType("gcp:projects/service:Service"), service => service.Input("service") == "privateca.googleapis.com");
        Assert.Contains(api.Urn, plan.One(first).DependsOn);
        Assert.Equal("google", plan.Find(plan.One(CasStacks.Certificate, "trust-gcp-east-1").Provider!)!.Name);
        Assert.DoesNotContain(
            (await MadeTrust.OfAsync(Settings.Project.DevWithoutMesh)).Plan.OfType("gcp:projects/service:Service"), service => service.Input("service") == "privateca.googleapis.com");
    }

    [Fact]
    public async Task SitesAreSignedAnew_WhereTheCounterIsRaised_AndKeepTheirKeys()
    {
        foreach (var (before, after) in new[]
        {
            (await Standing.Value, await MadeTrust.OfAsync(CasStacks.Standing(generation: 2))),
            (await Made.Value, await MadeTrust.OfAsync(CasStacks.Made(", signing: 2"))),
        })
        {
            Assert.Equal(["trust-aws-east-2", "trust-gcp-east-2"], after.Plan.OfType(CasStacks.Certificate).Select(each => each.Name).Order(StringComparer.Ordinal));
            Assert.Equal(before.Authority("aws-east", "ca-key.pem"), after.Authority("aws-east", "ca-key.pem"));
            Assert.NotEqual(before.Authority("aws-east", "ca-cert.pem"), after.Authority("aws-east", "ca-cert.pem"));
            Assert.True(Overlap.Trusts(before, after) && Overlap.Trusts(after, before));
        }
    }

    [Fact]
    public async Task Costs_AreNamed_WhereNoPriceIsKnown() => Assert.Equal(
        ["a certificate of Google's CAS costs once; no price here", "authorities of Google's CAS cost by the month, by the tier of their pool; no price here"],
        CostEstimate.Of([.. (await Made.Value).Plan.Resources]).NotPriced.Select(row => row.Why).Where(why => why.Contains("CAS", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public async Task NothingOfItsKeys_IsInThePlan() => Assert.DoesNotContain("-----", (await Made.Value).Text, StringComparison.Ordinal);

    [Fact]
    public void TheOfflineCloud_Refuses_WhatGoogleDoes()
    {
        var values = Map(("caOptions", Map(("isCa", true))));
        var cloud = new Cloud();
        cloud.Make("urn:pool", Pool, "pool", In(("name", "mesh"), ("issuancePolicy", Map(("baselineValues", values), ("maximumLifetime", "3600s")))), null);
        cloud.Make("urn:template", Template, "template", In(("name", "last"), ("predefinedValues", values)), null);
        Assert.Equal(
            "any: caOptions is in the policy of its pool and in its template too, which Google refuses",
            Assert.Throws<InvalidOperationException>(() => CasStacks.Sign(
                cloud, ("certificateAuthority", "root"), ("certificateTemplate", $"projects/{CasStacks.Project}/locations/us-east4/certificateTemplates/last"))).Message);
        Assert.Equal(
            "any: 86400s is longer than its pool or its template lets it last",
            Assert.Throws<InvalidOperationException>(() => CasStacks.Sign(cloud, ("certificateAuthority", "root"))).Message);
    }

    [Fact]
    public void WithoutPolicyOrTemplate_TheOfflineCloud_SignsNoAuthority()
    {
        using var signed = X509Certificate2.CreateFromPem((string)CasStacks.Sign(new Cloud(), ("certificateAuthority", "root")).Outputs["pemCertificate"]);
        Assert.False(Assert.Single(signed.Extensions.OfType<X509BasicConstraintsExtension>()).CertificateAuthority);
    }

    private static ImmutableDictionary<string, object> In(params (string Key, object Value)[] inputs) =>
        Map([("project", CasStacks.Project), ("location", "us-east4"), .. inputs]);

    private static ImmutableDictionary<string, object> Map(params (string Key, object Value)[] members) =>
        members.ToImmutableDictionary(member => member.Key, member => member.Value);
}
