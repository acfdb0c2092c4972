using CrossCloudMesh.Values;

namespace CrossCloudMesh.Tests.Values;

public sealed class AwsPolicyTests
{
    [Fact]
    public void ToJson_WritesATrustPolicy_WithoutResources() => Assert.Equal(
        """{"Version":"2012-10-17","Statement":[{"Sid":"Assume","Effect":"Allow","Principal":{"Service":"eks.amazonaws.com"},"Action":["sts:AssumeRole"]}]}""",
        AwsPolicy.AssumableBy("eks.amazonaws.com").ToJson());

    [Fact]
    public void ToJson_GroupsConditions_ByOperator() => Assert.Equal(
        """{"Version":"2012-10-17","Statement":[{"Sid":"S","Effect":"Allow","Action":["a:B"],"Resource":["*"],"Condition":{"StringEquals":{"k1":"v1","k2":"v2"},"ArnLike":{"k3":"v3"}}}]}""",
        new AwsPolicy(new AwsStatement
        {
            Sid = "S",
            Actions = ["a:B"],
            Resources = ["*"],
            Conditions = [("StringEquals", "k1", "v1"), ("ArnLike", "k3", "v3"), ("StringEquals", "k2", "v2")],
        }).ToJson());

    [Fact]
    public void ToJson_ListsTheValues_OfOneKey() => Assert.Equal(
        """{"Version":"2012-10-17","Statement":[{"Sid":"S","Effect":"Deny","Action":["a:B"],"Resource":["*"],"Condition":{"StringEquals":{"k1":["v1","v2"],"k2":"v3"}}}]}""",
        new AwsPolicy(new AwsStatement
        {
            Sid = "S",
            Denies = true,
            Actions = ["a:B"],
            Resources = ["*"],
            Conditions = [("StringEquals", "k1", "v1"), ("StringEquals", "k2", "v3"), ("StringEquals", "k1", "v2")],
        }).ToJson());
}
