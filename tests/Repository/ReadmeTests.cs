using System.Text;
using CrossCloudMesh.Preview.Commands;
using CrossCloudMesh.Tests.Preview;

namespace CrossCloudMesh.Tests.Repository;

/// <summary>What the README shows is what its commands print. UPDATE_GOLDEN=1 writes it anew.</summary>
[Collection(Evaluations.Name)]
public sealed class ReadmeTests
{
    private const string Begin = "<!-- output of: dotnet run --project preview -- dev -->\n```text\n";
    private const string End = "```\n<!-- end -->";

    [Fact]
    public async Task Readme_Shows_WhatThePreviewOfDevPrints()
    {
        var path = Path.Combine(ProjectRoot.Path, "README.md");
        var readme = await File.ReadAllTextAsync(path);
        var begin = readme.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var end = readme.IndexOf(End, begin, StringComparison.Ordinal);
        var printed = await PrintedAsync();

        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            await File.WriteAllTextAsync(path, readme[..begin] + printed + readme[end..]);
        }
        else
        {
            Assert.Equal(WithoutHeader(printed), WithoutHeader(readme[begin..end]));
        }
    }

    /// <summary>The first line says which SDK the preview ran on, which is the reader's affair.</summary>
    private static string WithoutHeader(string text) => text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..];

    private static async Task<string> PrintedAsync()
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var code = await PreviewCommand.RunAsync(
            ["dev"],
            new() { Out = output, Error = error, Directory = ProjectRoot.Path, Variable = _ => null, IsUnicode = true },
            MeshProgram.Load);
        Assert.Equal("0 ", $"{code} {error}");
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
