using System.Collections.Immutable;
using System.Text;
using CrossCloudMesh.Links;
using CrossCloudMesh.Plan.Json;
using CrossCloudMesh.Tests.Plan;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Values;
using Pulumi;

namespace CrossCloudMesh.Tests.Components;

[Collection(Evaluations.Name)]
public sealed class PartnerInterconnectTests
{
    private const string Attachment = "gcp:compute/interconnectAttachment:InterconnectAttachment";
    private const string Confirmation = "aws:directconnect/connectionConfirmation:ConnectionConfirmation";
    private const string Vif = "aws:directconnect/transitVirtualInterface:TransitVirtualInterface";

    private static readonly ImmutableSortedDictionary<int, HostedConnection> None = ImmutableSortedDictionary<int, HostedConnection>.Empty;

    private static readonly ImmutableSortedDictionary<int, HostedConnection> Both =
        None.Add(1, new("dxcon-1", "us-east-1", 301)).Add(2, new("dxcon-2", "us-east-1", 302));

    [Fact]
    public async Task TheFirstDeployment_MakesGooglesHalfAlone() => Assert.Equal(
        [$"{Attachment} 2", "gcp:compute/router:Router 1"], (await RunAsync(None)).Counts());

    [Fact]
    public async Task TheSecond_AddsAwssHalf() => Assert.Equal(
        [
            $"{Confirmation} 2",
            "aws:directconnect/gateway:Gateway 1",
            "aws:directconnect/gatewayAssociation:GatewayAssociation 1",
            $"{Vif} 2",
            "aws:ec2transitgateway/routeTableAssociation:RouteTableAssociation 1",
            "aws:ec2transitgateway/routeTablePropagation:RouteTablePropagation 1",
            $"{Attachment} 2",
            "gcp:compute/router:Router 1",
        ],
        (await RunAsync(Both)).Counts());

    [Fact]
    public async Task TheSecond_LeavesTheFirstAsItIs()
    {
        var (before, after) = (await RunAsync(None), await RunAsync(Both));
        Assert.All(before.OfType(Attachment), old => Assert.Equal(old.Inputs, after.Find(old.Urn)!.Inputs));
    }

