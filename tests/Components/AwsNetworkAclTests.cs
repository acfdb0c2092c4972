using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Networks;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Tests.Components;

/// <summary>What the access lists let through, asked packet by packet, there and back.</summary>
[Collection(Evaluations.Name)]
public sealed class AwsNetworkAclTests
{
    private const string Node = "10.16.1.1";
    private const string Pod = "100.64.1.1";
    private const string Peer = "10.32.1.1";
    private const string Internet = "198.51.100.7";
    private const string CloudDns = "35.199.200.1";

    private static readonly ImmutableArray<Cidr> Own = [Range("10.16.0.0/16"), Range("100.64.0.0/16")];
    private static readonly ImmutableArray<Cidr> Peers = [Range("10.0.0.0/8"), Range("172.16.0.0/12")];

    private static readonly ImmutableSortedDictionary<string, AwsAclRules> Tiers = ImmutableSortedDictionary<string, AwsAclRules>.Empty
        .Add("public", AwsAclRules.Public(Own))
        .Add("private", AwsAclRules.Private(Own, Peers, LinkPorts.All))
        .Add("private without nat", AwsAclRules.PrivateWithoutNat(Own, Peers, LinkPorts.All))
        .Add("intra", AwsAclRules.Intra(Own, Peers))
        .Add("intra with names", AwsAclRules.Intra(Own, Peers, names: true));

    /// <summary>A call from outside the tier to a port in it, and the answer to where it came from.</summary>
    [Theory]
    // The tiers among one another: kubelets, webhooks, the API, endpoints, DNS of pods.
    [InlineData("private", "tcp", Node, 10250, true)]
    [InlineData("private", "udp", Pod, 53, true)]
    [InlineData("private without nat", "tcp", Pod, 443, true)]
    [InlineData("intra", "tcp", Node, 443, true)]
    [InlineData("intra", "udp", Pod, 8472, true)]
    [InlineData("public", "tcp", Node, 8080, true)]
    // Peers through the hub.
    [InlineData("private", "tcp", Peer, 15443, true)]
    [InlineData("private", "icmp", Peer, 0, true)]
    [InlineData("private", "tcp", Peer, 22, false)]
    [InlineData("private", "tcp", Peer, 443, false)]
    [InlineData("private", "udp", Peer, 53, false)]
    [InlineData("private without nat", "tcp", Peer, 15021, true)]
    [InlineData("private without nat", "tcp", Peer, 80, false)]
    [InlineData("private without nat", "udp", Peer, 40000, false)]
    [InlineData("intra", "tcp", Peer, 443, true)]
    [InlineData("intra", "tcp", Peer, 22, false)]
    [InlineData("intra", "tcp", Peer, 10250, false)]
    [InlineData("intra", "udp", Peer, 443, false)]
    // The internet: web ports of load balancers, nothing else that is well known.
    [InlineData("public", "tcp", Internet, 80, true)]
    [InlineData("public", "tcp", Internet, 443, true)]
    [InlineData("public", "tcp", Internet, 22, false)]
    [InlineData("private", "tcp", Internet, 30080, true)]
    [InlineData("private without nat", "tcp", Internet, 30080, true)]
    [InlineData("private", "tcp", Internet, 443, false)]
    [InlineData("private", "tcp", Internet, 22, false)]
    [InlineData("private without nat", "tcp", Internet, 443, false)]
    [InlineData("private without nat", "udp", Internet, 40000, false)]
    [InlineData("intra", "tcp", Internet, 443, false)]
    [InlineData("intra", "tcp", Internet, 40000, false)]
    // Names: Cloud DNS asks the resolver, and nobody else does.
    [InlineData("intra", "udp", CloudDns, 53, false)]
    [InlineData("intra with names", "udp", CloudDns, 53, true)]
    [InlineData("intra with names", "tcp", CloudDns, 53, true)]
    [InlineData("intra with names", "tcp", CloudDns, 443, false)]
    [InlineData("intra with names", "udp", CloudDns, 40000, false)]
    [InlineData("intra with names", "udp", Peer, 53, false)]
    [InlineData("intra with names", "udp", Internet, 53, false)]
    public void Judges_ACallIntoTheTier(string tier, string protocol, string from, int port, bool passes)
    {
        Assert.Equal(passes, Passes(Tiers[tier].In, protocol, from, port));
        Assert.True(!passes || protocol == "icmp" || port != 53 || Passes(Tiers[tier].Out, protocol, from, 1024), "the answer to a name");
        if (passes && protocol == "tcp")
        {
            Assert.True(Passes(Tiers[tier].Out, protocol, from, 32768), "the answer");
            Assert.True(Passes(Tiers[tier].Out, protocol, from, 65535), "the answer to a NAT gateway");
        }
    }

