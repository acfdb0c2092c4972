using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CrossCloudMesh.Preview.OfflineCloud;

namespace CrossCloudMesh.Tests.Preview;

public class OfflineCloudTests
{
    private static readonly ImmutableDictionary<string, object> Nothing = ImmutableDictionary<string, object>.Empty;

    [Theory]
    [InlineData("aws:ec2/vpc:Vpc", "^vpc-0[0-9a-f]{16}$")]
    [InlineData("aws:ec2/subnet:Subnet", "^subnet-0[0-9a-f]{16}$")]
    [InlineData("aws:ec2/natGateway:NatGateway", "^nat-0[0-9a-f]{16}$")]
    [InlineData("aws:ec2/route:Route", @"^r-rtb-1\d{10}$")]
    [InlineData("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "^sgr-0[0-9a-f]{16}$")]
    [InlineData("aws:ec2transitgateway/transitGateway:TransitGateway", "^tgw-0[0-9a-f]{16}$")]
    [InlineData("aws:ec2transitgateway/routeTableAssociation:RouteTableAssociation", "^tgw-rtb-1_tgw-attach-1$")]
    [InlineData("aws:ec2transitgateway/peeringAttachment:PeeringAttachment", "^tgw-attach-0[0-9a-f]{16}$")]
    [InlineData("aws:ec2transitgateway/peeringAttachmentAccepter:PeeringAttachmentAccepter", "^tgw-attach-1$")]
    [InlineData("aws:eks/cluster:Cluster", "^edge$")]
    [InlineData("aws:eks/nodeGroup:NodeGroup", "^edge:edge-[0-9a-f]{7}$")]
    [InlineData("aws:eks/addon:Addon", "^edge:coredns$")]
    [InlineData("aws:iam/role:Role", "^edge$")]
    [InlineData("aws:kms/key:Key", "^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$")]
    [InlineData("gcp:compute/network:Network", "^projects/acme-dev/global/networks/edge$")]
    [InlineData("gcp:compute/subnetwork:Subnetwork", "^projects/acme-dev/regions/us-east4/subnetworks/edge$")]
    [InlineData("gcp:compute/routerNat:RouterNat", "^acme-dev/us-east4/router/edge$")]
    [InlineData("gcp:container/cluster:Cluster", "^projects/acme-dev/locations/us-east4/clusters/edge$")]
    [InlineData("gcp:container/nodePool:NodePool", "^projects/acme-dev/locations/us-east4/clusters/edge/nodePools/edge$")]
    [InlineData("gcp:serviceaccount/account:Account", "^projects/acme-dev/serviceAccounts/nodes@acme-dev.iam.gserviceaccount.com$")]
    [InlineData("gcp:projects/service:Service", "^acme-dev/container.googleapis.com$")]
    [InlineData("gcp:kms/keyRing:KeyRing", "^projects/acme-dev/locations/us-east4/keyRings/edge$")]
    [InlineData("aws:some/unknown:Kind", "^edge-[0-9a-f]{7}$")]
    public void Id_HasTheFormOfItsKind(string type, string form)
    {
        var inputs = Inputs(
            ("name", "edge"), ("region", "us-east4"), ("location", "us-east4"), ("project", "acme-dev"), ("router", "https://x/routers/router"),
            ("clusterName", "edge"), ("cluster", "edge"), ("addonName", "coredns"), ("accountId", "nodes"), ("service", "container.googleapis.com"),
            ("routeTableId", "rtb-1"), ("destinationCidrBlock", "0.0.0.0/0"),
            ("transitGatewayRouteTableId", "tgw-rtb-1"), ("transitGatewayAttachmentId", "tgw-attach-1"));

        Assert.Matches(new Regex(form, RegexOptions.None, TimeSpan.FromSeconds(1)), new Cloud().Make("urn:edge", type, "edge", inputs, null).Id);
    }

    [Fact]
    public void Answers_AreTheSame_OnEveryRun_AndDifferByResource()
    {
        static string Vpc(string urn) => (string)new Cloud().Make(urn, "aws:ec2/vpc:Vpc", "edge", Nothing, null).Outputs["arn"];

        Assert.Equal(Vpc("urn:a"), Vpc("urn:a"));
        Assert.NotEqual(Vpc("urn:a"), Vpc("urn:b"));
    }

    [Theory]
    [InlineData("\"[\\\"210987654321\\\"]\"")]
    [InlineData("list")]
    public void Place_ComesFromTheProvider(string form)
    {
        object accounts = form == "list" ? ImmutableArray.Create<object>("210987654321") : "[\"210987654321\"]";
        var cloud = new Cloud();
        var provider = cloud.Make("urn:p", "pulumi:providers:aws", "p", Inputs(("region", "eu-west-1"), ("allowedAccountIds", accounts)), null);

        var key = cloud.Make("urn:k", "aws:kms/key:Key", "k", Nothing, $"urn:p::{provider.Id}");

        Assert.Equal($"arn:aws:kms:eu-west-1:210987654321:key/{key.Id}", key.Outputs["arn"]);
    }

    [Fact]
    public void Outputs_EchoTheInputs()
    {
        var made = new Cloud().Make("urn:a", "aws:ec2/vpc:Vpc", "edge", Inputs(("cidrBlock", "10.0.0.0/16")), null);

        Assert.Equal("10.0.0.0/16", made.Outputs["cidrBlock"]);
    }

    [Fact]
    public void EksCluster_HandsOutWhatItsClientsNeed()
    {
        var made = new Cloud().Make(
            "urn:a", "aws:eks/cluster:Cluster", "edge", Inputs(("name", "edge"), ("region", "us-east-1"), ("vpcConfig", Inputs(("subnetIds", "x")))), null).Outputs;

        Assert.Matches(@"^https://[0-9A-F]{32}\.gr7\.us-east-1\.eks\.amazonaws\.com$", (string)made["endpoint"]);
        var vpc = (ImmutableDictionary<string, object>)made["vpcConfig"];
        Assert.Matches("^sg-0[0-9a-f]{16}$", (string)vpc["clusterSecurityGroupId"]);
        Assert.Equal("x", vpc["subnetIds"]);
        var data = (string)((ImmutableDictionary<string, object>)made["certificateAuthority"])["data"];
        Assert.StartsWith("-----BEGIN CERTIFICATE-----\n", System.Text.Encoding.ASCII.GetString(Convert.FromBase64String(data)), StringComparison.Ordinal);
    }

    [Fact]
    public void PublicAddresses_AreNobodys_AndNoTwoAlike()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < 500; i++)
        {
            var address = (string)new Cloud().Make($"urn:{i}", "aws:ec2/natGateway:NatGateway", "nat", Nothing, null).Outputs["publicIp"];
            Assert.Matches(@"^2[45]\d(\.\d+){3}$", address);
            Assert.True(seen.Add(address), address);
        }
    }

    [Fact]
    public void GetProject_KnowsTheNumber()
    {
        var answer = new Cloud().Call("gcp:organizations/getProject:getProject", Inputs(("projectId", "acme-dev")), null);

        Assert.Matches(@"^[1-9]\d{11}$", (string)answer["number"]);
    }

    private static ImmutableDictionary<string, object> Inputs(params (string Key, object Value)[] inputs) =>
        inputs.ToImmutableDictionary(i => i.Key, i => i.Value, StringComparer.Ordinal);
}
