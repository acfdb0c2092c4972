using CrossCloudMesh.Infra;
using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Rules.Mesh;
using CrossCloudMesh.Preview.Evaluation;
using CrossCloudMesh.Preview.StackFiles;
using CrossCloudMesh.Tests.Components;
using CrossCloudMesh.Tests.Components.Controllers;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Tests.Settings;

namespace CrossCloudMesh.Tests.Layers;

/// <summary>From the settings of App Mesh to what is asked for, and what its end means.</summary>
[Collection(Evaluations.Name)]
public sealed class AppMeshSettingsTests
{
    private const string Mesh = "kubernetes:appmesh.k8s.aws/v1beta2:Mesh";
    private const string Node = "kubernetes:appmesh.k8s.aws/v1beta2:VirtualNode";

    [Fact]
    public async Task ASite_IsInOneMesh_AndTheOthersInIstio()
    {
        var asked = await PlanAsync(AppMeshStack.Yaml);
        Assert.Equal("{name: dev-aws-east}", asked.One(Mesh).Input("metadata"));
        Assert.Equal(["gateway", "ledger", "payment"], asked.OfType(Node).Select(node => node.Input("metadata>name")).Order(StringComparer.Ordinal));
        Assert.Equal("dev-aws-east.internal", asked.One("aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace").Input("name"));
        Assert.DoesNotContain(asked.Resources, each => each.Name.StartsWith("aws-east-istio", StringComparison.Ordinal) || each.Name is "aws-east-mesh" or "aws-east-eastwest");
        Assert.DoesNotContain(asked.OfType("kubernetes:core/v1:Secret"), secret => secret.Name is "aws-east-authority" or "aws-east-gateway");
        Assert.Contains(asked.OfType(InCluster.Release), release => release.Name == "gcp-east-istio-r1-31");
        Assert.Equal(["gcp-east-authority", "gcp-east-gateway"], asked.OfType("kubernetes:core/v1:Secret").Select(secret => secret.Name).Where(name => name.StartsWith("gcp-east-", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task CertificatesAndRoles_AreOfTheSite()
    {
        var asked = await PlanAsync(AppMeshStack.With("endOfLife: deployAnyway, tracing: true"));
        var certificate = asked.One("tls:index/locallySignedCert:LocallySignedCert", "aws-east-services-payment.payments");
        Assert.Contains(asked.One("tls:index/privateKey:PrivateKey", "trust-aws-east").Urn, certificate.PropertyDependencies["caPrivateKeyPem"]!);
        Assert.Equal("arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess", asked.One("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "aws-east-services-payment.payments-traces").Input("policyArn"));
    }

    [Fact]
    public async Task Endpoints_AreThoseOfAppMesh_WhereThereIsNoWayOut()
    {
        const string Mirror = "mirror: 123456789012.dkr.ecr.us-east-1.amazonaws.com/mesh";
        var without = Services(await PlanAsync(NoWayOut(AppMeshStack.With($"endOfLife: renderOnly, {Mirror}"))));
        Assert.Subset(without, new HashSet<string>(["appmesh", "appmesh-envoy-management", "servicediscovery"], StringComparer.Ordinal));
        Assert.DoesNotContain("xray", without);
        Assert.Contains("xray", Services(await PlanAsync(NoWayOut(AppMeshStack.With($"endOfLife: renderOnly, {Mirror}, tracing: true")))));
    }

    [Fact]
    public async Task ADeployment_StopsBeforeItsFirstResource_UnlessItIsAskedFor()
    {
        var file = Project.Read(AppMeshStack.Yaml);
        var failed = await Assert.ThrowsAsync<ProgramFailedException>(() => Evaluator.RunAsync(new(file.Project, "dev", file.Config, file.SecretKeys, _ => new MeshStack())));
        Assert.Contains(
            "mesh.appMesh.endOfLife: is renderOnly, so nothing was deployed: AWS ended App Mesh on 2026-09-30, and aws-east would be in it; "
            + "the preview's command migrate shows the same policies on Istio, and the settings for it; deployAnyway deploys all the same",
            failed.Message,
            StringComparison.Ordinal);
        var asked = SettingsOf(Project.Read(AppMeshStack.With("endOfLife: deployAnyway")));
        Assert.Same(asked, AppMeshEnd.Deployable(asked));
    }

    [Fact]
    public async Task AppMeshEndOfLife_Fails_When_AClusterIsInAppMesh()
    {
        var found = new AppMeshEndOfLife().Judge(new((await PlanAsync(AppMeshStack.Yaml)).Resources)).ToList();
        Assert.Equal(["is of App Mesh, which AWS ended on 2026-09-30: new pods get no configuration, and deletes wait for its controller"], found.Select(finding => finding.Message));
        Assert.Equal(Severity.Warning, found[0].Severity);
        Assert.Empty(new AppMeshEndOfLife().Judge(new((await PlanAsync(Project.Dev)).Resources)));
    }

    private static string NoWayOut(string yaml) => Project.WithMirror(Project.Replaced(yaml, "nat: regional", "nat: none"));

    private static HashSet<string> Services(Asked asked) =>
        [.. asked.OfType("aws:ec2/vpcEndpoint:VpcEndpoint").Select(endpoint => endpoint.Input("serviceName").Split('.', 4)[3])];

    private static MeshSettings SettingsOf(StackFile file)
    {
        var settled = SettingsLoader.Load(file.Sections, hasSecret: file.HasSecret);
        Assert.Empty(settled.Faults);
        return settled.Settings!;
    }

    private static async Task<Asked> PlanAsync(string yaml)
    {
        var file = Project.Read(yaml);
        var settings = SettingsOf(file);
        return new((await Evaluator.RunAsync(new(file.Project, "dev", file.Config, file.SecretKeys, options => new MeshStack(settings, options)))).Resources);
    }
}
