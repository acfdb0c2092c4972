using CrossCloudMesh.Infra.Settings;
using Xunit;

namespace CrossCloudMesh.Tests.Settings;

/// <summary>The settings of links: what cannot be is refused, each time from the shipped dev stack with one thing changed.</summary>
public sealed class LinkChecksTests
{
    private const string Inside = "{ by: plan, slot: 0 } # a place";
    private const string Asn = "asn: 64600";
    private const string Secret = "  cross-cloud-mesh:east-keys:";

    [Theory]
    // Sites.
    [InlineData("[aws-east, gcp-east]", "[aws-west, gcp-east]", "links.east.sites[0]: is not a site of sites; got aws-west; did you mean 'aws-east'?")]
    [InlineData("[aws-east, gcp-east]", "[aws-east]", "links.east.sites: must be a list of 2; got 1")]
    [InlineData("[aws-east, gcp-east]", "[gcp-east, gcp-east]", "links.east.sites[1]: stands in the list twice; got \"gcp-east\"; keep one")]
    [InlineData("by: haVpn", "by: vpn", "links.east.primary.by: must be one of haVpn, managedInterconnect, crossCloudInterconnect, partnerInterconnect, encryptedInterconnect, transitPeering, onPremises; got \"vpn\"")]
    [InlineData("      router:\n        asn: 64600 # unlike that of every hub\n", "", "sites.gcp-east.router: is missing, and links.east ends there; add a map with the key asn")]
    // Numbers.
    [InlineData(Asn, "asn: 64512", "sites.gcp-east.router.asn: must be a number of its own, and sites.aws-east.hub.asn is the same; got 64512; choose another from 64512 to 65534")]
    [InlineData(Asn, "asn: 4200000000", "sites.gcp-east.router.asn: must be an AS number from 1 to 2147483647, other than the reserved 23456 and 65535; got 4200000000")]
    [InlineData(Asn, "asn: 15169", "sites.gcp-east.router.asn: must be a private AS number, 64512 to 65534; got 15169")]
    [InlineData(Asn, "asn: 7224", "sites.gcp-east.router.asn: must not be a number that AWS refuses in us-east-1; got 7224; choose another from 64512 to 65534")]
    [InlineData(Asn, "asn: 9059", "sites.gcp-east.router.asn: must be a private AS number, 64512 to 65534; got 9059")]
    // Inside the tunnels.
    [InlineData(Inside, "{ by: hand, tunnels: 169.254.5.0/28 } # a place", "links.east.primary.inside.tunnels: must be clear of 169.254.5.0/30, which is kept for AWS: it keeps it for itself and refuses the connection; got 169.254.5.0/28; choose a range of 169.254.64.0/18")]
    [InlineData(Inside, "{ by: hand, tunnels: 169.254.169.240/28 } # a place", "links.east.primary.inside.tunnels: must be clear of 169.254.169.252/30, which is kept for AWS: it keeps it for itself and refuses the connection; got 169.254.169.240/28; choose a range of 169.254.64.0/18")]
    [InlineData(Inside, "{ by: hand, tunnels: 169.254.170.16/28 } # a place", "links.east.primary.inside.tunnels: must be clear of 169.254.170.23/32, which is kept for EKS: Pod Identity answers there; got 169.254.170.16/28; choose a range of 169.254.64.0/18")]
    [InlineData(Inside, "{ by: hand, tunnels: 10.9.0.0/28 } # a place", "links.east.primary.inside.tunnels: must lie in 169.254.0.0/16; got 10.9.0.0/28")]
    [InlineData(Inside, "{ by: hand, tunnels: 169.254.9.0/29 } # a place", "links.east.primary.inside.tunnels: must be a range from /24 to /28; got \"169.254.9.0/29\"")]
    [InlineData(Inside, "{ by: plan, slot: 64 } # a place", "links.east.primary.inside.slot: must be a whole number from 0 to 63; got 64")]
    // Loads.
    [InlineData("packetBytes: 1350", "packetBytes: 1500", "links.east.packetBytes: must be at most 1406, which is what passes a tunnel of that cipher uncut; got 1500; send smaller packets: larger ones are lost without a word")]
    [InlineData("demandedMbps: 500", "demandedMbps: 1251", "links.east.demandedMbps: must be at most 1250, which is what the one tunnel carries in packets of that size that any two independent failures leave; got 1251; demand less, or join the sites by an interconnect")]
    [InlineData("demandedMbps: 500", "demandedMbps: 0", "links.east.demandedMbps: must be a whole number from 1 to 100000; got 0")]
    // Secrets.
    [InlineData("secret: east-keys", "secret: west-keys", "links.east.primary.secret: is not a secret of the stack; got west-keys; set it with pulumi config set --secret west-keys, 24 random characters or more")]
    [InlineData("secret: east-keys", "secret: \"\"", "links.east.primary.secret: must be 1 to 20 lower-case letters, digits and inner hyphens, starting with a letter")]
    [InlineData("first: 1,", "first: 0,", "links.east.primary.keyGenerations.first: must be a whole number from 1 to 1000000; got 0")]
    public void Refuses_LinksThatCannotBe(string typed, string instead, string fault) => Assert.Equal([fault], Project.FaultsOf(Project.DevWith(typed, instead)));

