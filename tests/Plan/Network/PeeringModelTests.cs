using CrossCloudMesh.Plan;
using CrossCloudMesh.Tests.Plan.Network.Estates;

namespace CrossCloudMesh.Tests.Plan.Network;

/// <summary>Two hubs of AWS that are peered.</summary>
public class PeeringModelTests
{
    private const string Link = "aws0-aws1-link";

    private static readonly PlanDocument Good = new Shape { Aws = 2, Google = 0, Peerings = [(0, 1)] }.Plan();

    [Fact]
    public void TwoVpcs_AreJoined_UntilThePeeringIsLost()
    {
        var pair = Good.Pair(depth: 0);

        Assert.Equal(("aws0", "aws1", "", "1 transitPeering", 8500), (pair.From, pair.To, pair.Found(), pair.Usual, pair.PathMtuBytes));
        Assert.Equal("aws0-hub-network > aws0-hub-mesh > aws0-aws1-link > aws1-hub-network", pair.Path);
        Assert.Equal("link-reachability without peering aws0-aws1-link: aws0-hub-mesh sends 10.1.0.0/16 to aws0-aws1-link, of which nothing is left", Good.Pair().Found());
        Assert.Empty(pair.Failover);
    }

    [Theory]
    [InlineData("PeeringAttachmentAccepter", "", "aws0-hub-mesh sends 10.1.0.0/16 to aws0-aws1-link, of which nothing is left")]
    [InlineData("ec2transitgateway/route:Route", "aws0-aws1-link-aws0", "aws0-hub-mesh has no route to 10.1.0.0")]
    [InlineData("ec2transitgateway/route:Route", "aws0-aws1-link-aws1", "aws1-hub-mesh has no route to 10.0.0.0")]
    [InlineData("RouteTableAssociation", "aws0-aws1-link-aws1", "no route table of the hub serves it")]
    [InlineData("SecurityGroupIngressRule", "aws0-aws1-link", "the security groups of aws1-cluster do not let it in")]
    public void Each_HasItsPart(string type, string name, string fault) =>
        Assert.Equal($"link-reachability: {fault}", Good.Without(type, name).Pair(depth: 0).Found());

    [Fact]
    public void HubsThatSendInCircles_AreFound()
    {
        var plan = Good.Without("RouteTablePropagation", "aws1-links");
        var circle = new PlanBuilder();
        var (table, attachment) = (plan.Resources.Single(each => each.Name == "aws1-hub-links").Urn, plan.Resources.Single(each => each.Type.EndsWith("PeeringAttachment", StringComparison.Ordinal)).Urn);
        circle.Add("aws:ec2transitgateway/route:Route", "back", """{ "destinationCidrBlock": "10.1.0.0/16" }""", AwsEstate.At(attachment, table));
        var other = plan.Resources.Single(each => each.Name == "aws0-hub-links").Urn;
        circle.Add("aws:ec2transitgateway/route:Route", "forth", """{ "destinationCidrBlock": "10.1.0.0/16" }""", AwsEstate.At(attachment, other));

        var looped = PlanDocument.OfFirstUpdate(plan.Stack, plan.Fidelity, plan.Resources.Concat(circle.Plan().Resources), [], plan.Outputs);

        Assert.Equal("link-reachability: it goes in circles between hubs", looped.Pair(depth: 0).Found());
    }

    [Fact]
    public void WithoutOutputs_PeeredVpcsMustBeJoined() =>
        Assert.Equal(("aws0", "aws1"), (Good with { Outputs = SortedMap<PlanValue>.Empty }).Pair(depth: 0) is var pair ? (pair.From, pair.To) : default);
}
