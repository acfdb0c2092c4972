using CrossCloudMesh.Clusters;
using CrossCloudMesh.Mesh.AppMesh;
using CrossCloudMesh.Tests.Components.Controllers;
using CrossCloudMesh.Tests.Preview;

namespace CrossCloudMesh.Tests.Components.AppMesh;

[Collection(Evaluations.Name)]
public sealed class AppMeshControlPlaneTests
{
    private const string CloudMap = "aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace";
    private const string Namespace = "kubernetes:core/v1:Namespace";
    private const string Mesh = "kubernetes:appmesh.k8s.aws/v1beta2:Mesh";
    private const string RolePolicy = "aws:iam/rolePolicy:RolePolicy";

    [Fact]
    public async Task Makes_WhatPodsAreFoundIn_AController_AndAMesh() => Assert.Equal(
        [
            "aws:iam/openIdConnectProvider:OpenIdConnectProvider 1",
            "aws:iam/role:Role 1",
            RolePolicy + " 1",
            CloudMap + " 1",
            Mesh + " 1",
            Namespace + " 1",
            InCluster.Release + " 1",
        ],
        (await RunAsync()).Counts());

    [Fact]
    public async Task Mesh_DropsWhatIsNoBackend_AndHasTheNamespacesOfItsLabel()
    {
        var asked = await RunAsync();
        Assert.Equal("{awsName: test-east, egressFilter: {type: DROP_ALL}, namespaceSelector: {matchLabels: {mesh: test-east}}}", asked.One(Mesh).Input("spec"));
        Assert.Equal("{name: test-east}", asked.One(Mesh).Input("metadata"));
        Assert.Equal(("test-east.internal", "vpc-1"), (asked.One(CloudMap).Input("name"), asked.One(CloudMap).Input("vpc")));
        Assert.Equal("{name: appmesh-system}", asked.One(Namespace).Input("metadata"));
    }

    [Fact]
    public async Task Release_IsOfTheChart_WithWhatItCannotAskItsNode()
    {
        var release = (await RunAsync()).One(InCluster.Release);
        Assert.Equal(
            ("appmesh-controller", "1.13.3", "appmesh-system", "{repo: https://aws.github.io/eks-charts}"),
            (release.Input("chart"), release.Input("version"), release.Input("namespace"), release.Input("repositoryOpts")));
        Assert.Equal(
            "{accountId: 123456789012, clusterName: east, podDisruptionBudget: {maxUnavailable: 1}, region: us-east-1, replicaCount: 2, "
            + "serviceAccount: {annotations: {eks.amazonaws.com/role-arn: arn:aws:iam::123456789012:role/east-appmesh-ROLE}, name: appmesh-controller}, "
            + "tlsMinVersion: VersionTLS12, tracing: {enabled: false}}",
            WithoutEnding(release.Input("values")));
    }

    [Fact]
    public async Task Tracing_IsByXRay_WhereItIsWanted() => Assert.Equal(
        "{enabled: true, provider: x-ray}", (await RunAsync(args => args with { Tracing = true })).One(InCluster.Release).Input("values>tracing"));

    [Fact]
    public async Task Mirror_HoldsTheChart_AndEveryImage()
    {
        var release = (await RunAsync(args => args with { Mirror = "registry.example/mirror" })).One(InCluster.Release);
        Assert.Equal("oci://registry.example/mirror/charts/appmesh-controller", release.Input("chart"));
        Assert.Equal("registry.example/mirror/amazon/appmesh-controller", release.Input("values>image>repository"));
        Assert.Equal("registry.example/mirror/aws-appmesh-envoy", release.Input("values>sidecar>image>repository"));
        Assert.Equal("registry.example/mirror/aws-appmesh-proxy-route-manager", release.Input("values>init>image>repository"));
        Assert.Equal("registry.example/mirror/xray/aws-xray-daemon", release.Input("values>xray>image>repository"));
    }

    [Fact]
    public async Task Controller_ChangesOneMesh_AndFillsOneNamespace()
    {
        var statements = PolicyText.Statements((await RunAsync()).One(RolePolicy).Input("policy")).ToDictionary(statement => statement.Sid, StringComparer.Ordinal);
        Assert.Equal(
            ["ChangeHealthChecks", "ChangeMesh", "FillServices", "LookAtCloudMap", "MakeHealthChecks", "MakeServiceRole", "MakeServices", "NamePods"],
            statements.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["arn:aws:appmesh:us-east-1:123456789012:mesh/test-east", "arn:aws:appmesh:us-east-1:123456789012:mesh/test-east/*"], statements["ChangeMesh"].Resources);
        Assert.Equal(29, statements["ChangeMesh"].Actions.Length);
        Assert.Matches("^arn:aws:servicediscovery:us-east-1:123456789012:namespace/ns-[a-z0-9]{16}$", Assert.Single(statements["MakeServices"].Resources));
        Assert.Matches("^arn:aws:route53:::hostedzone/Z[A-Z0-9]{20}$", Assert.Single(statements["NamePods"].Resources));
        Assert.Equal(["LookAtCloudMap", "MakeHealthChecks"], statements.Values.Where(statement => statement.Resources is ["*"]).Select(statement => statement.Sid).Order(StringComparer.Ordinal));
        Assert.Equal(["StringEquals"], statements["MakeServiceRole"].Conditions);
        Assert.DoesNotContain(statements.Values.SelectMany(statement => statement.Actions), action => action.Contains('*', StringComparison.Ordinal) || action.StartsWith("acm", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Mesh_ComesAfterTheController_AndThat_AfterItsRights()
    {
        var asked = await RunAsync();
        var release = asked.One(InCluster.Release);
        Assert.Equal([release.Urn], asked.One(Mesh).DependsOn);
        Assert.Contains(asked.One(RolePolicy).Urn, release.DependsOn);
        Assert.Contains(asked.One(Namespace).Urn, release.DependsOn);
    }

    internal static AppMeshControlPlaneArgs Args(IKubernetesCluster cluster, AwsTokenIssuer issuer) => new()
    {
        Cluster = cluster,
        Place = new(InCluster.Account, InCluster.Region, "test-east"),
        Issuer = issuer,
        VpcId = "vpc-1",
        CloudMapNamespace = "test-east.internal",
        ChartVersion = "1.13.3",
        Replicas = 2,
        Tracing = false,
        WaitFor = [],
    };

    private static Task<Asked> RunAsync(Func<AppMeshControlPlaneArgs, AppMeshControlPlaneArgs>? with = null) => Harness.RunAsync((aws, google) =>
    {
        var cluster = new AnyCluster("east");
        var args = Args(cluster, new AwsTokenIssuer("east-tokens", new() { Cluster = cluster }, aws));
        _ = new AppMeshControlPlane("east-appmesh", with is null ? args : with(args), aws);
    });

    /// <summary>The name of a role that nobody names ends as its URN says.</summary>
    private static string WithoutEnding(string text)
    {
        const string Role = "role/east-appmesh-";
        var at = text.IndexOf(Role, StringComparison.Ordinal) + Role.Length;
        return text[..at] + "ROLE" + text[(at + 7)..];
    }
}
