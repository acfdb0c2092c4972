using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Network.Model;
using CrossCloudMesh.Plan.Network.Proof;
using CrossCloudMesh.Tests.Plan.Network.Estates;
using CrossCloudMesh.Tests.Plan.Rules;

namespace CrossCloudMesh.Tests.Plan.Network;

/// <summary>Tunnels over VLANs: a private VPN of AWS over Direct Connect, an HA VPN of Google over its attachments.</summary>
public class EncryptedModelTests
{
    private const string Link = "aws0-gcp0-link";

    private static readonly PlanDocument Good = Plan();

    [Fact]
    public void OnlyTunnels_CarryTraffic_AndPacketsAreSmaller()
    {
        var pair = Good.Pair(depth: 0);

        Assert.Equal(("", "4 encryptedInterconnect", 1386), (pair.Found(), pair.Usual, pair.PathMtuBytes));
        Assert.Equal([("encryptedInterconnect", 4, 4)], pair.Paths.Select(path => (path.Kind, path.Up, path.Made)));
    }

    [Fact]
    public void Tunnels_AreLost_WithTheAttachmentThatTheyStandOn()
    {
        var failures = FailureDomains.Of(NetworkModel.Of(Good.Resources)).ToDictionary(failure => failure.Name);

        Assert.Equal(
            [$"{Link}-0", $"{Link}-tunnel-0", $"{Link}-tunnel-1"],
            failures[$"attachment {Link}-0"].Conduits.Select(conduit => conduit.Name));
        Assert.Equal("link-reachability without metro iad: aws0-hub-mesh has no route to 10.128.0.0", Good.Pair().Found());
    }

    [Theory]
    [InlineData("VpnConnection", "outsideIpAddressType", "\"PublicIpv4\"", "one end is on the internet and the other on Direct Connect")]
    [InlineData("TransitVirtualInterface", "vlan", "99", $"{Link}-0 does not come up: the VLANs differ")]
    public void ATunnel_ComesUp_OnlyOnGroundThatDoes(string type, string path, string json, string fault) => Assert.Equal(
        fault, NetworkModel.Of(Good.With(type, $"{Link}-0", path, json).Resources).Tunnels.First().Fault);

    [Fact]
    public void TheEndOfATunnel_MustBeAnnouncedOverDirectConnect() => Assert.Equal(
        "AWS does not announce 203.0.0.0/24 over Direct Connect",
        NetworkModel.Of(Good.With("GatewayAssociation", Link, "allowedPrefixes", """["10.0.0.0/17", "10.0.128.0/17"]""").Resources).Tunnels.First().Fault);

    private static PlanDocument Plan()
    {
        var plan = new PlanBuilder();
        var (aws, google) = (new AwsEstate(plan, 0), new GoogleEstate(plan, 0));
        var ends = new Ends(aws, google, 0, aws.LinkTable, [aws.SiteTable], [aws.Range]);
        DirectEstate.Dedicated(plan, ends, 2);
        LinkEstate.Connect(plan, aws, google, 0, aws.LinkTable, [aws.SiteTable]);
        LinkEstate.OpenAws(plan, aws, google.Ranges, Link);
        LinkEstate.OpenGoogle(plan, google, aws.Range, Link);
        var told = PlanBuilder.Map("""{ "links": { "link0": { "sites": "aws0, gcp0", "demandedMbps": "500", "packetBytes": "1350", "primary": "encryptedInterconnect" } } }""");
        return plan.Plan(told).Change(resource => resource.Type switch
        {
            "gcp:compute/interconnectAttachment:InterconnectAttachment" => resource.With("encryption", "\"IPSEC\"").With("name", $"\"{resource.Name}\""),
            "gcp:compute/haVpnGateway:HaVpnGateway" => Depend(resource, "vpnInterfaces", $"{Link}-0", $"{Link}-1").With("vpnInterfaces", $$"""
                [{ "id": 0, "interconnectAttachment": "https://compute/interconnectAttachments/{{Link}}-0" },
                 { "id": 1, "interconnectAttachment": "https://compute/interconnectAttachments/{{Link}}-1" }]
                """),
            "aws:ec2/vpnConnection:VpnConnection" => resource.With("outsideIpAddressType", "\"PrivateIpv4\"") is var changed ? changed with
            {
                PropertyDependencies = new([.. changed.PropertyDependencies, KeyValuePair.Create("transportTransitGatewayAttachmentId", Sequence.Sorted([ends.Association!]))]),
            } : resource,
            "aws:directconnect/gatewayAssociation:GatewayAssociation" => resource.With("allowedPrefixes", """["10.0.0.0/17", "10.0.128.0/17", "203.0.0.0/24"]"""),
            "aws:ec2transitgateway/transitGateway:TransitGateway" => resource.With("transitGatewayCidrBlocks", """["203.0.0.0/24"]"""),
            _ => resource,
        });
    }

    private static PlannedResource Depend(PlannedResource resource, string property, params string[] names) => resource with
    {
        PropertyDependencies = new(
        [
            .. resource.PropertyDependencies,
            KeyValuePair.Create(property, Sequence.Sorted([.. names.Select(name => $"urn:pulumi:test::mesh::gcp:compute/interconnectAttachment:InterconnectAttachment::{name}")])),
        ]),
    };
}
