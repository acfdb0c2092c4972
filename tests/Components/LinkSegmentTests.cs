using System.Collections.Immutable;
using CrossCloudMesh.Links;
using CrossCloudMesh.Networks;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Values;
using Pulumi;

namespace CrossCloudMesh.Tests.Components;

/// <summary>A hub with two links to Google Cloud, east and west, and one to a data centre in Frankfurt.</summary>
[Collection(Evaluations.Name)]
public sealed class LinkSegmentTests
{
    private const string Association = "aws:ec2transitgateway/routeTableAssociation:RouteTableAssociation";
    private const string Propagation = "aws:ec2transitgateway/routeTablePropagation:RouteTablePropagation";

    [Fact]
    public async Task WithoutTransit_EveryTableOfLinks_KnowsTheNetworkAlone()
    {
        var asked = await RunAsync([]);
        Assert.Equal(
            [
                "hub-mesh: hub-network, link-east-0, link-east-1, link-frankfurt-0, link-frankfurt-1, link-west-0, link-west-1",
                "links: hub-network",
                "links-frankfurt: hub-network",
            ],
            Told(asked, Propagation));
    }

    [Fact]
    public async Task ADataCentre_HasATableOfItsOwn_FromItsFirstDay() => Assert.Equal(
        [
            "hub-mesh: hub-network",
            "links: link-east-0, link-east-1, link-west-0, link-west-1",
            "links-frankfurt: link-frankfurt-0, link-frankfurt-1",
        ],
        Told(await RunAsync([]), Association));

    [Fact]
    public async Task WithTransit_BothTablesKnowTheOther_AndNoLinkThatIsNotNamedDoes()
    {
        var asked = await RunAsync(["east"]);
        Assert.Equal(
            [
                "hub-mesh: hub-network, link-east-0, link-east-1, link-frankfurt-0, link-frankfurt-1, link-west-0, link-west-1",
                "links: hub-network",
                "links-east: hub-network, link-frankfurt-0, link-frankfurt-1",
                "links-frankfurt: hub-network, link-east-0, link-east-1",
            ],
            Told(asked, Propagation));
        Assert.Equal(
            [
                "hub-mesh: hub-network", "links: link-west-0, link-west-1", "links-east: link-east-0, link-east-1",
                "links-frankfurt: link-frankfurt-0, link-frankfurt-1",
            ],
            Told(asked, Association));
    }

    [Fact]
    public async Task TransitThroughTwoLinks_LetsTheTwoLearnNothingOfOneAnother()
    {
        var asked = await RunAsync(["east", "west"]);
        Assert.Equal(
            [
                "hub-mesh: hub-network, link-east-0, link-east-1, link-frankfurt-0, link-frankfurt-1, link-west-0, link-west-1",
                "links: hub-network",
                "links-east: hub-network, link-frankfurt-0, link-frankfurt-1",
                "links-frankfurt: hub-network, link-east-0, link-east-1, link-west-0, link-west-1",
                "links-west: hub-network, link-frankfurt-0, link-frankfurt-1",
            ],
            Told(asked, Propagation));
    }

    [Fact]
    public async Task DeclaringTransit_TouchesNothing_ButTheAssociationsOfTheLinkThatIsNamed()
    {
        var before = await RunAsync([]);
        var after = await RunAsync(["east"]);
        var touched = before.Resources
            .Where(old => old.IsCustom && !(old.Inputs.Equals(after.Find(old.Urn)!.Inputs) && Same(old, after.Find(old.Urn)!)))
            .Select(old => $"{old.Type.Split(':')[^1]} {old.Name}");
        Assert.Equal(["RouteTableAssociation link-east-0", "RouteTableAssociation link-east-1"], touched);
        // An attachment has one table at a time: a new association must wait until the old one is gone.
        Assert.All(after.OfType(Association).Where(each => each.Name.StartsWith("link-", StringComparison.Ordinal)), each => Assert.True(each.Options.DeleteBeforeReplace));
    }

    [Fact]
    public async Task Refuses_TransitThroughItself() => Assert.Contains(
        "transit.frankfurt: must name other links of the hub; got frankfurt; leave it out: a link always passes to itself",
        await Harness.FailAsync((aws, gcp) => Make(aws, gcp, ["frankfurt"])),
        StringComparison.Ordinal);

    private static bool Same(PlannedResource old, PlannedResource now) => old.PropertyDependencies
        .SelectMany(property => property.Value.Select(urn => (property.Key, urn)))
        .SequenceEqual(now.PropertyDependencies.SelectMany(property => property.Value.Select(urn => (property.Key, urn))));

