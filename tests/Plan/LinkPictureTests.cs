using System.Text.RegularExpressions;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Pictures;
using CrossCloudMesh.Tests.Plan.Network;
using CrossCloudMesh.Tests.Plan.Network.Estates;
using CrossCloudMesh.Tests.Plan.Rules;

namespace CrossCloudMesh.Tests.Plan;

/// <summary>How each kind of link is drawn.</summary>
public partial class LinkPictureTests
{
    private const string Attached = "VPC 10.0.0.0/16 =attachment= Transit gateway ASN 64512";
    private const string Associated = "Transit gateway ASN 64512 =association= Direct Connect gateway ASN 64600";
    private const string Tunnelled = "Transit gateway ASN 64512 =VPN, 4 tunnels= HA VPN gateway";
    private const string Served = "HA VPN gateway -- VPC network";

    private static readonly string[] Parts = ["-link", "-cluster"];

    [Fact]
    public void HaVpn_IsOneLine_WithACount() =>
        Assert.Equal([Served, Tunnelled, Attached], Lines(Drawn(Joined("haVpn", null))));

    [Fact]
    public void ManagedInterconnect_IsAGateway_AndATransport() => Assert.Equal(
        [
            Served,
            "Direct Connect gateway ASN 64600 =managed interconnect= Transport 1 Gbit/s",
            Associated,
            Attached,
            "Transport 1 Gbit/s =peering= VPC network",
        ],
        Lines(Drawn(Joined("managedInterconnect", null))));

    [Fact]
    public void CrossCloudInterconnect_IsPorts_WithTheirPlaces_AndAVlanBetweenEachTwo() => Assert.Equal(
        [
            Served,
            "Direct Connect gateway ASN 64600 -- Direct Connect iad-0",
            "Direct Connect gateway ASN 64600 -- Direct Connect iad-1",
            "Interconnect iad, domain 1 -- VPC network",
            "Interconnect iad, domain 2 -- VPC network",
            "Direct Connect iad-0 =VLAN 100 10 Gbit/s= Interconnect iad, domain 1",
            "Direct Connect iad-1 =VLAN 101 10 Gbit/s= Interconnect iad, domain 2",
            Associated,
            Attached,
        ],
        Lines(Drawn(Joined("crossCloudInterconnect", null))));

    [Fact]
    public void EndsOfAVlan_AreThoseThatAnswerOneAnother_WhateverTheirNames()
    {
        var plan = Joined("crossCloudInterconnect", null).Change(resource => resource.Type == "aws:directconnect/transitVirtualInterface:TransitVirtualInterface"
            ? resource.With("customerAddress", resource.Name.EndsWith('0') ? "\"169.254.128.9/29\"" : "\"169.254.128.1/29\"").With("vlan", resource.Name.EndsWith('0') ? "101" : "100")
            : resource);

        Assert.Equal(
            ["Direct Connect iad-0 =VLAN 101 10 Gbit/s= Interconnect iad, domain 2", "Direct Connect iad-1 =VLAN 100 10 Gbit/s= Interconnect iad, domain 1"],
            Lines(Drawn(plan)).Where(line => line.Contains("VLAN", StringComparison.Ordinal)));
    }

    [Fact]
    public void PartnerInterconnect_IsAttachments_AndHostedConnections_WithTheVlanOfAws() => Assert.Equal(
        [
            Served,
            "Direct Connect gateway ASN 64600 -- Hosted connection dxcon-00",
            "Direct Connect gateway ASN 64600 -- Hosted connection dxcon-01",
            "Partner attachment us-east4, domain 1 -- VPC network",
            "Partner attachment us-east4, domain 2 -- VPC network",
            "Hosted connection dxcon-00 =VLAN 200 at AWS 1 Gbit/s= Partner attachment us-east4, domain 1",
            "Hosted connection dxcon-01 =VLAN 201 at AWS 1 Gbit/s= Partner attachment us-east4, domain 2",
            Associated,
            Attached,
        ],
        Lines(Drawn(Joined("partnerInterconnect", null))));

    [Fact]
    public void TransitPeering_IsALineBetweenHubs() => Assert.Contains(
        "Transit gateway ASN 64512 =peering= Transit gateway ASN 64513",
        Lines(Drawn(new Shape { Aws = 2, Google = 0, Peerings = [(0, 1)] }.Plan())));

