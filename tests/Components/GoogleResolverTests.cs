using CrossCloudMesh.Networks;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Values;
using Pulumi.Gcp.Projects;

namespace CrossCloudMesh.Tests.Components;

[Collection(Evaluations.Name)]
public sealed class GoogleResolverTests
{
    private const string Zone = "gcp:dns/managedZone:ManagedZone";
    private const string Policy = "gcp:dns/policy:Policy";
    private const string Service = "gcp:projects/service:Service";

    [Fact]
    public async Task Makes_AZone_AndAPolicy_OnceTheApiIsThere()
    {
        var asked = await RunAsync();
        Assert.Equal([$"{Zone} 1", $"{Policy} 1", $"{Service} 1"], asked.Counts());
        var api = asked.One(Service).Urn;
        Assert.Contains(api, asked.One(Zone).DependsOn);
        Assert.Contains(api, asked.One(Policy).DependsOn);
    }

    [Fact]
    public async Task KeepsItsZone_ForTheNetworkAlone()
    {
        var zone = (await RunAsync()).One(Zone, "names");
        Assert.Equal("east.mesh.example.", zone.Input("dnsName"));
        Assert.Equal("test-east-names", zone.Input("name"));
        Assert.Equal("private", zone.Input("visibility"));
        Assert.Equal("[{networkUrl: network}]", zone.Input("privateVisibilityConfig>networks"));
        Assert.Equal("absent", zone.Input("forwardingConfig"));
        Assert.True(zone.Options.Protect);
    }

    [Fact]
    public async Task TakesQueries_AndWritesThemDown()
    {
        var policy = (await RunAsync()).One(Policy, "names");
        Assert.Equal("true", policy.Input("enableInboundForwarding"));
        Assert.Equal("true", policy.Input("enableLogging"));
        Assert.Equal("[{networkUrl: network}]", policy.Input("networks"));
    }

    [Fact]
    public async Task Tells_WhereItIsAsked_OnceThePolicyStands()
    {
        var told = new List<string>();
        await Harness.RunAsync((aws, gcp) => Make(gcp).EntryAddress.Apply(address =>
        {
            told.Add(address);
            return 0;
        }));
        Assert.Matches(@"^\d+(\.\d+){3}$", Assert.Single(told.Distinct(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Refuses_ToGoOn_WhereGoogleGaveNoAddress() => Assert.Contains(
        "entryAddress: must be an address of Google's in the subnetwork; got none; run it again: Google gives one soon after the policy",
        await Harness.FailAsync((aws, gcp) => _ = Make(gcp, subnetwork: "")),
        StringComparison.Ordinal);

    private static Task<Asked> RunAsync() => Harness.RunAsync((aws, gcp) => _ = Make(gcp));

    private static GoogleResolver Make(Pulumi.ComponentResourceOptions gcp, string subnetwork = "subnetwork") => new("names", new()
    {
        Project = "acme-mesh",
        Region = "us-east4",
        PhysicalName = "test-east",
        NetworkSelfLink = "network",
        SubnetSelfLink = subnetwork,
        Domain = DomainName.Parse("east.mesh.example")!.Value,
        DnsApi = new Service("dns", new() { ServiceName = "dns.googleapis.com" }, new() { Provider = gcp.Provider }),
        Protect = true,
    }, gcp);
}
