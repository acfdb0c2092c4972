using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Tests.Trust;
using Xunit;

namespace CrossCloudMesh.Tests.Settings;

/// <summary>The settings of trust: what cannot be is refused, each time from the shipped dev stack with one thing changed.</summary>
public sealed class TrustChecksTests
{
    private const string Domain = "trustDomain: dev.mesh.example";
    private const string Root = "    root:\n      by: generated # its key is in the state; docs/mesh.md tells of other places\n      generation: 1\n";
    private const string Keys = "  cross-cloud-mesh:east-keys:";

    private static readonly DateOnly Today = new(2026, 11, 21);

    private static readonly RootPem Good = RootPem.Make();

    [Theory]
    [InlineData(Domain, "trustDomain: Dev Mesh", "trust.trustDomain: must be a trust domain such as mesh.example.com: 3 to 63 lower-case letters, digits, dots and hyphens; got \"Dev Mesh\"")]
    [InlineData(Domain, "trustDomain: cluster.local", "trust.trustDomain: must be a name of its own, and this is what every mesh has that was told none; got cluster.local; choose one; as an alias the other may stay")]
    [InlineData(Domain, Domain + "\n    trustDomainAliases: [old.example, dev.mesh.example]", "trust.trustDomainAliases[1]: must be another than trust.trustDomain, which is the same; got dev.mesh.example; remove it")]
    [InlineData(Domain, Domain + "\n    trustDomainAliases: [old.example, old.example]", "trust.trustDomainAliases[1]: stands in the list twice; got \"old.example\"; keep one")]
    [InlineData(Domain, Domain + "\n    siteDays: 10", "trust.siteDays: must be a whole number from 30 to 1825; got 10")]
    [InlineData("generation: 1\n", "generation: 1\n      years: 3\n    siteDays: 1095\n", "trust.siteDays: must be fewer than the 1095 days of trust.root.years, or a site's authority outlasts the root; got 1095; have it last shorter, or the root longer")]
    [InlineData("by: generated #", "by: found #", "trust.root.by: must be one of generated, pem, awsPrivateCa, googleCas, generatedInGoogleCas; got \"found\"")]
    [InlineData("      generation: 1\n", "", "trust.root.generation: is missing; add a whole number from 1 to 1000")]
    public void Refuses_TrustThatCannotBe(string typed, string instead, string fault) => Assert.Equal([fault], FaultsOf(Project.DevWith(typed, instead)));

    [Theory]
    [InlineData("{ phase: trustBoth, to: { by: generated, generation: 1 } }", "trust.rotation.to.generation: must be another than that of trust.root, which is the same; got 1 after 1; name the next root")]
    [InlineData("{ phase: trustBoth }", "trust.rotation.to: is missing; add a map with the key by and those that belong to it")]
    [InlineData("{ phase: both }", "trust.rotation.phase: must be one of steady, trustBoth, signWithNew, dropOld; got \"both\"")]
    [InlineData("{ phase: steady, to: { by: generated, generation: 2 } }", "trust.rotation.to: is not a known key; known: phase")]
    [InlineData("{ phase: signWithNew, to: { by: generated, generation: 2 } }", "trust.rotation.trustedSince: is missing; add a day in quotes, such as \"2027-03-31\"")]
    [InlineData("{ phase: signWithNew, to: { by: generated, generation: 2 }, trustedSince: \"2026-11-21\" }", "trust.rotation.trustedSince: must be 1 day ago, by when every proxy has the next root; got 2026-11-21; go on with this phase on 2026-11-22")]
    [InlineData("{ phase: dropOld, to: { by: generated, generation: 2 }, signedSince: \"2026-11-21\" }", "trust.rotation.signedSince: must be 1 day ago, by when no certificate of the root before is in use; got 2026-11-21; go on with this phase on 2026-11-22")]
    public void Refuses_PhasesThatComeTooSoon_OrLeadNowhere(string rotation, string fault) =>
        Assert.Equal([fault], FaultsOf(Project.DevWith(Root, $"{Root}    rotation: {rotation}\n")));

    [Fact]
    public void DropsTheOld_OnlyWhenMachinesOutsideTheMesh_HaveNothingOfItLeft()
    {
        static string With(string since) => Project.DevWith(Root, $$"""
            {{Root}}    rotation: { phase: dropOld, to: { by: generated, generation: 2 }, signedSince: "{{since}}" }
                workloads: { batch: { site: aws-east, namespace: billing, serviceAccount: batch } }

            """);
        Assert.Equal(
            ["trust.rotation.signedSince: must be 90 days ago, by when no certificate of the root before is in use; got 2026-08-24; go on with this phase on 2026-11-22"],
            FaultsOf(With("2026-08-24")));
        Assert.Empty(FaultsOf(With("2026-08-23")));
    }

