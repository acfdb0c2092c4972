using System.Collections.Immutable;
using CrossCloudMesh.Links;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Values;
using Pulumi;

namespace CrossCloudMesh.Tests.Components;

/// <summary>What a dedicated interconnect refuses, each rule broken alone, with its sentence.</summary>
[Collection(Evaluations.Name)]
public sealed class InterconnectFaultTests
{
    private static readonly CrossCloudInterconnectArgs One = LinkEnds.Cables(InterconnectTopology.OneMetro);
    private static readonly CrossCloudInterconnectArgs Two = LinkEnds.Cables(InterconnectTopology.TwoMetros);

    public static TheoryData<string> Rules => new(Broken.Keys);

    private static ImmutableSortedDictionary<string, (CrossCloudInterconnectArgs Args, string Sentence)> Broken { get; } =
        new Dictionary<string, (CrossCloudInterconnectArgs, string)>
        {
            ["one metro where two are promised"] = (
                Two with { Metros = [Two.Metros[0]] },
                "metros: must hold 2 metropolitan areas, or Google does not promise 99.99 percent; got 1; add or remove one, or choose the other topology"),
            ["two metros that are one"] = (
                Two with { Metros = [Two.Metros[0], Two.Metros[0] with { GoogleRegion = "us-central1", Connections = [.. Two.Metros[0].Connections] }] },
                "metros: must be different metropolitan areas, as one that fails takes all of its connections; got iad; choose a second one"),
            ["two metros with one region"] = (
                Two with { Metros = Two.Metros.SetItem(1, Two.Metros[1] with { GoogleRegion = "us-east4" }) },
                "metros: must have routers in different regions of Google Cloud; got us-east4; choose a second region"),
            ["one connection"] = (
                One with { Metros = [One.Metros[0] with { Connections = [One.Metros[0].Connections[0]] }] },
                "metros[0].connections: must hold 2, one in each edge availability domain; got 1"),
            ["both connections in one domain"] = (
                Port(One, 1, port => port with { Domain = 1 }),
                "metros[0].connections: must be in both edge availability domains, as Google works on one of them at a time; got 1; put one in the other domain"),
            ["a third domain"] = (Port(One, 1, port => port with { Domain = 3 }), "metros[0].connections[1].domain: must be edge availability domain 1 or 2; got 3"),
            ["connections in two metros"] = (
                Port(One, 1, port => port with { Location = "aws-eqc50" }),
                "metros[0].connections: must be in one metropolitan area; got aws-csva1 and aws-eqc50"),
            ["a VLAN that is too small"] = (Port(One, 0, port => port with { Vlan = 1 }), "metros[0].connections[0].vlan: must be from 2 to 4094, which both clouds take; got 1"),
            ["a VLAN that is too large"] = (Port(One, 1, port => port with { Vlan = 4095 }), "metros[0].connections[1].vlan: must be from 2 to 4094, which both clouds take; got 4095"),
            ["a location that does not serve the region"] = (
                One with { Metros = [One.Metros[0] with { GoogleRegion = "europe-west3" }] },
                "metros[0].connections[1].location: must serve the region of its router, and serves northamerica-northeast1, northamerica-northeast2, us-central1, "
                + "us-east1, us-east4, us-east5, us-south1, us-west1, us-west2, us-west3, us-west4; got aws-eqdc2 for europe-west3; choose another location or another region"),
            ["a speed that is not sold"] = (One with { SpeedGbps = 40 }, "speedGbps: must be one that both clouds sell: 10, 100, 400 Gbit/s; got 40"),
            ["a public number"] = (One with { GatewayAsn = 16550 }, "gatewayAsn: must be a private AS number from 64512 to 65534; got 16550"),
            ["the hub's number"] = (One with { GatewayAsn = 64512 }, "gatewayAsn: must differ from that of the hub, or AWS refuses to join the two; got 64512; choose another"),
            ["the router's number"] = (
                One with { GatewayAsn = 64600 },
                "gatewayAsn: must differ from that of Google's router, or each drops the other's routes; got 64600; choose another"),
            ["too many ranges of AWS"] = (
                One with { Aws = One.Aws with { Ranges = Many(101) } },
                "aws.ranges: must be at most 100 ranges: AWS announces both halves of each, and at most 200 prefixes for a hub; got 101; use fewer, larger ranges"),
            ["too many ranges of Google"] = (
                One with { Google = One.Google with { Ranges = Many(101) } },
                "google.ranges: must be at most 100 ranges, beyond which AWS leaves the session idle; got 101; use fewer, larger ranges"),
            ["too little room"] = (One with { Inside = LinkEnds.Range("169.254.128.0/28") }, "inside: must be a /27 or larger, which four sessions need; got 169.254.128.0/28"),
            ["one LAG for two"] = (
                One with { Metros = [One.Metros[0] with { Connections = [.. One.Metros[0].Connections.Select(port => port with { Macsec = Macsec() })] }] },
                "metros: must have a LAG of its own for each connection, or one VLAN is asked for twice on it; got dxlag-1; order one for each"),
            ["delivered without a LAG"] = (
                Port(One, 0, port => port with { Macsec = Macsec() with { LagId = null } }),
                "metros[0].connections[0].macsec.lagId: must be stated once the cable is there, as its virtual interface stands on it; state the LAG that was ordered with MACsec"),
            ["encrypted before delivery"] = (
                Port(One, 0, port => port with { Delivered = false, Macsec = Macsec() with { Enabled = true } }),
                "metros[0].connections[0].macsec.enabled: must wait until the cable is there, as Google draws no key before; got true; set delivered first"),
            ["no key"] = (
                Port(One, 0, port => port with { Macsec = Macsec() with { Keys = [] } }), "metros[0].connections[0].macsec.keys: must hold 1 to 3, as many as AWS keeps; got 0"),
            ["keys without a start"] = (
                Port(One, 0, port => port with { Macsec = Macsec() with { Keys = [new("a", null), new("b", Start)] } }),
                "metros[0].connections[0].macsec.keys: must each say when it starts, where there is more than one; set startsAt of each"),
            ["keys too close together"] = (
                Port(One, 0, port => port with { Macsec = Macsec() with { Keys = [new("a", Start), new("b", Start.AddHours(5))] } }),
                "metros[0].connections[0].macsec.keys: must start 6 hours apart or more, the oldest first"),
        }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static DateTimeOffset Start => new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Refuses(string rule) => Assert.EndsWith(Broken[rule].Sentence, await FailAsync(Broken[rule].Args), StringComparison.Ordinal);

