using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Network.Proof;
using CrossCloudMesh.Plan.Rules;
using CrossCloudMesh.Plan.Rules.Links;
using CrossCloudMesh.Tests.Plan.Rules;

namespace CrossCloudMesh.Tests.Plan.Network;

/// <summary>Rules about private names, each seen failing on a good plan with one thing broken, and no other rule with it.</summary>
public sealed class DnsRuleTests
{
    private const string AwsRule = "aws:route53/resolverRule:ResolverRule";
    private const string Endpoint = "aws:route53/resolverEndpoint:ResolverEndpoint";
    private const string Router = "gcp:compute/router:Router";
    private const string Route = "aws:ec2/route:Route";
    private const string Zone = "gcp:dns/managedZone:ManagedZone";

    private static readonly PlanDocument Good = Plan();

    [Fact]
    public void Rules_FindNothing_InAGoodPlan() => Assert.Empty(Found(Good));

    [Theory]
    // Each asks the other for the same domain.
    [InlineData(Zone, "dnsName", "gcp0.mesh.example.", "aws0-gcp0-names: leads gcp0.mesh.example to gcp0-network, from where it comes back")]
    // What lies in the domain that is asked for is asked back.
    [InlineData(Zone, "dnsName", "deep.gcp0.mesh.example.", "aws0-gcp0-names: leads deep.gcp0.mesh.example to gcp0-network, from where it comes back")]
    public void LinkDnsLoop_Fails_When_BothAskForOneName(string type, string path, string value, params string[] expected) =>
        Fails<LinkDnsLoop>(Change(type, "aws0-gcp0-names", resource => resource.With(path, $"\"{value}\"")), expected, "gcp0-names");

    [Fact]
    public void LinkDnsLoop_Fails_When_ANetworkAsksItself() => Fails<LinkDnsLoop>(
        Change(Zone, "aws0-gcp0-names", zone => zone.Referring("forwardingConfig", Named("gcp:dns/policy:Policy", "gcp0-names").Urn)),
        ["aws0-gcp0-names: leads aws0.mesh.example to gcp0-network, from where it comes back"]);

    [Fact]
    public void LinkDnsLoop_Passes_What_ALongerDomainAnswers() => Assert.Empty(
        Found(Change(AwsRule, "aws0-gcp0-names", rule => rule.With("domainName", "\"mesh.example\""))));

    [Fact]
    public void LinkDnsZones_Fails_When_AllAddressesAreInOne() => Fails<LinkDnsZones>(
        Change(Endpoint, "aws0-names-outbound", endpoint => endpoint.Referring("ipAddresses", Named("aws:ec2/subnet:Subnet", "aws0-network-intra-az1").Urn)),
        ["aws0-names-outbound: has all its addresses in az1"]);

    [Fact]
    public void LinkDnsReturn_Fails_When_TheRangeIsNotAnnounced() => Fails<LinkDnsReturn>(
        Change(Router, "gcp0-routers", router => router.With("bgp.advertisedIpRanges[2].range", "\"35.199.192.0/20\"")),
        [.. Enumerable.Range(0, 4).Select(number => $"aws0-gcp0-link-tunnel-{number}: does not announce 35.199.192.0/19, from which aws0-gcp0-names asks")],
        "link-routes", "link-overlap");

    [Fact]
    public void LinkDnsReturn_Fails_When_ItIsNotLedBack() => Fails<LinkDnsReturn>(
        Of(Good.Resources.Where(resource => resource.Type != Route || resource.Name != "aws0-gcp0-names-answers")),
        ["aws0-network-intra: does not lead to 35.199.192.0/19 by the hub, from where aws0-gcp0-names asks"]);

    [Fact]
    public void LinkDnsReturn_Fails_When_NothingIsAsked() => Fails<LinkDnsReturn>(
        Change(Zone, "aws0-gcp0-names", zone => zone.With("forwardingConfig", null)),
        [.. Enumerable.Range(0, 4).Select(number => $"aws0-gcp0-link-tunnel-{number}: announces 35.199.192.0/19, from which nothing is asked")]);

    [Fact]
    public void LinkDnsReturn_Fails_When_NoVpnLeadsBack() => Fails<LinkDnsReturn>(
        Of(Good.Resources.Where(resource => resource.Type != "gcp:compute/vPNTunnel:VPNTunnel")),
        ["aws0-gcp0-names: asks aws0-network, from which no VPN leads back"],
        "link-pairing");

    /// <summary>The rule finds what is told, as <c>name: message</c>, and no other rule but those finds anything.</summary>
    private static void Fails<TRule>(PlanDocument plan, IEnumerable<string> expected, params string[] along)
        where TRule : Rule, new()
    {
        var id = new TRule().About.Id;
        var found = Found(plan).ToList();
        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            found.Where(each => each.Rule == id).Select(each => $"{each.Urn![(each.Urn!.LastIndexOf("::", StringComparison.Ordinal) + 2)..]}: {each.Message}").Order(StringComparer.Ordinal));
        Assert.Subset(new HashSet<string>([.. along, id, "link-reachability", "link-capacity"], StringComparer.Ordinal), found.Select(each => each.Rule).ToHashSet(StringComparer.Ordinal));
    }

    private static IEnumerable<Finding> Found(PlanDocument plan) => AllRules.Judge(plan.Resources, new DateOnly(2026, 11, 21))
        .Concat(NetworkFindings.Of(NetworkProof.Of(plan))).Where(finding => finding.Rule.StartsWith("link-", StringComparison.Ordinal));

    private static PlanDocument Plan()
    {
        var plan = new PlanBuilder();
        var (aws, google) = (new AwsEstate(plan, 0), new GoogleEstate(plan, 0));
        LinkEstate.Join(plan, aws, google, 0);
        DnsEstate.Join(plan, aws, google);
        var made = plan.Plan(PlanBuilder.Map("""{ "links": { "link": { "sites": "aws0, gcp0", "demandedMbps": "500", "packetBytes": "1350" } } }"""));
        var ranges = string.Join(',', google.Ranges.Append(DnsEstate.Range).Select(range => $$"""{ "range": "{{range}}" }"""));
        return Of(made, made.Resources.Select(resource => resource.Urn == google.Router ? resource.With("bgp.advertisedIpRanges", $"[{ranges}]") : resource));
    }

    private static PlanDocument Change(string type, string name, Func<PlannedResource, PlannedResource> change)
    {
        var one = Named(type, name);
        return Of(Good.Resources.Select(resource => ReferenceEquals(resource, one) ? change(one) : resource));
    }

    private static PlannedResource Named(string type, string name) => Good.Resources.Single(resource => resource.Type == type && resource.Name == name);

    private static PlanDocument Of(IEnumerable<PlannedResource> resources) => Of(Good, resources);

    private static PlanDocument Of(PlanDocument plan, IEnumerable<PlannedResource> resources) =>
        PlanDocument.OfFirstUpdate(plan.Stack, plan.Fidelity, resources, [], plan.Outputs);
}
