using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Diff;
using static CrossCloudMesh.Tests.Plan.Diff.Parts;

namespace CrossCloudMesh.Tests.Plan.Diff;

public class PlanDiffTests
{
    [Fact]
    public void Tells_TheDangerousFirst() => Assert.Equal(
        "replace d, delete e, update c, create a",
        Told(
            [Range("c", "10.0.0.0/24"), Range("d", "10.1.0.0/24"), Range("e", "10.2.0.0/24")],
            [Range("a", "10.3.0.0/24"), Range("c", "10.0.0.0/23"), Range("d", "10.9.0.0/24")]));

    [Theory]
    [InlineData("10.0.0.0/24", "10.0.0.0/20", Operation.Update)]
    [InlineData("10.0.0.0/20", "10.0.0.0/24", Operation.Replace)]
    [InlineData("10.0.0.0/24", "10.1.0.0/20", Operation.Replace)]
    public void GoogleSubnet_GrowsInPlace_AndIsReplacedElse(string before, string after, Operation operation) =>
        Assert.Equal(operation, Change(Range("s", before), Range("s", after))!.Op);

    [Fact]
    public void AwsSubnet_IsReplaced_WhenItsRangeGrows()
    {
        var change = Change(Of(Subnet, "s", ("cidrBlock", Text("10.0.0.0/24"))), Of(Subnet, "s", ("cidrBlock", Text("10.0.0.0/20"))))!;

        Assert.Equal((Operation.Replace, "cidrBlock", ReasonSource.Provider), (change.Op, change.Reasons[0].Path.ToString(), change.Reasons[0].Source));
    }

