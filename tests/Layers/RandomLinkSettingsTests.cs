using CrossCloudMesh.Infra;
using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Network.Proof;
using CrossCloudMesh.Plan.Rules;
using CrossCloudMesh.Preview.Evaluation;
using CrossCloudMesh.Tests.Preview;
using Project = CrossCloudMesh.Tests.Settings.Project;

namespace CrossCloudMesh.Tests.Layers;

/// <summary>Whatever somebody types for sites and their link, it is refused, or its plan passes the proof.</summary>
[Collection(Evaluations.Name)]
public sealed class RandomLinkSettingsTests
{
    private const int Cases = 120;

    private static readonly (string Typed, Func<Random, string> Instead)[] Choices =
    [
        ("demandedMbps: 500", random => $"demandedMbps: {random.Next(1, 1600)}"),
        ("packetBytes: 1350", random => $"packetBytes: {random.Next(576, 1450)}"),
        ("asn: 64512", random => $"asn: {random.Next(64510, 64516)}"),
        ("by: haVpn\n", random => $"by: haVpn\n        cipher: {(random.Next(2) == 0 ? "aes256Gcm" : "aes256Cbc")}\n"),
        ("by: haVpn\n", random => $"by: haVpn\n        bandwidth: {(random.Next(2) == 0 ? "standard" : "large")}\n"),
        ("inside: { by: plan, slot: 0 }", random => $"inside: {{ by: plan, slot: {random.Next(0, 70)} }}"),
        ("first: 1, second: 1", random => $"first: {random.Next(0, 4)}, second: {random.Next(0, 4)}"),
        ("pool: aws, slot: 0", random => $"pool: aws, slot: {random.Next(0, 40)}"),
        ("pool: google, slot: 0", random => $"pool: google, slot: {random.Next(0, 70)}"),
        ("        use1-az4: 2\n", random => random.Next(2) == 0 ? "" : $"        use1-az6: {random.Next(0, 9)}\n"),
        ("zones: [us-east4-a, us-east4-b, us-east4-c]", random => random.Next(2) == 0 ? "zones: [us-east4-a]" : "zones: [us-east4-a, us-east4-b, us-east4-c]\n      restrictedApis: true"),
        ("nat: regional", random => random.Next(2) == 0 ? "nat: perZone" : "nat: regional\n      podRange: 100.64.0.0/16"),
    ];

    [Fact]
    public async Task Settings_AreRefused_OrTheirPlanPassesTheProof()
    {
        var random = new Random(20261121);
        var (refused, proven) = (0, 0);
        for (var i = 0; i < Cases; i++)
        {
            var yaml = Project.DevWithoutMesh;
            for (var changes = random.Next(1, 4); changes > 0; changes--)
            {
                var (typed, instead) = Choices[random.Next(Choices.Length)];
                yaml = yaml.Replace(typed, instead(random), StringComparison.Ordinal);
            }

            var file = Project.Read(yaml);
            var settled = SettingsLoader.Load(file.Sections);
            if (file.Faults.Count + settled.Faults.Count > 0)
            {
                refused++;
                continue;
            }

            var plan = await Evaluator.RunAsync(new(file.Project, "dev", file.Config, file.SecretKeys, options => new MeshStack(settled.Settings!, options)));
            var report = NetworkProof.Of(plan.Resources, plan.Outputs);
            Assert.NotNull(report);
            Assert.All(report.Pairs, pair => Assert.True(pair.Counterexample is null, $"{pair.Counterexample?.Fault}\n{yaml}"));
            Assert.DoesNotContain(
                AllRules.Judge(plan.Resources),
                finding => finding.Rule.StartsWith("link-", StringComparison.Ordinal) && finding.Severity == Severity.Error);
            proven++;
        }

        Assert.InRange(refused, Cases / 5, Cases);
        Assert.InRange(proven, Cases / 5, Cases);
    }
}
