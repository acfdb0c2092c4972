using System.Text;
using CrossCloudMesh.Preview.Commands;

namespace CrossCloudMesh.Tests.Preview;

/// <summary>The options that compare with another plan.</summary>
[Collection(Evaluations.Name)]
public sealed class BaseTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("base-").FullName;
    private readonly MemoryStream output = new();
    private readonly StringWriter error = new() { NewLine = "\n" };

    public BaseTests() => File.WriteAllText(Path.Combine(folder, "Pulumi.yaml"), "name: mesh\nruntime: dotnet\n");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Same_Plan_HasNoChanges()
    {
        await WriteAsync("a");

        Assert.Equal(0, await PreviewAsync("a", "--base", "plan.json", "--expect-no-changes"));
        Assert.Contains("no changes =2", Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_EndsWithSeven_OnlyWhereNoneWasExpected()
    {
        await WriteAsync("a");

        Assert.Equal(0, await PreviewAsync("b", "--base", "plan.json"));
        Assert.Equal(7, await PreviewAsync("b", "--base", "plan.json", "--expect-no-changes"));
        Assert.Equal("", error.ToString());
    }

    [Fact]
    public async Task Comparison_CanBeTheBase_OfTheNextOne()
    {
        await WriteAsync("a");
        await PreviewAsync("b", "--base", "plan.json", "--format", "json", "--out", "next.json");

        Assert.Equal(0, await PreviewAsync("b", "--base", "next.json", "--expect-no-changes"));
    }

    [Theory]
    [InlineData("missing.json", "--base: must name a plan's file or a commit; got missing.json, which is no file, and {folder} is in no git repository that would have a commit of that name; write a plan with --format json --out\n")]
    [InlineData("no/folder.json", "--base: must name a plan's file or a commit; got no/folder.json, which is no file, and {folder} is in no git repository that would have a commit of that name; write a plan with --format json --out\n")]
    [InlineData("Pulumi.yaml", "--base: Pulumi.yaml is no plan; line 1: must be JSON; write one with --format json --out\n")]
    [InlineData("other.json", "--base: must be a plan of mesh/dev; other.json is one of mesh/prod\n")]
    public async Task Rejects_ABase_ThatIsNone_InOneLine(string path, string message)
    {
        await WriteAsync("a");
        var json = await File.ReadAllTextAsync(Path.Combine(folder, "plan.json"));
        await File.WriteAllTextAsync(Path.Combine(folder, "other.json"), json.Replace("\"name\": \"dev\"", "\"name\": \"prod\"", StringComparison.Ordinal));

        Assert.Equal(2, await PreviewAsync("a", "--base", path));
        Assert.Equal(message.Replace("{folder}", folder, StringComparison.Ordinal), error.ToString());
        Assert.Equal("", Output);
    }

    [Fact]
    public async Task Rejects_AFolder_AsABase()
    {
        Assert.Equal(2, await PreviewAsync("a", "--base", "."));
        Assert.StartsWith("--base: . cannot be read; ", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, error.ToString().Count(c => c == '\n'));
    }

    [Fact]
    public async Task Rejects_ToExpectNoChanges_WithoutABase()
    {
        Assert.Equal(2, await PreviewAsync("a", "--expect-no-changes"));
        Assert.Equal("--expect-no-changes: needs --base or --state, or everything is a change\n", error.ToString());
    }

    private string Output => Encoding.UTF8.GetString(output.ToArray());

    private async Task WriteAsync(string text) => Assert.Equal(0, await PreviewAsync(text, "--format", "json", "--out", "plan.json"));

    private Task<int> PreviewAsync(string text, params string[] args) => PreviewCommand.RunAsync(
        ["dev", .. args],
        new() { Out = output, Error = error, Directory = folder, Variable = _ => null, Clock = FixedClock.Usual },
        (_, _) => new(Run.Program(() => _ = new Thing("vpc", new() { Text = text }, new() { Provider = new CloudProvider("aws") })), [], []));
}
