using CrossCloudMesh.Infra;
using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Network.Proof;
using CrossCloudMesh.Plan.Rules;
using CrossCloudMesh.Preview.Evaluation;
using CrossCloudMesh.Tests.Components;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Tests.Settings;

namespace CrossCloudMesh.Tests.Layers;

/// <summary>What no shipped stack has comes from settings to a plan that breaks no rule of links and passes the proof.</summary>
[Collection(Evaluations.Name)]
public sealed class LinkKindsTests
{
    private const string Domains = "      dns: { domain: SITE.dev.mesh.internal }\n";

    [Fact]
    public async Task LinesOfAPartner_ComeToAPlan_ThatIsProven()
    {
        var plan = await ProvenAsync(With("""
                    by: partnerInterconnect
                    lineMbps: 5000
                    gatewayAsn: 64720
                    secret: east-sessions
                    slot: 0
                    first: { connectionId: dxcon-1, region: us-east-1, vlan: 301 }
                    second: { connectionId: dxcon-2, region: us-east-1, vlan: 302 }

            """));
        Assert.Equal(2, plan.OfType("aws:directconnect/connectionConfirmation:ConnectionConfirmation").Count());
        Assert.Equal("16550", plan.One("gcp:compute/router:Router", "east-link").Input("bgp>asn"));
    }

    [Fact]
    public async Task LinesThatNobodyMadeYet_LeaveTheVpn()
    {
        var plan = await ProvenAsync(With("""
                    by: partnerInterconnect
                    lineMbps: 5000
                    gatewayAsn: 64720
                    secret: east-sessions
                    slot: 0

            """).Replace("demandedMbps: 2000", "demandedMbps: 1000"));
        Assert.Empty(plan.OfType("aws:directconnect/gateway:Gateway"));
        Assert.Equal(2, plan.OfType("gcp:compute/interconnectAttachment:InterconnectAttachment").Count());
    }

    [Fact]
    public async Task TunnelsOverCables_AreBeforeThoseOverTheInternet()
    {
        var plan = await ProvenAsync(Project.Replaced(Project.Fintrust, "by: crossCloudInterconnect", """
            by: encryptedInterconnect
                    hubRange: 10.200.0.0/24
                    gatewayRange: 10.201.0.0/27
                    inside: { by: plan, slot: 9 }
            """).Replace("demandedMbps: 2000", "demandedMbps: 1000"));
        Assert.Equal(6, plan.OfType("aws:ec2/vpnConnection:VpnConnection").Count());
        var known = plan.OfType("aws:ec2transitgateway/routeTablePropagation:RouteTablePropagation").Single(row => row.Name == "east-link-cables-transport");
        Assert.Contains(
            AllRules.Judge([.. plan.Resources.Where(resource => resource != known)], new DateOnly(2026, 11, 21)),
            finding => finding is { Rule: "link-hub-tables", Message: "is not known to east-link-transport" });
        Assert.Equal("[10.200.0.0/24]", plan.One("aws:ec2transitgateway/transitGateway:TransitGateway").Input("transitGatewayCidrBlocks"));
    }

    [Fact]
    public async Task Names_PassOverAVpn_BothWays()
    {
        var yaml = Project.DevWith("      hub:\n", Domains.Replace("SITE", "aws-east") + "      hub:\n")
            .Replace("      router:\n", Domains.Replace("SITE", "gcp-east") + "      router:\n");
        var plan = await ProvenAsync(yaml);
        Assert.Equal("gcp-east.dev.mesh.internal", plan.One("aws:route53/resolverRule:ResolverRule").Input("domainName"));
        Assert.Contains(plan.OfType("gcp:dns/managedZone:ManagedZone"), zone => zone.Input("dnsName") == "aws-east.dev.mesh.internal." && zone.Inputs["forwardingConfig"] is not null);
        Assert.Contains("35.199.192.0/19", plan.One("gcp:compute/router:Router", "gcp-east-routers").Input("bgp>advertisedIpRanges"), StringComparison.Ordinal);
    }

    private static string With(string primary)
    {
        var start = Project.Fintrust.IndexOf("        by: crossCloudInterconnect", StringComparison.Ordinal);
        var end = Project.Fintrust.IndexOf("      backup:", StringComparison.Ordinal);
        return Project.Fintrust[..start] + primary + Project.Fintrust[end..];
    }

    private static async Task<Asked> ProvenAsync(string stackYaml)
    {
        var file = Project.Read(stackYaml);
        var settled = SettingsLoader.Load(file.Sections, hasSecret: file.HasSecret);
        Assert.Empty(file.Faults.Concat(settled.Faults).Select(fault => fault.ToString()));
        var plan = await Evaluator.RunAsync(new(file.Project, "dev", file.Config, file.SecretKeys, options => new MeshStack(settled.Settings!, options)));
        Assert.All(NetworkProof.Of(plan.Resources, plan.Outputs)!.Pairs, pair => Assert.Null(pair.Counterexample));
        Assert.Empty(AllRules.Judge(plan.Resources, new DateOnly(2026, 11, 21), plan.Outputs)
            .Where(finding => finding.Severity == Severity.Error).Select(finding => $"{finding.Rule} {finding.Urn}: {finding.Message}"));
        return new(plan.Resources);
    }
}
