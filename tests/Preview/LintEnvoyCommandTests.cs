using System.Text;
using System.Text.Json;
using CrossCloudMesh.Preview.Commands;
using CrossCloudMesh.Preview.Evaluation;
using CrossCloudMesh.Tests.Repository;

namespace CrossCloudMesh.Tests.Preview;

public sealed class LintEnvoyCommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    [Fact]
    public async Task CommonSnippet_EndsWithFindings_EachWithItsPlaceAndCure()
    {
        var (code, text, error) = await RunAsync(InTests("common-snippet.yaml"));

        Assert.Equal((5, ""), (code, error));
        Assert.Contains(
            "  error   [envoy-client-certificate]\n          a caller without a certificate is let in\n          at:\n", text.Replace(" \n", "\n"), StringComparison.Ordinal);
        Assert.Contains("fix: set require_client_certificate: true\n", text, StringComparison.Ordinal);
        Assert.EndsWith("common-snippet.yaml: 7 errors, 23 warnings, 4 info\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WholeFile_EndsWithNothing()
    {
        var (code, text, error) = await RunAsync(InTests("good/payment.yaml"));

        Assert.Equal((0, ""), (code, error));
        Assert.EndsWith("payment.yaml: 0 errors, 0 warnings, 0 info\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_SaysTheSame()
    {
        var (code, text, _) = await RunAsync(InTests("common-snippet.yaml"), "--format", "json", "--fail-on", "never");

        Assert.Equal(0, code);
        using var json = JsonDocument.Parse(text);
        Assert.Equal(34, json.RootElement.GetProperty("findings").GetArrayLength());
        Assert.Equal(
            ["evidence", "fix", "message", "rule", "severity"],
            json.RootElement.GetProperty("findings")[0].EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task DynamicResources_AreNamed_AsWhatIsNotSeen()
    {
        var (code, text, _) = await RunAsync(Written("dynamic.json", """{"node":{"id":"a","cluster":"b"},"dynamic_resources":{"lds_config":{"ads":{}},"cds_config":{"ads":{}}}}"""), "--fail-on", "error");

        Assert.Equal(0, code);
        Assert.Contains("what lds_config brings is not seen", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no.yaml", null, "no.yaml: cannot be read; check that it is a file, and that you may read it")]
    [InlineData("empty.yaml", "# nothing", "empty.yaml: is empty")]
    [InlineData("list.yaml", "- a", "list.yaml:1:1: must be a map of keys; got a list")]
    [InlineData("text.yaml", "hello", "text.yaml:1:1: must be a map of keys; got a single value")]
    [InlineData("two.yaml", "admin: {}\n---\nadmin: {}", "two.yaml:2:1: begins a second document, which Envoy never reads; keep all in one document, without ---")]
    [InlineData("tab.yaml", "admin:\n\taddress: {}", "tab.yaml:2:1: is not valid YAML: a tab stands where only spaces may; replace it with spaces")]
    [InlineData("other.yaml", "kind: Service\nspec: {}", "other.yaml: is no bootstrap of Envoy, which has static_resources, dynamic_resources, admin, node; got kind, spec")]
    [InlineData("nan.yaml", "admin: .nan", "nan.yaml:1:8: is a number that JSON does not know; quote it, or leave it out")]
    [InlineData("bad.json", "{\"admin\": }", "bad.json:1: is not valid JSON; look for a missing bracket, quote or comma, or a key that stands twice")]
    [InlineData("twice.json", "{\"admin\": {}, \"admin\": {}}", "twice.json: is not valid JSON; look for a missing bracket, quote or comma, or a key that stands twice")]
    [InlineData("list.json", "[]", "list.json: is no bootstrap of Envoy, which is a map; got a list")]
    public async Task Rejects_WhatNoEnvoyStartsWith_InOneLine(string name, string? content, string message)
    {
        if (content is not null)
        {
            Written(name, content);
        }

        Assert.Equal((2, "", message + "\n"), await RunAsync(name));
    }

    [Theory]
    [InlineData("a file must be named, such as envoy.yaml; --help shows what else there is")]
    [InlineData("--format: must be one of text, json; got html", "a.yaml", "--format", "html")]
    public async Task Rejects_BadArguments_InOneLine(string message, params string[] args) => Assert.Equal((2, "", message + "\n"), await RunAsync(args));

    public void Dispose() => folder.Delete(recursive: true);

    private static string InTests(string name) => Path.Combine(ProjectRoot.Path, "tests", "Mesh", "Envoy", name);

    private string Written(string name, string content)
    {
        File.WriteAllText(Path.Combine(folder.FullName, name), content);
        return name;
    }

    private async Task<(int Code, string Text, string Error)> RunAsync(params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        var code = await PreviewCommand.RunAsync(
            [LintEnvoyCommand.Name, .. args],
            new() { Out = output, Error = error, Directory = folder.FullName, Variable = _ => null, Clock = FixedClock.Usual },
            (_, _) => throw new ProgramFailedException(["no stack is looked at"]));
        return (code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