    [Theory]
    [InlineData("aws:ec2/vpc:Vpc", "instanceTenancy", "default", "dedicated", true)]
    [InlineData("aws:ec2/vpc:Vpc", "instanceTenancy", "dedicated", "default", false)]
    [InlineData("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "cidrIpv4", "10.0.0.0/8", "10.0.0.0/9", false)]
    [InlineData("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "cidrIpv4", "10.0.0.0/8", null, true)]
    [InlineData("aws:eks/cluster:Cluster", "encryptionConfig", "a", null, true)]
    [InlineData("aws:eks/cluster:Cluster", "encryptionConfig", null, "a", false)]
    [InlineData("aws:ec2/vpcEndpoint:VpcEndpoint", "privateDnsEnabled", "true", "false", true)]
    [InlineData("aws:ec2/vpc:Vpc", "instanceTenancy", null, "dedicated", true)]
    [InlineData("aws:ec2/vpc:Vpc", "instanceTenancy", "dedicated", null, false)]
    [InlineData("aws:ec2transitgateway/transitGateway:TransitGateway", "defaultRouteTableAssociation", "disable", null, true)]
    [InlineData("aws:ec2transitgateway/routeTableAssociation:RouteTableAssociation", "replaceExistingAssociation", "true", null, false)]
    [InlineData("aws:ec2/natGateway:NatGateway", "secondaryPrivateIpAddressCount", null, "2", true)]
    [InlineData("aws:ec2/natGateway:NatGateway", "secondaryPrivateIpAddressCount", "2", null, false)]
    [InlineData("aws:ec2/natGateway:NatGateway", "availabilityZoneAddresses", null, "a", true)]
    [InlineData("aws:ec2/natGateway:NatGateway", "availabilityZoneAddresses", "a", "b", false)]
    public void Condition_OfATrigger_Counts(string type, string input, string? before, string? after, bool replaces)
    {
        static (string, PlanValue)[] Input(string name, string? value) => value is null ? [] : [(name, Text(value))];

        Assert.Equal(replaces, Change(Of(type, "r", Input(input, before)), Of(type, "r", Input(input, after)))!.Op == Operation.Replace);
    }

    [Theory]
    [InlineData("CUSTOMER_ROUTED", "AWS_MANAGED", true)]
    [InlineData("CUSTOMER_ROUTED", null, true)]
    [InlineData("AWS_MANAGED", "CUSTOMER_ROUTED", false)]
    [InlineData(null, "CUSTOMER_ROUTED", false)]
    public void EgressOfAControlPlane_GoesOneWay(string? before, string? after, bool replaces)
    {
        static PlannedResource Cluster(string? mode) => Of(
            "aws:eks/cluster:Cluster", "c", ("vpcConfig", mode is null ? Map() : Map(("controlPlaneEgressMode", Text(mode)))));

        Assert.Equal(replaces ? Operation.Replace : Operation.Update, Change(Cluster(before), Cluster(after))!.Op);
    }

    [Theory]
    [InlineData("a b", "b a c", false)]
    [InlineData("a b", "b c", true)]
    [InlineData("a", "", true)]
    [InlineData("", "a", false)]
    public void BetaApisOfGke_AreNeverTurnedOff(string before, string after, bool replaces)
    {
        static PlannedResource Cluster(string apis) => Of(
            "gcp:container/cluster:Cluster", "c", ("enableK8sBetaApis", Map(("enabledApis", List(apis.Split(' ', StringSplitOptions.RemoveEmptyEntries))))));

        Assert.Equal(replaces ? Operation.Replace : Operation.Update, Change(Cluster(before), Cluster(after))!.Op);
    }

    [Fact]
    public void InterfaceEndpoint_ChangesItsDns_InPlace()
    {
        static PlannedResource Endpoint(bool dns) => Of(
            "aws:ec2/vpcEndpoint:VpcEndpoint", "e", ("privateDnsEnabled", PlanValue.Of(dns)), ("vpcEndpointType", Text("Interface")));

        Assert.Equal(Operation.Update, Change(Endpoint(true), Endpoint(false))!.Op);
    }

    [Theory]
    [InlineData(true, Operation.Replace)]
    [InlineData(false, Operation.Update)]
    public void Subnet_OfOtherIpv6Range_IsReplaced_WhereItsMachinesHadAddresses(bool assigns, Operation operation)
    {
        PlannedResource Net(string range) => Of(Subnet, "s", ("assignIpv6AddressOnCreation", PlanValue.Of(assigns)), ("ipv6CidrBlock", Text(range)));

        Assert.Equal(operation, Change(Net("2600:1::/64"), Net("2600:2::/64"))!.Op);
    }

    [Fact]
    public void Type_WithoutFacts_IsInDoubt_AndToldOnce()
    {
        var plan = PlanComparison.Of(
            Plans.Of(Of("odd:index:Thing", "a", ("x", Text("1"))), Of("odd:index:Thing", "b", ("x", Text("1")))),
            Plans.Of(Of("odd:index:Thing", "a", ("x", Text("2"))), Of("odd:index:Thing", "b", ("x", Text("2")))));

        Assert.All(plan.Changes, c => Assert.True(c is { Op: Operation.Update, MayReplace: true }));
        Assert.Equal(["odd:index:Thing"], plan.Base!.ReplacementNotKnown);
    }

    [Fact]
    public void IgnoreChanges_Hides_WhatItNames_AndNothingElse()
    {
        static PlannedResource Thing(string a, string b) =>
            Of(Vpc, "v", ("tags", Map(("a", Text(a)), ("b", Text(b))))).With(new() { IgnoreChanges = ["tags.a"] });

        Assert.Null(Change(Thing("1", "1"), Thing("2", "1")));
        Assert.Equal("tags.b", Assert.Single(Change(Thing("1", "1"), Thing("2", "2"))!.Paths).Path.ToString());
    }

    [Theory]
    [InlineData("tags")]
    [InlineData("tags.a")]
    [InlineData("tags[\"a\"]")]
    [InlineData("tags.*")]
    [InlineData("*")]
    public void ReplaceOnChanges_Replaces_ByWhatItNames(string path)
    {
        PlannedResource Thing(string a) => Of(Vpc, "v", ("tags", Map(("a", Text(a))))).With(new() { ReplaceOnChanges = [path] });

        var change = Change(Thing("1"), Thing("2"))!;

        Assert.Equal((Operation.Replace, ReasonSource.Option), (change.Op, change.Reasons[0].Source));
    }

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    public void Protect_RefusesAReplacement_UnlessItIsLiftedWithIt(bool before, bool after, bool refused) => Assert.Equal(
        refused,
        Change(Range("s", "10.0.0.0/20").With(new() { Protect = before }), Range("s", "10.0.0.0/24").With(new() { Protect = after }))!.IsRefused);

    [Fact]
    public void Deletion_IsRefused_OfWhatIsProtected_AndRetained_WhereAsked()
    {
        var diff = PlanDiff.Of(
            Plans.Of(Range("a", "10.0.0.0/24").With(new() { Protect = true }), Range("b", "10.1.0.0/24").With(new() { RetainOnDelete = true })),
            Plans.Of());

        Assert.Equal([(true, false), (false, true)], diff.Changes.Select(c => (c.Change.IsRefused, c.Change.IsRetained)));
    }

    [Theory]
    [InlineData(null, null, false)]
    [InlineData("given", null, true)]
    [InlineData("given", false, false)]
    [InlineData(null, true, true)]
    public void OldOne_GoesFirst_WhereBothWouldHaveTheGivenName_OrAsAsked(string? name, bool? asked, bool first)
    {
        PlannedResource Made(string range) =>
            Of(Subnetwork, "s", name is null ? [("ipCidrRange", Text(range))] : [("ipCidrRange", Text(range)), ("name", Text(name))])
                .With(new() { DeleteBeforeReplace = asked });

        Assert.Equal(first, Change(Made("10.0.0.0/20"), Made("10.0.0.0/24"))!.DeletesFirst);
    }

    [Fact]
    public void Options_AreShown_AsWhatTheyAre()
    {
        var change = Change(Range("s", "10.0.0.0/24").With(new() { Protect = true }), Range("s", "10.0.0.0/24").With(new() { Protect = false }))!;

        Assert.Equal((Operation.Update, 0, "protect"), (change.Op, change.Paths.Count, Assert.Single(change.Options).Path.ToString()));
    }

    [Fact]
    public void WaitingForSomethingElse_IsNoChange() =>
        Assert.Null(Change(Range("s", "10.0.0.0/24"), Range("s", "10.0.0.0/24") with { DependsOn = [Urn(Vpc, "v")], Source = new("a.cs", 1) }));

    [Fact]
    public void AnotherProvider_LeavesReplacementInDoubt()
    {
        var change = Change(
            Range("s", "10.0.0.0/24") with { Provider = Urn("pulumi:providers:gcp", "a") },
            Range("s", "10.0.0.0/24") with { Provider = Urn("pulumi:providers:gcp", "b") })!;

        Assert.True(change is { Op: Operation.Update, MayReplace: true });
    }

    [Theory]
    [InlineData("region", true)]
    [InlineData("defaultTags", false)]
    public void Provider_InAnotherPlace_PutsWhatItMakesInDoubt(string input, bool doubt) => Assert.Equal(
        doubt,
        Change(Of("pulumi:providers:aws", "p", (input, Text("a"))), Of("pulumi:providers:aws", "p", (input, Text("b"))))!.MayReplace);

    [Fact]
    public void Component_IsNeverReplaced()
    {
        static PlannedResource Group(string x) => Of("infra:networks:AwsNetwork", "n", ("x", Text(x))) with { IsCustom = false };

        Assert.True(Change(Group("1"), Group("2")) is { Op: Operation.Update, MayReplace: false });
    }

    [Fact]
    public void Resource_ThatIsRead_IsReadAnew_WhenAnotherIsMeant() => Assert.Equal(
        Operation.Read,
        Change(Of(Vpc, "v").With(new() { ReadId = "vpc-1" }), Of(Vpc, "v").With(new() { ReadId = "vpc-2" }))!.Op);

    private static PlannedResource Range(string name, string range) => Of(Subnetwork, name, ("ipCidrRange", Text(range)));
}
