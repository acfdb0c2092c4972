using CrossCloudMesh.Infra.Settings;
using Xunit;

namespace CrossCloudMesh.Tests.Settings;

/// <summary>The settings of networks: what disagrees is refused, each time from the shipped dev stack with one thing changed.</summary>
public sealed class NetworkChecksTests
{
    private const string Nat = "      nat: regional # or perZone, none";
    private const string Asn = "        asn: 64512";
    private const string Zones = "      zones: [us-east4-a, us-east4-b, us-east4-c]";

    [Theory]
    // Endpoints.
    [InlineData("kms, clock", "sites.aws-east.endpoints[1]: is not a service whose endpoint is known; got clock; known: appmesh, appmesh-envoy-management, aps-workspaces, autoscaling, dynamodb, ec2, ec2messages, ecr.api, ecr.dkr, eks, eks-auth, elasticfilesystem, elasticloadbalancing, guardduty-data, kms, logs, monitoring, s3, secretsmanager, servicediscovery, sqs, ssm, ssmmessages, sts, xray")]
    [InlineData("kms, kms", "sites.aws-east.endpoints[1]: stands in the list twice; got \"kms\"; keep one")]
    [InlineData("KMS", "sites.aws-east.endpoints[0]: must be a service of AWS as its endpoints name it, such as kms or ecr.api; got \"KMS\"")]
    public void Refuses_Endpoints(string typed, string fault) => Assert.Equal([fault], After(Nat, $"      endpoints: [{typed}]"));

    [Theory]
    [InlineData("10.0.128.0/20", "sites.aws-east.podRange: must not overlap the network of sites.aws-east, 10.0.0.0/16 by slot 0 of pool aws; got 10.0.128.0/20; choose another range")]
    [InlineData("10.64.0.0/20", "sites.aws-east.podRange: must not overlap the pods of sites.gcp-east, 10.64.0.0/17 by slot 0 of pool google; got 10.64.0.0/20; choose another range")]
    [InlineData("100.64.0.0/21", "sites.aws-east.podRange: has room for 1 nodes in each zone, and the node pools may grow to 2; got 100.64.0.0/21; choose a larger range, or lower maxNodesPerZone")]
    [InlineData("192.168.0.0/16", "sites.aws-east.podRange: must lie in 100.64.0.0/10, or in the same private space as the network, which is 10.0.0.0/16; got 192.168.0.0/16; choose a range of 100.64.0.0/10")]
    [InlineData("198.18.0.0/16", "sites.aws-east.podRange: must lie within 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 100.64.0.0/10; got 198.18.0.0/16; choose a private range")]
    [InlineData("100.64.0.0/10", "sites.aws-east.podRange: must be a range from /16 to /21; got \"100.64.0.0/10\"")]
    [InlineData("100.64.0.0/24", "sites.aws-east.podRange: must be a range from /16 to /21; got \"100.64.0.0/24\"")]
    public void Refuses_PodRanges(string typed, string fault) => Assert.Equal([fault], After(Nat, $"      podRange: {typed}"));

    [Fact]
    public void Accepts_MoreNodes_ThanTheNetworkHoldsPodsFor_WhereThesePodsHaveARange() =>
        Assert.Empty(Project.FaultsOf(Project.DevWith(Nat, Nat + "\n      podRange: 100.64.0.0/16").Replace("maxNodesPerZone: 2", "maxNodesPerZone: 56")));

    [Theory]
    [InlineData("10.0.0.0/16", "sites.aws-east.hub.blackholes[0]: must not lie in the network of sites.aws-east, 10.0.0.0/16 by slot 0 of pool aws; got 10.0.0.0/16; name a range that no site uses, or a larger one around it")]
    [InlineData("10.64.4.0/24", "sites.aws-east.hub.blackholes[0]: must not lie in the pods of sites.gcp-east, 10.64.0.0/17 by slot 0 of pool google; got 10.64.4.0/24; name a range that no site uses, or a larger one around it")]
    public void Refuses_Blackholes(string typed, string fault) => Assert.Equal([fault], After(Asn, $"        blackholes: [{typed}]"));

