using Xunit;

namespace CrossCloudMesh.Tests.Settings;

/// <summary>The settings of cables, and of lines of a partner: what cannot be is refused, each time from a shipped stack with one thing changed.</summary>
public sealed class CableChecksTests
{
    private const string SecondMetro = """
              - awsRegion: us-east-2 # the region that AWS shows the location in; its ports reach the hub all the same
                googleRegion: us-central1
                connections:
                  - { location: aws-eqc50, domain: 1, vlan: 1003, delivered: true }
                  - { location: aws-eqc50, domain: 2, vlan: 1004, delivered: true }

    """;

    [Theory]
    [InlineData(SecondMetro, "", "links.east.primary.metros: must hold 2 metropolitan areas, or Google does not promise 99.99 percent; got 1; add or remove one, or choose the other topology")]
    [InlineData("aws-csva1, domain: 2", "aws-csva1, domain: 1", "links.east.primary.metros[0].connections: must be in both edge availability domains, as Google works on one of them at a time; got 1; put one in the other domain")]
    [InlineData("googleRegion: us-central1", "googleRegion: us-east4", "links.east.primary.metros: must have routers in different regions of Google Cloud; got us-east4; choose a second region")]
    [InlineData("vlan: 1002", "vlan: 1", "links.east.primary.metros[0].connections[1].vlan: must be a whole number from 2 to 4094; got 1")]
    [InlineData("speedGbps: 10", "speedGbps: 40", "links.east.primary.speedGbps: must be one of 10, 100, 400; got 40")]
    [InlineData("gatewayAsn: 64720", "gatewayAsn: 64604", "links.east.primary.gatewayAsn: must be a number of its own, and sites.gcp-east.router.asn is the same; got 64604; choose another from 64512 to 65534")]
    [InlineData("secret: east-sessions", "secret: east-keys", "links.east.backup.secret: must be a secret of its own, and links.east.primary.secret is the same; got east-keys; set another, and name it here")]
    [InlineData("secret: east-sessions", "secret: no-sessions", "links.east.primary.secret: is not a secret of the stack; got no-sessions; set it with pulumi config set --secret no-sessions, 24 random characters or more")]
    [InlineData("        slot: 0 #", "        slot: 64 #", "links.east.primary.slot: must be a whole number from 0 to 63; got 64")]
    public void Refuses_CablesThatCannotBe(string typed, string instead, string fault) =>
        Assert.Contains(fault, Project.FaultsOf(Project.Replaced(Project.Fintrust, typed, instead)));

    [Fact]
    public void Refuses_MoreThanOneTunnelCarries_UntilACableIsThere() => Assert.Equal(
        ["links.east.demandedMbps: must be at most 1250, which is what the one tunnel carries in packets of that size that any two independent failures leave; got 2000; demand less until something of the interconnect is there"],
        Project.FaultsOf(Project.Fintrust.Replace("delivered: true", "delivered: false")));

    [Fact]
    public void Refuses_ALocation_ThatNobodyKnows() => Assert.StartsWith(
        "links.east.primary.metros[0].connections[0].location: ", Assert.Single(Project.FaultsOf(Project.Replaced(Project.Fintrust, "aws-eqdc2", "aws-nowhere"))));

    [Theory]
    [InlineData("2000", "1350", "links.east.demandedMbps: must be at most 1250, which is what the one tunnel carries in packets of that size that any two independent failures leave; got 2000; demand less, or make the tunnels large")]
    [InlineData("1000", "1400", "links.east.packetBytes: must be at most 1386, which is what passes a tunnel of that cipher uncut; got 1400; send smaller packets: larger ones are lost without a word")]
    public void Refuses_WhatTunnelsOverCablesDoNotCarry(string demand, string packet, string fault) => Assert.Equal(
        [fault],
        Project.FaultsOf(Project.Replaced(
            Project.Replaced(Project.Replaced(Project.Fintrust, "demandedMbps: 2000", $"demandedMbps: {demand}"), "packetBytes: 1350", $"packetBytes: {packet}"),
            "by: crossCloudInterconnect",
            "by: encryptedInterconnect\n        hubRange: 10.200.0.0/24\n        gatewayRange: 10.201.0.0/27\n        inside: { by: plan, slot: 9 }")));

    [Fact]
    public void Refuses_ADataCentre_ThatPassesThroughWhatIsEncrypted() => Assert.Contains(
        "links.frankfurt.through[0]: must not be an encryptedInterconnect, whose tunnels announce the site's own network alone; got eu; name a link of another kind",
        Project.FaultsOf(Project.Replaced(Project.Prod, "{ by: managedInterconnect, bandwidthMbps: 10000, gatewayAsn: 64711 }", """
            {
                    by: encryptedInterconnect, topology: oneMetro, speedGbps: 10, gatewayAsn: 64711, secret: eu-keys, slot: 0,
                    hubRange: 10.200.0.0/24, gatewayRange: 10.201.0.0/27, inside: { by: plan, slot: 9 },
                    metros: [{ awsRegion: eu-central-1, googleRegion: europe-west3, connections: [
                      { location: aws-eqdc2, domain: 1, vlan: 1001, delivered: true }, { location: aws-csva1, domain: 2, vlan: 1002, delivered: true }] }] }
            """)));

    [Theory]
    [InlineData("lineMbps: 1000", "lineMbps: 10", "links.east.primary.lineMbps: must be a whole number from 50 to 25000; got 10")]
    [InlineData("vlan: 301", "vlan: 4095", "links.east.primary.first.vlan: must be a whole number from 2 to 4094; got 4095")]
    public void Refuses_LinesOfAPartner_ThatCannotBe(string typed, string instead, string fault)
    {
        var good = Partner("dxcon-1", "dxcon-2");
        Assert.Empty(Project.FaultsOf(good));
        Assert.Equal([fault], Project.FaultsOf(Project.Replaced(good, typed, instead)));
    }

    [Fact]
    public void Refuses_OneLine_InBothDomains() => Assert.Equal(
        ["links.east.primary.second.connectionId: must be a connection of its own, or one that fails takes both; got dxcon-1; order a second one"],
        Project.FaultsOf(Partner("dxcon-1", "dxcon-1")));

    private static string Partner(string first, string second)
    {
        var start = Project.Fintrust.IndexOf("        by: crossCloudInterconnect", StringComparison.Ordinal);
        var end = Project.Fintrust.IndexOf("      backup:", StringComparison.Ordinal);
        return Project.Fintrust[..start]
            + "        by: partnerInterconnect\n        lineMbps: 1000\n        gatewayAsn: 64720\n        secret: east-sessions\n        slot: 0\n"
            + $"        first: {{ connectionId: {first}, region: us-east-1, vlan: 301 }}\n        second: {{ connectionId: {second}, region: us-east-1, vlan: 302 }}\n"
            + Project.Fintrust[end..];
    }
}
