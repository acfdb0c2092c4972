using System.Text;
using CrossCloudMesh.Preview.Commands;
using CrossCloudMesh.Tests.Preview;

namespace CrossCloudMesh.Tests.Repository;

/// <summary>What the README shows is what its commands print. UPDATE_GOLDEN=1 writes it anew.</summary>
[Collection(Evaluations.Name)]
public sealed class ReadmeTests
{
    private const string End = "```\n<!-- end -->";

    [Theory]
    [InlineData("dev", "text")]
    [InlineData("dev --format mermaid", "mermaid")]
    public async Task Readme_Shows_WhatThePreviewPrints(string arguments, string fence)
    {
        var path = Path.Combine(ProjectRoot.Path, "README.md");
        var readme = await File.ReadAllTextAsync(path);
        var opening = $"<!-- output of: dotnet run --project preview -- {arguments} -->\n```{fence}\n";
        var begin = readme.IndexOf(opening, StringComparison.Ordinal) + opening.Length;
        var end = readme.IndexOf(End, begin, StringComparison.Ordinal);
        var printed = await PrintedAsync(arguments.Split(' '));

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

    private static async Task<string> PrintedAsync(string[] arguments)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var code = await PreviewCommand.RunAsync(
            arguments,
            new() { Out = output, Error = error, Directory = ProjectRoot.Path, Variable = _ => null, Clock = FixedClock.Usual, IsUnicode = true },
            MeshProgram.Load);
        Assert.Equal("0 ", $"{code} {error}");
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