    [Theory]
    [InlineData("name: bastion, sourceRanges: [10.9.0.0/24], sourceTags: [probe], protocol: tcp, priority: 900, why: Lets it in", "bastion: must say where it admits from, by sourceRanges or by sourceTags; got both; give one of the two")]
    [InlineData("name: bastion, protocol: tcp, priority: 900, why: Lets it in", "bastion: must say where it admits from, by sourceRanges or by sourceTags; got neither; give one of the two")]
    [InlineData("name: bastion, sourceRanges: [0.0.0.0/0], protocol: tcp, priority: 900, why: Lets it in", "bastion.sourceRanges: must not be every address; got 0.0.0.0/0; name the ranges that need to come in")]
    [InlineData("name: bastion, sourceTags: [probe], protocol: icmp, ports: [\"22\"], priority: 900, why: Lets it in", "bastion.ports: must be left out with icmp, which has no ports; got 22")]
    [InlineData("name: inside, sourceTags: [probe], protocol: udp, priority: 900, why: Lets it in", "inside: must not have the name of a rule that is always there; choose another name")]
    [InlineData("name: bastion, sourceTags: [probe], protocol: tcp, ports: [22], priority: 900, why: Lets it in", "bastion.ports[0]: must be a port such as \"443\", or a range such as \"8000-8999\"; got 22; put it in quotes, or YAML reads it as a number")]
    [InlineData("name: bastion, sourceTags: [probe], protocol: tcp, priority: 65533, why: Lets it in", "bastion.priority: must be a whole number from 0 to 65532; got 65533")]
    [InlineData("name: bastion, sourceTags: [probe], protocol: gre, priority: 900, why: Lets it in", "bastion.protocol: must be one of tcp, udp, sctp, icmp, esp; got \"gre\"")]
    [InlineData("name: bastion, sourceTags: [probe], protocol: tcp, priority: 900", "bastion.why: is missing; add one line of 1 to 200 letters, digits and signs of ASCII, without a space at either end")]
    public void Refuses_Allowances(string typed, string fault)
    {
        var name = typed[6..typed.IndexOf(',', StringComparison.Ordinal)];
        Assert.Equal(
            ["sites.gcp-east.firewall." + fault],
            After(Zones, $"      firewall:\n        {name}: {{ {typed[(typed.IndexOf(',', StringComparison.Ordinal) + 2)..]} }}"));
    }

    [Fact]
    public void Refuses_FewerNatAddresses_ThanTheNodesNeed() => Assert.Equal(
        ["sites.gcp-east.natAddresses: has ports for 1008 nodes, and the pools may grow to 1011; got 1; add addresses, or lower maxNodesPerZone"],
        Project.FaultsOf(Project.DevWith(Zones, Zones + "\n      natAddresses: 1")
            .Replace("maxNodesPerZone: 3", "maxNodesPerZone: 337")
            .Replace("{ by: plan, pool: google, slot: 0 }", "{ by: hand, nodes: 10.32.0.0/20, pods: 10.64.0.0/13, services: 10.112.0.0/20 }")));

    [Theory]
    [InlineData("      natAddresses: 101", "sites.gcp-east.natAddresses: must be a whole number from 0 to 100; got 101")]
    [InlineData("      restrictedApis: maybe", "sites.gcp-east.restrictedApis: must be true or false; got \"maybe\"")]
    public void Refuses_WhatIsNoSuchValue(string typed, string fault) => Assert.Equal([fault], After(Zones, typed));

    [Fact]
    public void Refuses_AnUnknownKindOfNat() => Assert.Equal(
        ["sites.aws-east.nat: must be one of regional, perZone, none; got \"zonal\""],
        Project.FaultsOf(Project.DevWith(Nat, "      nat: zonal")));

    [Fact]
    public void Accepts_EveryFeature_Together()
    {
        var yaml = Project.WithMirror(Project.DevWith(Nat, "      nat: none\n      endpoints: [kms, xray]\n      podRange: 100.64.0.0/16"))
            .Replace(Asn, Asn + "\n        blackholes: [10.0.0.0/8, 192.168.0.0/16]")
            .Replace(Zones, Zones + "\n      natAddresses: 2\n      restrictedApis: true\n      firewall:\n        bastion:\n"
                + "          { sourceRanges: [10.9.0.0/24], protocol: tcp, ports: [\"22\", \"8000-8999\"], priority: 900, why: Lets the bastion in }");
        Assert.Empty(Project.FaultsOf(yaml));

        var settings = SettingsLoader.Load(Project.Read(yaml).Sections).Settings!;
        var aws = Assert.IsType<AwsSite>(settings.Sites["aws-east"]);
        Assert.Equal(NatMode.None, aws.Nat);
        Assert.Equal("100.64.0.0/16", aws.PodRange.ToString());
        Assert.Equal(["10.0.0.0/8", "192.168.0.0/16"], aws.Hub.Blackholes.Select(range => range.ToString()));
        var gcp = Assert.IsType<GcpSite>(settings.Sites["gcp-east"]);
        Assert.True(gcp.RestrictedApis);
        Assert.Equal(["22", "8000-8999"], gcp.Firewall["bastion"].Ports.Select(port => port.ToString()));
    }

    [Fact]
    public void Leaves_EveryFeatureOut_UnlessItIsNamed()
    {
        var settings = SettingsLoader.Load(Project.Read(Project.DevWithoutMesh).Sections).Settings!;
        var aws = Assert.IsType<AwsSite>(settings.Sites["aws-east"]);
        Assert.Empty(aws.Endpoints);
        Assert.Null(aws.PodRange);
        Assert.Empty(aws.Hub.Blackholes);
        var gcp = Assert.IsType<GcpSite>(settings.Sites["gcp-east"]);
        Assert.Equal(0, gcp.NatAddresses);
        Assert.False(gcp.RestrictedApis);
        Assert.Empty(gcp.Firewall);
    }

    /// <summary>The faults of the dev stack with lines added after one of it.</summary>
    private static string[] After(string line, string added) => Project.FaultsOf(Project.DevWith(line, line + "\n" + added));
}
