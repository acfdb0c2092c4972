using System.Text;
using CrossCloudMesh.Preview.Commands;
using CrossCloudMesh.Tests.Repository;
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
    private const string Aws = "addresses: { by: plan, pool: aws, slot: ";

    private const string Generation = "generation: 1";
    private const string TrustBoth = "phase: trustBoth, to: { by: generated, generation: 2 }";
    private const string SignWithNew = "phase: signWithNew, to: { by: generated, generation: 2 }, trustedSince: \"2026-11-01\"";
    private const string DropOld = "phase: dropOld, to: { by: generated, generation: 2 }, signedSince: \"2026-11-01\"";

    private readonly string folder = Directory.CreateTempSubdirectory("golden-").FullName;

    public GoldenDiffTests()
    {
        Directory.CreateDirectory(Path.Combine(folder, "stacks"));
        File.Copy(Path.Combine(ProjectRoot.Path, "Pulumi.yaml"), Path.Combine(folder, "Pulumi.yaml"));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task NoEdit_ChangesNothing() => await HoldsAsync("nothing", Dev, Dev);

    [Fact]
    public async Task NewZone_MakesItsSubnets_AndReplacesTheNodeGroup_ThatSpansThem() =>
        await HoldsAsync("add-zone", Dev, Edited(Zone, Zone + "        use1-az6: 3\n"));

    [Fact]
    public async Task NewSite_ChangesNothing_ThatStands() => await HoldsAsync("add-site", Dev, Edited(Sites, Sites + NewSite()));

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

        Assert.Equal(0, (await PreviewAsync(Program("net"), "--format", "json", "--out", "base.json")).Code);
        Golden("rename", (await PreviewAsync(Program("mesh-net"), "--base", "base.json")).Text);
    }

    private static string Dev { get; } = File.ReadAllText(Path.Combine(ProjectRoot.Path, "stacks", "Pulumi.dev.yaml")).ReplaceLineEndings("\n");

    private static string Edited(string old, string now)
    {
        Assert.Contains(old, Dev, StringComparison.Ordinal);
        return Dev.Replace(old, now, StringComparison.Ordinal);
    }

    private static string WithPhase(string phase) => Edited(Generation, $"{Generation}\n    rotation: {{ {phase} }}");

    private static string WithNodes(int prefixLength) =>
        Edited(Google, $"addresses: {{ by: hand, nodes: 172.20.0.0/{prefixLength}, pods: 172.21.0.0/17, services: 172.20.64.0/20 }}");

    /// <summary>The AWS site of the stack once more, elsewhere.</summary>
    private static string NewSite()
    {
        var start = Dev.IndexOf("    aws-east:\n", StringComparison.Ordinal);
        return Dev[start..Dev.IndexOf("    gcp-east:\n", StringComparison.Ordinal)]
            .Replace("aws-east", "aws-west", StringComparison.Ordinal)
            .Replace("us-east-1", "us-west-2", StringComparison.Ordinal)
            .Replace("use1-az4", "usw2-az3", StringComparison.Ordinal)
            .Replace("use1-", "usw2-", StringComparison.Ordinal)
            .Replace(Aws + "0", Aws + "1", StringComparison.Ordinal)
            .Replace("asn: 64512", "asn: 64513", StringComparison.Ordinal);
    }

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

    private async Task HoldsAsync(string name, string before, string after, bool? changes = null)
    {
        var stack = Path.Combine(folder, "stacks", "Pulumi.dev.yaml");
        await File.WriteAllTextAsync(stack, before);
        var deployed = await PreviewAsync(MeshProgram.Load, "--format", "json", "--out", "base.json", "--fail-on", "never");
        Assert.Equal((0, ""), (deployed.Code, deployed.Error));
        await File.WriteAllTextAsync(stack, after);
        var compared = await PreviewAsync(MeshProgram.Load, "--base", "base.json", "--fail-on", "never", "--expect-no-changes");
        Assert.Equal((changes ?? before != after ? 7 : 0, ""), (compared.Code, compared.Error));
        Golden(name, compared.Text);
    }

    /// <summary>Compares the verdict and the changes: neither the header, which names the SDK, nor what is told of every plan.</summary>
    private static void Golden(string name, string text)
    {
        var rest = new[] { "  costs   ", "  providers   " }.Select(w => text.IndexOf(w, StringComparison.Ordinal)).Where(at => at >= 0).Min();
        var told = text[(text.IndexOf('\n', StringComparison.Ordinal) + 2)..rest];
        var path = Path.Combine(ProjectRoot.Path, "tests", "Preview", "Golden", $"diff-{name}.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, told);
        }
        else
        {
            Assert.Equal(File.ReadAllText(path), told);
        }
    }

    private async Task<(int Code, string Text, string Error)> PreviewAsync(ProgramLoader loader, params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var code = await PreviewCommand.RunAsync(
            ["dev", .. args], new() { Out = output, Error = error, Directory = folder, Variable = _ => null, Clock = FixedClock.Usual }, loader);
        return (code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
