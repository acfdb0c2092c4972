using System.Reflection;
using System.Text.RegularExpressions;

namespace CrossCloudMesh.Tests.Repository;

/// <summary>Whatever docs/clusters.md claims for our clusters is held by a test that exists.</summary>
public sealed partial class ClusterTableTests
{
    private const string NotApplicable = "not applicable";

    private static readonly string Docs = Path.Combine(ProjectRoot.Path, "docs");

    private static readonly string Page = File.ReadAllText(Path.Combine(Docs, "clusters.md"));

    private static readonly string Table = Page.Split("<!-- features -->")[1].Split("<!-- end features -->")[0];

    /// <summary>Cells without a test: none may come in unseen, and none stay once it has one.</summary>
    private static readonly string[] Planned = ["24a EKS", "24b EKS"];

    [Fact]
    public void EachRow_NamesATest_ForBothOfOurClusters() =>
        Assert.Equal(Planned, Rows().SelectMany(Unheld));

    [Fact]
    public void EachRow_ConcernsOneOfOurClusters() =>
        Assert.DoesNotContain(Rows(), row => row.Ours.All(cell => cell == NotApplicable));

    [Fact]
    public void EachRow_IsThereOnce_AndNoFeatureIsLeftOut()
    {
        var rows = Rows().Select(row => row.Id).ToArray();

        Assert.Distinct(rows);
        Assert.Equal(Enumerable.Range(1, 25), rows.Select(row => int.Parse(row.TrimEnd('a', 'b', 'c', 'd'))).Distinct());
    }

    [Fact]
    public void EachOtherModule_IsJudgedInOneOfFourWords() =>
        Assert.All(Rows().SelectMany(row => row.Others), cell => Assert.Contains(cell, new[] { "yes", "part", "no", NotApplicable }));

    [Theory]
    [InlineData("clusters.md")]
    [InlineData("destroy.md")]
    [InlineData("private-api.md")]
    [InlineData("upgrade.md")]
    public void EachLink_OutsideTheTable_LeadsToAFile(string page) =>
        Assert.All(
            Link().Matches(File.ReadAllText(Path.Combine(Docs, page)).Replace(Table, "")).Select(link => link.Groups["target"].Value),
            target => Assert.True(IsElsewhere(target) || File.Exists(Path.Combine(Docs, target.Split('#')[0])), target));

    private static IEnumerable<string> Unheld(Row row) =>
        from pair in row.Ours.Zip(["EKS", "GKE"])
        where pair.First != NotApplicable && !IsHeld(pair.First)
        select $"{row.Id} {pair.Second}";

    private static bool IsHeld(string cell)
    {
        var tests = Link().Matches(cell);
        return tests.Count > 0 && tests.All(test => IsTest(test.Groups["target"].Value, test.Groups["title"].Value));
    }

    private static bool IsTest(string file, string name)
    {
        var parts = name.Split('.');
        return parts.Length == 2
            && File.Exists(Path.Combine(Docs, file))
            && Path.GetFileNameWithoutExtension(file) == parts[0]
            && typeof(ClusterTableTests).Assembly.GetTypes().Any(type => type.Name == parts[0] && HasTest(type, parts[1]));
    }

    private static bool HasTest(Type type, string name) =>
        type.GetMethods().Any(method => method.Name == name && method.GetCustomAttribute<FactAttribute>() is not null);

    private static bool IsElsewhere(string target) => target.StartsWith("https://", StringComparison.Ordinal);

    private static IEnumerable<Row> Rows() =>
        Table.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(2)
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => new Row(cells[0], cells[2..4], cells[4..]));

    [GeneratedRegex("""\[[^\]]*\]\((?<target>[^) ]+)(?: "(?<title>[^"]*)")?\)""", RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    private sealed record Row(string Id, string[] Ours, string[] Others);
}
