using System.Reflection;
using System.Text.RegularExpressions;
using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Preview.Commands;
using CrossCloudMesh.Tests.Repository;

namespace CrossCloudMesh.Tests.Plan.Rules;

/// <summary>What is known to go wrong: the page that says what holds each of it names rules, checks and tests that are there.</summary>
public sealed partial class CoverageTests
{
    private static readonly string[] Rows =
    [
        .. File.ReadAllLines(Path.Combine(ProjectRoot.Path, "docs", "rules", "coverage.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && line is not "| what | held by |" and not "| --- | --- |"),
    ];

    private static readonly HashSet<string> Tests = typeof(CoverageTests).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .Where(method => method.IsDefined(typeof(FactAttribute)))
        .Select(method => method.Name)
        .ToHashSet(StringComparer.Ordinal);

    private static readonly HashSet<string> Checks = typeof(SettingsLoader).Assembly.GetTypes()
        .Where(type => type.Namespace == "CrossCloudMesh.Infra.Settings.Checks")
        .Select(type => type.Name)
        .ToHashSet(StringComparer.Ordinal);

    [Fact]
    public void EveryRow_IsHeld_BySomethingThatIsThere_OrSaysWhyNothingDoes()
    {
        Assert.InRange(Rows.Length, 100, 1000);
        Assert.All(Rows, row =>
        {
            var held = row[(row.IndexOf(" | ", StringComparison.Ordinal) + 3)..^2];
            if (held.StartsWith("none: ", StringComparison.Ordinal))
            {
                Assert.True(held.Length > 20, row);
                return;
            }

            Assert.All(held.Split(", "), each => Assert.True(Exists(each), $"{each} in {row}"));
        });
    }

    [Fact]
    public void EveryRule_HoldsSomething_ThatIsKnownToGoWrong()
    {
        var named = Rows.SelectMany(row => Rule().Matches(row)).Select(match => match.Groups["id"].Value).ToHashSet(StringComparer.Ordinal);

        // These are about the plan itself, whatever it makes.
        string[] ofThePlan = ["aws-subnet-inside-vpc", "default-provider", "secret-as-plain-text", "suppression-expired", "suppression-unused"];
        Assert.Equal(ofThePlan, RulesCommand.All.Select(rule => rule.Id).Where(id => !named.Contains(id)));
    }

    private static bool Exists(string held) =>
        Rule().Match(held) is { Success: true } rule ? RulesCommand.All.Any(each => each.Id == rule.Groups["id"].Value)
        : Held().Match(held) is { Success: true } other && (other.Groups["kind"].Value == "test" ? Tests : Checks).Contains(other.Groups["name"].Value);

    [GeneratedRegex(@"\[(?<id>[a-z0-9-]+)\]\(\k<id>[.]md\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rule();

    [GeneratedRegex("(?<kind>settings|test): `(?<name>[A-Za-z0-9_]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Held();
}