    [Theory]
    [InlineData("leaf", "must be of an authority, which may sign others; got O=acme, CN=acme root; hand in the root's own certificate")]
    [InlineData("short", "must let an authority stand below it, and its path length is 0; got O=acme, CN=acme root; hand in one with path length 1")]
    [InlineData("expired", "must not have expired; got O=acme, CN=acme root, which ended on 2026-11-21; hand in one that lasts")]
    [InlineData("early", "must be valid already; got O=acme, CN=acme root, which begins on 2026-11-22; wait until then")]
    [InlineData("ending", "must outlast the authorities of sites, which are signed for the 365 days of trust.siteDays; got O=acme, CN=acme root, which ends on 2027-11-21; have them last shorter, or begin to rotate to another root")]
    public void Refuses_ARoot_ThatCannotVouch(string which, string fault)
    {
        var root = which switch
        {
            "leaf" => RootPem.Make(isAuthority: false, pathLength: null),
            "short" => RootPem.Make(pathLength: 0),
            "expired" => RootPem.Make(to: "2026-11-21"),
            "early" => RootPem.Make(from: "2026-11-22"),
            _ => RootPem.Make(to: "2027-11-21"),
        };
        Assert.Equal([$"trust.root.certificate: {fault}"], FaultsOf(WithPem(root.Certificate)));
    }

    [Fact]
    public void Accepts_ARoot_ThatWasMadeElsewhere() => Assert.Empty(FaultsOf(WithPem(Good.Certificate)));

    [Theory]
    [InlineData("secret: root-keys", "secret: other-keys", "trust.root.secret: is not a secret of the stack; got other-keys; set it with pulumi config set --secret other-keys, to the root's key in PEM")]
    [InlineData("-----END CERTIFICATE-----", "", "trust.root.certificate: must be one certificate in PEM, which begins with -----BEGIN CERTIFICATE-----; got \"-----BEGIN CERTIFICATE----- ")]
    public void Refuses_WhatIsNotThere(string typed, string instead, string fault) =>
        Assert.StartsWith(fault, Assert.Single(FaultsOf(Project.Replaced(WithPem(Good.Certificate), typed, instead))), StringComparison.Ordinal);

    [Fact]
    public void Refuses_AKey_InThePlaceOfACertificate_WithoutShowingIt() => Assert.Equal(
        ["trust.root.certificate: must be one certificate in PEM, which begins with -----BEGIN CERTIFICATE-----"],
        FaultsOf(WithPem(Good.Key)));

    [Fact]
    public void Refuses_TwoRoots_ThatAreOne() => Assert.Equal(
        [
            "trust.rotation.to.secret: must be a secret of its own, and trust.root.secret is the same; got root-keys; set another, and name it here",
            $"trust.rotation.to.certificate: must be another than that of trust.root, which is the same; got O=acme, CN=acme root with the key {CrossCloudMesh.Values.PublicCertificate.KeyIdOf(Good.Certificate)}; name the next root",
        ],
        FaultsOf(WithPem(Good.Certificate, $"    rotation:\n      phase: trustBoth\n      to:\n        by: pem\n        secret: root-keys\n        certificate: {RootPem.Block(Good.Certificate, 8)}")));

    [Fact]
    public void Refuses_AnAuthority_WhereNoSiteIs() => Assert.Equal(
        ["trust.root.authority: must be in a region where a site is; got eu-west-1; share one from a region of a site"],
        FaultsOf(Project.DevWith(Root, $"    root:\n      by: awsPrivateCa\n      authority: arn:aws:acm-pca:eu-west-1:123456789012:certificate-authority/0e1b6f2c-1a2b-4c3d-8e4f-5a6b7c8d9e0f\n      certificate: {RootPem.Block(Good.Certificate, 6)}")));

    [Theory]
    [InlineData("other-project", "us-east4", "trust.root.authority: must be in the project of cloud.google, cross-cloud-mesh-dev, where the template is by which it signs; got other-project; use one of that project, or hand in a root with its key")]
    [InlineData("cross-cloud-mesh-dev", "us-east9", "trust.root.authority: must be in a region that was known to have Google's CAS on 2026-11-21; got us-east9; did you mean 'us-east1'?")]
    public void Refuses_AGoogleAuthority_ThatCannotSignHere(string project, string region, string fault) => Assert.Equal(
        [fault], FaultsOf(CasStacks.Standing().Replace(CasStacks.PathOf("root"), CasStacks.PathOf("root", project, region))));

