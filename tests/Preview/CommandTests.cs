using System.Text;
using CrossCloudMesh.Plan.Json;
using CrossCloudMesh.Preview.Commands;
using Pulumi;

namespace CrossCloudMesh.Tests.Preview;

[Collection(Evaluations.Name)]
public sealed class CommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("preview-").FullName;
    private readonly MemoryStream output = new();
    private readonly StringWriter error = new() { NewLine = "\n" };
    private readonly Dictionary<string, string> variables = new(StringComparer.Ordinal);
    private bool isTerminal;

    public CommandTests() => File.WriteAllText(Path.Combine(folder, "Pulumi.yaml"), "name: mesh\nruntime: dotnet\n");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Tells_ThePlan_OnStandardOutput_AndNothingElse()
    {
        Assert.Equal(0, await PreviewAsync("dev"));
        Assert.Equal("", error.ToString());
        Assert.Contains("+2 to create", Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_IsThePlan_AndTheSameOnEveryRun()
    {
        Assert.Equal(0, await PreviewAsync("dev", "--format", "json"));
        var first = Output;
        output.SetLength(0);
        await PreviewAsync("dev", "--format", "json");

        Assert.Equal(first, Output);
        Assert.Equal(2, PlanReader.Read(Encoding.UTF8.GetBytes(first)).Resources.Count);
    }

    [Theory]
    [InlineData(new string[0], "a stack must be named, such as dev")]
    [InlineData(new[] { "dev", "--format", "pdf" }, "--format: must be one of text, md, json, html, svg, sarif, mermaid, dot; got pdf")]
    [InlineData(new[] { "dev", "--detail", "all" }, "--detail: must be one of summary, changes, full; got all")]
    [InlineData(new[] { "dev", "--colour" }, "--colour")]
    [InlineData(new[] { "dev", "--out" }, "--out")]
    [InlineData(new[] { "dev", "rules" }, "dev: must not stand before rules; --help shows what there is")]
    [InlineData(new[] { "--format", "json", "verify", "dev" }, "--format: must not stand before verify; --help shows what there is")]
    [InlineData(new[] { "@dev", "--colour" }, "--colour")]
    [InlineData(new[] { "--hepl" }, "--hepl: there is no such option; --help shows what there is")]
    [InlineData(new[] { "explain", "--hepl", "x" }, "--hepl: there is no such option; --help shows what there is")]
    [InlineData(new[] { "rules", "-x" }, "-x: there is no such option; --help shows what there is")]
    public async Task Rejects_BadArguments_InOneLine(string[] args, string message)
    {
        Assert.Equal(2, await PreviewAsync(args));
        Assert.Contains(message, error.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, error.ToString().Count(c => c == '\n'));
        Assert.Equal("", Output);
    }

    [Theory]
    [InlineData("dev", "--format", "json")]
    [InlineData("rules")]
    [InlineData("--help")]
    public async Task AResult_ThatCannotBeWritten_IsNoSuccess(params string[] args)
    {
        using var full = new FullDisk();
        var around = new Surroundings { Out = full, Error = error, Directory = folder, Variable = _ => null };

        Assert.Equal(255, await PreviewCommand.RunAsync(args, around, Loader(() => { })));
        Assert.Equal("the result could not be written to standard output; look whether it is open, and whether its disk has room\n", error.ToString());
    }

    [Fact]
    public async Task Rejects_AFolder_OutsideAnyProject()
    {
        File.Delete(Path.Combine(folder, "Pulumi.yaml"));

        Assert.Equal(2, await PreviewAsync("dev"));
        Assert.StartsWith("there is no Pulumi.yaml in ", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finds_TheProject_FromBelow_AndByOption()
    {
        var below = Directory.CreateDirectory(Path.Combine(folder, "infra", "Settings")).FullName;

        Assert.Equal(0, await PreviewAsync("dev", "--project", below));
        Assert.Equal(0, await PreviewAsync("dev", "--project", "infra"));
    }

    [Fact]
    public async Task Faults_InSettings_EndWithTwo_AllAtOnce()
    {
        var code = await PreviewAsync(["dev"], (_, _) => new(null, ["stacks/Pulumi.dev.yaml:3: a: wrong", "stacks/Pulumi.dev.yaml:4: b: wrong"], []));

        Assert.Equal(2, code);
        Assert.Equal("stacks/Pulumi.dev.yaml:3: a: wrong\nstacks/Pulumi.dev.yaml:4: b: wrong\n", error.ToString());
        Assert.Equal("", Output);
    }

    [Fact]
    public async Task Failure_OfTheProgram_EndsWithFour()
    {
        Assert.Equal(4, await PreviewAsync(["dev"], Loader(() => throw new RunException("the sky fell"))));
        Assert.Equal("the sky fell\n", error.ToString());
        Assert.Equal("", Output);
    }

    [Fact]
    public async Task Trace_IsShown_OnlyWhereAskedFor()
    {
        var loader = Loader(() => throw new TimeoutException("too slow"));

        Assert.Equal(4, await PreviewAsync(["dev"], loader));
        Assert.DoesNotContain("   at ", error.ToString(), StringComparison.Ordinal);
        variables["PREVIEW_DEBUG"] = "1";
        Assert.Equal(4, await PreviewAsync(["dev"], loader));
        Assert.Contains("   at ", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fault_OfThePreviewItself_IsToldWithoutItsStack()
    {
        Assert.Equal(255, await PreviewAsync(["dev"], (_, _) => throw new InvalidDataException("odd")));
        Assert.Equal("the preview itself failed: System.IO.InvalidDataException: odd; set PREVIEW_DEBUG=1 to see where\n", error.ToString());
    }

    [Theory]
    [InlineData("error", 5)]
    [InlineData("info", 5)]
    [InlineData("never", 0)]
    public async Task Findings_EndWithFive_UnlessTheyAreAccepted(string failOn, int code)
    {
        Assert.Equal(code, await PreviewAsync(["dev", "--fail-on", failOn], Loader(() => _ = new Thing("vpc"))));
        Assert.Contains("1 error", Output, StringComparison.Ordinal);
        Assert.Contains("[default-provider]", Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Out_IsWritten_WholeOrNotAtAll()
    {
        var path = Path.Combine(folder, "plan.json");

        Assert.Equal(0, await PreviewAsync("dev", "--format", "json", "--out", "plan.json"));
        Assert.Equal("", Output);
        Assert.Equal(2, PlanReader.Read(await File.ReadAllBytesAsync(path)).Resources.Count);

        var before = await File.ReadAllBytesAsync(path);
        Assert.Equal(4, await PreviewAsync(["dev", "--out", "plan.json"], Loader(() => throw new RunException("no"))));
        Assert.Equal(before, await File.ReadAllBytesAsync(path));
        Assert.Equal(["Pulumi.yaml", "plan.json"], Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("missing/plan.json")]
    [InlineData(".")]
    public async Task Rejects_AnOut_ThatCannotBe(string path)
    {
        Assert.Equal(2, await PreviewAsync("dev", "--out", path));
        Assert.Equal($"--out: must name a file in a folder that exists; got {path}\n", error.ToString());
    }

    [Fact]
    public async Task Color_FollowsTheTerminal_AndWhatPeopleAskFor()
    {
        async Task<bool> Colored(bool terminal, string asked, params (string Name, string Value)[] set)
        {
            (isTerminal, _) = (terminal, variables);
            variables.Clear();
            output.SetLength(0);
            foreach (var (name, value) in set)
            {
                variables[name] = value;
            }

            await PreviewAsync("dev", "--color", asked);
            return Output.Contains('\u001b');
        }

        Assert.True(await Colored(true, "auto"));
        Assert.False(await Colored(false, "auto"));
        Assert.False(await Colored(true, "auto", ("NO_COLOR", "1")));
        Assert.False(await Colored(true, "auto", ("TERM", "dumb")));
        Assert.True(await Colored(false, "auto", ("CLICOLOR_FORCE", "1")));
        Assert.True(await Colored(false, "always", ("NO_COLOR", "1")));
        Assert.False(await Colored(true, "never"));
    }

    [Fact]
    public async Task Help_TellsTheFormatsThatExist()
    {
        Assert.Equal(0, await PreviewAsync("--help"));
        Assert.Contains("text, md, json", Output, StringComparison.Ordinal);
        Assert.Contains("\nExit codes:\n  0  fine\n", Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_ListsEveryCommand_InOneLine()
    {
        Assert.Equal(0, await PreviewAsync("--help"));
        var lines = Output.Split("\nCommands:\n")[1].Split("\n\n")[0].Split('\n');
        Assert.Equal(
            CommandTree.Subcommands(Surroundings.OfProcess(), MeshProgram.Load).Select(each => each.Name),
            lines.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0]));
    }

    [Fact]
    public async Task NoFormat_EverHoldsASecret()
    {
        const string Canary = "canary-7f3a";
        var loader = Loader(() =>
        {
            var secret = Pulumi.Output.CreateSecret(Canary);
            var first = new Thing("first", new()
            {
                Text = secret,
                List = { "plain", Pulumi.Output.Format($"list {secret}") },
                Map = { ["k"] = secret },
                Parts = { new PartArgs { Key = secret } },
                Document = new PartArgs { Key = secret },
                Anything = secret.Apply(s => (object)new Dictionary<string, object> { ["deep"] = s }),
                Password = Canary,
            });
            _ = new Thing("second", new() { Text = first.Text! });
        });

        foreach (var format in new[] { "text", "json" })
        {
            foreach (var detail in new[] { "summary", "changes", "full" })
            {
                await PreviewAsync(["dev", "--format", format, "--detail", detail], loader);
            }
        }

        Assert.Contains("first", Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, Output + error, StringComparison.Ordinal);
    }

    private string Output => Encoding.UTF8.GetString(output.ToArray());

    private sealed class FullDisk : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("No space left on device : '/somewhere'");
    }

    private Task<int> PreviewAsync(params string[] args) =>
        PreviewAsync(args, Loader(() => _ = new Thing("vpc", null, new() { Provider = new CloudProvider("aws") })));

    private Task<int> PreviewAsync(string[] args, ProgramLoader loader) => PreviewCommand.RunAsync(
        args,
        new()
        {
            Out = output,
            Error = error,
            Directory = folder,
            Variable = name => variables.GetValueOrDefault(name),
            IsOutTerminal = isTerminal,
        },
        loader);

    private static ProgramLoader Loader(Action program) => (_, _) => new(Run.Program(program), [], []);
}
