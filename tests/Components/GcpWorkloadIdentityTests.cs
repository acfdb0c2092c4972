using System.Collections.Immutable;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Foundation;
using CrossCloudMesh.Tests.Preview;
using Pulumi;

namespace CrossCloudMesh.Tests.Components;

/// <summary>Who a Kubernetes service account is to Google.</summary>
[Collection(Evaluations.Name)]
public sealed class GcpWorkloadIdentityTests
{
    private const string Member = "gcp:projects/iAMMember:IAMMember";

    [Fact]
    public async Task Grants_TheServiceAccountItself_WithNoAccountBetween()
    {
        var asked = await RunAsync(new("roles/monitoring.metricWriter"));
        var grant = asked.One(Member, "collector-metrics");
        Assert.Equal("roles/monitoring.metricWriter", grant.Input("role"));
        Assert.Equal("acme-mesh", grant.Input("project"));
        Assert.Equal("absent", grant.Input("condition"));
        Assert.Matches(
            "^principal://iam\\.googleapis\\.com/projects/[0-9]{12}/locations/global/workloadIdentityPools/acme-mesh\\.svc\\.id\\.goog/subject/ns/telemetry/sa/collector$",
            grant.Input("member"));
    }

    [Fact]
    public async Task Waits_ForTheCluster_WithWhichThePoolComes()
    {
        var asked = await RunAsync(new("roles/monitoring.metricWriter"));
        Assert.Contains("Cluster", asked.TypesBefore(asked.One(Member, "collector-metrics")));
    }

    [Fact]
    public async Task Narrows_ARole_WhereAsked() => Assert.Equal(
        "{expression: resource.name.startsWith('x'), title: metrics}",
        (await RunAsync(new("roles/storage.objectViewer", "resource.name.startsWith('x')"))).One(Member, "collector-metrics").Input("condition"));

    [Fact]
    public async Task Refuses_ABasicRole() => Assert.Contains(
        "roles.metrics: must not be a basic role, which is far more than one workload needs; got roles/editor; name a role of the one service that it calls",
        await Harness.FailAsync((aws, gcp) => Make(gcp, new("roles/editor"))),
        StringComparison.Ordinal);

    private static Task<Asked> RunAsync(RoleGrant grant) => Harness.RunAsync((aws, gcp) => Make(gcp, grant));

    private static void Make(ComponentResourceOptions gcp, RoleGrant grant)
    {
        var apis = new GoogleApis("apis", new() { Project = "acme-mesh", Apis = GkeFacts.Apis }, gcp);
        var wayOut = new Pulumi.Gcp.Compute.Router("way-out", new() { Network = "network" }, new() { Provider = gcp.Provider });
        _ = new GcpWorkloadIdentity("collector", new()
        {
            Cluster = new GkeCluster("east", GkeClusterTests.Args(apis, wayOut), gcp),
            Namespace = "telemetry",
            ServiceAccount = "collector",
            Roles = ImmutableSortedDictionary.Create<string, RoleGrant>(StringComparer.Ordinal).Add("metrics", grant),
        }, gcp);
    }
}
