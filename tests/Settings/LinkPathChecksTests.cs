using Xunit;

namespace CrossCloudMesh.Tests.Settings;

/// <summary>The settings of paths other than a VPN: what cannot be is refused, each time from a shipped stack with one thing changed.</summary>
public sealed class LinkPathChecksTests
{
    private const string Backup = "      backup: # by the internet, which shares nothing with the interconnect\n        by: haVpn\n        secret: east-keys\n        inside: { by: plan, slot: 1 }\n";

    [Theory]
    [InlineData(Backup, "", "links.east.backup: is missing, and a managedInterconnect alone may fail as a whole; add a map with by: haVpn")]
    [InlineData("        by: haVpn\n        secret: east-keys\n        inside: { by: plan, slot: 1 }", "        by: transitPeering", "links.east.backup.by: must be haVpn, the path that shares nothing with a managedInterconnect; got transitPeering")]
    [InlineData("bandwidthMbps: 1000", "bandwidthMbps: 2000", "links.east.primary.bandwidthMbps: must be one that both clouds sell: 1000, 5000, 10000, 100000 Mbit/s; got 2000; choose the next larger one")]
    [InlineData("bandwidthMbps: 1000", "bandwidthMbps: 500", "links.east.primary.bandwidthMbps: must be a whole number from 1000 to 100000; got 500")]
    [InlineData("demandedMbps: 1000", "demandedMbps: 1001", "links.east.demandedMbps: must be at most 1000, the bandwidth of the interconnect; got 1001; demand less, or order more")]
    [InlineData("gatewayAsn: 64700", "gatewayAsn: 64514", "links.east.primary.gatewayAsn: must be a number of its own, and sites.aws-east.hub.asn is the same; got 64514; choose another from 64512 to 65534")]
    [InlineData("gatewayAsn: 64700", "gatewayAsn: 16550", "links.east.primary.gatewayAsn: must be a private AS number, 64512 to 65534; got 16550")]
    [InlineData("us-east4", "us-central1", "links.east.sites: must lead from us-east-1 to us-east4, the one region of Google Cloud that it is paired with; got us-east-1 and us-central1; choose sites in a pair of regions, or join them by a VPN")]
    [InlineData("slot: 1 }\n      demandedMbps", "slot: 64 }\n      demandedMbps", "links.east.backup.inside.slot: must be a whole number from 0 to 63; got 64")]
    [InlineData("secret: east-keys", "secret: other-keys", "links.east.backup.secret: is not a secret of the stack; got other-keys; set it with pulumi config set --secret other-keys, 24 random characters or more")]
    [InlineData("packetBytes: 1350", "packetBytes: 1450", "links.east.packetBytes: must be at most 1406, which is what passes a tunnel of that cipher uncut; got 1450; send smaller packets: larger ones are lost without a word")]
    public void Refuses_Interconnects_ThatCannotBe(string typed, string instead, string fault) =>
        Assert.Equal([fault], Project.FaultsOf(Project.Replaced(Project.Staging, typed, instead)));

    [Fact]
    public void Refuses_MoreThanTwoTunnelsCarry_BehindAnInterconnect() => Assert.Equal(
        ["links.east.demandedMbps: must be at most 2500, which is what the 2 tunnels carry in packets of that size that any two independent failures leave; got 2501; demand less, or make the tunnels large"],
        Project.FaultsOf(Project.Staging.Replace("bandwidthMbps: 1000", "bandwidthMbps: 10000").Replace("demandedMbps: 1000", "demandedMbps: 2501")));

