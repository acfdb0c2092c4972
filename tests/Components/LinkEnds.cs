using System.Collections.Immutable;
using CrossCloudMesh.Links;
using CrossCloudMesh.Values;
using Pulumi;

namespace CrossCloudMesh.Tests.Components;

/// <summary>Two sites to join by an interconnect.</summary>
internal static class LinkEnds
{
    public const string SecretText = "canary: a secret of more than 24 characters";

    public static AwsLinkEnd Aws { get; } = new()
    {
        AccountId = "123456789012",
        Region = "us-east-1",
        Asn = 64512,
        TransitGatewayId = "tgw-1",
        LinkTableId = "tgw-rtb-links",
        SegmentTables = ImmutableSortedDictionary.Create<string, Output<string>>(StringComparer.Ordinal).Add("mesh", Output.Create("tgw-rtb-mesh")),
        Ranges = [Range("10.0.0.0/16")],
    };

    public static GoogleLinkEnd Google { get; } = new()
    {
        Project = "acme-mesh",
        Region = "us-east4",
        Asn = 64600,
        RouterName = "test-gcp-east",
        VpnGatewaySelfLink = "gateway",
        VpnAddresses = [Output.Create("203.0.113.10"), Output.Create("203.0.113.11")],
        NetworkSelfLink = "network",
        Ranges = [Range("10.32.0.0/23"), Range("10.64.0.0/17")],
    };

    /// <summary>Cables in one metropolitan area, or in two, all of them delivered.</summary>
    public static CrossCloudInterconnectArgs Cables(InterconnectTopology topology) => new()
    {
        Key = "us",
        PhysicalName = "test-us",
        Aws = Aws,
        Google = Google,
        Topology = topology,
        Metros = topology == InterconnectTopology.OneMetro ? [Ashburn] : [Ashburn, Chicago],
        SpeedGbps = 100,
        Inside = AttachmentPlan.OfLink(3),
        GatewayAsn = 64700,
        Secret = Output.CreateSecret(SecretText),
        NetworkMtuBytes = 8500,
        Protect = true,
    };

    public static Cidr Range(string text) => Cidr.Parse(text)!.Value;

    private static InterconnectMetro Ashburn => new()
    {
        AwsRegion = "us-east-1",
        GoogleRegion = "us-east4",
        Connections = [Port("aws-csva1", 1, 1001), Port("aws-eqdc2", 2, 1002)],
    };

    private static InterconnectMetro Chicago => new()
    {
        AwsRegion = "us-east-2",
        GoogleRegion = "us-central1",
        Connections = [Port("aws-eqc50", 1, 1003), Port("aws-eqc50", 2, 1004)],
    };

    private static InterconnectPort Port(string location, int domain, int vlan) =>
        new() { Location = location, Domain = domain, Vlan = vlan, KeyGeneration = 1, Delivered = true };
}
