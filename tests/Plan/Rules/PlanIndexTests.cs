using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Rules;

namespace CrossCloudMesh.Tests.Plan.Rules;

public class PlanIndexTests
{
    private const string Provider = "urn:pulumi:dev::mesh::pulumi:providers:aws::aws";

    private static readonly PlannedResource A = Plans.Vpc("a") with { Provider = Provider };
    private static readonly PlannedResource B = Plans.Vpc("b");
    private static readonly PlannedResource Subnet = (Plans.Vpc("s") with { Type = "aws:ec2/subnet:Subnet" }).Referring("vpcId", A.Urn).Referring("tags", A.Urn, B.Urn);
    private static readonly PlanIndex Plan = new(
        [A, B, Subnet, Plans.Vpc("p") with { Urn = Provider, Type = "pulumi:providers:aws", Inputs = new([new("region", PlanValue.Of("eu-west-1"))]) }]);

    [Fact]
    public void Finds_ByUrnAndType()
    {
        Assert.Same(A, Plan[A.Urn]);
        Assert.Null(Plan["urn:none"]);
        Assert.Equal([A, B], Plan.Of("aws:ec2/vpc:Vpc"));
        Assert.Empty(Plan.Of("aws:ec2/eip:Eip"));
    }

    [Fact]
    public void Finds_WhoUsesWhom_ByInput()
    {
        Assert.Equal([Subnet], Plan.Users(A, Subnet.Type, "vpcId"));
        Assert.Empty(Plan.Users(B, Subnet.Type, "vpcId"));
        Assert.Empty(Plan.Users(A, "aws:ec2/eip:Eip", "vpcId"));
        Assert.Equal([new(Subnet, "tags")], Plan.Dependents(B));
    }

    [Fact]
    public void Finds_TheSource_WhereThereIsOne()
    {
        Assert.Same(A, Plan.Source(Subnet, "vpcId", A.Type));
        Assert.Null(Plan.Source(Subnet, "tags", A.Type));
        Assert.Null(Plan.Source(Subnet, "none", A.Type));
        Assert.Equal([A, B], Plan.Sources(Subnet, "tags", A.Type));
    }

    [Fact]
    public void Finds_TheRegion_OfTheResourceOrItsProvider()
    {
        Assert.Equal("eu-west-1", Plan.Region(A));
        Assert.Null(Plan.Region(B));
        Assert.Equal("us-east-1", Plan.Region(B.With("region", "\"us-east-1\"")));
    }

    [Theory]
    [InlineData("a.b[1].c", "x")]
    [InlineData("a.b[0].c", null)]
    [InlineData("a.b[2].c", null)]
    [InlineData("a.c", null)]
    [InlineData("b[0]", null)]
    public void Reads_Inputs_ByPath(string path, string? text) =>
        Assert.Equal(text, A.With("a", """{"b":[{},{"c":"x"}]}""").Text(path));

    [Fact]
    public void Holds_TheUnknown_NeitherForNorAgainst()
    {
        var hidden = A.With("a", "\"(unknown)\"");

        Assert.False(hidden.Is("a.b", true) || hidden.Is("a.b", false) || hidden.IsNot("a.b", true) || hidden.IsNot("a.b", "x") || hidden.IsEmpty("a.b"));
        Assert.True(A.IsNot("a.b", true) && A.IsNot("a.b", "x") && A.IsEmpty("a.b"));
        Assert.True(A.With("a", "\"true\"").Is("a", true));
    }
}
