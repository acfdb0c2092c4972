using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CrossCloudMesh.Preview.Evaluation;
using CrossCloudMesh.Preview.OfflineCloud;
using CrossCloudMesh.Tests.Components;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Tests.Settings;

namespace CrossCloudMesh.Tests.Trust;

/// <summary>Wherever the root comes from, the sites below it trust one another.</summary>
[Collection(Evaluations.Name)]
public sealed class RootTests
{
    private const string Arn = "arn:aws:acm-pca:us-east-1:123456789012:certificate-authority/0e1b6f2c-1a2b-4c3d-8e4f-5a6b7c8d9e0f";
    private const string Root = "    root:\n      by: generated # its key is in the state; docs/mesh.md tells of other places\n      generation: 1\n";
    private const string Keys = "  cross-cloud-mesh:east-keys:";
    private const string Certificate = "aws:acmpca/certificate:Certificate";

    [Fact]
    public async Task ARootThatWasHandedIn_Vouches_AndItsKeyIsNeverShown()
    {
        var root = RootPem.Make();
        var made = await MadeTrust.OfAsync(WithPem(root), ("root-keys", root.Key));
        Overlap.HoldsEverywhere(made);
        Assert.Equal(root.Certificate, made.Authority("gcp-east", "root-cert.pem"));
        Assert.Equal("secret config:cross-cloud-mesh:root-keys", made.Plan.One("tls:index/locallySignedCert:LocallySignedCert", "trust-gcp-east").Input("caPrivateKeyPem"));
        Assert.DoesNotContain(root.Key.Split('\n')[1], made.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(made.Plan.Resources, resource => resource.Name.StartsWith("trust-root", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AKey_ThatIsNotTheRoots_StopsTheProgram_WithoutBeingShown()
    {
        var (root, other) = (RootPem.Make(), RootPem.Make());
        var failure = await Assert.ThrowsAsync<ProgramFailedException>(() => MadeTrust.OfAsync(WithPem(root), ("root-keys", other.Key)));
        Assert.StartsWith(
            "trust.root.secret: holds a key that is not the one of trust.root.certificate; set the key that belongs to it with pulumi config set --secret",
            failure.Message,
            StringComparison.Ordinal);
        Assert.DoesNotContain("PRIVATE KEY", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AKey_ThatNobodyCanRead_StandsForItself_Offline() =>
        Assert.Equal(["aws-east", "gcp-east"], (await MadeTrust.OfAsync(WithPem(RootPem.Make()))).Sites);

    [Fact]
    public async Task AwsPrivateCa_SignsEverySite_WithPathLengthZero()
    {
        var made = await MadeTrust.OfAsync(WithAws(1));
        Overlap.HoldsEverywhere(made);
        Assert.All(made.Sites, site => Assert.Equal(
            0, Assert.Single(Chains.Read(made.Authority(site, "ca-cert.pem"))[0].Extensions.OfType<X509BasicConstraintsExtension>()).PathLengthConstraint));

        var signed = made.Plan.One(Certificate, "trust-aws-east-1");
        Assert.Equal(
            ("SHA384WITHECDSA", "arn:aws:acm-pca:::template/SubordinateCACertificate_PathLen0/V1", "{type: DAYS, value: 365}"),
            (signed.Input("signingAlgorithm"), signed.Input("templateArn"), signed.Input("validity")));
        Assert.Equal("aws-us-east-1", made.Plan.Find(signed.Provider!)!.Name);
    }

    [Fact]
    public async Task AwsPrivateCa_SignsAnew_WhereTheGenerationIsRaised()
    {
        var (before, after) = (await MadeTrust.OfAsync(WithAws(1)), await MadeTrust.OfAsync(WithAws(2)));
        Assert.Equal(["trust-aws-east-2", "trust-gcp-east-2"], after.Plan.OfType(Certificate).Select(each => each.Name).Order(StringComparer.Ordinal));
        Assert.Equal(before.Authority("aws-east", "ca-key.pem"), after.Authority("aws-east", "ca-key.pem"));
        Assert.NotEqual(before.Authority("aws-east", "ca-cert.pem"), after.Authority("aws-east", "ca-cert.pem"));
    }

    [Fact]
    public async Task AWorkload_OutsideTheMesh_HasItsIdentity_AndItsNames_AndASecretKey()
    {
        var made = await MadeTrust.OfAsync(Project.DevWith(Root, Root + """
                workloads:
                  batch: { site: gcp-east, namespace: billing, serviceAccount: batch, dnsNames: [batch.example.com] }

            """));
        Assert.Equal(
            "[batch.example.com] [spiffe://dev.mesh.example/ns/billing/sa/batch]",
            string.Join(' ', new[] { "dnsNames", "uris" }.Select(made.Plan.One("tls:index/certRequest:CertRequest", "trust-workload-batch").Input)));
        Assert.IsType<CrossCloudMesh.Plan.PlanValue.SecretValue>(made.Program.Outputs["workloads"]);
        Assert.DoesNotContain("-----", made.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutASection_NothingOfTrustIsMade()
    {
        var start = Project.DevWithoutServices.IndexOf("  cross-cloud-mesh:trust:", StringComparison.Ordinal);
        var made = await MadeTrust.OfAsync(Project.DevWithoutServices[..start] + Project.DevWithoutServices[(Project.DevWithoutServices.IndexOf(Root, StringComparison.Ordinal) + Root.Length)..]);
        Assert.Empty(made.Secrets);
        Assert.DoesNotContain(made.Plan.Resources, resource => resource.Type.Contains("tls", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhatIsRead_WhileItRuns_IsNeverGone() => Assert.All(
        (await MadeTrust.OfAsync(Project.DevWithoutMesh)).Plan.OfType("pulumi:providers:kubernetes"), provider => Assert.Equal("true", provider.Input("enableSecretMutable")));

    private static string WithPem(RootPem root) => Project.Replaced(
        Project.DevWith(Root, $"    root:\n      by: pem\n      secret: root-keys\n      certificate: {RootPem.Block(root.Certificate, 6)}"),
        Keys,
        "  cross-cloud-mesh:root-keys:\n    secure: AAAA\n" + Keys);

    private static string WithAws(int generation) => Project.DevWith(
        Root, $"    root:\n      by: awsPrivateCa\n      authority: {Arn}\n      generation: {generation}\n      certificate: {RootPem.Block(OfflineRoot(), 6)}");

    /// <summary>The certificate that the offline cloud's authority of that ARN has.</summary>
    private static string OfflineRoot()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=any", key, HashAlgorithmName.SHA256).CreateSigningRequestPem();
        return (string)new Cloud().Make(
            "urn:any",
            Certificate,
            "any",
            ImmutableDictionary<string, object>.Empty
                .Add("certificateAuthorityArn", Arn)
                .Add("certificateSigningRequest", request),
            null).Outputs["certificateChain"];
    }
}
