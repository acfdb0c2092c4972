using System.Reflection;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Rules;
using CrossCloudMesh.Preview.Commands;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Tests.Repository;

namespace CrossCloudMesh.Tests.Plan.Rules;

/// <summary>What every rule owes its readers: a page, references with an edition, and a test that has seen it fail.</summary>
[Collection(Evaluations.Name)]
public sealed class RuleBookTests(DevPlan dev) : IClassFixture<DevPlan>
{
    private const string Head = "| rule | severity | what must be so | asked by others as |\n| --- | --- | --- | --- |\n";

    private static readonly string Folder = Path.Combine(ProjectRoot.Path, "docs", "rules");

    public static TheoryData<string> Ids => new(RulesCommand.All.Select(rule => rule.Id));

    [Fact]
    public void Dev_BreaksNoRule_ThatItDoesNotWaive() => Assert.All(
        dev.Plan.Findings, finding => Assert.True(finding is { Suppressed: not null, Severity: Severity.Info }, finding.Message));

    [Fact]
    public void Dev_WaivesNothing_ThatItKeeps() => Assert.DoesNotContain(dev.Plan.Findings, finding => finding.Rule == OtherFindings.SuppressionUnused.Id);

    [Fact]
    public void List_HoldsEveryRule_Once() => Assert.Equal(
        typeof(Rule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Rule))).Select(type => type.Name).Order(StringComparer.Ordinal),
        AllRules.List.Select(rule => rule.GetType().Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Ids_AreTheirOwn() => Assert.Equal(RulesCommand.All.Count, RulesCommand.All.Select(rule => rule.Id).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void EveryRule_HasBeenSeenFailing()
    {
        var tests = typeof(RuleBookTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance))
            .Where(method => method.IsDefined(typeof(FactAttribute)))
            .Select(method => method.Name)
            .ToList();
        Assert.All(AllRules.List, rule => Assert.Contains(tests, test => test.StartsWith($"{rule.GetType().Name}_Fails_When_", StringComparison.Ordinal)));
    }

    [Fact]
    public void References_NameTheirEdition() => Assert.All(
        RulesCommand.All.SelectMany(rule => rule.References),
        reference => Assert.Matches("^[a-z][a-z-]*@[0-9]+([.][0-9]+)*:[A-Z0-9_.]+$", reference));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_SaysWhatTheRuleIs(string id)
    {
        var rule = RulesCommand.All.Single(each => each.Id == id);
        var page = File.ReadAllText(Path.Combine(ProjectRoot.Path, rule.HelpPage));
        Assert.StartsWith($"# {id}\n\n{rule.Title}.\n\nSeverity: {Words.Of(rule.Severity)}. Scope: {Words.Of(rule.Scope)}.\n\n## What\n\n", page, StringComparison.Ordinal);
        Assert.Contains("\n\n## Why\n\n", page, StringComparison.Ordinal);
        Assert.Contains($"\n\n## Fix\n\n{char.ToUpperInvariant(rule.Fix[0])}{rule.Fix[1..]}.\n", page, StringComparison.Ordinal);
        var references = page[page.IndexOf("\n## References\n\n", StringComparison.Ordinal)..];
        Assert.Equal(rule.References, references.Split('\n').Where(line => line.StartsWith("- ", StringComparison.Ordinal)).Select(line => line[2..]));
    }

    [Fact]
    public void Pages_AreOfRulesThatExist() => Assert.Equal(
        RulesCommand.All.Select(rule => rule.Id + ".md").Append("README.md").Append("coverage.md").Order(StringComparer.Ordinal),
        Directory.GetFiles(Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Fact]
    public void Index_ListsEveryRule()
    {
        var path = Path.Combine(Folder, "README.md");
        var page = File.ReadAllText(path);
        var begin = page.IndexOf(Head, StringComparison.Ordinal) + Head.Length;
        var end = page.IndexOf("\n\n", begin, StringComparison.Ordinal) + 1;
        var rows = RulesCommand.Markdown(RulesCommand.All, "")[Head.Length..];
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, page[..begin] + rows + page[end..]);
        }

        Assert.Equal(rows, File.ReadAllText(path)[begin..][..rows.Length]);
        Assert.Equal(rows.Length, end - begin);
    }

    [Fact]
    public void Judging_HoldsNothingUnknown_AgainstAnyone()
    {
        var hidden = 0;
        var known = AllRules.Judge(dev.Plan.Resources).ToHashSet();
        for (var i = 0; i < dev.Plan.Resources.Count; i++)
        {
            var resources = dev.Plan.Resources.ToArray();
            var whole = resources[i];
            foreach (var path in whole.Inputs.SelectMany(input => Paths(input.Key, input.Value)))
            {
                resources[i] = whole.With(path, "\"(unknown)\"");
                hidden++;
                Assert.True(known.IsSupersetOf(AllRules.Judge(resources)), $"{whole.Name} {path}");
            }
        }

        Assert.InRange(hidden, 500, int.MaxValue);
    }

    /// <summary>A path, and all below it; keys that people choose, such as those of tags, may hold dots and are left out.</summary>
    private static IEnumerable<string> Paths(string path, PlanValue value) => value switch
    {
        _ when path.EndsWith("tags", StringComparison.OrdinalIgnoreCase) => [path],
        PlanValue.ObjectValue map => map.Members.Where(member => !member.Key.Contains('.')).SelectMany(member => Paths($"{path}.{member.Key}", member.Value)).Prepend(path),
        PlanValue.ListValue list => list.Items.SelectMany((item, index) => Paths($"{path}[{index}]", item)).Prepend(path),
        _ => [path],
    };
}
