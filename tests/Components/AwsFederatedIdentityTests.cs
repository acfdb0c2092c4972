using CrossCloudMesh.Clusters;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Observability;
using CrossCloudMesh.Tests.Preview;

namespace CrossCloudMesh.Tests.Components;

/// <summary>Who a pod outside AWS is there, without a key.</summary>
[Collection(Evaluations.Name)]
public sealed class AwsFederatedIdentityTests
{
    private const string Issuer = "aws:iam/openIdConnectProvider:OpenIdConnectProvider";
    private const string Role = "aws:iam/role:Role";
    private const string RolePolicy = "aws:iam/rolePolicy:RolePolicy";

    [Fact]
    public async Task Makes_IssuerRoleAndPolicy_WithoutAThumbprint()
    {
        var asked = await RunAsync();
        Assert.Equal([Issuer + " 1", Role + " 1", RolePolicy + " 1"], asked.Counts());
        Assert.Equal("https://container.googleapis.com/v1/projects/acme/locations/us-east4/clusters/test-east", asked.One(Issuer).Input("url"));
        Assert.Equal("[sts.amazonaws.com]", asked.One(Issuer).Input("clientIdLists"));
        Assert.Equal("absent", asked.One(Issuer).Input("thumbprintLists"));
    }

    [Fact]
    public async Task Trusts_OneAudience_AndOneServiceAccount_OfThatCluster() => Assert.Equal(
        """{"Version":"2012-10-17","Statement":[{"Sid":"Assume","Effect":"Allow","Principal":{"Federated":"arn:aws:iam::123456789012:oidc-provider/container.googleapis.com/v1/projects/acme/locations/us-east4/clusters/test-east"},"Action":["sts:AssumeRoleWithWebIdentity"],"Condition":{"StringEquals":{"container.googleapis.com/v1/projects/acme/locations/us-east4/clusters/test-east:aud":"sts.amazonaws.com","container.googleapis.com/v1/projects/acme/locations/us-east4/clusters/test-east:sub":"system:serviceaccount:observability:telemetry-gateway"}}}]}""",
        (await RunAsync()).One(Role).Input("assumeRolePolicy"));

    [Fact]
    public async Task Collector_MayHandIn_AndNothingElse_InOneRegion()
    {
        Assert.Equal(
            """{"Version":"2012-10-17","Statement":[{"Sid":"Spans","Effect":"Allow","Action":["xray:PutSpans","xray:PutSpansForIndexing"],"Resource":["*"],"Condition":{"StringEquals":{"aws:RequestedRegion":"us-east-1"}}},{"Sid":"Metrics","Effect":"Allow","Action":["cloudwatch:PutMetricData"],"Resource":["*"],"Condition":{"StringEquals":{"aws:RequestedRegion":"us-east-1"}}}]}""",
            (await RunAsync()).One(RolePolicy).Input("policy"));
        var whole = CollectorPolicy.Of("123456789012", "us-east-1", "/pods/test-east", hasProxy: true).ToJson();
        Assert.Contains("""["xray:GetSamplingRules","xray:GetSamplingStatisticSummaries","xray:GetSamplingTargets"]""", whole, StringComparison.Ordinal);
        Assert.Contains("""["logs:DescribeLogStreams","logs:PutLogEvents"],"Resource":["arn:aws:logs:us-east-1:123456789012:log-group:/pods/test-east:*"]""", whole, StringComparison.Ordinal);
    }

    private static Task<Asked> RunAsync() => Harness.RunAsync((aws, gcp) => _ = new AwsFederatedIdentity("east-telemetry", new()
    {
        Issuer = GkeFacts.Issuer("acme", "us-east4", "test-east"),
        Namespace = CollectorFacts.Namespace,
        ServiceAccount = CollectorFacts.Gateway,
        Policy = CollectorPolicy.Of("123456789012", "us-east-1", null, hasProxy: false),
    }, aws));
}