    [Fact]
    public void ADataCentre_IsASite_WithItsDevices()
    {
        var picture = Drawn(new Shape { Links = [new(0, 0, "haVpn", null)], DataCentres = [new(0)] }.Plan());

        Assert.Contains("[\"dc0 · 10.200.0.0/16\"]", picture, StringComparison.Ordinal);
        Assert.Equal(
            [
                Served,
                Tunnelled,
                "Device 192.0.2.0 ASN 64800 =VPN, 2 tunnels= Transit gateway ASN 64512",
                "Device 192.0.2.1 ASN 64800 =VPN, 2 tunnels= Transit gateway ASN 64512",
                Attached,
            ],
            Lines(picture));
    }

    [Theory]
    [InlineData("haVpn")]
    [InlineData("managedInterconnect")]
    [InlineData("crossCloudInterconnect")]
    [InlineData("partnerInterconnect")]
    public void PartsOfALink_StandAtTheSitesThatItJoins(string kind) =>
        Assert.Equal(["aws0", "gcp0"], SiteTitle().Matches(Drawn(Joined(kind, null))).Select(title => title.Groups["site"].Value));

    [Fact]
    public void SitesAlone_AreJoinedOnce_WhateverJoinsThem()
    {
        var many = Enumerable.Range(0, 600).Select(index => Plans.Vpc($"site{index:0000}-network"));
        var plan = Drawn(Joined("crossCloudInterconnect", "haVpn") is var plans ? plans with { Resources = Sequence.Create<PlannedResource>([.. plans.Resources, .. many]) } : plans);

        Assert.Single(plan.Split('\n'), line => line.Contains("---", StringComparison.Ordinal));
    }

    private static PlanDocument Joined(string primary, string? backup) => new Shape { Links = [new(0, 0, primary, backup)] }.Plan();

    private static string Drawn(PlanDocument plan) => TopologyPicture.Draw(Rooted(plan));

    /// <summary>The plan with what is of one link or one cluster below a component of its own, as the program has it.</summary>
    internal static PlanDocument Rooted(PlanDocument plan) => plan with
    {
        Resources = Sequence.Create<PlannedResource>(
        [
            .. plan.Resources.Select(resource => RootOf(resource) is { } root ? resource with { Parent = Component(root).Urn } : resource),
            .. plan.Resources.Select(RootOf).OfType<string>().Distinct().Order(StringComparer.Ordinal).Select(Component),
        ]),
    };

    private static string? RootOf(PlannedResource resource) => Array.Find(Parts, part => resource.Name.Contains(part, StringComparison.Ordinal)) is { } part
        ? resource.Name[..(resource.Name.IndexOf(part, StringComparison.Ordinal) + part.Length)]
        : null;

    private static PlannedResource Component(string name) => new()
    {
        Urn = $"urn:pulumi:test::mesh::infra:test:Part::{name}",
        Type = "infra:test:Part",
        Name = name,
        IsCustom = false,
        Inputs = SortedMap<PlanValue>.Empty,
    };

    /// <summary>All lines but those to clusters and pools, with what stands on both ends; of networks the first line of it alone.</summary>
    private static string[] Lines(string picture)
    {
        var labels = Box().Matches(picture).ToDictionary(box => box.Groups["id"].Value, box => box.Groups["label"].Value, StringComparer.Ordinal);
        return [.. Line().Matches(picture)
            .Select(line => (From: labels[line.Groups["from"].Value], Word: line.Groups["word"].Value, To: labels[line.Groups["to"].Value]))
            .Where(line => !(line.From + line.To).Contains("EKS ", StringComparison.Ordinal) && !(line.From + line.To).Contains("GKE ", StringComparison.Ordinal))
            .Select(line => $"{Short(line.From)} {(line.Word.Length == 0 ? "--" : $"={Short(line.Word)}=")} {Short(line.To)}")];
    }

    private static string Short(string label) => (label.StartsWith("VPC", StringComparison.Ordinal) ? label.Split("<br/>")[0] : label).Replace("<br/>", " ", StringComparison.Ordinal);

    [GeneratedRegex("^      (?<id>n[0-9]+)[^\"\n]+\"(?<label>[^\"\n]*)\"[^\"\n]+$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Box();

    [GeneratedRegex("^  (?<from>n[0-9]+) (---|===\\|\"(?<word>[^\"]*)\"\\|) (?<to>n[0-9]+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Line();

    [GeneratedRegex("subgraph s[0-9]+\\[\"(?<site>[^ ]+) ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SiteTitle();
}
