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

    private static readonly (string Typed, Func<Random, string> Instead)[] OfInterconnects =
    [
        ("demandedMbps: 1000", random => $"demandedMbps: {random.Next(1, 3000)}"),
        ("demandedMbps: 2000", random => $"demandedMbps: {random.Next(1, 3000)}"),
        ("bandwidthMbps: 1000\n", random => $"bandwidthMbps: {new[] { 1000, 5000, 7000, 10000 }[random.Next(4)]}\n"),
        ("packetBytes: 1350", random => $"packetBytes: {random.Next(576, 1450)}"),
        ("gatewayAsn: 647", random => $"gatewayAsn: {random.Next(645, 648)}"),
        ("us-east4", random => random.Next(3) == 0 ? "us-west1" : "us-east4"),
        ("by: haVpn\n", random => $"by: haVpn\n        bandwidth: {(random.Next(2) == 0 ? "standard" : "large")}\n"),
        ("through: [eu]", random => random.Next(2) == 0 ? "through: [eu-us]" : "through: [eu, eu-us]"),
        ("      through: [eu]\n", _ => ""),
        ("delivered: true", _ => "delivered: false"),
        ("topology: twoMetros", _ => "topology: oneMetro"),
        ("speedGbps: 10", random => $"speedGbps: {new[] { 1, 10, 100 }[random.Next(3)]}"),
        ("domain: 2, vlan: 1002", random => $"domain: {random.Next(1, 3)}, vlan: {random.Next(1, 4100)}"),
        ("ranges: [172.24.0.0/16]", random => $"ranges: [172.{random.Next(16, 40)}.0.0/16, 192.168.{random.Next(256)}.0/24]"),
        ("nat: perZone", _ => "nat: perZone\n      podRange: 100.64.0.0/16"),
        ("      router:\n", random => $"      mtuBytes: {random.Next(1300, 9000)}\n      router:\n"),
    ];

    [Fact]
    public Task Settings_AreRefused_OrTheirPlanPassesTheProof() => TryAsync(Cases, Choices, Project.DevWithoutMesh);

    [Fact]
    public Task SettingsOfEveryKindOfLink_AreRefused_OrTheirPlanPassesTheProof() =>
        TryAsync(Cases, OfInterconnects, Project.Staging, Project.Prod, Project.Fintrust);

    private static async Task TryAsync(int cases, (string Typed, Func<Random, string> Instead)[] choices, params string[] stacks)
    {
        var random = new Random(20261121);
        var (refused, proven) = (0, 0);
        for (var i = 0; i < cases; i++)
        {
            var yaml = stacks[i % stacks.Length];
            for (var changes = random.Next(1, 4); changes > 0; changes--)
            {
                var (typed, instead) = choices[random.Next(choices.Length)];
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
                AllRules.Judge(plan.Resources, new DateOnly(2026, 11, 21), plan.Outputs),
                finding => finding.Rule.StartsWith("link-", StringComparison.Ordinal) && finding.Severity == Severity.Error);
            proven++;
        }

        Assert.InRange(refused, cases / 5, cases);
        Assert.InRange(proven, cases / 5, cases);
    }
}
