using System.Text;
using System.Text.Json;
using CrossCloudMesh.Preview.Commands;
using CrossCloudMesh.Preview.Evaluation;

namespace CrossCloudMesh.Tests.Preview;

public class RulesCommandTests
{
    [Fact]
    public async Task Lists_EveryRule_WithItsSeverityAndReferences()
    {
        var (code, text, error) = await RunAsync("rules");

        Assert.Equal((0, ""), (code, error));
        Assert.Contains(
            "\naws-subnet-public-addresses  warning  No subnet gives out public addresses by itself\n    checkov@3.3:CKV_AWS_130\n", text, StringComparison.Ordinal);
        Assert.Equal(RulesCommand.All.Count, text.Split('\n').Count(line => line.Length > 0 && line[0] != ' '));
    }

    [Fact]
    public async Task Lists_TheSame_AsJson()
    {
        var (code, text, _) = await RunAsync("rules", "--format", "json");

        Assert.Equal(0, code);
        using var json = JsonDocument.Parse(text);
        Assert.Equal(RulesCommand.All.Select(rule => rule.Id), json.RootElement.EnumerateArray().Select(rule => rule.GetProperty("id").GetString()));
        Assert.All(json.RootElement.EnumerateArray(), rule => Assert.Equal(
            ["fix", "help", "id", "references", "scope", "severity", "title"],
            rule.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("--format: must be one of text, json; got yaml", "rules", "--format", "yaml")]
    [InlineData("dev", "rules", "dev")]
    [InlineData("--all", "rules", "--all")]
    public async Task Rejects_BadArguments_InOneLine(string message, params string[] args)
    {
        var (code, text, error) = await RunAsync(args);

        Assert.Equal((2, ""), (code, text));
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.Equal(1, error.Count(letter => letter == '\n'));
    }

    [Fact]
    public async Task Help_IsThere_AndNamedInTheOther()
    {
        Assert.Contains("Lists the rules", (await RunAsync("rules", "--help")).Text, StringComparison.Ordinal);
        Assert.Contains("\n  rules       Lists the rules that every preview is held against\n", (await RunAsync("--help")).Text, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Text, string Error)> RunAsync(params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        var code = await PreviewCommand.RunAsync(
            args,
            new() { Out = output, Error = error, Directory = Path.GetTempPath(), Variable = _ => null, Clock = FixedClock.Usual },
            (_, _) => throw new ProgramFailedException(["no stack is looked at"]));
        return (code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
