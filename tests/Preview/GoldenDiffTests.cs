using CrossCloudMesh.Preview.Commands;
using Pulumi;

namespace CrossCloudMesh.Tests.Preview;

/// <summary>What the edits that people make to the dev stack do to what is deployed. UPDATE_GOLDEN=1 writes the files anew; read them.</summary>
[Collection(Evaluations.Name)]
public sealed class GoldenDiffTests : IDisposable
{
    private const string Sites = "  cross-cloud-mesh:sites:\n";
    private const string Zone = "        use1-az4: 2\n";
    private const string AwsPool = "            maxNodesPerZone: 2\n            diskGibibytes: 50\n";

    private const string SpotPool = """
                  batch:
                    instanceTypes: [m7g.large, m6g.large]
                    architecture: arm64
                    capacity: spot
                    minNodesPerZone: 0
                    maxNodesPerZone: 4
                    diskGibibytes: 50

        """;

    private const string GooglePool = "          general:\n            machineType: e2-standard-2\n";

    private const string SpotGooglePool = """
                  batch:
                    machineType: e2-standard-4
                    spot: true
                    minNodesPerZone: 0
                    maxNodesPerZone: 4
                    diskGibibytes: 50

        """;

    private const string Google = "addresses: { by: plan, pool: google, slot: 0 }";
    private const string Aws = DevDiffs.Aws;

    private const string Generation = "generation: 1";
    private const string TrustBoth = "phase: trustBoth, to: { by: generated, generation: 2 }";
    private const string SignWithNew = "phase: signWithNew, to: { by: generated, generation: 2 }, trustedSince: \"2026-11-01\"";
    private const string DropOld = "phase: dropOld, to: { by: generated, generation: 2 }, signedSince: \"2026-11-01\"";

    private readonly DevDiffs diffs = new();

    public void Dispose() => diffs.Dispose();

    [Fact]
    public async Task NoEdit_ChangesNothing() => await HoldsAsync("nothing", Dev, Dev);

    [Fact]
    public async Task NewZone_MakesItsSubnets_AndReplacesTheNodeGroup_ThatSpansThem() =>
        await HoldsAsync("add-zone", Dev, Edited(Zone, Zone + "        use1-az6: 3\n"));

    [Fact]
    public async Task NewSite_ChangesNothing_ThatStands() => await HoldsAsync("add-site", Dev, Edited(Sites, Sites + DevDiffs.NewSite()));

    [Fact]
    public async Task NatPerZone_ChangesRoutes_AndNoTable() => await HoldsAsync("nat-per-zone", Dev, Edited("nat: regional", "nat: perZone"));

    [Fact]
    public async Task GoogleRange_GrowsInPlace() => await HoldsAsync("grow-google-range", WithNodes(21), WithNodes(20));

    [Fact]
    public async Task GoogleRange_Shrinks_OnlyByReplacement_WhichProtectionRefuses() =>
        await HoldsAsync("shrink-google-range", WithNodes(20), WithNodes(21));

    [Fact]
    public async Task AwsRange_ReplacesTheWholeNetwork_WhichProtectionRefuses() =>
        await HoldsAsync("move-aws-range", Dev, Edited(Aws + "0", Aws + "1"));

    [Fact]
    public async Task KubernetesVersion_RaisesControlPlaneNodesAndAddons_InPlace() =>
        await HoldsAsync("kubernetes-version", Edited("kubernetesVersion: \"1.36\"", "kubernetesVersion: \"1.35\""), Dev);

    [Fact]
    public async Task GoogleVersion_RaisesTheControlPlane_AndLeavesNodesToTheChannel() =>
        await HoldsAsync("google-version", Dev, Edited("kubernetesVersion: \"1.35\"", "kubernetesVersion: \"1.36\""));

    [Fact]
    public async Task NewPool_MakesItsNodes_AndNothingElse() => await HoldsAsync("add-pool", Dev, Edited(AwsPool, AwsPool + SpotPool));

    [Fact]
    public async Task NewGooglePool_MakesItsNodes_AndNothingElse() =>
        await HoldsAsync("add-google-pool", Dev, Edited(GooglePool, SpotGooglePool + GooglePool));

    [Fact]
    public async Task NewGoogleSite_ChangesNothing_ThatStands() => await HoldsAsync("add-google-site", Dev, Edited(Sites, Sites + NewGoogleSite()));

