using System.Text;
using CrossCloudMesh.Preview.Commands;
using CrossCloudMesh.Tests.Repository;

namespace CrossCloudMesh.Tests.Preview;

public sealed class SchemaCommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("schema-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("settings", "stacks/settings.schema.json")]
    [InlineData("plan", "docs/plan.schema.json")]
    public async Task Prints_WhatIsCommitted_ToTheByte(string word, string file)
    {
        var (code, bytes, error) = await RunAsync(ProjectRoot.Path, "schema", word);

        Assert.Equal((0, ""), (code, error));
        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(ProjectRoot.Path, file)), bytes);
    }

    [Fact]
    public async Task Out_IsTheSame_AndNothingIsPrinted()
    {
        var path = Path.Combine(folder.FullName, "x.json");
        var (code, bytes, error) = await RunAsync(ProjectRoot.Path, "schema", "settings", "--out", path);

        Assert.Equal((0, "", 0), (code, error, bytes.Length));
        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(ProjectRoot.Path, "stacks", "settings.schema.json")), await File.ReadAllBytesAsync(path));
    }

    [Fact]
    public async Task OfPlans_NeedsNoProject_OfSettings_ItsNamespace()
    {
        Assert.Equal(0, (await RunAsync(folder.FullName, "schema", "plan")).Code);
        var (code, _, error) = await RunAsync(folder.FullName, "schema", "settings");
        Assert.Equal(2, code);
        Assert.StartsWith("there is no Pulumi.yaml in ", error, StringComparison.Ordinal);

        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "Pulumi.yaml"), "name: other\nruntime: dotnet\n");
        var (_, bytes, _) = await RunAsync(folder.FullName, "schema", "settings");
        Assert.Contains("\"other:sites\"", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a schema must be named, such as settings; --help shows what else there is", "schema")]
    [InlineData("schema: must be one of settings, plan; got yaml; --help shows what there is", "schema", "yaml")]
    [InlineData("--out: must name a file in a folder that exists; got none/x.json", "schema", "plan", "--out", "none/x.json")]
    public async Task Rejects_BadArguments_InOneLine(string message, params string[] args)
    {
        var (code, bytes, error) = await RunAsync(folder.FullName, args);
        Assert.Equal((2, 0, message + "\n"), (code, bytes.Length, error));
    }

    private static async Task<(int Code, byte[] Bytes, string Error)> RunAsync(string directory, params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        var code = await PreviewCommand.RunAsync(args, new() { Out = output, Error = error, Directory = directory, Variable = _ => null }, MeshProgram.Load);
        return (code, output.ToArray(), error.ToString());
    }
}
