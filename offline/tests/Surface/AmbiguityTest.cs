using System.Text.RegularExpressions;

namespace CrossCloudMesh.Offline.Tests.Surface;

/// <summary>
/// The official packages hold thousands of types that are not here, so a name that is plain to this flavour may be ambiguous there:
/// <c>IAMMember</c> stands in Google's Organizations and in its Projects.
/// </summary>
public sealed partial class AmbiguityTest
{
    private static readonly string[] Programs = ["components", "infra", "preview", "tests"];

    [Fact]
    public void NoName_IsAmbiguous_AmongAllOfficialTypes()
    {
        if (OfficialFacts.Folder is null)
        {
            Console.WriteLine("skipped: no SDK facts");
            return;
        }

        var official = OfficialFacts.TypeNames();
        var files = Programs
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(OfficialFacts.ProjectRoot, folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
        Assert.Empty(files.SelectMany(file => Ambiguous(File.ReadAllText(file), official).Select(name => $"{Path.GetFileName(file)}: {name}")));
    }

    [Fact]
    public void Finds_ANameOfTwoNamespaces_UnlessItHasAnAlias()
    {
        var official = new[] { ("Pulumi.A", "X"), ("Pulumi.B", "X"), ("Pulumi.B", "Y") }.ToLookup(type => type.Item1, type => type.Item2);
        Assert.Equal(["X"], Ambiguous("using Pulumi.A;\nusing Pulumi.B;\n_ = new X(new Y());", official));
        Assert.Empty(Ambiguous("using Pulumi.A;\nusing Pulumi.B;\nusing X = Pulumi.A.X;\n_ = new X();", official));
        Assert.Empty(Ambiguous("using Pulumi.A;\n_ = new X();", official));
    }

    private static IEnumerable<string> Ambiguous(string source, ILookup<string, string> official)
    {
        var aliases = Alias().Matches(source).Select(match => match.Groups["name"].Value);
        var words = Word().Matches(source).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
        return Using().Matches(source).Select(match => match.Groups["space"].Value).Distinct(StringComparer.Ordinal)
            .SelectMany(space => official[space].Distinct(StringComparer.Ordinal))
            .GroupBy(name => name, StringComparer.Ordinal)
            .Where(name => name.Count() > 1 && words.Contains(name.Key))
            .Select(name => name.Key)
            .Except(aliases, StringComparer.Ordinal);
    }

    [GeneratedRegex(@"^using (?<space>Pulumi[\w.]*);", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Using();

    [GeneratedRegex(@"^using (?<name>\w+) = ", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Alias();

    // A name behind "new", in a type's place or before a dot; a property that is only set has "=" behind it.
    [GeneratedRegex(@"(?<=new |\(|<|, |private |: )[A-Z]\w*(?=[( .<>\[])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();
}