    [Fact]
    public async Task InstanceType_BringsNewGroups_BeforeTheOldOnesGo() =>
        await HoldsAsync("instance-type", Dev, Edited("instanceTypes: [t4g.large]", "instanceTypes: [m7g.large]"));

    [Fact]
    public async Task HigherMinimum_ChangesTheSizeOfItsGroups_AndNothingElse() => await HoldsAsync(
        "raise-minimum", Dev, Edited("minNodesPerZone: 1\n            maxNodesPerZone: 2", "minNodesPerZone: 2\n            maxNodesPerZone: 2"));

    [Fact]
    public async Task NewKeys_OfOneConnection_LeaveTheOtherAlone() =>
        await HoldsAsync("rotate-link-keys", Dev, Edited("keyGenerations: { first: 1,", "keyGenerations: { first: 2,"));

    [Fact]
    public async Task NextRoot_IsTrusted_BeforeItSigns() => await HoldsAsync("rotate-root-trust-both", Dev, WithPhase(TrustBoth));

    [Fact]
    public async Task NextRoot_Signs_WhileTheOldIsTrusted() => await HoldsAsync("rotate-root-sign-with-new", WithPhase(TrustBoth), WithPhase(SignWithNew));

    [Fact]
    public async Task OldRoot_Goes_WhenNothingNeedsIt() => await HoldsAsync("rotate-root-drop-old", WithPhase(SignWithNew), WithPhase(DropOld));

    [Fact]
    public async Task NextRoot_IsTheRoot_AndNothingChanges() =>
        await HoldsAsync("rotate-root-done", WithPhase(DropOld), Edited(Generation, "generation: 2"), changes: false);

    [Fact]
    public async Task NewLink_ChangesNothing_ThatStands() => await HoldsAsync("add-link", Settings.Project.DevWithoutLinks, Dev);

    [Fact]
    public async Task Protection_Lifted_IsShown() => await HoldsAsync("lift-protection", Dev, Edited("protect: true", "protect: false"));

    [Fact]
    public async Task Rename_ByAlias_IsARename_OfWhatIsInIt()
    {
        static ProgramLoader Program(string name) => (_, _) => new(
            Run.Program(() => _ = new Group(
                name,
                new() { Aliases = name == "net" ? [] : [new Alias { Name = "net" }], Provider = new CloudProvider("aws") },
                fill: group =>
                {
                    var vpc = new Thing($"{name}-vpc", new() { Text = "10.0.0.0/16" }, new() { Parent = group });
                    _ = new Thing($"{name}-table", new() { Text = vpc.Arn }, new() { Parent = group }, "aws:ec2/routeTable:RouteTable");
                })),
            [],
            []);

        Assert.Equal(0, (await diffs.PreviewAsync(Program("net"), "--format", "json", "--out", "base.json")).Code);
        DevDiffs.Golden("rename", (await diffs.PreviewAsync(Program("mesh-net"), "--base", "base.json")).Text);
    }

    private static string Dev => DevDiffs.Dev;

    private static string Edited(string old, string now) => DevDiffs.Edited(old, now);

    private static string WithPhase(string phase) => Edited(Generation, $"{Generation}\n    rotation: {{ {phase} }}");

    private static string WithNodes(int prefixLength) =>
        Edited(Google, $"addresses: {{ by: hand, nodes: 172.20.0.0/{prefixLength}, pods: 172.21.0.0/17, services: 172.20.64.0/20 }}");

    /// <summary>The Google site of the stack once more, elsewhere.</summary>
    private static string NewGoogleSite()
    {
        var start = Dev.IndexOf("    gcp-east:\n", StringComparison.Ordinal);
        return Dev[start..Dev.IndexOf("  # Before `pulumi destroy`", StringComparison.Ordinal)]
            .Replace("gcp-east", "gcp-west", StringComparison.Ordinal).Replace("asn: 64600", "asn: 64601", StringComparison.Ordinal)
            .Replace("us-east4", "us-west1", StringComparison.Ordinal)
            .Replace("us-west1-c", "us-west1-b", StringComparison.Ordinal)
            .Replace("[us-west1-a, us-west1-b, us-west1-b]", "[us-west1-a, us-west1-b]", StringComparison.Ordinal)
            .Replace(Google, Google.Replace("slot: 0", "slot: 1", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private Task HoldsAsync(string name, string before, string after, bool? changes = null) => diffs.HoldsAsync(name, before, after, changes);
}