    [Fact]
    public void Refuses_ANumberThatAwsKeeps_WhereTheLinkEnds() => Assert.Equal(
        ["sites.gcp-east.router.asn: must not be a number that AWS refuses in eu-west-1; got 9059; choose another from 64512 to 65534"],
        Project.FaultsOf(Project.DevWith(Asn, "asn: 9059").Replace("us-east-1", "eu-west-1").Replace("use1-az4", "euw1-az3").Replace("use1-", "euw1-")));

    [Fact]
    public void Refuses_LargeTunnels_WhereAwsHasNone() => Assert.Equal(
        ["links.east.primary.bandwidth: cannot be large in il-central-1, where AWS has none; got large; leave it out"],
        Project.FaultsOf(Project.DevWith("by: haVpn", "by: haVpn\n        bandwidth: large")
            .Replace("us-east-1", "il-central-1").Replace("use1-az4", "ilc1-az3").Replace("use1-", "ilc1-")));

    [Fact]
    public void Refuses_ASecret_InTheClear() => Assert.Contains(
        Project.FaultsOf(Project.DevWithoutLinks + Secret + " canary-canary-canary-canary\n"),
        fault => fault.Contains("cross-cloud-mesh:east-keys is not read by anything", StringComparison.Ordinal) && !fault.Contains("canary", StringComparison.Ordinal));

    [Fact]
    public void Refuses_ASecondLink_ThatTakesAnythingOfTheFirst() => Assert.Equal(
        [
            "links.west.sites: must be a pair of its own, and links.east joins the same two; got gcp-east, aws-east; keep one of the two",
            "links.west.primary.inside.slot: must not overlap links.east.primary.inside.slot, which is 169.254.64.0/24; got 0; give it a place of its own, and leave the other as it is",
            "links.west.primary.secret: must be a secret of its own, and links.east.primary.secret is the same; got east-keys; set another, and name it here",
        ],
        Project.FaultsOf(Project.DevWith(Secret, Link("west", "[gcp-east, aws-east]") + Secret)));

    [Fact]
    public void Refuses_AVpn_InsideOneCloud()
    {
        var yaml = Project.DevWith("[aws-east, gcp-east]", "[aws-east, aws-west]").Replace("    gcp-east:\n", AnotherAwsSite() + "    gcp-east:\n");
        Assert.Equal(
            ["links.east.primary.by: haVpn joins a site on AWS and one on Google Cloud, and these are no such two; got aws-east, aws-west; choose a site of each cloud"],
            Project.FaultsOf(yaml));
    }

    [Fact]
    public void Accepts_SmallPackets_OfTheOtherCipher()
    {
        var yaml = Project.DevWith("by: haVpn", "by: haVpn\n        cipher: aes256Cbc");
        Assert.Empty(Project.FaultsOf(yaml));
        Assert.Equal(
            ["links.east.packetBytes: must be at most 1390, which is what passes a tunnel of that cipher uncut; got 1391; send smaller packets: larger ones are lost without a word"],
            Project.FaultsOf(yaml.Replace("packetBytes: 1350", "packetBytes: 1391")));
    }

    [Fact]
    public void Leaves_LinksOut_UnlessTheyAreNamed() => Assert.Empty(SettingsLoader.Load(Project.Read(Project.DevWithoutLinks).Sections).Settings!.Links);

    private static string Link(string key, string sites) =>
        $"    {key}:\n      sites: {sites}\n      primary: {{ by: haVpn, secret: east-keys, inside: {{ by: plan, slot: 0 }} }}\n"
        + "      demandedMbps: 100\n      packetBytes: 1350\n";

    private static string AnotherAwsSite()
    {
        var start = Project.DevWithoutMesh.IndexOf("    aws-east:\n", StringComparison.Ordinal);
        return Project.DevWithoutMesh[start..Project.DevWithoutMesh.IndexOf("    gcp-east:\n", StringComparison.Ordinal)]
            .Replace("aws-east:", "aws-west:").Replace("pool: aws, slot: 0", "pool: aws, slot: 1").Replace("asn: 64512", "asn: 64513");
    }
}
