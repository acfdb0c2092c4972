using CrossCloudMesh.Clusters;
using CrossCloudMesh.Tests.Preview;

namespace CrossCloudMesh.Tests.Components;

[Collection(Evaluations.Name)]
public sealed class EksAccessTests
{
    private const string Association = "aws:eks/accessPolicyAssociation:AccessPolicyAssociation";

    [Fact]
    public async Task LetsIn_AccessEntriesOnly()
    {
        var asked = await EksClusterTests.RunAsync();
        var cluster = asked.One("aws:eks/cluster:Cluster");
        Assert.Equal("API", cluster.Input("accessConfig>authenticationMode"));
        Assert.Equal("false", cluster.Input("accessConfig>bootstrapClusterCreatorAdminPermissions"));
        var entry = asked.One("aws:eks/accessEntry:AccessEntry");
        Assert.Equal(("arn:aws:iam::123456789012:role/platform", "STANDARD"), (entry.Input("principalArn"), entry.Input("type")));
        Assert.True(entry.Options.DeleteBeforeReplace);
    }

    [Fact]
    public async Task BoundsAPrincipal_ToItsNamespaces()
    {
        var asked = await EksClusterTests.RunAsync(args => args with
        {
            Grants = args.Grants.Add("orders", new("arn:aws:iam::123456789012:role/orders", "AmazonEKSEditPolicy") { Namespaces = ["orders", "billing"] }),
        });
        var bounded = asked.One(Association, "east-orders");
        Assert.Equal("arn:aws:eks::aws:cluster-access-policy/AmazonEKSEditPolicy", bounded.Input("policyArn"));
        Assert.Equal("{namespaces: [billing, orders], type: namespace}", bounded.Input("accessScope"));
        Assert.Equal("{type: cluster}", asked.One(Association, "east-platform").Input("accessScope"));
    }
}
