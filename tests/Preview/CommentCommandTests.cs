using System.Text;
using CrossCloudMesh.Preview.Commands;
using CrossCloudMesh.Preview.Evaluation;

namespace CrossCloudMesh.Tests.Preview;

/// <summary><c>preview comment</c> on plans that other commands wrote.</summary>
[Collection(Evaluations.Name)]
public sealed class CommentCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("comment-").FullName;
    private readonly StringWriter error = new() { NewLine = "\n" };

    public CommentCommandTests() => File.WriteAllText(Path.Combine(folder, "Pulumi.yaml"), "name: mesh\nruntime: dotnet\n");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Tells_WhatOthersWrote_AsOne()
    {
        Assert.Equal(0, (await RunAsync("dev", "--format", "json", "--out", "dev.json")).Code);
        await File.WriteAllTextAsync(Path.Combine(folder, "prod.txt"), "links.edge: no such site\n");

        var (code, text) = await RunAsync("comment", "dev.json", "prod.txt");

        Assert.Equal((0, ""), (code, error.ToString()));
        Assert.StartsWith("<!-- preview of all stacks -->\n### Stop: prod. Look first: dev\n", text, StringComparison.Ordinal);
        Assert.Contains("| `dev` | **Look first**: ", text, StringComparison.Ordinal);
        Assert.Contains("```text\nlinks.edge: no such site\n```", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing.json is not there; write a plan with --format json --out\n", "missing.json")]
    [InlineData("no/folder.txt is not there; write a plan with --format json --out\n", "no/folder.txt")]
    [InlineData("broken.json is no plan; line 1: must be JSON; write one with --format json --out\n", "broken.json")]
    [InlineData("a plan must be named, such as plans/dev.json; --help shows what else there is\n")]
    public async Task Rejects_WhatIsNoPlan_InOneLine(string message, params string[] files)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "broken.json"), "not json");

        Assert.Equal((2, ""), await RunAsync(["comment", .. files]));
        Assert.Equal(message, error.ToString());
    }

    [Fact]
    public async Task Help_IsThere_AndNamedInTheOther()
    {
        Assert.Contains("the one comment that a pull request needs", (await RunAsync("comment", "--help")).Text, StringComparison.Ordinal);
        Assert.Contains("Writes the one comment of a pull request for the plans of many stacks", (await RunAsync("--help")).Text, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Text)> RunAsync(params string[] args)
    {
        using var output = new MemoryStream();
        var code = await PreviewCommand.RunAsync(
            args,
            new() { Out = output, Error = error, Directory = folder, Variable = _ => null, Clock = FixedClock.Usual },
            (_, _) => new(Run.Program(() => _ = new Thing("vpc", new() { Text = "a" }, new() { Provider = new CloudProvider("aws") })), [], []));
        return (code, Encoding.UTF8.GetString(output.ToArray()));
    }
}
