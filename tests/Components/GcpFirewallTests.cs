using CrossCloudMesh.Facts;
using CrossCloudMesh.Networks;
using CrossCloudMesh.Preview.Evaluation;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Tests.Components;

[Collection(Evaluations.Name)]
public sealed class GcpFirewallTests
{
    private const string Firewall = "gcp:compute/firewall:Firewall";

    private static readonly FirewallAllowance Bastion = new()
    {
        SourceRanges = [Cidr.Parse("10.9.0.0/24")!.Value],
        Protocol = "tcp",
        Ports = [PortRange.Of(22), PortRange.Parse("8000-8999")!.Value],
        Priority = 900,
        Why = "Lets the bastion in",
    };

    [Fact]
    public async Task DeniesAndLogs_WhatNoOtherRuleAdmits()
    {
        var deny = (await GcpNetworkTests.RunAsync()).One(Firewall, "east-firewall-deny");
        Assert.Equal("[{protocol: all}]", deny.Input("denies"));
        Assert.Equal("[0.0.0.0/0]", deny.Input("sourceRanges"));
        Assert.Equal("65534", deny.Input("priority"));
        Assert.Equal("{metadata: INCLUDE_ALL_METADATA}", deny.Input("logConfig"));
    }

    [Fact]
    public async Task AdmitsNothing_FromEverywhere() => Assert.All(
        (await GcpNetworkTests.RunAsync()).OfType(Firewall).Where(rule => rule.Input("allows") != "absent"),
        rule => Assert.DoesNotContain("0.0.0.0/0", rule.Input("sourceRanges"), StringComparison.Ordinal));

    [Fact]
    public async Task AdmitsTheControlPlane_ToEveryPortThatItCalls()
    {
        var rule = (await GcpNetworkTests.RunAsync()).One(Firewall, "east-firewall-control-plane");
        Assert.Equal("[10.32.0.0/20]", rule.Input("sourceRanges"));
        Assert.Equal("[{ports: [443, 10250, 8443, 9443, 10260, 15017], protocol: tcp}]", rule.Input("allows"));
        Assert.Equal("1000", rule.Input("priority"));
    }

    [Fact]
    public async Task AdmitsHealthChecks_OfGooglesLoadBalancers()
    {
        var rule = (await GcpNetworkTests.RunAsync()).One(Firewall, "east-firewall-health-checks");
        Assert.Equal("[130.211.0.0/22, 35.191.0.0/16]", rule.Input("sourceRanges"));
        Assert.Equal("[{protocol: tcp}]", rule.Input("allows"));
    }

    [Fact]
    public async Task AdmitsWhatIsNamed_AndMovesNothingElse()
    {
        var before = await GcpNetworkTests.RunAsync();
        var after = await GcpNetworkTests.RunAsync(args => args with { Allowances = args.Allowances.Add("bastion", Bastion) });
        Assert.All(before.Resources, old => Assert.Equal(old.Inputs, after.Find(old.Urn)!.Inputs));

        var rule = Assert.Single(after.Resources, now => before.Find(now.Urn) is null);
        Assert.Equal("test-east-bastion", rule.Input("name"));
        Assert.Equal("[10.9.0.0/24]", rule.Input("sourceRanges"));
        Assert.Equal("absent", rule.Input("sourceTags"));
        Assert.Equal("[{ports: [22, 8000-8999], protocol: tcp}]", rule.Input("allows"));
        Assert.Equal("900", rule.Input("priority"));
        Assert.Equal("Lets the bastion in", rule.Input("description"));
    }

    [Fact]
    public async Task AdmitsByTag_WhereTagsAreNamed()
    {
        var asked = await GcpNetworkTests.RunAsync(args => args with
        {
            Allowances = args.Allowances.Add("probe", Bastion with { SourceRanges = [], SourceTags = [NetworkTag.Parse("probe")!.Value] }),
        });
        var rule = asked.One(Firewall, "east-firewall-probe");
        Assert.Equal("[probe]", rule.Input("sourceTags"));
        Assert.Equal("absent", rule.Input("sourceRanges"));
    }

    [Theory]
    [InlineData("deny")]
    [InlineData("inside")]
    [InlineData("control-plane")]
    [InlineData("health-checks")]
    public async Task Refuses_ANameThatIsTaken(string name) => Assert.Contains(
        $"allowances.{name}: must not have the name of a rule that is always there; got {name}; choose another",
        await FailAsync(name, Bastion),
        StringComparison.Ordinal);

    [Fact]
    public async Task Refuses_BadAllowances_AllAtOnce()
    {
        var message = await FailAsync("bad", Bastion with
        {
            SourceRanges = [Cidr.Parse("0.0.0.0/0")!.Value],
            SourceTags = [NetworkTag.Parse("probe")!.Value],
            Protocol = "icmp",
            Priority = 65533,
        });
        Assert.Contains("allowances.bad: must say where it admits from, by sourceRanges or by sourceTags; got both; give one of the two", message, StringComparison.Ordinal);
        Assert.Contains("allowances.bad.sourceRanges: must not be every address; got 0.0.0.0/0; name the ranges that need to come in", message, StringComparison.Ordinal);
        Assert.Contains("allowances.bad.ports: must be left out with icmp, which has no ports; got 22, 8000-8999", message, StringComparison.Ordinal);
        Assert.Contains("allowances.bad.priority: must be 0 to 65532; got 65533", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Knows_WhereEachPortIsFrom() =>
        Assert.All(GcpNetworkFacts.ControlPlaneCalls, call => Assert.StartsWith("https://", call.Source.Url, StringComparison.Ordinal));

    private static async Task<string> FailAsync(string name, FirewallAllowance allowance) => (await Assert.ThrowsAsync<ProgramFailedException>(
        () => GcpNetworkTests.RunAsync(args => args with { Allowances = args.Allowances.Add(name, allowance) }))).Message;
}
