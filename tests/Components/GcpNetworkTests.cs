using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Foundation;
using CrossCloudMesh.Networks;
using CrossCloudMesh.Preview.Evaluation;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Tests.Components;

[Collection(Evaluations.Name)]
public sealed class GcpNetworkTests
{
    [Fact]
    public async Task Makes_EightResources() => Assert.Equal(
        [
            "gcp:compute/firewall:Firewall 4",
            "gcp:compute/network:Network 1",
            "gcp:compute/router:Router 1",
            "gcp:compute/routerNat:RouterNat 1",
            "gcp:compute/subnetwork:Subnetwork 1",
            "gcp:projects/service:Service 1",
        ],
        (await RunAsync()).Counts());

    [Fact]
    public async Task NamesTheRanges_ThatClustersUse()
    {
        var subnet = (await RunAsync()).One("gcp:compute/subnetwork:Subnetwork");
        Assert.Equal("10.32.0.0/20", subnet.Input("ipCidrRange"));
        Assert.Equal(
            "[{ipCidrRange: 10.33.0.0/17, rangeName: pods}, {ipCidrRange: 10.32.16.0/20, rangeName: services}]",
            subnet.Input("secondaryIpRanges"));
        Assert.Equal("true", subnet.Input("privateIpGoogleAccess"));
    }

    [Fact]
    public async Task LetsNodesAndPods_Out()
    {
        var subnets = (await RunAsync()).One("gcp:compute/routerNat:RouterNat").Input("subnetworks");
        Assert.Contains("secondaryIpRangeNames: [pods]", subnets, StringComparison.Ordinal);
        Assert.Contains("sourceIpRangesToNats: [PRIMARY_IP_RANGE, LIST_OF_SECONDARY_IP_RANGES]", subnets, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WaitsForItsApi_AndForNothingElse()
    {
        var asked = await RunAsync();
        Assert.Equal(["Service"], asked.TypesBefore(asked.One("gcp:compute/network:Network")));
    }

    [Fact]
    public async Task TakesFixedAddresses_OnlyWhereAsked()
    {
        var asked = await RunAsync();
        Assert.Equal("AUTO_ONLY", asked.One("gcp:compute/routerNat:RouterNat").Input("natIpAllocateOption"));
        Assert.Equal("absent", asked.One("gcp:compute/routerNat:RouterNat").Input("natIps"));

        var @fixed = await RunAsync(args => args with { NatAddresses = 2 });
        var nat = @fixed.One("gcp:compute/routerNat:RouterNat");
        Assert.Equal("MANUAL_ONLY", nat.Input("natIpAllocateOption"));
        Assert.Equal(
            ["east-nat-0", "east-nat-1"],
            nat.PropertyDependencies["natIps"]!.Select(urn => @fixed.Find(urn)!.Name).Order(StringComparer.Ordinal));
        Assert.All(@fixed.OfType("gcp:compute/address:Address"), address => Assert.True(address.Options.Protect));
    }

    [Fact]
    public async Task MovesNoAddress_WhenOneComes()
    {
        var before = await RunAsync(args => args with { NatAddresses = 1 });
        var after = await RunAsync(args => args with { NatAddresses = 2 });
        Assert.Equal(
            ["gcp:compute/routerNat:RouterNat"],
            before.Resources.Where(old => !old.Inputs.Equals(after.Find(old.Urn)?.Inputs)).Select(old => old.Type));
    }

    [Fact]
    public async Task LeadsApis_ToTheGuardedAddresses_WhereAsked()
    {
        var before = await RunAsync();
        var asked = await RunAsync(args => args with { RestrictedApis = new(args.Api) });
        Assert.All(before.Resources, old => Assert.Equal(old.Inputs, asked.Find(old.Urn)!.Inputs));

        var route = asked.One("gcp:compute/route:Route");
        Assert.Equal("199.36.153.4/30", route.Input("destRange"));
        Assert.Equal("default-internet-gateway", route.Input("nextHopGateway"));
        Assert.Equal(
            ["gcr.io. private", "googleapis.com. private", "pkg.dev. private"],
            asked.OfType("gcp:dns/managedZone:ManagedZone").Select(zone => $"{zone.Input("dnsName")} {zone.Input("visibility")}").Order(StringComparer.Ordinal));
        const string Addresses = "[199.36.153.4, 199.36.153.5, 199.36.153.6, 199.36.153.7]";
        Assert.Equal(
            [
                "*.gcr.io. CNAME [gcr.io.]",
                "*.googleapis.com. CNAME [restricted.googleapis.com.]",
                "*.pkg.dev. CNAME [pkg.dev.]",
                $"gcr.io. A {Addresses}",
                $"pkg.dev. A {Addresses}",
                $"restricted.googleapis.com. A {Addresses}",
            ],
            asked.OfType("gcp:dns/recordSet:RecordSet")
                .Select(record => $"{record.Input("name")} {record.Input("type")} {record.Input("rrdatas")}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task HasNoWayOut_WhereThereIsToBeNone() => Assert.Equal(
        ["gcp:compute/router:Router", "gcp:compute/routerNat:RouterNat"],
        (await RunAsync()).Resources.Select(resource => resource.Type)
            .Except((await RunAsync(args => args with { Nat = false })).Resources.Select(resource => resource.Type), StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Refuses_AddressesOfANat_WhereThereIsToBeNone() => Assert.Contains(
        "natAddresses: must be 0 without a NAT; got 2",
        (await Assert.ThrowsAsync<ProgramFailedException>(() => RunAsync(args => args with { Nat = false, NatAddresses = 2 }))).Message,
        StringComparison.Ordinal);

    [Fact]
    public async Task Refuses_MoreAddressesThanANatTakes() => Assert.Contains(
        "natAddresses: must be 0 to 100; got 101",
        (await Assert.ThrowsAsync<ProgramFailedException>(() => RunAsync(args => args with { NatAddresses = 101 }))).Message,
        StringComparison.Ordinal);

    internal static Task<Asked> RunAsync(Func<GcpNetworkArgs, GcpNetworkArgs>? with = null) => Harness.RunAsync((aws, gcp) =>
    {
        var apis = new GoogleApis("apis", new()
        {
            Project = "acme-mesh",
            Apis = ImmutableSortedSet.Create(StringComparer.Ordinal, GkeFacts.ComputeApi),
        }, gcp);
        var args = new GcpNetworkArgs
        {
            Project = "acme-mesh",
            Region = "us-east4",
            PhysicalName = "test-east",
            Nodes = Cidr.Parse("10.32.0.0/20")!.Value,
            Pods = Cidr.Parse("10.33.0.0/17")!.Value,
            Services = Cidr.Parse("10.32.16.0/20")!.Value,
            Api = apis.Enabled(GkeFacts.ComputeApi),
            Protect = true,
        };
        _ = new GcpNetwork("east", with is null ? args : with(args), gcp);
    });
}