    /// <summary>By the name of a table, the names of the attachments that stand in such a relation to it.</summary>
    private static IEnumerable<string> Told(Asked asked, string relation) => asked.OfType(relation)
        .GroupBy(each => Behind(asked, each, "transitGatewayRouteTableId"), StringComparer.Ordinal)
        .OrderBy(table => table.Key, StringComparer.Ordinal)
        .Select(table => $"{table.Key}: {string.Join(", ", table.Select(each => Behind(asked, each, "transitGatewayAttachmentId")).Order(StringComparer.Ordinal))}");

    private static string Behind(Asked asked, PlannedResource resource, string property) =>
        asked.Find(Assert.Single(resource.PropertyDependencies[property]!))!.Name;

    private static Task<Asked> RunAsync(string[] through) => Harness.RunAsync((aws, gcp) => Make(aws, gcp, through));

    private static void Make(ComponentResourceOptions aws, ComponentResourceOptions gcp, string[] through)
    {
        var hub = new TransitHub("hub", new()
        {
            AccountId = "123456789012",
            Region = "us-east-1",
            PhysicalName = "test-aws-east",
            Asn = 64512,
            Networks = ImmutableSortedDictionary.Create<string, AttachedNetwork>(StringComparer.Ordinal)
                .Add("network", new() { VpcId = "vpc-1", SubnetIds = new[] { "subnet-1" }, Segment = "mesh" }),
            LogRetentionDays = 30,
            Protect = true,
        }, aws);
        var segment = new LinkSegment("links", new()
        {
            PhysicalName = "test-aws-east",
            TransitGatewayId = hub.TransitGatewayId,
            AttachmentIds = hub.Attachments.ToImmutableSortedDictionary(each => each.Key, each => each.Value.Id, StringComparer.Ordinal),
            Transit = ImmutableSortedDictionary.Create<string, ImmutableSortedSet<string>>(StringComparer.Ordinal)
                .Add("frankfurt", [.. through]),
        }, aws);
        var both = new ComponentResourceOptions { Providers = { aws.Provider!, gcp.Provider! } };
        _ = new HaVpnLink("link-east", Vpn("east", 1, End("east", hub, segment)), both);
        _ = new HaVpnLink("link-west", Vpn("west", 2, End("west", hub, segment)), both);
        _ = new OnPremisesLink("link-frankfurt", new()
        {
            Key = "frankfurt",
            PhysicalName = "test-frankfurt",
            Aws = End("frankfurt", hub, segment),
            OnPremises = new()
            {
                Asn = 65010,
                Devices = [PublicAddress.Parse("198.51.100.7")!.Value, PublicAddress.Parse("198.51.100.8")!.Value],
                Ranges = [Cidr.Parse("192.168.0.0/16")!.Value],
            },
            Inside = TunnelPlan.OfLink(3),
            Proposal = IkeProposal.Gcm,
            Bandwidth = "standard",
            Secret = Output.CreateSecret("canary: a secret of more than 24 characters"),
            KeyGenerations = [1, 1],
            LogRetentionDays = 30,
            Protect = true,
        }, aws);
    }

    private static AwsLinkEnd End(string link, TransitHub hub, LinkSegment segment) => new()
    {
        AccountId = "123456789012",
        Region = "us-east-1",
        Asn = 64512,
        TransitGatewayId = hub.TransitGatewayId,
        LinkTableId = segment.TableOf(link),
        SegmentTables = hub.SegmentTables.AddRange(segment.LearnersOf(link)),
        Ranges = [Cidr.Parse("10.0.0.0/16")!.Value],
    };

    private static HaVpnLinkArgs Vpn(string key, int slot, AwsLinkEnd aws) => new()
    {
        Key = key,
        PhysicalName = $"test-{key}",
        Aws = aws,
        Google = new()
        {
            Project = "acme-mesh",
            Region = "us-east4",
            Asn = 64600 + slot,
            RouterName = $"test-gcp-{key}",
            VpnGatewaySelfLink = "gateway",
            VpnAddresses = [Output.Create($"203.0.113.{10 * slot}"), Output.Create($"203.0.113.{(10 * slot) + 1}")],
            NetworkSelfLink = "network",
            Ranges = [Cidr.Parse($"10.{32 + slot}.0.0/23")!.Value],
        },
        Inside = TunnelPlan.OfLink(slot),
        Proposal = IkeProposal.Gcm,
        Bandwidth = "standard",
        Secret = Output.CreateSecret($"canary of {key}, a secret of more than 24 characters"),
        KeyGenerations = [1, 1],
        LogRetentionDays = 30,
        Protect = true,
    };
}
