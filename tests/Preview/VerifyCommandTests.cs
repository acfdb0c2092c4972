using System.Text;
using CrossCloudMesh.Infra;
using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Json;
using CrossCloudMesh.Plan.Network.Proof;
using CrossCloudMesh.Preview.Commands;
using CrossCloudMesh.Preview.Evaluation;
using CrossCloudMesh.Preview.Reports;
using CrossCloudMesh.Preview.Reports.Text;
using CrossCloudMesh.Preview.StackFiles;
using CrossCloudMesh.Tests.Plan.Network;
using CrossCloudMesh.Tests.Repository;
using Pulumi;

namespace CrossCloudMesh.Tests.Preview;

/// <summary>What <c>verify</c> prints, and how it ends. UPDATE_GOLDEN=1 writes the golden files anew.</summary>
[Collection(Evaluations.Name)]
public class VerifyCommandTests
{
    private const string Narrow =
        "with tunnel east-link-tunnel-0 and connection east-link-1 down, 1250 Mbit/s are left of the 2000 that must pass";

    [Fact]
    public async Task Dev_IsProven()
    {
        var (code, text, error) = await RunAsync(MeshProgram.Load, "verify", "dev");

        Assert.Equal((0, ""), (code, error));
        Golden.Equal("dev.verify.txt", text);
    }

    [Fact]
    public async Task Json_IsTheProofOfThePlan()
    {
        var (code, json, error) = await RunAsync(MeshProgram.Load, "verify", "dev", "--format", "json");
        var (_, plan, _) = await RunAsync(MeshProgram.Load, "dev", "--format", "json");

        Assert.Equal((0, ""), (code, error));
        Golden.Equal("dev.verify.json", json);
        Assert.Equal(json, Encoding.UTF8.GetString(PlanWriter.Write(PlanReader.Read(Encoding.UTF8.GetBytes(plan)).Network).Span));
    }

