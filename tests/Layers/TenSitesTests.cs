using CrossCloudMesh.Infra;
using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Network.Proof;
using CrossCloudMesh.Plan.Pictures;
using CrossCloudMesh.Plan.Rules;
using CrossCloudMesh.Preview.Evaluation;
using CrossCloudMesh.Tests.Plan;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Tests.Settings;

namespace CrossCloudMesh.Tests.Layers;

/// <summary>Ten sites made of those of dev, five on each cloud, each of the one joined with each of the other.</summary>
[Collection(Evaluations.Name)]
public sealed class TenSitesTests
{
    private const int Each = 5;

    [Fact]
    public async Task TenSites_AreJoined_WhateverFails()
    {
        var file = Project.Read(Yaml());
        Assert.Empty(file.Faults);
        var settled = SettingsLoader.Load(file.Sections, hasSecret: file.HasSecret);
        Assert.Empty(settled.Faults);
        var evaluation = await Evaluator.RunAsync(new(file.Project, "dev", file.Config, file.SecretKeys, options => new MeshStack(settled.Settings!, options)));

        var report = NetworkProof.Of(evaluation.Resources, evaluation.Outputs)!;

        // 100 tunnels, 50 connections, 50 customer gateways, 10 interfaces, 10 zones of endpoints, 15 zones of VPCs.
        Assert.Equal((235, 26_556, 1_175), (report.Domains, report.FailureSets, report.NotIndependent));
        Assert.Equal(Each * Each, report.Pairs.Count);
        Assert.All(report.Pairs, pair =>
        {
            Assert.Null(pair.Counterexample);
            Assert.Equal((4, 4, 1406), (pair.Up, pair.Made, pair.PathMtuBytes));
            Assert.Equal([(0, 5000), (1, 2500), (2, 1250)], pair.Left.Select(left => (left.Failures, left.Mbps)));
        });
        Assert.DoesNotContain(AllRules.Judge(evaluation.Resources), finding => finding.Severity == Severity.Error);
        Pictures(PlanDocument.OfFirstUpdate(new("mesh", "ten"), new(SurvivesUnknownOutputs: true, []), evaluation.Resources, [], evaluation.Outputs) with { Network = report });
    }

    private static void Pictures(PlanDocument plan)
    {
        Legible.Map(plan);
        var mermaid = TopologyPicture.Draw(plan);
        Assert.InRange(mermaid.Length, 1, TopologyPicture.MostCharacters);
        Assert.Contains("VPN, 4 tunnels", mermaid, StringComparison.Ordinal);
    }

    private static string Yaml()
    {
        const string Before = "  # Before `pulumi destroy`";
        const string Joins = "  # What joins";
        var dev = Project.DevWithoutMesh;
        var (aws, google, before, joins) = (At("    aws-east:\n"), At("    gcp-east:\n"), At(Before), At(Joins));
        var (sites, links, secrets) = (new List<string>(), new List<string>(), new List<string>());
        for (var site = 0; site < Each; site++)
        {
            sites.Add(Numbered(dev[aws..google], "aws-east", $"aws-{site}", "asn: 64512", $"asn: {64512 + site}", site));
            sites.Add(Numbered(dev[google..before], "gcp-east", $"gcp-{site}", "asn: 64600", $"asn: {64600 + site}", site));
            for (var other = 0; other < Each; other++)
            {
                var slot = (Each * site) + other;
                links.Add($$"""
                        link-{{slot}}:
                          sites: [aws-{{site}}, gcp-{{other}}]
                          primary: { by: haVpn, secret: keys-{{slot}}, inside: { by: plan, slot: {{slot}} } }
                          demandedMbps: 500
                          packetBytes: 1350

                    """);
                secrets.Add($"  cross-cloud-mesh:keys-{slot}:\n    secure: AAAA\n");
            }
        }

        return string.Concat([dev[..aws], .. sites, dev[before..joins], "  cross-cloud-mesh:links:\n", .. links, .. secrets]);

        int At(string text) => dev.IndexOf(text, StringComparison.Ordinal);
    }

    private static string Numbered(string text, string site, string name, string asn, string own, int slot) =>
        Project.Replaced(Project.Replaced(Project.Replaced(text, site, name), asn, own), "slot: 0 }", $"slot: {slot} }}");
}
