using System.Collections.Immutable;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Tests.Components;

[Collection(Evaluations.Name)]
public sealed class AwsTokenRoleTests
{
    private const string Issuer = "aws:iam/openIdConnectProvider:OpenIdConnectProvider";
    private const string Role = "aws:iam/role:Role";

    [Fact]
    public async Task Makes_AnIssuer_ARole_AndItsRights()
    {
        var asked = await RunAsync();
        Assert.Equal([Issuer + " 1", Role + " 1", "aws:iam/rolePolicy:RolePolicy 1", "aws:iam/rolePolicyAttachment:RolePolicyAttachment 1"], asked.Counts());
        Assert.Equal(("https://issuer.example/1", "[sts.amazonaws.com]"), (asked.One(Issuer).Input("url"), asked.One(Issuer).Input("clientIdLists")));
        Assert.Equal("reader-traces", asked.One("aws:iam/rolePolicyAttachment:RolePolicyAttachment").Name);
    }

    [Fact]
    public async Task Trusts_TokensOfThatServiceAccountOnly() => Assert.Equal(
        """{"Version":"2012-10-17","Statement":[{"Sid":"Assume","Effect":"Allow","Principal":{"Federated":"arn:aws:iam::123456789012:oidc-provider/issuer.example/1"},"Action":["sts:AssumeRoleWithWebIdentity"],"Condition":{"StringEquals":{"issuer.example/1:aud":"sts.amazonaws.com","issuer.example/1:sub":"system:serviceaccount:orders:reader"}}}]}""",
        (await RunAsync()).One(Role).Input("assumeRolePolicy"));

    private static Task<Asked> RunAsync() => Harness.RunAsync((aws, google) => _ = new AwsTokenRole("reader", new()
    {
        Issuer = new AwsTokenIssuer("tokens", new() { Cluster = new AnyCluster("east") }, aws),
        Namespace = "orders",
        ServiceAccount = "reader",
        Policy = new AwsPolicy(new AwsStatement { Sid = "Read", Actions = ["s3:GetObject"], Resources = ["arn:aws:s3:::orders/*"] }),
        ManagedPolicyArns = ImmutableSortedDictionary<string, string>.Empty.Add("traces", "arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess"),
    }, aws));
}