    [Fact]
    public async Task Depth_SaysHowMuchFailsAtOnce()
    {
        var (code, text, _) = await RunAsync(MeshProgram.Load, "verify", "dev", "--depth", "1");

        Assert.Equal(0, code);
        Assert.Contains("joined, whatever one of 15 parts fail: 16 sets tried", text, StringComparison.Ordinal);
        Assert.DoesNotContain("2 down", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TooLittleLeft_EndsWithFive_AndItsCounterexample()
    {
        var (code, text, error) = await RunAsync(DevWith(link => link with { DemandedMbps = 2000 }), "verify", "dev");

        Assert.Equal((5, ""), (code, error));
        Assert.Contains("  1 pair of sites not joined as demanded\n", text, StringComparison.Ordinal);
        Assert.Contains($"fails: {Narrow}", Unwrapped(text), StringComparison.Ordinal);

        Assert.Equal(0, (await RunAsync(DevWith(link => link with { DemandedMbps = 2000 }), "verify", "dev", "--depth", "1")).Code);
    }

    [Fact]
    public async Task PacketsThatDoNotFit_EndWithFive()
    {
        var (code, text, _) = await RunAsync(DevWith(link => link with { PacketBytes = 1407 }), "verify", "dev");

        Assert.Equal(5, code);
        Assert.Contains(
            "fails: with nothing down, packets of 1407 bytes do not fit into tunnels that carry 1406", Unwrapped(text), StringComparison.Ordinal);
    }

    [Fact]
    public void AFlowThatIsStopped_IsNamed()
    {
        var whole = Estate.Of();
        var broken = PlanDocument.OfFirstUpdate(
            whole.Stack, whole.Fidelity, whole.Resources.Where(resource => resource.Type != "aws:ec2/route:Route"), [], whole.Outputs);

        var page = ProofPage.Render(broken.Stack, NetworkProof.Of(broken), new(Detail.Full, IsColored: false, IsUnicode: true));

        Assert.Contains(
            "fails: with nothing down, 10.0.0.0 (aws0) to 10.128.0.0 (gcp0), tcp/15443 does not get through: ",
            Unwrapped(Encoding.UTF8.GetString(page.Span)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThePreview_TellsTheSame_AndFindsIt()
    {
        var (code, text, _) = await RunAsync(DevWith(link => link with { DemandedMbps = 2000 }), "dev");

        Assert.Equal(5, code);
        Assert.Contains("error   Vpc aws-east-network  [link-capacity]\n", text, StringComparison.Ordinal);
        Assert.Contains($"fails: {Narrow}", Unwrapped(text), StringComparison.Ordinal);
        Assert.Contains("network     1 pair of sites not joined as demanded\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutLinks_ThereIsNothingToProve()
    {
        var loader = new ProgramLoader((_, _) => new(Run.Program(() => _ = new Thing("vpc")), [], []));

        var (code, text, _) = await RunAsync(loader, "verify", "dev");
        Assert.Equal(0, code);
        Assert.EndsWith("  no two sites are to be joined, so there is nothing to prove\n", text, StringComparison.Ordinal);
        Assert.Equal((0, "{\n  \"network\": null\n}\n", ""), await RunAsync(loader, "verify", "dev", "--format", "json"));
        Assert.DoesNotContain("  network  ", (await RunAsync(loader, "dev")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a stack must be named, such as dev", "verify")]
    [InlineData("--depth: must be one of 1, 2; got 3", "verify", "dev", "--depth", "3")]
    [InlineData("--format: must be one of text, json; got dot", "verify", "dev", "--format", "dot")]
    [InlineData("--color: must be one of auto, always, never; got red", "verify", "dev", "--color", "red")]
    [InlineData("--all", "verify", "dev", "--all")]
    public async Task Rejects_BadArguments_InOneLine(string message, params string[] args)
    {
        var (code, text, error) = await RunAsync((_, _) => throw new ProgramFailedException(["no stack is looked at"]), args);

        Assert.Equal((2, ""), (code, text));
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.Equal(1, error.Count(letter => letter == '\n'));
    }

    [Fact]
    public async Task Faults_EndLikeThoseOfAPreview()
    {
        Assert.Equal((2, "", "a: wrong\n"), await RunAsync((_, _) => new(null, ["a: wrong"], []), "verify", "dev"));
        Assert.Equal((4, "", "the sky fell\n"), await RunAsync(
            (_, _) => new(Run.Program(() => throw new RunException("the sky fell")), [], []), "verify", "dev"));
        Assert.StartsWith("there is no Pulumi.yaml in ", (await RunAsync(MeshProgram.Load, "verify", "dev", "--project", Path.GetTempPath())).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Color_IsThereWhenAskedFor()
    {
        Assert.Contains('\u001b', (await RunAsync(MeshProgram.Load, "verify", "dev", "--color", "always")).Text);
        Assert.Contains("\n  verify      Proves that the sites of a stack reach one another", (await RunAsync(MeshProgram.Load, "--help")).Text, StringComparison.Ordinal);
    }

    /// <summary>Dev with its link asked for what its settings would be refused for.</summary>
    private static ProgramLoader DevWith(Func<LinkSettings, LinkSettings> change) => (root, stack) =>
    {
        var file = StackFile.Read(root, stack);
        var settings = SettingsLoader.Load(file.Sections, hasSecret: file.HasSecret).Settings!;
        settings = settings with { Links = settings.Links.SetItem("east", change(settings.Links["east"])) };
        return new(new(file.Project, stack, file.Config, file.SecretKeys, options => new MeshStack(settings, options)), [], []);
    };

    private static string Unwrapped(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static async Task<(int Code, string Text, string Error)> RunAsync(ProgramLoader load, params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        var code = await PreviewCommand.RunAsync(
            args, new() { Out = output, Error = error, Directory = ProjectRoot.Path, Variable = _ => null, Clock = FixedClock.Usual }, load);
        return (code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
