using System.Text;
using System.Text.RegularExpressions;
using CrossCloudMesh.Tests.Preview;

namespace CrossCloudMesh.Tests.Repository;

/// <summary>Each picture of a stack in the docs is what the preview prints. UPDATE_GOLDEN=1 draws them anew.</summary>
[Collection(Evaluations.Name)]
public sealed partial class DocPicturesTests
{
    private const string Opening = "<!-- picture of: ";

    [Fact]
    public async Task Pictures_AreThoseOfTheirStacks()
    {
        var printed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(Path.Combine(ProjectRoot.Path, "docs"), "*.md", SearchOption.AllDirectories))
        {
            var page = await File.ReadAllTextAsync(file);
            Assert.True(
                Block().Count(page) == page.Split(Opening).Length - 1,
                $"{file}: a picture is a line `{Opening}STACK -->`, a block of mermaid right under it, and a line `<!-- end -->`");
            var (drawn, end) = (new StringBuilder(page.Length), 0);
            foreach (Match block in Block().Matches(page))
            {
                var (name, picture) = (block.Groups["name"].Value, block.Groups["picture"]);
                if (!printed.TryGetValue(name, out var text))
                {
                    printed[name] = text = await StackPictures.PrintedAsync(name);
                }

                drawn.Append(page, end, picture.Index - end).Append(text);
                end = picture.Index + picture.Length;
            }

            drawn.Append(page, end, page.Length - end);
            if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1" && drawn.ToString() != page)
            {
                await File.WriteAllTextAsync(file, drawn.ToString());
            }
            else
            {
                Assert.Equal(drawn.ToString(), page);
            }
        }

        Assert.NotEmpty(printed);
    }

    [GeneratedRegex("^<!-- picture of: (?<name>.+) -->\n```mermaid\n(?<picture>(?:(?!```).*\n)*)```\n<!-- end -->$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Block();
}