    [Fact]
    public async Task Refuses_ALocationThatDoesNotExist() => Assert.Contains(
        "metros[0].connections[0].location: must be where Google's network meets AWS's: aws-cgm60, ",
        await FailAsync(Port(One, 0, port => port with { Location = "aws-nowhere" })),
        StringComparison.Ordinal);

    [Fact]
    public async Task AllFaults_AreToldAtOnce_BeforeAnythingIsMade()
    {
        var message = await FailAsync(One with { SpeedGbps = 1, GatewayAsn = 1 });
        Assert.Contains("speedGbps: must be one that both clouds sell", message, StringComparison.Ordinal);
        Assert.Contains("gatewayAsn: must be a private AS number", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASecretThatIsTooShort_StopsIt_WithoutBeingShown()
    {
        var message = await FailAsync(One with { Secret = Output.CreateSecret("canary") });
        Assert.Contains("the secret of link us must have 24 characters or more", message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", message, StringComparison.Ordinal);
    }

    private static Task<string> FailAsync(CrossCloudInterconnectArgs args) => Harness.FailAsync((aws, gcp) =>
        _ = new CrossCloudInterconnect("link", args, new() { Providers = { aws.Provider!, gcp.Provider! } }));

    private static MacsecPort Macsec() => new() { LagId = "dxlag-1", Keys = [new("key-1", null)], Enabled = false };

    private static CrossCloudInterconnectArgs Port(CrossCloudInterconnectArgs args, int index, Func<InterconnectPort, InterconnectPort> with) =>
        args with { Metros = [args.Metros[0] with { Connections = args.Metros[0].Connections.SetItem(index, with(args.Metros[0].Connections[index])) }] };

    private static ImmutableArray<Cidr> Many(int count) => [.. Enumerable.Range(0, count).Select(index => LinkEnds.Range("10.0.0.0/8").Part(20, index))];
}