    [Theory]
    // Backups and transit where there is nothing for them to do.
    [InlineData("primary: { by: transitPeering }", "primary: { by: transitPeering }\n      backup: { by: transitPeering }", "links.atlantic.backup: must stand behind an interconnect, and the primary path is transitPeering; got transitPeering; leave it out")]
    [InlineData("primary: { by: transitPeering }", "primary: { by: transitPeering }\n      through: [us]", "links.atlantic.through[0]: is for a data centre, and the primary path is transitPeering; got us; leave it out")]
    [InlineData("through: [eu]", "through: [us]", "links.frankfurt.through[0]: is not a link from the same hub to Google Cloud; got us; known: eu, eu-us")]
    // Ends.
    [InlineData("sites: [aws-us, aws-eu]", "sites: [aws-us, dc-frankfurt]", "links.atlantic.primary.by: transitPeering joins two sites on AWS in different regions, and these are no such two; got aws-us, dc-frankfurt; choose such sites")]
    [InlineData("sites: [dc-frankfurt, aws-eu]", "sites: [dc-frankfurt, gcp-eu]", "links.frankfurt.primary.by: onPremises joins a data centre and a site on AWS, and these are no such two; got dc-frankfurt, gcp-eu; choose one of each")]
    // Data centres.
    [InlineData("ranges: [172.24.0.0/16]", "ranges: [10.2.0.0/16]", "sites.dc-frankfurt.ranges[0]: must not overlap the network of sites.aws-us, 10.2.0.0/16 by slot 2 of pool aws; got 10.2.0.0/16; choose another range")]
    [InlineData("ranges: [172.24.0.0/16]", "ranges: [52.0.0.0/16]", "sites.dc-frankfurt.ranges[0]: must lie within 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 100.64.0.0/10; got 52.0.0.0/16; choose a private range")]
    [InlineData("[198.51.100.10, 198.51.100.74]", "[198.51.100.10]", "sites.dc-frankfurt.devices: must be a list of 2; got 1")]
    [InlineData("[198.51.100.10, 198.51.100.74]", "[198.51.100.10, 198.51.100.10]", "sites.dc-frankfurt.devices[1]: stands in the list twice; got \"198.51.100.10\"; keep one")]
    [InlineData("asn: 65010", "asn: 64518", "sites.dc-frankfurt.asn: must be a number of its own, and sites.aws-eu.hub.asn is the same; got 64518; have the data centre speak with another")]
    [InlineData("asn: 65010", "asn: 7224", "sites.dc-frankfurt.asn: must not be a number that AWS refuses in eu-central-1; got 7224; have the data centre speak with another")]
    [InlineData("asn: 65010", "asn: 64500", "sites.dc-frankfurt.asn: must be a private AS number, 64512 to 65534, or the data centre's public one: RFC 5398 keeps it for documentation; got 64500")]
    public void Refuses_PeeringsAndDataCentres_ThatCannotBe(string typed, string instead, string fault) =>
        Assert.Contains(fault, Project.FaultsOf(Project.Replaced(Project.Prod, typed, instead)));

    [Fact]
    public void Refuses_ADevice_ThatTheInternetCannotReach() => Assert.StartsWith(
        "sites.dc-frankfurt.devices[0]: must be a public IPv4 address", Assert.Single(Project.FaultsOf(Project.Replaced(Project.Prod, "198.51.100.10", "10.1.2.3"))));

    [Fact]
    public void Refuses_ADataCentre_ThatNoLinkLeadsTo()
    {
        var start = Project.Prod.IndexOf("    # The data centre: its hub", StringComparison.Ordinal);
        var end = Project.Prod.IndexOf("  # yours: for each", StringComparison.Ordinal);
        Assert.Contains(
            "sites.dc-frankfurt: is a data centre that no link leads to; add a link with by: onPremises, or leave the site out",
            Project.FaultsOf(Project.Prod[..start] + Project.Prod[end..]));
    }

    [Fact]
    public void Refuses_ASecondInterconnect_InTheSameRegion()
    {
        var yaml = Project.Prod.Replace("sites: [aws-us, gcp-eu]\n      primary: { by: haVpn, secret: us-eu-keys, inside: { by: plan, slot: 4 } }", "sites: [aws-us, gcp-eu]\n      primary: { by: managedInterconnect, bandwidthMbps: 1000, gatewayAsn: 64712 }\n      backup: { by: haVpn, secret: us-eu-keys, inside: { by: plan, slot: 4 } }");
        Assert.Contains(
            "links.us-eu.primary.by: must be the only managed interconnect that ends in europe-west3, where a project has 1, and links.eu is one; got europe-west3; join the second pair of sites by a VPN",
            Project.FaultsOf(yaml));
    }
}
