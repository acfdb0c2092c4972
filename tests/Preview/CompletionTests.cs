using System.Diagnostics;
using System.Text;
using CrossCloudMesh.Preview.Commands;
using CrossCloudMesh.Tests.Repository;

namespace CrossCloudMesh.Tests.Preview;

/// <summary>What a shell is told that a word can become.</summary>
public sealed class CompletionTests
{
    private static readonly string[] Stacks = ["dev", "fintrust", "prod", "staging"];

    [Fact]
    public async Task Stack_OrCommand_StandsFirst()
    {
        var words = await SuggestAsync("");

        Assert.Superset(Stacks.ToHashSet(StringComparer.Ordinal), words.ToHashSet(StringComparer.Ordinal));
        Assert.Superset(CommandTree.Subcommands(Surroundings.OfProcess(), MeshProgram.Load).Select(each => each.Name).ToHashSet(StringComparer.Ordinal), words.ToHashSet(StringComparer.Ordinal));
        Assert.DoesNotContain(words, word => word.StartsWith('-'));
    }

    [Theory]
    [InlineData("ver", "verify")]
    [InlineData("verify ", "dev fintrust pr prod staging")]
    [InlineData("--det", "--detail")]
    [InlineData("verify dev --dep", "--depth")]
    [InlineData("verify dev --depth ", "1 2")]
    [InlineData("dev --detail=c", "changes")]
    [InlineData("dev --format json --form", "")]
    [InlineData("dev ver", "")]
    [InlineData("dev --out ", "")]
    [InlineData("explain dev or", "orders")]
    [InlineData("explain prod arch", "archive")]
    [InlineData("explain nosuch ", "--color --format --help --project")]
    [InlineData("schema ", "plan settings")]
    [InlineData("completion p", "pwsh")]
    [InlineData("nosuch --wrong ", "--base --color --detail --expect-no-changes --fail-on --format --help --out --project --state --version")]
    public async Task Word_IsCompleted(string typed, string expected) => Assert.Equal(expected, string.Join(' ', await SuggestAsync(typed)));

    [Fact]
    public async Task Options_AreThere_WhereNothingElseCanStand()
    {
        var words = await SuggestAsync("dev ");

        Assert.All(words, word => Assert.StartsWith("--", word, StringComparison.Ordinal));
        Assert.Superset(new HashSet<string>(["--format", "--base", "--help"], StringComparer.Ordinal), words.ToHashSet(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("[suggest:3]", "verify", "verify")]
    [InlineData("[suggest]", "verify", "verify")]
    [InlineData("[suggest:99]", "verify", "verify")]
    [InlineData("[suggest:x]", "verify", "verify")]
    public async Task Cursor_MayStandAnywhere(string directive, string typed, string expected) =>
        Assert.Equal([expected], await WordsAsync(ProjectRoot.Path, directive, typed));

    [Fact]
    public async Task FilesThatNoStackCanHave_AreNoStacks()
    {
        var folder = Directory.CreateTempSubdirectory("completion-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "Pulumi.yaml"), "name: mesh\nruntime: dotnet\n");
            File.WriteAllText(Path.Combine(folder.FullName, "Pulumi.dev.yaml"), "");
            File.WriteAllText(Path.Combine(folder.FullName, "Pulumi.$(touch x).yaml"), "");

            Assert.Equal(["dev"], await WordsAsync(folder.FullName, "[suggest:7]", "verify "));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task OutsideOfAProject_CommandsAreLeft()
    {
        var folder = Directory.CreateTempSubdirectory("completion-");
        try
        {
            Assert.Equal(
                CommandTree.Subcommands(Surroundings.OfProcess(), MeshProgram.Load).Select(each => each.Name).Order(StringComparer.Ordinal),
                await WordsAsync(folder.FullName, "[suggest:0]", ""));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Script_OfBash_FillsTheLine()
    {
        const string Shell = "/bin/bash";
        if (!File.Exists(Shell))
        {
            return;
        }

        // In place of the command stands one that answers as it does, and one word that is code if anybody takes it for code.
        var test = (await RunAsync(ProjectRoot.Path, "completion", "bash")) + """
            preview() { [[ $1 == "[suggest:10]" && $2 == "verify dev" ]] && printf '%s\n' dev 'dev$(echo code)' prod; }
            COMP_LINE="preview verify dev --x" COMP_POINT=18
            _preview preview dev verify
            printf '%s|' "${COMPREPLY[@]}"
            """;
        using var bash = Process.Start(new ProcessStartInfo(Shell, ["--noprofile", "--norc"]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        await bash.StandardInput.WriteAsync(test);
        bash.StandardInput.Close();

        Assert.Equal("dev|dev$(echo code)|", await bash.StandardOutput.ReadToEndAsync());
    }

    [Theory]
    [InlineData("bash", "complete -o default -F _preview preview")]
    [InlineData("zsh", "#compdef preview")]
    [InlineData("fish", "complete -c preview")]
    [InlineData("pwsh", "Register-ArgumentCompleter -Native -CommandName preview")]
    public async Task Script_IsThere_ForEachShell(string shell, string line) =>
        Assert.Contains(line, await RunAsync(ProjectRoot.Path, "completion", shell), StringComparison.Ordinal);

    private static Task<string[]> SuggestAsync(string typed) => WordsAsync(ProjectRoot.Path, $"[suggest:{typed.Length}]", typed);

    private static async Task<string[]> WordsAsync(string folder, params string[] args) =>
        (await RunAsync(folder, args)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static async Task<string> RunAsync(string folder, params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var code = await PreviewCommand.RunAsync(args, new() { Out = output, Error = error, Directory = folder, Variable = _ => null }, MeshProgram.Load);
        Assert.Equal((0, ""), (code, error.ToString()));
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