    /// <summary>A call from the tier to somewhere else, and the answer, which comes to a port of the caller's choice.</summary>
    [Theory]
    [InlineData("private", "tcp", Internet, 443, true)]
    [InlineData("private", "udp", Internet, 123, true)]
    [InlineData("private", "tcp", Internet, 25, true)]
    [InlineData("private", "tcp", Peer, 15443, true)]
    [InlineData("private without nat", "tcp", Internet, 443, true)]
    [InlineData("private without nat", "tcp", Internet, 80, false)]
    [InlineData("private without nat", "udp", Internet, 123, false)]
    [InlineData("private without nat", "tcp", Peer, 15443, true)]
    [InlineData("private without nat", "tcp", Peer, 443, true)]
    [InlineData("private without nat", "udp", Peer, 53, false)]
    [InlineData("public", "tcp", Internet, 443, true)]
    [InlineData("public", "udp", Internet, 123, true)]
    [InlineData("intra", "tcp", Node, 10250, true)]
    [InlineData("intra", "tcp", Pod, 15017, true)]
    [InlineData("intra", "tcp", Internet, 443, false)]
    [InlineData("intra", "udp", Internet, 53, false)]
    [InlineData("intra", "tcp", Peer, 443, false)]
    [InlineData("intra", "udp", Peer, 53, false)]
    [InlineData("intra with names", "udp", Peer, 53, true)]
    [InlineData("intra with names", "tcp", Peer, 53, true)]
    [InlineData("intra with names", "tcp", Peer, 443, false)]
    [InlineData("intra with names", "udp", Internet, 53, false)]
    public void Judges_ACallOutOfTheTier(string tier, string protocol, string to, int port, bool passes)
    {
        Assert.Equal(passes, Passes(Tiers[tier].Out, protocol, to, port));
        if (passes)
        {
            Assert.True(Passes(Tiers[tier].In, protocol, to, 1024), "the answer to a NAT gateway's lowest port");
            Assert.True(Passes(Tiers[tier].In, protocol, to, 60999), "the answer to a node's highest port");
        }
    }

    [Theory]
    [InlineData("public", Internet)]
    [InlineData("private", Internet)]
    [InlineData("private", Peer)]
    [InlineData("private without nat", Peer)]
    [InlineData("intra", Peer)]
    public void LetsIn_TooBigMessages(string tier, string from) => Assert.True(Passes(Tiers[tier].In, "icmp", from, 0));

    [Fact]
    public void Numbers_EachRuleOnce_AndKeepsWithinTheLimit() => Assert.All(Tiers.Values.SelectMany(tier => new[] { tier.In, tier.Out }), rules =>
    {
        Assert.Equal(rules.Select(rule => rule.Number).Distinct().Order(), rules.Select(rule => rule.Number));
        Assert.True(rules.Length <= 20);
    });

    [Fact]
    public void HasRoom_ForNames_AtEveryPrivateRange()
    {
        var rules = AwsAclRules.Intra(Own, PrivateRanges.All, names: true);
        Assert.Equal((20, 16), (rules.In.Length, rules.Out.Length));
    }

    [Fact]
    public async Task StandsBeforeEverySubnet_OfItsTier()
    {
        var asked = await Harness.RunAsync((aws, gcp) => _ = new AwsNetwork("east", AwsNetworkTests.ThreeZones, aws));
        Assert.All(asked.OfType("aws:ec2/networkAclAssociation:NetworkAclAssociation"), association =>
        {
            var subnet = asked.Find(Assert.Single(association.PropertyDependencies["subnetId"]!))!;
            var list = asked.Find(Assert.Single(association.PropertyDependencies["networkAclId"]!))!;
            Assert.Equal(association.Name, subnet.Name);
            Assert.StartsWith(list.Name, subnet.Name, StringComparison.Ordinal);
        });
        Assert.Equal(
            "[{action: allow, cidrBlock: 10.16.0.0/16, fromPort: 0, protocol: -1, ruleNo: 100, toPort: 0}, "
            + "{action: allow, cidrBlock: 10.0.0.0/8, fromPort: 443, protocol: tcp, ruleNo: 200, toPort: 443}, "
            + "{action: allow, cidrBlock: 10.0.0.0/8, fromPort: 0, icmpCode: -1, icmpType: -1, protocol: icmp, ruleNo: 201, toPort: 0}]",
            asked.One("aws:ec2/networkAcl:NetworkAcl", "east-intra").Input("ingress"));
    }

    [Fact]
    public async Task Refuses_MorePeersThanThereIsRoomFor() => Assert.Contains(
        "rules.in: must be at most 20, which is what AWS takes; got 21; state peers as fewer and larger ranges",
        await Harness.FailAsync((aws, gcp) => _ = new AwsNetwork(
            "east",
            AwsNetworkTests.ThreeZones with { PeerRanges = [.. Enumerable.Range(0, 10).Select(index => Range("172.16.0.0/12").Part(24, index))] },
            aws)),
        StringComparison.Ordinal);

    private static bool Passes(ImmutableArray<AwsAclRule> rules, string protocol, string other, int port) => rules.Any(rule =>
        rule.Range.Contains(Range(other + "/32"))
        && (rule.Protocol == "-1" || (rule.Protocol == protocol && (protocol == "icmp" || (rule.FromPort <= port && port <= rule.ToPort)))));

    private static Cidr Range(string text) => Cidr.Parse(text)!.Value;
}
