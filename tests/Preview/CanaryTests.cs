using System.CommandLine;
using System.CommandLine.Completions;
using System.Text;
using CrossCloudMesh.Preview.Commands;
using CrossCloudMesh.Preview.Reports;
using CrossCloudMesh.Tests.Trust;
using Pulumi;

namespace CrossCloudMesh.Tests.Preview;

/// <summary>No secret is ever seen: not by any command, in any format, in any file, however it ends.</summary>
/// <remarks>Commands, options and formats are those that exist, so a new one is asked here by itself.</remarks>
[Collection(Evaluations.Name)]
public sealed class CanaryTests : IDisposable
{
    private static readonly string[] Details = ["summary", "changes", "full"];

    private readonly CanaryProject project = new();

    public static TheoryData<string> CommandNames => [.. CommandTree.Subcommands(Surroundings.OfProcess(), MeshProgram.Load).Select(each => each.Name)];

    public void Dispose() => project.Dispose();

    [Fact]
    public async Task NoFormat_HoldsASecretOfTheSettings_EvenWhereTheyChange()
    {
        Assert.Equal(0, await project.RunAsync(CanaryProject.Load, "dev", "--format", "json", "--fail-on", "never", "--out", "before.json"));
        foreach (var format in Report.Formats)
        {
            Assert.Equal(0, await project.RunAsync(CanaryProject.Load, "dev", "--format", format, "--detail", "full", "--fail-on", "never"));
            Assert.True(project.Output.Length > 500);
            Assert.Equal(0, await project.RunAsync(CanaryProject.LoadOther, "dev", "--format", format, "--base", "before.json", "--fail-on", "never", "--out", $"plan.{format}"));
        }

        project.AssertSilent();
    }

    [Theory]
    [MemberData(nameof(CommandNames))]
    public async Task NoCommand_TellsASecret(string name)
    {
        var command = CommandTree.Subcommands(Surroundings.OfProcess(), MeshProgram.Load).Single(each => each.Name == name);
        Assert.Equal(0, await project.RunAsync(CanaryProject.Load, "dev", "--format", "json", "--fail-on", "never", "--out", "dev.json"));
        foreach (var options in Options(command))
        {
            string[] args = [name, .. command.Arguments.Select(argument => CanaryProject.Given(name, argument.Name)), .. options];
            Assert.Contains(await project.RunAsync(CanaryProject.Load, args), new[] { 0, 5 });
            Assert.Contains(await project.RunAsync((_, _) => new(null, ["a: wrong"], []), args), new[] { 0, 2, 5 });
        }

        project.AssertSilent();
    }

    [Fact]
    public async Task NoFormat_HoldsASecretThatAProgramMakes()
    {
        foreach (var format in Report.Formats)
        {
            foreach (var detail in Details)
            {
                Assert.Equal(0, await project.RunAsync(Made(), "dev", "--format", format, "--detail", detail, "--fail-on", "never"));
            }

            Assert.Equal(5, await project.RunAsync(Made(), "dev", "--format", format));
        }

        project.AssertSilent();
    }

    [Fact]
    public async Task NoProgramThatRefusesASecret_TellsIt()
    {
        project.Debug = true;
        Assert.Equal(4, await project.RunAsync((root, stack) => CanaryProject.With(CanaryProject.Load(root, stack), "east-keys", CanaryProject.Canary), "dev"));
        Assert.Contains("characters or more", project.Output, StringComparison.Ordinal);
        var other = RootPem.Make().Key;
        Assert.Equal(4, await project.RunAsync((root, stack) => CanaryProject.With(CanaryProject.Load(root, stack), "root-keys", other), "dev"));
        Assert.Contains("trust.root.secret: ", project.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(other.Split('\n')[1], project.Output, StringComparison.Ordinal);
        project.AssertSilent();
    }

    [Fact]
    public async Task NoProgramThatFailsByMistake_TellsASecret()
    {
        project.Debug = true;
        foreach (var format in Report.Formats)
        {
            Assert.Equal(4, await project.RunAsync(Made(() => throw new KeyNotFoundException("no such key")), "dev", "--format", format, "--out", $"plan.{format}"));
        }

        project.AssertSilent();
    }

    [Theory]
    [MemberData(nameof(CanaryProject.BadSettings), MemberType = typeof(CanaryProject))]
    public async Task NoFault_TellsASecret(string typed, string instead)
    {
        project.Replace(typed, instead.Replace("CANARY", CanaryProject.Canary, StringComparison.Ordinal));

        Assert.Equal(2, await project.RunAsync(MeshProgram.Load, "dev"));
        Assert.Contains("Pulumi.dev.yaml", project.Output, StringComparison.Ordinal);
        Assert.Equal(2, await project.RunAsync(MeshProgram.Load, "doctor"));
        project.AssertSilent();
    }

    /// <summary>For each format that a command has, what else it takes.</summary>
    private static IEnumerable<string[]> Options(Command command)
    {
        string[] Output(string format) => command.Options.Any(option => option.Name == "--out") ? ["--out", $"{command.Name}-{format}"] : [];
        var formats = command.Options.FirstOrDefault(option => option.Name == "--format")?.GetCompletions(CompletionContext.Empty).Select(item => item.Label).ToList() ?? [];
        return formats.Count == 0 ? [Output("only")] : formats.Select(format => (string[])["--format", format, .. Output(format)]);
    }

    /// <summary>Hides a secret of its own in every kind of input.</summary>
    private static ProgramLoader Made(Action? then = null) => (_, _) => new(
        Run.Program(() =>
        {
            var secret = Pulumi.Output.CreateSecret(CanaryProject.Canary);
            var first = new Thing("first", new()
            {
                Text = secret,
                List = { "plain", Pulumi.Output.Format($"list {secret}") },
                Map = { ["k"] = secret },
                Parts = { new PartArgs { Key = secret } },
                Document = new PartArgs { Key = secret },
                Anything = secret.Apply(s => (object)new Dictionary<string, object> { ["deep"] = s }),
                Password = CanaryProject.Canary,
            });
            _ = new Thing("second", new() { Text = first.Text! });
            then?.Invoke();
        }),
        [],
        []);
}