    [Theory]
    [InlineData("authority: " + "projects", "authority: pools", "trust.root.authority: must be the path of an authority, such as projects/acme-mesh/locations/us-east4/caPools/mesh/certificateAuthorities/root; got \"pools/")]
    [InlineData("generation: 1\n      certificate", "generation: 0\n      certificate", "trust.root.generation: must be a whole number from 1 to 1000; got 0")]
    public void Refuses_AGoogleAuthority_ThatIsNone(string typed, string instead, string fault) =>
        Assert.StartsWith(fault, Assert.Single(FaultsOf(Project.Replaced(CasStacks.Standing(), typed, instead))), StringComparison.Ordinal);

    [Theory]
    [InlineData("us-east4", "europe-west7", "trust.root.region: must be in a region that was known to have Google's CAS on 2026-11-21; got europe-west7; did you mean 'europe-west1'?")]
    [InlineData("us-east4 }", "us-east4, years: 3 }\n    siteDays: 1095", "trust.siteDays: must be fewer than the 1095 days of trust.root.years, or a site's authority outlasts the root; got 1095; have it last shorter, or the root longer")]
    [InlineData(", region: us-east4", "", "trust.root.region: is missing; add a Google region such as us-east4")]
    [InlineData("region: us-east4", "region: us-east4, signing: 0", "trust.root.signing: must be a whole number from 1 to 1000; got 0")]
    public void Refuses_ARootInGoogle_ThatCannotBeMade(string typed, string instead, string fault) =>
        Assert.Equal([fault], FaultsOf(CasStacks.Made().Replace(CasStacks.Generated(1), CasStacks.Generated(1).Replace(typed, instead))));

    [Theory]
    [InlineData("generated, generation: 1")]
    [InlineData("generatedInGoogleCas, generation: 1, region: us-west1")]
    public void Refuses_ANextRoot_WithTheNumberOfTheOneBefore_WhereverEitherIs(string next) => Assert.Equal(
        ["trust.rotation.to.generation: must be another than that of trust.root, which is the same; got 1 after 1; name the next root"],
        FaultsOf(CasStacks.Made(more: $$"""    rotation: { phase: trustBoth, to: { by: {{next}} } }{{"\n"}}""")));

    [Fact]
    public void Refuses_ARootInGoogle_WithoutASiteThere()
    {
        var stack = Project.Replaced(Project.DevWithoutLinks, Root, $"    root: {CasStacks.Generated(1)}\n");
        var (start, end) = (stack.IndexOf("    gcp-east:\n", StringComparison.Ordinal), stack.IndexOf("  # Before `pulumi destroy`", StringComparison.Ordinal));
        Assert.Equal(
            ["trust.root.by: must have a site on Google Cloud beside it, as nothing else here is made in that project; got generatedInGoogleCas; add one, or keep the root elsewhere"],
            FaultsOf(stack[..start] + stack[end..]));
    }

    [Fact]
    public void Refuses_Workloads_ThatAreNowhere_OrTwice() => Assert.Equal(
        [
            "trust.workloads.b.serviceAccount: must make an identity of its own, and trust.workloads.a has the same; got spiffe://dev.mesh.example/ns/billing/sa/batch; give it another account",
            "trust.workloads.b.dnsNames[0]: must be a name of its own, and trust.workloads.a has the same; got batch.example.com; keep one of the two",
            "trust.workloads.c.site: is not a site of sites; got aws-eats; did you mean 'aws-east'?",
        ],
        FaultsOf(Project.DevWith(Root, Root + """
                workloads:
                  a: { site: aws-east, namespace: billing, serviceAccount: batch, dnsNames: [batch.example.com] }
                  b: { site: gcp-east, namespace: billing, serviceAccount: batch, dnsNames: [batch.example.com] }
                  c: { site: aws-eats, namespace: billing, serviceAccount: other }

            """)));

    [Fact]
    public void Leaves_TrustOut_UnlessItIsNamed() => Assert.Null(
        SettingsLoader.Load(Project.Read(Project.Replaced(
            Project.DevWithoutServices, $"  cross-cloud-mesh:trust:\n    {Domain} # yours; unlike that of any mesh that this one may ever meet\n{Root}", "")).Sections).Settings!.Trust);

    private static string WithPem(string certificate, string more = "") => Project.Replaced(
        Project.DevWith(Root, $"    root:\n      by: pem\n      secret: root-keys\n      certificate: {RootPem.Block(certificate, 6)}{more}"),
        Keys,
        "  cross-cloud-mesh:root-keys:\n    secure: AAAA\n" + Keys);

    private static string[] FaultsOf(string stackYaml)
    {
        var file = Project.Read(stackYaml);
        Assert.Empty(file.Faults);
        return [.. SettingsLoader.Load(file.Sections, hasSecret: file.HasSecret, today: Today).Faults.Select(fault => fault.ToString())];
    }
}