    [Theory]
    [InlineData(1, "dxcon-1", "301", "169.254.128.97/29", "169.254.128.98/29")]
    [InlineData(2, "dxcon-2", "302", "169.254.128.105/29", "169.254.128.106/29")]
    public async Task BothEnds_OfAConnection_SayTheSame(int domain, string hosted, string vlan, string google, string aws)
    {
        var asked = await RunAsync(Both);
        var (attachment, vif) = (asked.One(Attachment, $"link-{domain}"), asked.One(Vif, $"link-{domain}"));
        Assert.Equal(("PARTNER", $"AVAILABILITY_DOMAIN_{domain}"), (attachment.Input("type"), attachment.Input("edgeAvailabilityDomain")));
        Assert.Equal((google, aws), (attachment.Input("candidateCloudRouterIpAddress"), attachment.Input("candidateCustomerRouterIpAddress")));
        Assert.Equal((google, aws), (vif.Input("customerAddress"), vif.Input("amazonAddress")));
        // The partner's two VLANs differ, so it is the addresses that show which attachment an interface belongs to.
        Assert.Equal([attachment.Urn], vif.PropertyDependencies["amazonAddress"]!);
        Assert.Equal([attachment.Urn], vif.PropertyDependencies["customerAddress"]!);
        Assert.Equal((hosted, vlan, "16550"), (asked.One(Confirmation, $"link-{domain}").Input("connectionId"), vif.Input("vlan"), vif.Input("bgpAsn")));
        Assert.Equal([asked.One(Confirmation, $"link-{domain}").Urn], vif.PropertyDependencies["connectionId"]!);
        Assert.Equal(("1500", "1500"), (attachment.Input("mtu"), vif.Input("mtu")));
        Assert.StartsWith("secret derived:", vif.Input("bgpAuthKey"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ItsRouter_HasThePartnersNumber_AndAnnouncesWhatEveryPathDoes()
    {
        var router = (await RunAsync(Both)).One("gcp:compute/router:Router");
        Assert.Equal(("16550", "[{range: 10.32.0.0/23}, {range: 10.64.0.0/17}]"), (router.Input("bgp>asn"), router.Input("bgp>advertisedIpRanges")));
    }

    /// <summary>Google makes both by itself, and refuses a second interface on an attachment.</summary>
    [Fact]
    public async Task InterfaceAndPeer_AreLeftToGoogle()
    {
        var asked = await RunAsync(Both);
        Assert.Empty(asked.OfType("gcp:compute/routerInterface:RouterInterface").Concat(asked.OfType("gcp:compute/routerPeer:RouterPeer")));
    }

    [Fact]
    public async Task NoKey_IsInTheClear()
    {
        var all = Encoding.UTF8.GetString(PlanWriter.Write(Plans.Of((await RunAsync(Both)).Resources)).Span);
        Assert.DoesNotContain(SessionKey.Derive(LinkEnds.SecretText, "us", 0, 1), all, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", all, StringComparison.Ordinal);
        Assert.All((await RunAsync(None)).OfType(Attachment), attachment => Assert.True(attachment.Options.Protect));
    }

    [Fact]
    public async Task TheSteps_SayWhatToOrder_AndThenWhatToTellGoogle()
    {
        IEnumerable<string> steps = [];
        await Harness.RunAsync((aws, gcp) =>
            new PartnerInterconnect("link", Args(None.Add(2, Both[2])), new() { Providers = { aws.Provider!, gcp.Provider! } }).Steps.Apply(told => steps = told));
        Assert.Equal(
            [
                "test-us-1: order a layer 2 connection from the partner, between the attachment of edge availability domain 1 and a hosted connection "
                + "in account 123456789012 of AWS, giving it the pairing key within 28 days; then state the hosted connection as hosted.1",
                "test-us-2: if not done yet, tell the peer that Google made, which gcloud compute routers describe test-us --region us-east4 names, "
                + "with gcloud compute routers update-bgp-peer test-us --region us-east4 --peer-asn 64700 --md5-authentication-key and the session key of domain 2",
            ],
            steps);
    }

    [Fact]
    public async Task Refuses_WhatBreaksARule()
    {
        await RefusesAsync("hosted.3: must be edge availability domain 1 or 2; got 3", Args(None.Add(3, Both[1])));
        await RefusesAsync("hosted.1.vlan: must be from 2 to 4094; got 1; state the VLAN that AWS shows for it", Args(None.Add(1, Both[1] with { Vlan = 1 })));
        await RefusesAsync(
            "hosted: must be a hosted connection of its own for each domain, or one that fails takes both; got dxcon-1; order a second one",
            Args(Both.SetItem(2, Both[2] with { ConnectionId = "dxcon-1" })));
        await RefusesAsync("keyGenerations: must hold one for each of 2 connections; got 1", Args(None) with { KeyGenerations = [1] });
        await RefusesAsync(
            "gatewayAsn: must differ from that of the hub, or AWS refuses to join the two; got 64512; choose another", Args(None) with { GatewayAsn = 64512 });
    }

    private static async Task RefusesAsync(string sentence, PartnerInterconnectArgs args) => Assert.EndsWith(
        sentence,
        await Harness.FailAsync((aws, gcp) => _ = new PartnerInterconnect("link", args, new() { Providers = { aws.Provider!, gcp.Provider! } })),
        StringComparison.Ordinal);

    private static Task<Asked> RunAsync(ImmutableSortedDictionary<int, HostedConnection> hosted) => Harness.RunAsync((aws, gcp) =>
        _ = new PartnerInterconnect("link", Args(hosted), new() { Providers = { aws.Provider!, gcp.Provider! } }));

    private static PartnerInterconnectArgs Args(ImmutableSortedDictionary<int, HostedConnection> hosted) => new()
    {
        Key = "us",
        PhysicalName = "test-us",
        Aws = LinkEnds.Aws,
        Google = LinkEnds.Google,
        Hosted = hosted,
        Inside = AttachmentPlan.OfLink(3),
        GatewayAsn = 64700,
        Secret = Output.CreateSecret(LinkEnds.SecretText),
        KeyGenerations = [1, 1],
        NetworkMtuBytes = 8500,
        Protect = true,
    };
}
