using System.Collections.Immutable;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Tests.Components;

[Collection(Evaluations.Name)]
public sealed class AwsWorkloadIdentityTests
{
    private const string Role = "aws:iam/role:Role";
    private const string RolePolicy = "aws:iam/rolePolicy:RolePolicy";
    private const string Association = "aws:eks/podIdentityAssociation:PodIdentityAssociation";

    [Fact]
    public async Task Makes_RolePolicyAndAssociation_InOneCall()
    {
        var asked = await RunAsync(Args());
        Assert.Equal([Association + " 1", Role + " 1", RolePolicy + " 1"], asked.Counts());
        var association = asked.One(Association);
        Assert.Equal(("test-east", "orders", "reader"), (association.Input("clusterName"), association.Input("namespace"), association.Input("serviceAccount")));
        Assert.Contains(asked.One(Role).Urn, association.PropertyDependencies["roleArn"]!);
    }

    [Fact]
    public async Task Trusts_PodsOfThatServiceAccountOnly() => Assert.Equal(
        """{"Version":"2012-10-17","Statement":[{"Sid":"Assume","Effect":"Allow","Principal":{"Service":"pods.eks.amazonaws.com"},"Action":["sts:AssumeRole","sts:TagSession"],"Condition":{"StringEquals":{"aws:RequestTag/eks-cluster-name":"test-east","aws:RequestTag/kubernetes-namespace":"orders","aws:RequestTag/kubernetes-service-account":"reader"}}}]}""",
        (await RunAsync(Args())).One(Role).Input("assumeRolePolicy"));

    [Fact]
    public async Task Lets_ThemDoWhatThePolicySays_AndNothingElse() => Assert.Equal(
        """{"Version":"2012-10-17","Statement":[{"Sid":"Read","Effect":"Allow","Action":["s3:GetObject"],"Resource":["arn:aws:s3:::orders/*"]}]}""",
        (await RunAsync(Args())).One(RolePolicy).Input("policy"));

    [Fact]
    public async Task Takes_ManagedPolicies_InsteadOfItsOwn()
    {
        var asked = await RunAsync(Args() with
        {
            Policy = null,
            ManagedPolicyArns = ImmutableSortedDictionary<string, string>.Empty.Add("read", "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"),
        });
        Assert.Equal([Association + " 1", Role + " 1", "aws:iam/rolePolicyAttachment:RolePolicyAttachment 1"], asked.Counts());
        Assert.Equal("reader-read", asked.One("aws:iam/rolePolicyAttachment:RolePolicyAttachment").Name);
    }

    [Fact]
    public async Task Refuses_AnIdentityWithoutRights() => Assert.Contains(
        "policy: must say what the pods may do; got none; give a policy, or the ARN of a managed one",
        await Harness.FailAsync((aws, gcp) => _ = new AwsWorkloadIdentity("reader", Args() with { Policy = null }, aws)),
        StringComparison.Ordinal);

    private static Task<Asked> RunAsync(AwsWorkloadIdentityArgs args) => Harness.RunAsync((aws, gcp) => _ = new AwsWorkloadIdentity("reader", args, aws));

    private static AwsWorkloadIdentityArgs Args() => new()
    {
        ClusterName = "test-east",
        Namespace = "orders",
        ServiceAccount = "reader",
        Policy = new AwsPolicy(new AwsStatement { Sid = "Read", Actions = ["s3:GetObject"], Resources = ["arn:aws:s3:::orders/*"] }),
    };
}
