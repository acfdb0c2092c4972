using CrossCloudMesh.Facts;
using CrossCloudMesh.Tests.Repository;

namespace CrossCloudMesh.Tests.Facts;

/// <summary>The table of replacements against the providers' schemas.</summary>
public class ReplaceFactsTests
{
    private static readonly Dictionary<string, Dictionary<string, string>> Schema = Read();

    public static TheoryData<string> TypesInUse => new(Schema.Keys.Where(k => k.StartsWith("resource ", StringComparison.Ordinal)).Select(k => k.Split(' ')[1]));

    [Theory]
    [MemberData(nameof(TypesInUse))]
    public void EveryType_InUse_IsKnown(string type) => Assert.NotNull(ReplaceFacts.Of(type));

    [Theory]
    [MemberData(nameof(TypesInUse))]
    public void EveryPath_IsAnInput_OfItsType(string type)
    {
        var fact = ReplaceFacts.Of(type)!;

        Assert.All(fact.Triggers.Select(t => t.Path), path => Assert.True(Leads(type, path) is not null, path));
        Assert.All(fact.Sets, path => Assert.True(Leads(type, path) is ['[', ..], path));
        Assert.True(fact.NameProperty is not { } name || Leads(type, name) is not null, fact.NameProperty);
    }

    [Fact]
    public void EveryRow_SaysWhereItWasRead() => Assert.All(
        ReplaceFacts.All,
        row => Assert.True(row.Source.Url.StartsWith("https://", StringComparison.Ordinal) && row.Source.ReadOn.Year >= 2026, row.Type));

    [Fact]
    public void EveryAwsRow_NamesTheCopyThatWasRead_OrSaysWhatItLacks() => Assert.All(
        ReplaceFacts.All.Where(row => row.Type.StartsWith("aws:", StringComparison.Ordinal)),
        row => Assert.True(!row.Source.Url.Contains("/main/", StringComparison.Ordinal) || row.Source.NotRead is not null, row.Type));

    [Fact]
    public void NoRow_SaysAnInputTwice() => Assert.All(
        ReplaceFacts.All,
        row => Assert.Equal(row.Triggers.Select(t => t.Path).Distinct(StringComparer.Ordinal), row.Triggers.Select(t => t.Path)));

    /// <summary>The type that a path leads to, or null where it leads nowhere.</summary>
    private static string? Leads(string type, string path)
    {
        var package = type.Split(':')[0];
        var (block, found) = ($"resource {type}", (string?)null);
        foreach (var step in path.Split('.'))
        {
            if (step == "*")
            {
                continue;
            }

            if (!Schema.TryGetValue(block, out var members) || !members.TryGetValue(step, out found))
            {
                return null;
            }

            block = $"{package} {found.Trim('[', ']', '{', '}')}";
        }

        return found;
    }

    private static Dictionary<string, Dictionary<string, string>> Read()
    {
        var blocks = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(Path.Combine(ProjectRoot.Path, "offline", "schemas"), "*.schema"))
        {
            var package = Path.GetFileNameWithoutExtension(file);
            Dictionary<string, string>? current = null;
            foreach (var line in File.ReadLines(file))
            {
                var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                switch (words)
                {
                    case ["resource", var type, ..] when line[0] != ' ':
                        current = blocks[$"resource {type}"] = new(StringComparer.Ordinal);
                        break;
                    case ["type", var type, ..] when line[0] != ' ':
                        current = blocks[$"{package} {type}"] = new(StringComparer.Ordinal);
                        break;
                    case [var name, var type, ..] when line.StartsWith("  ", StringComparison.Ordinal) && current is not null:
                        current[name.Split('=')[0].TrimEnd('?', '!')] = type;
                        break;
                    case []:
                        current = null;
                        break;
                }
            }
        }

        return blocks;
    }
}
